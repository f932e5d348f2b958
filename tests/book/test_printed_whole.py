"""The real book on paper, read back: what is on each page, and what a screen reader gets."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.book.printed import Run, chapters, headings, kids, runs, structure
from tests.conftest import Book

# An A4 page in points: its margins, and the heights between which its text stands.
LEFT, RIGHT, TOP, BOTTOM = 48, 547.2, 790, 45
# The height of the strips that are tested for being full or empty.
BAND = 24
# A space at the end of a line extends beyond it.
SPACE = 3
# Tolerance for rounding in drawings.
NEARLY = 0.01


@pytest.fixture(scope="module")
def printed(whole_book: Book) -> pypdf.PdfReader:
    return pypdf.PdfReader(whole_book.pdf)


@cache
def letters(path: Path) -> tuple[tuple[Run, ...], ...]:
    return tuple(tuple(runs(page)) for page in pypdf.PdfReader(path).pages)


def body(page: tuple[Run, ...]) -> list[float]:
    """The heights of a page's lines, without its running head and foot."""
    return [run.base for run in page if BOTTOM < run.base < TOP]


def test_nothing_runs_off_a_printed_page(whole_book: Book, printed: pypdf.PdfReader) -> None:
    sheet = min(chapters(printed).values()) + 1  # the first chapter is a sheet with narrower margins
    for number, page in enumerate(letters(whole_book.pdf), 1):
        wider = 8.5 if number == sheet else 0
        for run in page:
            assert run.left >= LEFT - wider, f"page {number}: {run}"
            assert run.right <= RIGHT + SPACE + wider, f"page {number}: {run}"


def test_nothing_is_too_small_to_read(whole_book: Book) -> None:
    """Letters of drawings included; most of the text is larger."""
    sizes = Counter[float]()
    for number, page in enumerate(letters(whole_book.pdf), 1):
        for run in page:
            assert run.size >= 8 - NEARLY, f"page {number}: {run}"
            sizes[run.size] += 1
    assert sizes[9.5] > 500


def test_no_heading_is_parted_from_what_it_heads(whole_book: Book, printed: pypdf.PdfReader) -> None:
    for title, page, top in headings(printed):
        below = (top - height for height in body(letters(whole_book.pdf)[page]))
        assert any(24 < drop < 90 for drop in below), title


def test_no_page_is_left_empty_but_at_the_end_of_a_chapter(
    whole_book: Book, printed: pypdf.PdfReader
) -> None:
    begun = {*chapters(printed).values()}
    for number, page in enumerate(letters(whole_book.pdf)):
        assert body(page), f"page {number + 1} holds nothing"
        if number and number + 1 not in begun and number + 1 < len(printed.pages):
            filled = {height // BAND for height in body(page)}
            assert len(filled) > (TOP - BOTTOM) / BAND / 3, f"page {number + 1}"


@pytest.fixture(scope="module")
def tagged(printed: pypdf.PdfReader) -> list[Any]:
    """The whole structure of the book, in reading order."""
    return list(structure(printed.trailer["/Root"]["/StructTreeRoot"]))


def test_it_says_what_it_is_and_in_which_language(printed: pypdf.PdfReader) -> None:
    catalog = printed.trailer["/Root"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data()


def test_headings_come_in_order_and_skip_no_level(tagged: list[Any], printed: pypdf.PdfReader) -> None:
    levels = [int(node["/S"][2:]) for node in tagged if str(node["/S"])[:2] == "/H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    listed = [title for title, _, _ in headings(printed)]
    heard = [str(node["/T"]) for node in tagged if "/T" in node]
    assert [title for title in heard if title in listed] == listed


def test_every_table_has_a_head_and_every_row_its_cells(tagged: list[Any]) -> None:
    tables = [node for node in tagged if node["/S"] == "/Table"]
    assert len(tables) > 30
    for table in tables:
        parts = [str(part["/S"]) for part in kids(table)]
        assert parts.count("/THead") == 1, parts
        assert "/TBody" in parts
        (head,) = (part for part in kids(table) if part["/S"] == "/THead")
        for row in kids(head):
            assert {str(cell["/S"]) for cell in kids(row)} == {"/TH"}


def test_every_picture_says_what_is_seen(tagged: list[Any]) -> None:
    said = [str(node.get("/Alt", "")) for node in tagged if node["/S"] == "/Figure"]
    assert len(said) > 5
    assert len({*said}) == len(said)
    for words in said:
        assert len(words) > 30, words
        assert not words.lower().startswith(("figure", "image", "picture")), words


def test_the_accounts_are_heard_claim_by_claim(whole_book: Book, printed: pypdf.PdfReader) -> None:
    """The synopsis row by row: what one account says, then what the other says of the same."""
    begins = chapters(printed)["Synopsis"]
    text = " ".join(printed.pages[begins].extract_text().split())
    places = [text.index(label) for label in ("A-1 “", "B-1,", "A-2 “", "B-4 “", "A-3 “", "B-5 “")]
    assert places == sorted(places)


def test_lists_and_links_are_heard_as_such(tagged: list[Any]) -> None:
    counted = Counter(str(node["/S"]) for node in tagged)
    assert {"/Title", "/TOC", "/TOCI", "/P", "/L", "/LI", "/Caption", "/Link", "/Note"} <= {*counted}
    assert counted["/Link"] > 1000
