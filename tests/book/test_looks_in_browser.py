"""What readers saw broken or ugly, looked for on every page: torn words, cut tables, tiny letters."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.book.test_pages_in_browser import SETTLED, pages, show
from tests.conftest import Book

pytestmark = pytest.mark.browser

PHONE = (390, 844)
SIZES = [(1280, 900), PHONE]

# Words of letters and figures that stand in two lines; addresses and code may break anywhere.
TORN = r"""
const found = new Set(), range = document.createRange();
const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const node = walk.currentNode, holder = node.parentElement;
  if (!holder.checkVisibility() || holder.closest("svg, code, pre")) continue;
  for (const run of node.data.matchAll(/\S+/g)) {
    if (run[0].includes("://")) continue;
    for (const word of run[0].matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      range.setStart(node, run.index + word.index);
      range.setEnd(node, run.index + word.index + word[0].length);
      const shown = [...range.getClientRects()].filter(box => box.width > 0);
      if (new Set(shown.map(box => Math.round(box.top))).size > 1) found.add(word[0]);
    }
  }
}
return [...found];
"""
# Tables wider than their place, and what reaches beyond the edge of the screen.
CUT = """
const beyond = e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1;
const name = e => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`;
return [
  ...[...document.querySelectorAll(".table-wrap, article pre")]
    .filter(e => e.scrollWidth > e.clientWidth + 1),
  ...[...document.querySelectorAll(".bd-article-container *")]
    .filter(e => !e.closest("svg, pre, .table-wrap, .cite-this") && beyond(e)),
].map(name);
"""
# The height of each letter of a drawing on the screen, in pixels.
LETTERS = """
return [...document.querySelectorAll("article svg[role=img] text")].map(text => {
  const size = parseFloat(getComputedStyle(text).fontSize), { a, b } = text.getScreenCTM();
  return [text.textContent.trim(), size * Math.hypot(a, b)];
});
"""
# The light that the last bars of a drawing give, which are those of its legend.
SHINE = """
const bars = ["#3b4248", "#98a2ad", "#e3e7ea"].map(fill => `#figure-types svg [style*="fill: ${fill}"]`);
const light = bar => getComputedStyle(bar).fill.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0);
return [...document.querySelectorAll(bars.join())].slice(-3).map(light);
"""


# Where the first page ends, and the smallest type of its words, both in pixels; a point is 4/3 of one.
FIRST = """
const page = document.querySelector("#bottom-line"), sizes = [];
const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const { data, parentElement: holder } = walk.currentNode;
  if (data.trim() && holder.checkVisibility()) sizes.push(parseFloat(getComputedStyle(holder).fontSize));
}
return [page.getBoundingClientRect().bottom + scrollY, Math.min(...sizes)];
"""


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_first_page_is_a_screen_and_a_half_in_type_to_read(
    browser: webdriver.Chrome, whole_book: Book, light: str
) -> None:
    width, height = SIZES[0]
    show(browser, width, height, light)
    browser.get((whole_book.html / "chapters" / "bottom-line.html").as_uri())
    browser.execute_async_script(SETTLED)
    bottom, smallest = browser.execute_script(FIRST)
    assert bottom <= 1.5 * height
    assert smallest >= 9.5 * 4 / 3 - 0.01


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_word_is_torn_apart_and_nothing_is_cut_off(
    browser: webdriver.Chrome, whole_book: Book, width: int, height: int
) -> None:
    show(browser, width, height, "light")
    for path in pages(whole_book):
        if path.name == "search.html":
            continue
        browser.get(path.as_uri())
        browser.execute_async_script(SETTLED)
        assert browser.execute_script(TORN) == [], path.name
        assert browser.execute_script(CUT) == [], path.name


def test_the_letters_of_figures_can_be_read_on_a_phone(browser: webdriver.Chrome, whole_book: Book) -> None:
    show(browser, *PHONE, "light")
    drawn = 0
    for path in pages(whole_book):
        browser.get(path.as_uri())
        found = browser.execute_script(LETTERS)
        drawn += len(found)
        assert [text for text, size in found if size < 10.5] == [], path.name
        assert not [text for text, _ in found if "$" in text or "\\" in text], path.name
    assert drawn > 100
    # The picture of the data flow is an image: its letters are as large as its width makes them.
    browser.get((whole_book.html / "chapters" / "method.html").as_uri())
    drawing = (whole_book.root / "chapters" / "data-flow.svg").read_text("utf-8")
    shares = browser.execute_script(
        "const image = document.querySelector('img[src*=data-flow]'); return image.width / image.naturalWidth"
    )
    smallest = min(float(rule.split("px")[0]) for rule in drawing.split("font-size: ")[1:])
    assert smallest * shares > 11


def test_by_night_too_the_weightiest_stands_out_most(browser: webdriver.Chrome, whole_book: Book) -> None:
    ledger = (whole_book.html / "chapters" / "ledger.html").as_uri()
    show(browser, 1280, 900, "light")
    browser.get(ledger)
    by_day = browser.execute_script(SHINE)
    show(browser, 1280, 900, "dark")
    browser.get(ledger)
    by_night = browser.execute_script(SHINE)
    assert by_day == sorted(by_day)
    assert by_night == sorted(by_night, reverse=True)
    assert len(set(by_night)) == 3


def test_a_phone_shows_the_title_and_the_day_of_the_report_first(
    browser: webdriver.Chrome, whole_book: Book
) -> None:
    show(browser, *PHONE, "light")
    for path in pages(whole_book):
        if path.name == "search.html":
            continue
        browser.get(path.as_uri())
        line = browser.find_element(By.CSS_SELECTOR, "article .running-head")
        assert line.is_displayed()
        assert line.location["y"] < 200
        assert "version 0" in line.text
        assert " 20" in line.text
    show(browser, 1280, 900, "light")
    assert not browser.find_element(By.CSS_SELECTOR, "article .running-head").is_displayed()


def test_one_switch_shows_all_the_code_of_a_page(browser: webdriver.Chrome, whole_book: Book) -> None:
    show(browser, 1280, 900, "light")
    browser.get((whole_book.html / "chapters" / "meetings.html").as_uri())
    code = browser.find_elements(By.CSS_SELECTOR, "article details.above-input pre")
    assert len(code) > 5
    said = browser.find_elements(By.XPATH, "//article//*[text()='Show the code']")
    assert not any(e.is_displayed() for e in said)
    assert not any(e.is_displayed() for e in code)
    switch = browser.find_element(By.CSS_SELECTOR, ".code-switch > button")
    assert switch.text == "Show the code of this page"
    browser.execute_script("arguments[0].click()", switch)
    assert all(e.is_displayed() for e in code)
    assert switch.text == "Hide the code of this page"
    browser.execute_script("arguments[0].click()", switch)
    assert not any(e.is_displayed() for e in code)
    browser.get((whole_book.html / "chapters" / "bottom-line.html").as_uri())
    assert browser.find_elements(By.CSS_SELECTOR, ".code-switch") == []
