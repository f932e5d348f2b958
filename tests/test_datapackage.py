"""The report as data: read back by programs that are not ours, and by the standards they implement."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import pytest
import rdflib
from rdflib.namespace import SDO

from scripts import citations, datapackage, report
from scripts.datapackage import annotations, reviews
from scripts.datapackage.dictionary import fields
from scripts.datapackage.package import schema
from scripts.datapackage.tables import Table
from scripts.identifiers import Register
from scripts.report import Report, compile_report

ROOT = report.ROOT
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
Node = dict[str, Any]


@cache
def found() -> Report:
    return report.read()


@cache
def files() -> dict[str, bytes]:
    return datapackage.files(found())


def json_of(name: str) -> Any:
    return json.loads(files()[name])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("data")
    for name, data in files().items():
        (into / name).write_bytes(data)
    return into


# --- the package ------------------------------------------------------------------------------------------


def test_the_package_and_every_table_are_valid(folder: Path) -> None:
    # frictionless is the reference implementation of the Data Package standard: it checks the descriptor, the
    # size and digest of each file, and each row against its schema: types, keys, where a column leads to.
    outcome = frictionless.validate(str(folder / datapackage.DESCRIPTOR))
    assert outcome.valid, outcome.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {task.name for task in outcome.tasks if task.type == "table"} >= set(fields())


@pytest.mark.parametrize(
    ("name", "before", "after", "complaint"),
    [
        ("claims.csv", b"\nA-1,", b"\nA-2,", "primary-key"),
        ("readings.csv", b"\nF1,1,", b"\nF9999,1,", "foreign-key"),
        ("claims.csv", b",A,", b",Z,", "foreign-key"),
        ("details.csv", b",1,Name,", b",one,Name,", "type-error"),
        ("sources.csv", b"2024-10-31", b"yesterday", "type-error"),
    ],
)
def test_what_is_wrong_with_it_would_be_noticed(
    folder: Path, tmp_path: Path, name: str, before: bytes, after: bytes, complaint: str
) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    data = (tmp_path / name).read_bytes()
    assert before in data
    (tmp_path / name).write_bytes(data.replace(before, after, 1))
    outcome = frictionless.validate(str(tmp_path / datapackage.DESCRIPTOR))
    assert complaint in {kind for (kind,) in outcome.flatten(["type"])}


def test_every_file_is_named_in_the_descriptor_with_its_digest() -> None:
    named = {r["path"]: r for r in json_of("datapackage.json")["resources"]}
    assert set(named) | {"datapackage.json"} == set(files())
    for name, resource in named.items():
        assert resource["hash"] == f"sha256:{hashlib.sha256(files()[name]).hexdigest()}"
        assert resource["bytes"] == len(files()[name])


def test_the_dictionary_describes_every_column_and_no_other() -> None:
    made = {table.name: table for table in datapackage.tables(found())}
    assert set(made) == set(fields())
    readme = files()["README.md"].decode()
    for name, table in made.items():
        assert table.rows, name
        for row in table.rows:
            assert list(row) == [field.name for field in fields()[name]]
        assert f"## {name}\n" in readme


def test_nothing_of_the_record_is_left_out() -> None:
    import dataclasses

    for table, nouns in (
        ("record-events", found().reference.events),
        ("record-topics", found().reference.topics),
    ):
        assert {f.name for f in dataclasses.fields(nouns[0])} == {field.name for field in fields()[table]}
        assert len(json_of(f"{table}.json")) == len(nouns)


def test_csv_and_json_say_the_same() -> None:
    for table in datapackage.tables(found()):
        rows = list(csv.DictReader(io.StringIO(files()[f"{table.name}.csv"].decode(), newline="")))
        written = json_of(f"{table.name}.json")
        assert len(rows) == len(written)
        for row, item in zip(rows, written, strict=True):
            for name, value in item.items():
                text = "|".join(value) if isinstance(value, list) else "" if value is None else str(value)
                assert row[name].removeprefix("'") == text.removeprefix("'"), (table.name, name)


def test_quotes_are_the_text_between_their_offsets() -> None:
    texts = {source.siglum: source.text for source in found().sources}
    for name in ("claims", "readings"):
        for row in json_of(f"{name}.json"):
            assert texts[row["source"]][row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        (["=a", "b|c"], "'=a|b/c"),
        (-3, "-3"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula(value: object, expected: str) -> None:
    assert datapackage._cell(value) == expected


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    again = compile_report(found().sources, found().reference, found().pillars, found().register)
    assert datapackage.files(again) == files()
    assert len(datapackage.write(again, tmp_path / "new" / "data")) == len(files())
    assert (tmp_path / "new" / "data" / "claims.csv").read_bytes() == files()["claims.csv"]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = (
        'The ministers met on 3 May 2031. "=cmd|calc" </script><script>alert(1)</script> they said. '
        "=HYPERLINK(1) was agreed by the two ministers on 4 May 2031."
    )
    source = replace(found().sources[0], text=hostile, sha256=hashlib.sha256(hostile.encode()).hexdigest())
    made = compile_report([source], found().reference, found().pillars, Register())
    datapackage.write(made, tmp_path)
    outcome = frictionless.validate(str(tmp_path / datapackage.DESCRIPTOR))
    assert outcome.valid, outcome.flatten(["name", "rowNumber", "fieldName", "message"])
    for line in csv.reader(io.StringIO((tmp_path / "claims.csv").read_text("utf-8"), newline="")):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in line)


def test_a_column_without_a_line_in_the_dictionary_is_refused() -> None:
    with pytest.raises(KeyError):
        schema(Table("nowhere", "Nothing", (), (), ()))


# --- ClaimReview ------------------------------------------------------------------------------------------

# schema.org: which properties each type takes, from the pages of the types (Thing, CreativeWork, Review,
# ClaimReview, Rating, Claim), and which type each value has. rdflib's SDO says that each is a term at all.
THING = {"name", "identifier", "url"}
WORK = THING | {"author", "datePublished", "inLanguage", "isPartOf", "publisher", "version", "abstract"}
WORK |= {"keywords", "citation", "text"}
PROPERTIES = {
    "ClaimReview": WORK | {"claimReviewed", "itemReviewed", "reviewRating", "reviewBody"},
    "Claim": WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "Rating": THING | {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Report": WORK,
    "Article": WORK,
    "CreativeWork": WORK,
    "Organization": THING,
    "Person": THING | {"givenName", "familyName"},
}


def nodes(value: object) -> list[Node]:
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if isinstance(value, dict):
        return [value, *(node for one in value.values() for node in nodes(one))]
    return []


def test_reviews_use_the_terms_of_schema_org_where_they_belong() -> None:
    graph = json_of("claim-reviews.jsonld")
    assert graph["@context"] == "https://schema.org"
    for node in nodes(graph["@graph"]):
        if set(node) == {"@id"}:
            continue
        kind = node["@type"]
        assert kind in SDO
        assert f"No{kind}" not in SDO
        assert set(node) - {"@type", "@id"} <= PROPERTIES[kind], kind
        for name in set(node) - {"@type", "@id"}:
            assert name in SDO


def test_reviews_are_json_ld_that_a_reader_understands() -> None:
    # The context of schema.org is on the network; what it comes to for these terms is its vocabulary.
    found_graph = {**json_of("claim-reviews.jsonld"), "@context": {"@vocab": "https://schema.org/"}}
    graph = rdflib.Graph().parse(data=json.dumps(found_graph), format="json-ld")
    reviewed = list(graph.subjects(rdflib.RDF.type, SDO.ClaimReview))
    assert len(reviewed) == len(set(reviewed)) > 50
    for review in reviewed:
        (claim,) = graph.objects(review, SDO.itemReviewed)
        assert (claim, rdflib.RDF.type, SDO.Claim) in graph
        (where,) = graph.objects(claim, SDO.appearance)
        assert (where, rdflib.RDF.type, SDO.Article) in graph
        (rating,) = graph.objects(review, SDO.reviewRating)
        assert list(graph.objects(rating, SDO.alternateName))
        (book,) = graph.objects(review, SDO.isPartOf)
        assert (book, rdflib.RDF.type, SDO.Report) in graph


def test_every_checked_reading_of_a_claim_is_reviewed_and_only_those() -> None:
    checked = [
        (finding.label, reading.standing.verdict)
        for finding in found().findings
        for reading in finding.discrepancy.readings
        if reading.claim and reading.standing.verdict != "not checked"
    ]
    made = [node for node in json_of("claim-reviews.jsonld")["@graph"] if node["@type"] == "ClaimReview"]
    assert [(node["identifier"], node["reviewRating"]["alternateName"]) for node in made] == checked


def test_what_was_not_found_is_not_called_false() -> None:
    for node in nodes(json_of("claim-reviews.jsonld")["@graph"]):
        if node.get("@type") == "Rating":
            assert ("ratingValue" in node) == (node["alternateName"] != "unconfirmed")
            assert (node.get("ratingValue") == 1) == (node["alternateName"] == "refuted")


# --- Web Annotations --------------------------------------------------------------------------------------

# By hand, after the Web Annotation Data Model of 23 February 2017: no package carries a schema of it.
MOTIVATIONS = {  # 3.3.5
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def items() -> list[Node]:
    return json_of("annotations.jsonld")["first"]["items"]  # type: ignore[no-any-return]


def test_annotations_are_a_collection_with_one_page() -> None:
    collection = json_of("annotations.jsonld")
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"  # 3.1: must be among the contexts
    assert collection["type"] == "AnnotationCollection"  # 5.1
    page = collection["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == (
        "AnnotationPage",
        collection["id"],
        0,
    )  # 5.2
    assert (
        collection["total"]
        == len(page["items"])
        == len(json_of("claims.json")) + len(json_of("readings.json"))
    )


def test_each_annotation_has_the_shape_of_the_model() -> None:
    names = [item["id"] for item in items()]
    assert len(set(names)) == len(names)
    for item in items():
        assert IRI.fullmatch(item["id"])  # 3.1: exactly one IRI
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert datetime.fromisoformat(item["created"]).tzinfo  # 3.3.1: xsd:dateTime in UTC
        assert item["creator"]["type"] in {"Person", "Organization", "Software"}  # 3.3.2
        for body in item["body"]:
            assert body["purpose"] in MOTIVATIONS  # 3.3.5
            if body["type"] == "TextualBody":  # 3.2.4
                assert isinstance(body["value"], str)
            else:  # 4: a specific resource has one source
                assert body["type"] == "SpecificResource"
                assert isinstance(body["source"], str)
        assert item["target"]["type"] == "SpecificResource"
        assert IRI.fullmatch(item["target"]["source"]["id"])
        assert IRI.fullmatch(item["target"]["scope"])  # 4.7: an IRI


def test_each_selector_chooses_the_same_words_of_the_seed() -> None:
    texts = {annotations.named_by_digest(s): s.file.read_bytes().decode("utf-8") for s in found().sources}
    for item in items():
        text = texts[item["target"]["source"]["id"]]
        position, quote = item["target"]["selector"]
        assert position["type"] == "TextPositionSelector"  # 4.2.5: start included, end not, counted from 0
        assert quote["type"] == "TextQuoteSelector"  # 4.2.4
        chosen = text[position["start"] : position["end"]]
        assert chosen == quote["exact"] != ""
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quote["prefix"]) == position["start"]


def test_a_quote_that_recurs_takes_more_of_its_surroundings() -> None:
    text = ("The pilots agreed on the tide. " * 6) + "End."
    selector = annotations._quoted(text, 31 + 4, 31 + 10)
    around = selector["prefix"] + selector["exact"] + selector["suffix"]
    assert selector["exact"] == "pilots"
    assert text.count(around) == 1


# --- addresses --------------------------------------------------------------------------------------------


def test_addresses_are_the_books_own_and_absolute_only_where_it_has_one() -> None:
    work = citations.read_work(ROOT)
    assert annotations.place(work, "chapters/ledger.html#finding-f1") == "../chapters/ledger.html#finding-f1"
    published = replace(work, base="https://example.org/b/")
    review = next(n for n in reviews.graph(found(), published)["@graph"] if n["@type"] == "ClaimReview")
    assert review["url"].startswith("https://example.org/b/chapters/ledger.html#finding-f")
    for name in ("claims", "findings"):
        for row in json_of(f"{name}.json"):
            assert re.fullmatch(r"chapters/(ledger|claims)\.html#(finding|claim)-[a-z0-9-]+", row["address"])


def test_no_address_stands_in_the_data_that_the_seeds_do_not_have() -> None:
    seeds = "".join(
        path.read_text("utf-8")
        for path in sorted((ROOT / "seeds").rglob("*.csv")) + sorted((ROOT / "seeds").rglob("*.txt"))
    )
    standards = ("https://datapackage.org/profiles/", "https://creativecommons.org/", "https://schema.org")
    standards += ("http://www.w3.org/ns/anno.jsonld",)
    for name, data in files().items():
        if name.endswith((".json", ".jsonld", ".bib", ".ris")):
            for url in re.findall(r"https?://[^\s\"<>|\\]+", data.decode()):
                assert url.startswith(standards) or url.rstrip(".,;)}") in seeds, (name, url)
