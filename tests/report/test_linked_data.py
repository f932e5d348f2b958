"""The report as linked data: ClaimReview of schema.org, and W3C Web Annotations that resolve on the seeds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import rdflib
from rdflib.namespace import SDO

from scripts import report
from scripts.report import citations
from scripts.report.datapackage import annotations, reviews
from tests.report.written_data import files, found, json_of

ROOT = report.ROOT
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
Node = dict[str, Any]


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
    addresses = {annotations.named_by_digest(s): s.url for s in found().sources}
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
        published = addresses[item["target"]["source"]["id"]]  # an account may have none
        assert item["target"].get("scope", "") == published
        assert not published or IRI.fullmatch(published)  # 4.7: an IRI


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
