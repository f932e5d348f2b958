"""The engine against the findings that a reading of the two accounts must produce.

How the fixture is read is said at its head. A finding of the engine answers an expected one when type and
relation are among the answers and each expected reading is overlapped by one of its own. Of the findings
that answer, one must have the materiality, the pillar, and for each reading the standing with at least one
of the citations named: the record may rest on more pages than the fixture names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import report
from scripts.comparing.discrepancies import Discrepancy
from scripts.comparing.discrepancies.discrepancy import Reading

ROOT = Path(__file__).resolve().parents[2]
LEDGER = tomllib.loads((ROOT / "tests/report/fixtures/expected_ledger.toml").read_text(encoding="utf-8"))
DEMANDED = [finding for finding in LEDGER["finding"] if not finding.get("optional")]
UNCITED = {"unconfirmed", "not checked"}

Entry = dict[str, Any]
Span = tuple[str, int, int]


@pytest.fixture(scope="module")
def found() -> report.Report:
    return report.read()


def spans(found: report.Report, reading: Entry) -> list[Span]:
    """The places of the words of an expected reading, with equivalent ones."""
    siglum = reading["source"]
    text = next(s.text for s in found.sources if s.siglum == siglum)
    at = -1
    for _ in range(reading.get("occurrence", 1)):
        at = text.index(reading["quote"], at + 1)
    places = [(siglum, at, at + len(reading["quote"]))]
    for quote in reading.get("quote_alternatives", []):
        places.append((siglum, text.index(quote), text.index(quote) + len(quote)))
    return places


def overlaps(reading: Reading, span: Span) -> bool:
    return reading.source == span[0] and reading.start < span[2] and span[1] < reading.end


def inside(reading: Reading, span: Span) -> bool:
    return reading.source == span[0] and span[1] <= reading.start and reading.end <= span[2]


def answers(found: report.Report, expected: Entry) -> list[Discrepancy]:
    """The findings of the expected type and relation whose readings overlap each expected reading."""
    wanted = {(expected["type"], expected["relation"])}
    wanted |= {(other["type"], other["relation"]) for other in expected.get("alternatives", [])}
    places = [spans(found, reading) for reading in expected["reading"]]
    return [
        d
        for d in (f.discrepancy for f in found.findings)
        if (d.type, d.relation) in wanted
        and all(any(overlaps(r, span) for r in d.readings for span in each) for each in places)
    ]


def faults(found: report.Report, expected: Entry, answer: Discrepancy) -> Iterator[str]:
    """How an answer falls short of the expectation."""
    materialities = {expected["materiality"], *expected.get("materiality_alternatives", [])}
    if answer.type not in {"agreement", "shared-topic"} and answer.materiality not in materialities:
        yield f"materiality is {answer.materiality}, not {' or '.join(sorted(materialities))}"
    pillars = {expected["pillar"], *expected.get("pillar_alternatives", [])}
    if (answer.pillar or "outside") not in pillars:
        yield f"pillar is {answer.pillar or 'outside'}, not {' or '.join(sorted(pillars))}"
    for reading in expected["reading"]:
        own = [r for r in answer.readings if any(overlaps(r, span) for span in spans(found, reading))]
        short = [list(_unsupported(reading, r)) for r in own]
        if all(short):
            yield from min(short, key=len)


def _unsupported(expected: Entry, reading: Reading) -> Iterator[str]:
    standing = reading.standing
    verdicts = {expected["standing"], *expected.get("standing_alternatives", [])}
    label = f"{reading.source} “{reading.quote[:40]}”"
    if standing.verdict not in verdicts:
        yield f"{label}: standing is {standing.verdict}, not {' or '.join(sorted(verdicts))}"
    keys = {key for key in expected["citation"].split("|") if key}
    if keys and standing.verdict not in UNCITED and not keys & set(standing.citations):
        yield f"{label}: cites {'|'.join(standing.citations) or 'nothing'}, none of {'|'.join(sorted(keys))}"
    if standing.verdict == "unconfirmed" and expected.get("searched") and not standing.searched:
        yield f"{label}: does not say what was searched"


@pytest.mark.parametrize("expected", DEMANDED, ids=[finding["name"] for finding in DEMANDED])
def test_a_finding_is_in_the_ledger(found: report.Report, expected: Entry) -> None:
    candidates = answers(found, expected)
    assert candidates, f"no {expected['type']} ({expected['relation']}) with these readings"
    short = min((list(faults(found, expected, d)) for d in candidates), key=len)
    assert not short, "; ".join(short)


@pytest.mark.parametrize("absent", LEDGER["absent"], ids=[absent["name"] for absent in LEDGER["absent"]])
def test_what_must_be_absent(found: report.Report, absent: Entry) -> None:
    barred = [span for reading in absent["reading"] for span in spans(found, reading)]
    if absent["kind"] == "claim":
        claims = [c.claim for c in found.claims]
        assert not [c.quote for c in claims for _, start, end in barred if _touches(c, absent, start, end)]
        assert not [
            r.quote
            for f in found.findings
            for r in f.discrepancy.readings
            if any(overlaps(r, span) for span in barred)
        ]
        return
    clashes = [
        f"{f.label} {d.type} {d.relation} {d.materiality}: {d.rationale}"
        for f in found.findings
        if (d := f.discrepancy).relation in {"differs", "conflicts"}
        and d.materiality != absent["above"]
        and (not absent["types"] or d.type in absent["types"])
        and all(any(inside(r, span) for span in barred) for r in d.readings)
    ]
    assert not clashes


def _touches(claim: Any, absent: Entry, start: int, end: int) -> bool:
    return bool(claim.source == absent["reading"][0]["source"] and claim.start < end and start < claim.end)


def test_a_finding_quotes_its_sources_and_says_why(found: report.Report) -> None:
    texts = {source.siglum: source.text for source in found.sources}
    for finding in found.findings:
        discrepancy = finding.discrepancy
        assert discrepancy.readings, finding.label
        assert discrepancy.rationale.endswith((".", "?")), (finding.label, discrepancy.rationale)
        for reading in discrepancy.readings:
            assert texts[reading.source][reading.start : reading.end] == reading.quote, finding.label


def test_only_in_one_source_never_refutes(found: report.Report) -> None:
    alone = [f for f in found.findings if f.discrepancy.relation == "only in one source"]
    assert alone
    for finding in alone:
        assert finding.discrepancy.type == "only-in-one", finding.label
        assert all(r.standing.verdict != "refuted" for r in finding.discrepancy.readings), finding.label


def test_every_standing_above_unconfirmed_is_cited(found: report.Report) -> None:
    known = {citation.key for citation in found.reference.citations}
    for finding in found.findings:
        for reading in finding.discrepancy.readings:
            standing = reading.standing
            assert set(standing.citations) <= known, finding.label
            if standing.verdict not in UNCITED:
                assert standing.citations, (finding.label, reading.quote)
