"""A third account that is a web page or a PDF: read as a text is, kept as it came."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from html import escape
from pathlib import Path

import pytest

from scripts import report
from scripts.exhibits import synopsis
from scripts.report import Report, datapackage
from tests.reading.formats.printed import printed
from tests.third_accounts.test_third_account import HERE, row, seeds

PARAGRAPHS = [line for line in (HERE / "wire.txt").read_text("utf-8").splitlines() if line.strip()]
_LINE = 90


def page() -> bytes:
    """The account as a page with a menu."""
    menu = "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>"
    said = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    return f"<html><body>{menu}<article>{said}</article></body></html>".encode()


def paper() -> bytes:
    """The account as a PDF of two pages."""
    pages: list[list[tuple[float, float, str]]] = [[]]
    height = 660.0
    for paragraph in PARAGRAPHS:
        line = ""
        for word in [*paragraph.split(), ""]:
            if word and len(line) + len(word) < _LINE:
                line += f" {word}" if line else word
                continue
            pages[-1].append((60, height, line))
            line, height = word, height - 12
        height -= 12
        if height < 500 and len(pages) == 1:
            pages.append([])
            height = 660
    return printed(*pages)


def built(folder: Path, name: str, data: bytes) -> Report:
    """The report with one more account."""
    root = seeds(folder, lambda rows: rows)
    (root / "seeds" / "documents" / name).write_bytes(data)
    manifest = root / "seeds" / "manifest.csv"
    with manifest.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    made = {**row("C", "wire.txt"), "file": name, "sha256": hashlib.sha256(data).hexdigest()}
    with manifest.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, made])
    return report.read(root)


@cache
def said_in_the_text() -> list[str]:
    """The claims of the account as a plain text, on one line each."""
    from scripts.reading.accounts import account
    from scripts.reading.sources import read_account

    return [" ".join(claim.quote.split()) for claim in account(read_account(HERE / "wire.txt", "C")).claims]


@pytest.mark.parametrize(
    ("name", "data"), [("wire.html", page()), ("wire.pdf", paper())], ids=["page", "PDF"]
)
def test_a_page_or_a_pdf_is_an_account_like_any_other(name: str, data: bytes, tmp_path: Path) -> None:
    found = built(tmp_path, name, data)
    account = found.accounts[2]
    assert [" ".join(claim.quote.split()) for claim in account.claims] == said_in_the_text()
    for claim in account.claims:
        assert account.source.text[claim.start : claim.end] == claim.quote
    assert (tmp_path / "seeds" / "documents" / name).read_bytes() == data
    assert account.source.document is not None
    assert len(account.source.document.pages) == (2 if name == "wire.pdf" else 0)
    written = datapackage.write(found, tmp_path / "data")
    assert written
    shown = synopsis(found).markup
    assert ("p. 2" in shown) == (name == "wire.pdf")
    assert "Sport" not in shown
