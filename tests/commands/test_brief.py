"""One page to hand over: read back from paper and from Markdown."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from scripts import __main__, report
from scripts.ground.faults import Fault
from scripts.report import briefs, compile_report
from scripts.report.briefs import Brief
from scripts.report.labels import Register

ROOT = report.ROOT


@cache
def made(*wanted: str) -> Brief:
    return briefs.brief(report.read(), wanted, ROOT)


def printed(found: Brief, into: Path) -> tuple[Brief, pypdf.PdfReader]:
    from scripts.book.paper.brief import print_brief

    return print_brief(found, into), pypdf.PdfReader(into)


def text_of(pdf: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_a_brief_has_the_finding_its_evidence_its_standing_and_its_citation() -> None:
    found = report.read().finding("F1").discrepancy
    text = briefs.markdown(made("f1"))
    assert text.startswith("# Finding F1\n")
    assert found.rationale in text
    for reading in found.readings:
        claim = report.read().claim(reading.claim).label if reading.claim else ""
        assert f"({claim}, characters {reading.start}-{reading.end}). *{reading.standing.verdict}*" in text
        assert " ".join(reading.quote.split()) in text
    assert "Cite as: The Alliance Accounts project. “Finding F1: " in text
    addresses = {c.url for c in report.read().reference.citations}
    for line in text.splitlines():
        if "<http" in line:
            assert line[line.index("<") + 1 : -1] in addresses


def test_the_evidence_of_every_account_is_there() -> None:
    for finding in report.read().findings:
        evidence = made(finding.label).entries[0].evidence
        assert tuple(dict.fromkeys(said.siglum for said in evidence)) == finding.discrepancy.sources
        for said in evidence:
            source = next(s for s in report.read().sources if s.siglum == said.siglum)
            assert said.quote in " ".join(source.text.split())


def test_a_pillar_by_its_id_and_by_its_title() -> None:
    by_id = made("extended-deterrence")
    assert by_id == made("Extended", "deterrence")
    assert by_id.title == "Extended deterrence"
    findings = [f for f in report.read().findings if f.discrepancy.pillar == "extended-deterrence"]
    assert [e.label for e in by_id.entries] == [
        f.label for f in findings if f.discrepancy.materiality != "cosmetic"
    ]


@pytest.mark.parametrize("wanted", [("F1",), ("F1", "F5"), ("extended-deterrence",), ("outside",)])
def test_it_is_one_page_in_the_books_typefaces_and_tagged(wanted: tuple[str, ...], tmp_path: Path) -> None:
    shown, pdf = printed(made(*wanted), tmp_path / "brief.pdf")
    assert len(pdf.pages) == 1
    text = text_of(pdf)
    for entry in shown.entries:
        assert f"{entry.label}:" in text
    assert len(shown.entries) + shown.left_out == len(made(*wanted).entries)
    assert ("see the ledger" in text) == bool(shown.left_out)
    assert f"version {shown.work.version}" in text
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert shown.title in str(pdf.metadata.title)  # type: ignore[union-attr]


def test_it_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        printed(made("F1"), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_too_many_findings_for_one_page_are_refused_in_one_line(tmp_path: Path) -> None:
    many = made(*(f.label for f in report.read().findings[:30]))
    with pytest.raises(Fault, match=r"30 findings do not fit on one page; name fewer"):
        printed(many, tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()


def test_hostile_words_are_neither_markup_nor_markdown(tmp_path: Path) -> None:
    hostile = (
        "On 3 May 2031 Minister Jane <b>Roe</b> [x](http://e.example) `y` *met* the Harbour Authority (HQX)."
    )
    source = replace(
        report.read().sources[0], text=hostile, sha256=hashlib.sha256(hostile.encode()).hexdigest()
    )
    other = replace(source, siglum="B", text="On 4 May 2031 Minister Jane Roe met the Harbour Authority.")
    known = report.read()
    bare = compile_report([source, other], known.reference, known.pillars, Register())
    with pytest.raises(Fault, match=r"^brief: n1: has no label yet to be cited by; run `make register`$"):
        briefs.brief(bare, ["n1"], ROOT)
    labelled = Register(bare.entries("1"))
    compared = compile_report([source, other], known.reference, known.pillars, labelled)
    for finding in compared.findings:
        found = briefs.brief(compared, [finding.label], ROOT)
        text = briefs.markdown(found)
        assert "<b>" not in text.replace("\\<b", "")
        assert "](" not in text.replace("\\](", "")
    _, pdf = printed(found, tmp_path / "brief.pdf")
    assert "/URI" not in str(pdf.pages[0].get("/Annots", ""))


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (["F9999"], "brief: F9999: no such finding or pillar; name findings of the ledger, or a pillar: "),
        (["F1", "deterrence"], "brief: deterrence: no such finding or pillar"),
        (["F1", "extended-deterrence"], "brief: extended-deterrence: a pillar beside other things; name one"),
    ],
)
def test_errors_are_one_line(
    wanted: list[str], problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["brief", *wanted, "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(problem)
    assert said.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("")
    for command in (["brief", "F1"], ["data"]):
        assert __main__.main([*command, "--out", str(tmp_path / "taken")]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"{tmp_path / 'taken'}: cannot be read or written (File exists); ")


def test_a_brief_of_nothing_says_how_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        __main__.main(["brief"])
    assert stopped.value.code == 2
    assert 'make brief FINDING="F1 F2"' in capsys.readouterr().err


def test_the_command_writes_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["brief", "F1", "F5", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief-f1-f5.md", "brief-f1-f5.pdf"]
    assert str(tmp_path / "brief-f1-f5.pdf") in capsys.readouterr().out
