"""The button that copies a finding, in Chromium: what it copies, that it says so, that it needs a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from scripts import exhibits, report
from scripts.book.html.citations_under_exhibits import _PLACE
from scripts.exhibits.citation_box import in_short
from scripts.report import Report, citations
from tests.exhibits.test_tables_in_browser import start

pytestmark = pytest.mark.browser

SCRIPT = report.ROOT / "scripts" / "book" / "html" / "static" / "copy_finding.js"


@pytest.fixture
def file(real: Report, tmp_path: Path) -> Path:
    work = citations.read_work(report.ROOT)
    cited = {one.anchor: one for one in citations.everything(real, work, report.ROOT) if one.anchor}
    shown = exhibits.ledger_table(real, home=True)._repr_html_()
    filled = _PLACE.sub(lambda p: str(in_short(cited[p[1]], "cite")) if p[1] in cited else p[0], shown)
    (tmp_path / "page.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Copying</title>'
        f"</head><body>{filled}<script>{SCRIPT.read_text('utf-8')}</script></body>",
        "utf-8",
    )
    return tmp_path / "page.html"


def test_a_button_copies_the_finding_with_its_citation(real: Report, file: Path, tmp_path: Path) -> None:
    driver = start(tmp_path / "browser")
    try:
        driver.get(file.as_uri())
        buttons = driver.find_elements(By.CSS_SELECTOR, ".copy-finding")
        assert len(buttons) == len(real.findings)
        driver.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
        button = driver.find_element(By.CSS_SELECTOR, "#finding-f1 .copy-finding")
        assert button.get_attribute("aria-label") == "Copy finding F1 with its citation"
        button.click()
        WebDriverWait(driver, 5).until(lambda _: button.text == "Copied")
        rationale, said, cited = driver.execute_script("return window.copied").split("\n")
        assert rationale == real.finding("F1").discrepancy.rationale
        assert "“Minister Lee” (B-4) refuted" in said
        assert "[" not in said
        assert "Finding F1: " in cited
        assert "version" in cited
    finally:
        driver.quit()


def test_without_scripts_there_is_no_button(file: Path, tmp_path: Path) -> None:
    driver = start(tmp_path / "browser", scripts=False)
    try:
        driver.get(file.as_uri())
        assert not driver.find_elements(By.CSS_SELECTOR, ".copy-finding")
    finally:
        driver.quit()
