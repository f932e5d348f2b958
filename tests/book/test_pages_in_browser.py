"""Every page, opened from disk in Chromium: on a desktop and on a phone, in light and dark mode."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selenium import webdriver

from scripts.book.installation.system import AXE
from tests.conftest import Book

pytestmark = pytest.mark.browser

SETTLED = "setTimeout(arguments[0], 250)"


def requests(driver: webdriver.Chrome) -> list[str]:
    """What the browser has requested since the last call."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_every_page_opens_whole(
    browser: webdriver.Chrome, whole_book: Book, width: int, height: int, light: str
) -> None:
    show(browser, width, height, light)
    for path in pages(whole_book):
        _see(browser, path, width, light)


@pytest.mark.parametrize(("width", "light"), [(1280, "light"), (390, "dark")])
def test_a_page_with_buttons_into_the_repository_opens_whole(
    browser: webdriver.Chrome, published: Book, width: int, light: str
) -> None:
    show(browser, width, 900, light)
    _see(browser, published.html / "chapters" / "first.html", width, light)


def show(browser: webdriver.Chrome, width: int, height: int, light: str, media: str = "") -> None:
    """Set the window's size, light or dark mode, screen or paper; and clear the log."""
    requests(browser)
    browser.get_log("browser")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    # Switch transitions off, so that colours are read in their final state.
    wishes = {"prefers-color-scheme": light, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in wishes.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features, "media": media})


def pages(book: Book) -> list[Path]:
    """Every page except the index, which only redirects."""
    found = sorted(book.html.rglob("*.html"))
    return [path for path in found if "_static" not in path.parts and path.name != "index.html"]


def _see(browser: webdriver.Chrome, path: Path, width: int, light: str) -> None:
    """Open a page; it makes no network requests, logs no errors, and does not scroll sideways."""
    browser.get(path.as_uri())
    browser.execute_async_script(SETTLED)
    asked = [url for url in requests(browser) if url.startswith(("http", "ws", "ftp"))]
    assert asked == [], path.name
    errors = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert errors == [], path.name
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width, path.name
    assert browser.execute_script("return document.documentElement.dataset.theme") == light, path.name
    faint = browser.execute_script(FAINT)
    assert faint == [], f"{path.name} in {light}"
    assert violations(browser) == [], f"{path.name} in {light}, {width} wide"


def violations(driver: webdriver.Chrome) -> list[str]:
    """The violations that axe-core finds of any of its rules, those of the theme included."""
    driver.execute_script(AXE.read_text("utf-8"))
    found = driver.execute_async_script(
        "const done = arguments[0];"
        # From disk it cannot fetch style sheets itself, but the browser has applied them.
        "axe.run(document, {preload: false, resultTypes: ['violations']})"
        ".then(r => done(r.violations), e => done(String(e)))"
    )
    assert isinstance(found, list), found
    return [
        f"{violation['id']}: {node['html'][:120]}" for violation in found for node in violation["nodes"][:3]
    ]


# Text in the exhibits whose contrast with its background is below 4.5 to 1 (WCAG 2.1, 1.4.3).
FAINT = """
const parts = c => c.match(/[\\d.]+/g).map(Number);
const shine = c => { const [r, g, b] = parts(c).map(v => v / 255)
  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b };
const ground = e => { for (; e; e = e.parentElement) {
  const c = getComputedStyle(e).backgroundColor, p = parts(c);
  if (p.length < 4 || p[3] > 0) return c } return "rgb(255, 255, 255)" };
const found = new Set();
const exhibits = "article :is(.badge, .judgment, .account-quote, td, th, figcaption)";
for (const e of document.querySelectorAll(exhibits)) {
  if (!e.textContent.trim() || e.closest("svg")) continue;
  const [a, b] = [shine(getComputedStyle(e).color), shine(ground(e))];
  if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) found.add(e.className || e.tagName);
}
return [...found];
"""
