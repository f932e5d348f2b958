"""The fixture of expected findings is itself checked: its words, its vocabulary, its citations.

Whether the engine reproduces it is another test's business. This one needs no engine, only the two
accounts, the cited record, and the fixture.
"""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEDGER = tomllib.loads((ROOT / "tests/report/fixtures/expected_ledger.toml").read_text(encoding="utf-8"))
CITATIONS = ROOT / "seeds/reference/citations.csv"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACROSS = _words("""
    office-holder event-date event-place event-tense event-role commitment specificity commitment-level term
    stance number date name place negation opposite quantifier comparison unit actor-target acronym wording
    only-in-one agreement shared-topic
""")
WITHIN = _words("""
    two-offices office-title acronym-expansion displaced-acronym term-rendering possessor broken-name
    lost-hyphen lower-cased-name unclosed-quotation broken-punctuation imperative-after-lead-in person-shift
    lost-list
""")
RELATIONS = {"agrees", "differs", "conflicts", "only in one source", "undetermined"}
STANDINGS = {"confirmed", "borne out elsewhere", "near", "refuted", "unconfirmed", "not checked"}
UNCITED = {"unconfirmed", "not checked"}
MATERIALITY = {"material", "minor", "cosmetic"}
PILLARS = {"extended-deterrence", "alliance-capabilities", "regional-cooperation", "outside"}

FINDING_KEYS = _words("""
    name type relation materiality materiality_alternatives pillar pillar_alternatives why alternatives family
    part_of optional reading
""")
READING_KEYS = _words("""
    source quote occurrence quote_alternatives standing standing_alternatives citation searched
""")

Entry = dict[str, Any]
Span = tuple[str, int, int]


def _texts() -> dict[str, str]:
    return {
        siglum: (ROOT / "seeds/documents" / file).read_bytes().decode("utf-8")
        for siglum, file in LEDGER["sources"].items()
    }


def _starts(text: str, quote: str) -> list[int]:
    starts, at = [], text.find(quote)
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


def _span(texts: dict[str, str], entry: Entry) -> Span:
    """The place of a reading's quote: siglum, start, end."""
    start = _starts(texts[entry["source"]], entry["quote"])[entry.get("occurrence", 1) - 1]
    return entry["source"], start, start + len(entry["quote"])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _inside(inner: Span, outer: Span) -> bool:
    return inner[0] == outer[0] and outer[1] <= inner[1] and inner[2] <= outer[2]


def _quoting() -> Iterator[tuple[str, Entry]]:
    for kind in ("finding", "absent"):
        for entry in LEDGER[kind]:
            for reading in entry["reading"]:
                yield entry["name"], reading
    for entry in LEDGER["provenance"]:
        yield f"{entry['source']} {entry['signal']}", entry


def _ids(entries: list[Entry]) -> list[str]:
    return [entry["name"] for entry in entries]


@pytest.mark.parametrize(
    ("name", "reading"),
    [pytest.param(name, reading, id=f"{name}: {reading['quote'][:30]}") for name, reading in _quoting()],
)
def test_a_quote_stands_in_its_account_at_its_occurrence(name: str, reading: Entry) -> None:
    text = _texts()[reading["source"]]
    found = len(_starts(text, reading["quote"]))
    assert found, f"{name}: not in {reading['source']}: {reading['quote']!r}"
    if found > 1:
        assert "occurrence" in reading, f"{name}: {reading['quote']!r} stands {found} times, so say which"
    assert 1 <= reading.get("occurrence", 1) <= found
    for other in reading.get("quote_alternatives", []):
        assert len(_starts(text, other)) == 1, f"{name}: {other!r} has to stand once"


def test_specificity_words_stand_in_their_account() -> None:
    texts = _texts()
    for row in LEDGER["specificity"]:
        assert row["more"] in texts
        for siglum in texts:
            for words in row[siglum]:
                assert words in texts[siglum], (row["measure"], siglum, words)


@pytest.mark.parametrize("finding", LEDGER["finding"], ids=_ids(LEDGER["finding"]))
def test_the_vocabulary_of_a_finding(finding: Entry) -> None:
    assert set(finding) <= FINDING_KEYS
    answers = [(finding["type"], finding["relation"])]
    answers += [(other["type"], other["relation"]) for other in finding.get("alternatives", [])]
    for type_, relation in answers:
        assert type_ in ACROSS | WITHIN
        assert relation in RELATIONS
    assert len(set(answers)) == len(answers)
    assert {finding["materiality"], *finding.get("materiality_alternatives", [])} <= MATERIALITY
    assert {finding["pillar"], *finding.get("pillar_alternatives", [])} <= PILLARS
    assert finding["why"].endswith(".")
    assert len(finding["why"]) < 160
    for reading in finding["reading"]:
        assert set(reading) <= READING_KEYS
        assert {reading["standing"], *reading.get("standing_alternatives", [])} <= STANDINGS
        assert reading["standing"] not in reading.get("standing_alternatives", [])


@pytest.mark.parametrize("finding", LEDGER["finding"], ids=_ids(LEDGER["finding"]))
def test_a_finding_has_the_sources_its_type_and_relation_ask_for(finding: Entry) -> None:
    sources = Counter(reading["source"] for reading in finding["reading"])
    assert set(sources) <= set(LEDGER["sources"])
    if finding["type"] in WITHIN:
        assert len(sources) == 1
        assert finding["relation"] in {"differs", "conflicts"}
    elif finding["type"] == "only-in-one":
        assert len(sources) == 1
        assert finding["relation"] == "only in one source"
        assert all(reading["standing"] != "refuted" for reading in finding["reading"])
    else:
        assert set(sources) == set(LEDGER["sources"])
        assert (finding["type"] == "agreement") == (finding["relation"] == "agrees")


@pytest.mark.parametrize("finding", LEDGER["finding"], ids=_ids(LEDGER["finding"]))
def test_a_standing_is_cited_or_says_what_was_searched(finding: Entry) -> None:
    with CITATIONS.open(encoding="utf-8", newline="") as rows:
        known = {row["key"] for row in csv.DictReader(rows)}
    for reading in finding["reading"]:
        keys = [key for key in reading["citation"].split("|") if key]
        searched = [place.split(":")[0] for place in reading.get("searched", [])]
        assert bool(keys) == (reading["standing"] not in UNCITED)
        assert bool(searched) == (reading["standing"] == "unconfirmed")
        assert not {*keys, *searched} - known


def test_names_are_unique_and_parts_belong_to_a_finding() -> None:
    names = Counter(finding["name"] for finding in LEDGER["finding"])
    assert names.most_common(1)[0][1] == 1
    by_name = {finding["name"]: finding for finding in LEDGER["finding"]}
    for finding in LEDGER["finding"]:
        if "part_of" in finding:
            assert by_name[finding["part_of"]]["type"] == finding["type"]
        if "family" in finding:
            assert finding["family"] == finding["type"]


def test_a_conflict_has_one_reading_confirmed_and_one_refuted() -> None:
    conflicts = [f for f in LEDGER["finding"] if f["relation"] == "conflicts" and f["type"] in ACROSS]
    assert {f["name"] for f in conflicts if "part_of" not in f} == {
        "ROK defence minister",
        "ROK foreign minister",
        "date of the 2+2",
    }
    for finding in conflicts:
        assert finding["materiality"] == "material"
        assert {r["source"]: r["standing"] for r in finding["reading"]} == {"A": "confirmed", "B": "refuted"}


@pytest.mark.parametrize("absent", LEDGER["absent"], ids=_ids(LEDGER["absent"]))
def test_what_must_be_absent_is_not_expected_as_well(absent: Entry) -> None:
    assert absent["kind"] in {"discrepancy", "claim"}
    assert set(absent.get("types", [])) <= ACROSS | WITHIN
    texts = _texts()
    barred = [_span(texts, reading) for reading in absent["reading"]]
    for finding in LEDGER["finding"]:
        spans = [_span(texts, reading) for reading in finding["reading"]]
        if absent["kind"] == "claim":
            clash = any(_overlap(span, bar) for span in spans for bar in barred)
        else:
            above = finding["materiality"] != "cosmetic" and finding["relation"] in {"differs", "conflicts"}
            of_type = not absent["types"] or finding["type"] in absent["types"]
            clash = above and of_type and all(any(_inside(span, bar) for bar in barred) for span in spans)
        assert not clash, f"{finding['name']} is both expected and barred"


@pytest.mark.parametrize(
    ("type_", "least"),
    [
        # type, how many the two accounts hold at the least
        ("two-offices", 1),
        ("acronym-expansion", 2),
        ("displaced-acronym", 1),
        ("term-rendering", 1),
        ("possessor", 1),
        ("broken-name", 1),
        ("lost-hyphen", 1),
        ("office-title", 1),
        ("lower-cased-name", 4),
        ("unclosed-quotation", 1),
        ("broken-punctuation", 2),
        ("imperative-after-lead-in", 7),
        ("person-shift", 3),
        ("lost-list", 3),
        ("agreement", 2),
        ("shared-topic", 3),
        ("only-in-one", 28),
        ("specificity", 4),
    ],
)
def test_each_kind_is_there_as_often_as_the_accounts_hold_it(type_: str, least: int) -> None:
    demanded = [f for f in LEDGER["finding"] if not f.get("optional") and "part_of" not in f]
    assert [f["type"] for f in demanded].count(type_) >= least
