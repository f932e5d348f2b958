"""The book with a third account full of hostile text: shown on every page, obeyed on none."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pypdf
import pytest
from fuzz.grammar import MARKUP, UNSEEN
from selenium import webdriver

from scripts.exhibits.html import visible
from tests.book.test_pages_in_browser import SETTLED, pages, requests, show
from tests.conftest import ROOT, Book, copy_tree

pytestmark = pytest.mark.browser

SAID = "Secretary {0} of Defense Lloyd J. Austin III and Minister Shin {0} Won-sik raised it by {1} percent."
FACTS = {
    "siglum": "C", "file": "hostile.txt", "title": MARKUP[0] + MARKUP[2] + "$x$ {{ 7*7 }}",
    "publisher": MARKUP[1] + "=1", "url": "javascript:alert(1)", "kind": '"><svg/onload=alert(1)>',
    "reason": "```{include} x``` [x](javascript:alert(1))", "likelihood": "likely",
    "reliability": "", "credibility": "", "grade_reason": "", "original": "",
}  # fmt: skip
CAUGHT = """
window.caught = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => window.caught.push(name);
"""
# What can only come from an account: of these the book itself has one, the frame of its own comparison.
STRANGE = """
return [...document.querySelectorAll(
  'a[href^="javascript:"], [href*="evil.example"], img[src="x"], object, embed, base, '
  + 'iframe:not([class="comparison-frame"]:only-of-type), '
  + '[onerror], [onload], [onmouseover], [onfocus], meta[content^="0"]'
)].map((e) => e.outerHTML.slice(0, 200));
"""


def hostile_text() -> str:
    """An account of the real meeting, with each hostile piece in a sentence, some as headings and items."""
    lines = ["The 56th U.S.-ROK Security Consultative Meeting was held in Seoul on October 29, 2024.", ""]
    pieces = [piece.replace("\0", "") for piece in (*MARKUP, *(f"a{unseen}b" for unseen in UNSEEN))]
    for number, piece in enumerate(pieces):
        lines.append(SAID.format(piece, number))
        if number % 7 == 0:
            lines += ["", f"# Heading {number} {piece}", "", f"• Strengthen the {piece} alliance.", ""]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real book with the hostile account as its third."""
    book = copy_tree(ROOT, tmp_path_factory.mktemp("hostile") / "book")
    text = hostile_text().encode()
    (book.root / "seeds" / "documents" / "hostile.txt").write_bytes(text)
    manifest = book.root / "seeds" / "manifest.csv"
    with manifest.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    rows.append(rows[0] | FACTS | {"sha256": hashlib.sha256(text).hexdigest()})
    with manifest.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    done = book.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return book


@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_words_are_shown_and_do_nothing(
    browser: webdriver.Chrome, hostile_book: Book, width: int
) -> None:
    show(browser, width, 900, "light")
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CAUGHT})
    try:
        for path in pages(hostile_book):
            _opens_unharmed(browser, path, width)
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def _opens_unharmed(browser: webdriver.Chrome, path: Path, width: int) -> None:
    browser.get(path.as_uri())
    browser.execute_async_script(SETTLED)
    assert browser.execute_script("return window.caught") == [], path.name
    assert browser.execute_script(STRANGE) == [], path.name
    assert [url for url in requests(browser) if url.startswith(("http", "ws", "ftp"))] == [], path.name
    assert [e for e in browser.get_log("browser") if e["level"] == "SEVERE"] == [], path.name
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width, path.name


def test_hostile_words_stand_in_the_page_as_they_were_written(hostile_book: Book) -> None:
    shown = hostile_book.page("synopsis")
    assert "&lt;script&gt;alert(&#34;a&#34;)&lt;/script&gt;" in shown
    assert "‹U+202E›" in shown
    assert "\u202e" not in shown


def test_hostile_words_stand_in_print_as_they_were_written(hostile_book: Book) -> None:
    pdf = pypdf.PdfReader(hostile_book.pdf)
    text = "".join("".join(page.extract_text() for page in pdf.pages).split())
    for piece in MARKUP:
        assert "".join(visible(piece.replace("\0", "")).split()) in text, piece
    addresses = [
        str(link.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for link in page.get("/Annots", [])
        if "/URI" in link.get_object().get("/A", {})
    ]
    assert not [url for url in addresses if not url.startswith("http") or "evil.example" in url]
