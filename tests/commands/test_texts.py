"""The files that a command is given: of any format, what is told of them, the text that offsets count in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from scripts.__main__ import main
from tests.conftest import ROOT
from tests.reading.formats.shown import FILES

PAGE, OTHER = FILES / "page-saved-by-chromium.html", FILES / "other-page-saved-by-chromium.html"
PRINTED, RELEASE = FILES / "page-printed-by-chromium.pdf", FILES / "release-by-typst.pdf"
WORD, MAIL = FILES / "statement-by-libreoffice.docx", FILES / "mail-by-mutt.eml"
SCHEMA = json.loads((ROOT / "scripts" / "report" / "schemas" / "finding.schema.json").read_text("utf-8"))


def compared(capsys: pytest.CaptureFixture[str], *arguments: Path | str) -> tuple[str, str]:
    """What `compare` writes to standard output and to standard error."""
    assert main(["compare", *map(str, arguments)]) == 0
    written = capsys.readouterr()
    return written.out, written.err


@pytest.mark.parametrize(
    ("one", "other"), [(PAGE, RELEASE), (WORD, OTHER), (MAIL, RELEASE), (PRINTED, OTHER)]
)
def test_files_of_any_two_formats_are_compared(
    one: Path, other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = compared(capsys, one, other, "--format", "json", "--save-text", tmp_path)
    whole = json.loads(out)
    jsonschema.validate(whole, SCHEMA)
    assert whole["discrepancies"]
    for row in whole["discrepancies"]:
        for reading in row["readings"]:
            text = (tmp_path / f"{reading['source']}.txt").read_text("utf-8")
            assert text[reading["start"] : reading["end"]] == reading["quote"]
            file = {"A": one, "B": other}[reading["source"]]
            assert (reading["page"] is not None) == (file.suffix == ".pdf")
    assert err == ""


def test_what_a_file_is_and_what_was_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = compared(capsys, PAGE, PRINTED)
    assert err == ""
    assert out.splitlines()[:9] == [
        f"A = {PAGE}",
        "    web page “Harbour bridge opens after four years of work”",
        "    published 2025-05-14 by its own data",
        "    left out: 5 blocks of menus, 2 blocks of other text (--whole-page takes in what it can)",
        f"B = {PRINTED}",
        "    PDF “Harbour bridge opens after four years of work | Northport Courier”",
        "    made 2026-11-30 by its own data",
        "    the order of columns is unsure on pages 1, 2",
        "    left out: 8 lines of running heads and page numbers (--whole-page takes in what it can)",
    ]


def test_what_was_left_out_can_be_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compared(capsys, PAGE, OTHER, "--save-text", tmp_path)
    assert "Ferry workers call off strike" not in (tmp_path / "A.txt").read_text("utf-8")
    out, _ = compared(capsys, PAGE, OTHER, "--save-text", tmp_path, "--whole-page")
    assert "Ferry workers call off strike" in (tmp_path / "A.txt").read_text("utf-8")
    assert "left out" not in out


def test_a_finding_from_a_page_of_unsure_columns_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = compared(capsys, PRINTED, OTHER)
    block = next(block for block in out.split("\n\n") if "840 metres]" in block)
    assert "    A p. 1 " in block
    assert "the order of columns on page 1 is unsure" in block
    assert "    B " in block
    assert "    B p." not in block
    for form in ("markdown", "html"):
        out, err = compared(capsys, PRINTED, OTHER, "--format", form)
        assert "p. 1, order of columns unsure" in out
        assert err.count("note: ") == 2
        assert "the order of columns is unsure on pages 1, 2" in err
    assert ",1,True\n" in compared(capsys, PRINTED, OTHER, "--format", "csv")[0]


def test_a_finding_from_a_page_of_sure_columns_says_nothing_of_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, _ = compared(capsys, FILES / "release-printed-by-chromium.pdf", PAGE)
    assert "    A p. 1 " in out
    assert "unsure" not in out


class Piped:
    """Standard input with bytes in it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize("path", [PAGE, RELEASE, WORD, MAIL], ids=lambda path: path.suffix)
def test_standard_input_is_read_whatever_it_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named, _ = compared(capsys, path, OTHER)
    monkeypatch.setattr("sys.stdin", Piped(path.read_bytes()))
    piped, _ = compared(capsys, "-", OTHER)
    assert piped == named.replace(f"A = {path}", "A = standard input")


def test_standard_input_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "-", "-"]) == 1
    assert capsys.readouterr().err == (
        "standard input: second -: can be read only once; give a file in place of one of them\n"
    )


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("scan.pdf", (FILES / "scan-by-typst.pdf").read_bytes(), "a scan without text; put it through text"),
        ("a.html", b"<script src=x></script><div id=root></div>", "a page that is all script, without"),
        ("a.docx", b"PK\x03\x04", "a damaged Word file"),
        ("a.pdf", b"%PDF-1.7", "cannot be read as a PDF"),
        ("a.rtf", b"{\\rtf1 x}", "a file of Rich Text; open it in a word processor and save it as"),
    ],
)  # fmt: skip
def test_a_file_that_gives_no_text_is_one_clear_line(
    name: str, data: bytes, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["compare", str(tmp_path / name), str(PAGE), "--save-text", str(tmp_path / "texts")]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{tmp_path / name}: whole file: {line}")
    assert not (tmp_path / "texts").exists()
