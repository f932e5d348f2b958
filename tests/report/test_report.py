"""The whole pipeline on the real seeds: what it holds, and what stops it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from written import source

from scripts import report
from scripts.comparing.discrepancies import across, within
from scripts.ground.faults import Fault
from scripts.record import Reference
from scripts.record.pillars import Pillars
from scripts.report import Report, compile_report
from scripts.report.labels import Register


@pytest.fixture(scope="module")
def found() -> Report:
    return report.read()


def test_it_is_computed_once() -> None:
    assert report.read() is report.read()


def test_claims_are_labelled_in_the_order_of_the_text(found: Report) -> None:
    for siglum in "AB":
        own = [c for c in found.claims if c.claim.source == siglum]
        assert [c.claim.start for c in own] == sorted(c.claim.start for c in own)
        assert all(c.label.startswith(f"{siglum}-") for c in own)
        assert all(c.anchor == f"claim-{c.label.lower()}" for c in own)


def test_a_label_finds_its_finding(found: Report) -> None:
    for finding in found.findings:
        assert found.finding(finding.label) is finding
        assert finding.anchor == f"finding-{finding.label.lower()}"
    with pytest.raises(Fault) as caught:
        found.finding("F0")
    assert str(caught.value) == "ledger: F0: no such finding; look the label up in the ledger"


def test_every_reading_belongs_to_a_claim_of_the_register(found: Report) -> None:
    for finding in found.findings:
        for reading in finding.discrepancy.readings:
            if reading.claim:
                assert found.claim(reading.claim).claim is reading.claim
                assert reading.claim.start <= reading.start < min(reading.end, reading.claim.end)


def test_the_ledger_is_what_the_rules_find(found: Report) -> None:
    told = [d for pair in found.pairs for d in across(pair, every_word=False)]
    told += [d for single in found.singles for d in within(single)]
    assert {f.identity for f in found.findings} == {report.finding_identity(d) for d in told}


def test_the_register_of_the_tree_holds_every_label(found: Report) -> None:
    """When this fails: `make register`, and say in CHANGELOG what changed."""
    known = {e.identity: e.label for e in found.register.entries}
    lacking = [f.label for f in found.findings if f.identity not in known]
    lacking += [c.label for c in found.claims if c.identity not in known]
    assert not lacking


def test_entries_are_what_the_register_must_hold(found: Report) -> None:
    entries = found.entries("9.9")
    assert [e.label for e in entries] == [x.label for x in (*found.claims, *found.findings)]
    assert all(e.first == "9.9" and 0 < len(e.gist) <= 80 and "\n" not in e.gist for e in entries)


def test_without_a_record_nothing_is_checked(found: Report) -> None:
    bare = compile_report(found.sources[:2], Reference.empty(), Pillars(), Register())
    assert {r.standing.verdict for f in bare.findings for r in f.discrepancy.readings} == {"not checked"}
    offices = [f.discrepancy for f in bare.findings if f.discrepancy.type == "office-holder"]
    assert len([d for d in offices if d.relation == "conflicts"]) == 2, "conflicts need no record"


@pytest.mark.parametrize("text", ["# A Title Alone", "Leave a Comment", "3 May 2021"])
def test_an_account_without_a_claim_is_refused(text: str) -> None:
    with pytest.raises(Fault) as caught:
        compile_report([source(text)], Reference.empty(), Pillars(), Register())
    assert "no claim was found in it" in str(caught.value)


def test_one_account_alone_has_a_ledger_of_its_own(found: Report) -> None:
    alone = compile_report(found.sources[:1], found.reference, found.pillars, found.register)
    assert alone.pairs == ()
    within = {f.identity for f in found.findings if f.discrepancy.sources == ("A",)}
    assert {f.identity for f in alone.findings} <= within


def spoilt(tree: Path, file: str, change: tuple[str, str]) -> str:
    shutil.copytree(report.ROOT / "seeds", tree / "seeds")
    path = tree / "seeds" / file
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(Fault) as caught:
        report.read(tree)
    return str(caught.value)


SPOILT = [
    # file, what changes, what the one line says
    ("documents/000_be4b0566077faf0c.txt", ("ironclad", "iron-clad"), "has SHA-256"),
    ("manifest.csv", ("\nB,", "\nA,"), "siglum `A` is taken by row 2"),
    ("manifest.csv", ("scm-56", "scm-99"), "unknown event `scm-99`"),
    ("pillar_cues.csv", ("\nextended-deterrence,", "\nextended,"), "unknown pillar `extended`"),
    ("reference/terms_of_office.csv", ("2022-05-10", "10 May 2022"), "not a date"),
]


@pytest.mark.parametrize(("file", "change", "said"), SPOILT)
def test_bad_seeds_are_refused_in_one_line(
    tmp_path: Path, file: str, change: tuple[str, str], said: str
) -> None:
    line = spoilt(tmp_path, file, change)
    assert said in line
    assert "\n" not in line
    assert str(tmp_path) in line


def test_an_as_of_date_is_no_part_of_what_a_claim_is(found: Report) -> None:
    moved = [replace(s, as_of=None) for s in found.sources]
    again = compile_report(moved, found.reference, found.pillars, found.register)
    assert [c.identity for c in again.claims] == [c.identity for c in found.claims]
