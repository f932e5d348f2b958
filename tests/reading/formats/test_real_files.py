"""Files made by programs in common use: what is read of each is what a person reads in it.

The texts beside the files were looked at one by one; `shown.py` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.reading import formats
from scripts.reading.sources import read_account
from tests.reading.formats.shown import FILES, WRITTEN, made, shown

READABLE = [path for path in made() if not path.name.startswith("scan")]


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_the_text_is_the_one_that_was_looked_at(path: Path) -> None:
    assert shown(path) == path.with_name(path.name + WRITTEN).read_text("utf-8")


def test_there_are_a_dozen_of_all_kinds() -> None:
    assert len(READABLE) >= 12
    assert {path.suffix for path in READABLE} == {".html", ".mhtml", ".pdf", ".docx", ".eml"}


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_the_whole_of_a_file_holds_all_that_its_text_does(path: Path) -> None:
    text = formats.read(path.name, path.read_bytes()).text
    whole = formats.read(path.name, path.read_bytes(), whole=True)
    assert len(whole.text) >= len(text)
    kept = whole.text.replace("-\n", "")
    assert all(line in kept or path.suffix == ".pdf" for line in text.splitlines())


def test_without_its_name_a_file_is_known_by_how_it_looks() -> None:
    for path in READABLE:
        named = formats.read(path.name, path.read_bytes())
        assert formats.read("-", path.read_bytes()) == named


def test_a_quotation_from_a_pdf_stands_on_its_page() -> None:
    source = read_account(FILES / "statement-by-libreoffice.pdf", "A")
    for words, number in (
        ("840 metres", 1),
        ("twenty-four hours", 1),
        ("Lorries over 18", 2),
        ("61 per cent", 2),
    ):
        page = source.page(source.text.index(words))
        assert page is not None
        assert (page.number, page.sure) == (number, True)


def test_what_a_file_says_of_itself_is_no_part_of_what_is_compared() -> None:
    source = read_account(FILES / "page-saved-by-chromium.html", "A")
    assert source.published is not None
    assert source.published.isoformat() == "2025-05-14"
    assert source.as_of is None
