"""The printed book, read back: what it is, where its links go, and that nothing runs off a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdf
import pytest

from tests.conftest import Book


@pytest.fixture(scope="module")
def printed(built_book: Book) -> pypdf.PdfReader:
    return pypdf.PdfReader(built_book.pdf)


def outline(entries: list[Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, depth + 1)
        else:
            yield depth, entry.title


def test_it_says_what_it_is(printed: pypdf.PdfReader) -> None:
    catalog = printed.trailer["/Root"]
    assert printed.metadata is not None
    assert (
        printed.metadata.title
        == "The U.S.-South Korea Security Consultative Meeting and 2+2 of October 2024: two accounts checked"
    )
    assert printed.metadata.author == "The Alliance Accounts project"
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog


def test_bookmarks_are_the_chapters_and_their_sections(printed: pypdf.PdfReader) -> None:
    assert list(outline(printed.outline)) == [
        (0, "The first chapter"),
        (1, "A section of it"),
        (0, "The second chapter"),
    ]


def test_contents_give_page_numbers_and_pages_carry_them(printed: pypdf.PdfReader) -> None:
    contents = printed.pages[1].extract_text()
    for title, page in (("The first chapter", 3), ("The second chapter", 4)):
        assert any(line.startswith(title) and line.endswith(f" {page}") for line in contents.splitlines())
        text = printed.pages[page - 1].extract_text()
        assert title in text
        assert text.splitlines()[-1].strip() == str(page) or f"\n{page}" in text


def test_hangul_is_there_in_a_font_that_has_it(printed: pypdf.PdfReader) -> None:
    assert "김용현" in printed.pages[2].extract_text()


def test_code_is_not_printed(printed: pypdf.PdfReader) -> None:
    assert "import" not in "".join(page.extract_text() for page in printed.pages)


def test_links_lead_to_places_in_the_same_file(printed: pypdf.PdfReader) -> None:
    places = set(printed.named_destinations)
    assert {"first", "second", "page-first", "page-second"} <= places
    links = [annotation.get_object() for page in printed.pages for annotation in page.get("/Annots", [])]
    targets = {link["/Dest"] for link in links if "/Dest" in link}
    assert "page-second" in targets
    assert targets <= places
