"""What readers do in a browser: search for a name in either script, and print a page."""

from __future__ import annotations

import base64
import csv
import io
import re
import unicodedata
from urllib.parse import quote

import pypdf
import pytest
from selenium import webdriver

from tests.book.test_pages_in_browser import SETTLED, show
from tests.conftest import ROOT, Book

pytestmark = pytest.mark.browser

# A4 without margins, at 96 dots per inch.
PAPER = 680


def found(browser: webdriver.Chrome, book: Book, words: str) -> list[str]:
    """The pages that a search returns."""
    browser.get(f"{(book.html / 'search.html').as_uri()}?q={quote(words)}")
    given: list[str] = browser.execute_async_script(
        "const done = arguments[0], end = Date.now() + 10000; const look = () => {"
        "const said = document.querySelector('#search-results p.search-summary')?.textContent ?? '';"
        "if (!/finished|did not match/.test(said) && Date.now() < end) return setTimeout(look, 50);"
        "done([...document.querySelectorAll('#search-results li a')].map(a => a.getAttribute('href')))};"
        "look()"
    )
    return given


def test_a_name_is_found_in_hangul_and_romanised(browser: webdriver.Chrome, whole_book: Book) -> None:
    """For every person: in the glossary, and in the chapter on the meetings if that has the name."""
    show(browser, 1280, 900, "light")
    shown = {name: re.sub(r"<[^>]*>", "", whole_book.page(name)) for name in ("glossary", "meetings")}
    with (ROOT / "seeds" / "reference" / "people.csv").open(encoding="utf-8") as rows:
        people = [row for row in csv.DictReader(rows) if row["hangul"]]
    wanted = [
        (name, {f"chapters/{page}.html" for page, text in shown.items() if person["hangul"] in text})
        for person in people
        for name in (person["hangul"], person["forms"].split("|")[0])
    ]
    assert sum(len(pages) == 2 for _, pages in wanted) > 2
    assert sum(len(pages) > 0 for _, pages in wanted) > 6
    for name, pages in wanted:
        assert pages <= set(found(browser, whole_book, name)), name
    assert found(browser, whole_book, "없는이름") == []


@pytest.mark.parametrize("words", ["Kim", "missile deterrence", "김용현"])
def test_the_search_shows_where_the_words_stand(
    browser: webdriver.Chrome, whole_book: Book, words: str
) -> None:
    """From disk, with nothing fetched and no complaint: marked excerpts, each with a link to its place."""
    show(browser, 1280, 900, "light")
    assert found(browser, whole_book, words)
    complaints = [entry["message"] for entry in browser.get_log("browser") if entry["level"] != "INFO"]
    assert complaints == []
    results = browser.execute_script(
        "return [...document.querySelectorAll('#search-results ul.search > li')].map(result => ["
        "[...result.querySelectorAll('mark')].map(mark => mark.textContent.toLowerCase()),"
        "[...result.querySelectorAll('.search-places > li > a')].map(a => a.getAttribute('href'))])"
    )
    assert results
    for marked, places in results:
        assert set(words.lower().split()) & set(marked)
        assert 0 < len(places) <= 3
        for place in places:
            page, _, anchor = place.partition("#")
            text = (whole_book.html / page).read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in text, place


def test_a_page_opened_from_the_search_marks_the_words(browser: webdriver.Chrome, whole_book: Book) -> None:
    show(browser, 1280, 900, "light")
    assert found(browser, whole_book, "missile")
    marked = "return [...(CSS.highlights.get('searched') ?? [])].map(range => range.toString().toLowerCase())"
    browser.execute_script("document.querySelector('.search-places > li > a').click()")
    browser.execute_async_script(SETTLED)
    assert "chapters/" in browser.current_url
    words = browser.execute_script(marked)
    assert words
    assert set(words) == {"missile"}
    browser.find_element("css selector", "#searchbox button").click()
    assert browser.execute_script(marked) == []
    # Only the page that the search leads to: the next one is as it always was.
    browser.get((whole_book.html / "chapters" / "alliance-capabilities.html").as_uri())
    browser.execute_async_script(SETTLED)
    assert browser.execute_script(marked) == []


@pytest.mark.parametrize("name", ["meetings", "synopsis", "ledger"])
def test_a_page_printed_from_the_browser_is_the_chapter_alone(
    browser: webdriver.Chrome, whole_book: Book, name: str
) -> None:
    """In dark mode too: dark ink on white paper, nothing cut off, and its citation at the end."""
    show(browser, 1280, 900, "dark")
    browser.get((whole_book.html / "chapters" / f"{name}.html").as_uri())
    browser.execute_async_script(SETTLED)
    browser.execute_script(
        "window.printedIn = []; addEventListener('beforeprint', () => window.printedIn.push("
        "document.documentElement.dataset.theme, "
        "getComputedStyle(document.querySelector('article p:not(.screen-only)')).color))"
    )
    wanted = {"preferCSSPageSize": True, "printBackground": True}
    given = browser.execute_cdp_cmd("Page.printToPDF", wanted)["data"]
    printed = pypdf.PdfReader(io.BytesIO(base64.b64decode(given)))
    theme, ink = browser.execute_script("return window.printedIn")
    assert theme == "light"
    assert sum(map(int, ink.removeprefix("rgb(").removesuffix(")").split(","))) < 200
    assert browser.execute_script("return document.documentElement.dataset.theme") == "dark"
    assert [round(side) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    pages = [plain(page.extract_text()) for page in printed.pages]
    title = browser.execute_script("return document.querySelector('h1').firstChild.textContent")
    assert title in pages[0][: len(title) + 5]
    assert (
        f"“{title}.” In The U.S.-South Korea Security Consultative Meeting and 2+2 of October 2024"
        in pages[-1]
    )
    for screen in ("Using the report", "On this page", "Show the code", "Cite this chapter", "Search"):
        assert not any(screen in page for page in pages), screen


def plain(text: str) -> str:
    """Text on one line, its letters apart."""
    return unicodedata.normalize("NFKC", " ".join(text.split()))


@pytest.mark.parametrize("name", ["meetings", "synopsis", "ledger", "reference"])
def test_no_table_is_cut_by_the_edge_of_the_paper(
    browser: webdriver.Chrome, whole_book: Book, name: str
) -> None:
    show(browser, PAPER, 950, "light", media="print")
    browser.get((whole_book.html / "chapters" / f"{name}.html").as_uri())
    browser.execute_async_script(SETTLED)
    beyond = browser.execute_script(
        "return [...document.querySelectorAll('article :is(table, td, th, figure, p, li)')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.tagName + ': ' + e.textContent.slice(0, 60))"
    )
    assert beyond == []
