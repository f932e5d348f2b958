"""The long tables in Chromium: sorting, searching, choosing, links to rows, and all of it without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from scripts import exhibits
from scripts.book.html.table_scripts import library
from scripts.exhibits.synopsis import text_of
from scripts.report import Report

pytestmark = pytest.mark.browser

TOP = "return arguments[0].getBoundingClientRect().top"


@pytest.fixture(scope="module")
def file(real: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "datatables.js").write_text(library(), "utf-8")
    for name in ("kept_choices.js", "tables.js"):
        (folder / name).write_text(text_of(name), "utf-8")
    style = "".join(text_of(name) for name in ("exhibit_foot.css", "tables.css", "stacked_tables.css"))
    shown = [
        exhibits.ledger_table(real, home=True),
        exhibits.claims_table(real, home=True),
        exhibits.counts_table(real),
        exhibits.agreed_table(real),
    ]
    (folder / "page.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tables</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style>'
        '<script src="datatables.js" defer></script><script src="kept_choices.js" defer></script>'
        '<script src="tables.js" defer></script></head>'
        f"<body>{''.join(s._repr_html_() for s in shown)}</body></html>",
        "utf-8",
    )
    return folder / "page.html"


def start(folder: Path, scripts: bool = True) -> webdriver.Chrome:
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    quiet = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
    for argument in (*quiet, "window-size=1280,900", f"user-data-dir={folder}"):
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        block = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", block)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    found = start(tmp_path_factory.mktemp("profile"))
    yield found
    found.quit()


@pytest.fixture
def page(driver: webdriver.Chrome, file: Path) -> webdriver.Chrome:
    driver.get("about:blank")
    driver.get(file.as_uri())
    assert [e["message"] for e in driver.get_log("browser") if e["level"] == "SEVERE"] == []
    return driver


def labels(page: webdriver.Chrome, table: str = "ledger", kind: str = "finding") -> list[str]:
    links = page.find_elements(By.CSS_SELECTOR, f"#table-{table} tbody th a.{kind}")
    return [link.text for link in links]


def heading(page: webdriver.Chrome, words: str) -> webdriver.remote.webelement.WebElement:
    return next(h for h in page.find_elements(By.CSS_SELECTOR, "#table-ledger thead th") if words in h.text)


def sorts(page: webdriver.Chrome, words: str, way: str) -> None:
    """Wait until a table is sorted by a column: the rows follow the click, not at once on a busy machine."""
    WebDriverWait(page, 10).until(lambda p: heading(p, words).get_attribute("aria-sort") == way)


def test_a_heading_sorts_and_sorts_back_by_mouse_and_by_key(page: webdriver.Chrome, real: Report) -> None:
    ledger = [f.label for f in real.findings]
    by_number = sorted(ledger, key=lambda label: int(label[1:]))
    assert labels(page) == ledger
    heading(page, "Finding").click()
    sorts(page, "Finding", "ascending")
    assert labels(page) == by_number  # F2 before F10
    key = heading(page, "Finding").find_element(By.CSS_SELECTOR, "[role=button]")
    page.execute_script("arguments[0].focus()", key)
    key.send_keys(Keys.ENTER)
    sorts(page, "Finding", "descending")
    assert labels(page) == by_number[::-1]
    heading(page, "Relation").click()
    sorts(page, "Relation", "ascending")
    relations = [row.get_attribute("data-relation") for row in rows(page)]
    assert relations == sorted(
        relations, key=["conflicts", "differs", "undetermined", "only in one source", "agrees"].index
    )
    page.find_element(By.CSS_SELECTOR, "#table-ledger button[type=reset]").click()
    page.execute_async_script("setTimeout(arguments[0], 50)")
    assert labels(page) == ledger


def rows(page: webdriver.Chrome) -> list[webdriver.remote.webelement.WebElement]:
    return page.find_elements(By.CSS_SELECTOR, "#table-ledger tbody tr")


def test_lists_choose_rows_and_say_how_many(page: webdriver.Chrome, real: Report) -> None:
    def choose(name: str, value: str) -> None:
        Select(page.find_element(By.CSS_SELECTOR, f"#table-ledger [name={name}]")).select_by_value(value)

    for name, value in (
        ("relation", "differs"),
        ("materiality", "material"),
        ("pillar", "extended-deterrence"),
    ):
        choose(name, value)
    wanted = exhibits.finding_labels(
        real, relation="differs", materiality="material", pillar="extended-deterrence"
    )
    assert 0 < len(wanted) < len(real.findings)
    assert labels(page) == list(wanted)
    status = page.find_element(By.CSS_SELECTOR, "#table-ledger [role=status]")
    assert status.text == f"{len(wanted)} of {len(real.findings)} findings"
    choose("type", "office-holder")
    assert page.find_element(By.CSS_SELECTOR, "#table-ledger tbody").text == "No findings fit."
    # The other table is as it was.
    assert len(labels(page, "claims", "claim")) == len(real.claims)


@pytest.mark.parametrize(
    ("words", "there", "absent"),
    [
        ("김용현", "F1", "F3"),
        ("kim yong-hyun", "F1", "F3"),
        ("조태열", "F2", "F1"),
        ("Cho Tae-yul", "F2", "F1"),
    ],
)
def test_the_search_finds_a_name_in_either_script(
    page: webdriver.Chrome, words: str, there: str, absent: str
) -> None:
    page.find_element(By.CSS_SELECTOR, "#table-ledger [name=words]").send_keys(words)
    found = labels(page)
    assert there in found
    assert absent not in found


def test_a_link_reaches_its_row_whatever_was_chosen_or_sorted(page: webdriver.Chrome, file: Path) -> None:
    page.find_element(By.CSS_SELECTOR, "#table-ledger [name=words]").send_keys("no such words")
    assert labels(page) == []
    page.execute_script("location.hash = '#finding-f12'")
    page.execute_async_script("setTimeout(arguments[0], 100)")
    row = page.find_element(By.ID, "finding-f12")
    assert "arrived" in str(row.get_attribute("class"))
    assert abs(page.execute_script(TOP, row)) < 200
    # And one that comes from another page, with nothing chosen.
    page.get("about:blank")
    page.get(f"{file.as_uri()}#finding-f40")
    row = page.find_element(By.ID, "finding-f40")
    assert -1 <= page.execute_script(TOP, row) < 200


def test_the_search_reads_words_and_no_markup(page: webdriver.Chrome) -> None:
    page.find_element(By.CSS_SELECTOR, "#table-ledger [name=words]").send_keys("materiality-material")
    assert labels(page) == []


def test_short_tables_and_those_with_a_sum_have_no_tools(page: webdriver.Chrome) -> None:
    assert page.find_elements(By.CSS_SELECTOR, "#table-counts .table-tools") == []
    assert len(page.find_elements(By.CSS_SELECTOR, ".table-tools")) == 2


@pytest.fixture
def narrow(page: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield page
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


NAMED = "return getComputedStyle(arguments[0], '::before').content"
SHOWN = "return getComputedStyle(arguments[0]).display"


def test_a_wide_page_has_columns(page: webdriver.Chrome) -> None:
    cell = page.find_element(By.CSS_SELECTOR, "#table-agreed tbody td")
    assert page.execute_script(SHOWN, cell) == "table-cell"
    assert page.execute_script(NAMED, cell) == "none"
    assert not page.find_element(By.CSS_SELECTOR, "#table-ledger [name=sort]").is_displayed()


@pytest.mark.parametrize("name", ["agreed", "ledger", "claims", "counts"])
def test_where_the_page_is_narrow_every_table_stacks_its_cells(narrow: webdriver.Chrome, name: str) -> None:
    """The sortable ones and those of numbers too: each cell names its column, and nothing scrolls."""
    cells = narrow.find_elements(By.CSS_SELECTOR, f"#table-{name} tbody tr:first-child td")
    there = [cell for cell in cells if cell.is_displayed()]
    assert len(there) > 1
    for cell in there:
        assert narrow.execute_script(SHOWN, cell) in ("block", "inline-block")
        assert len(narrow.execute_script(NAMED, cell)) > 4
    wrap = narrow.find_element(By.CSS_SELECTOR, f"#table-{name} .table-wrap, #table-{name}.table-wrap")
    assert narrow.execute_script("return arguments[0].scrollWidth <= arguments[0].clientWidth", wrap)
    assert not narrow.find_element(By.CSS_SELECTOR, f"#table-{name} thead").is_displayed()


def test_where_no_heading_is_shown_a_list_sorts(narrow: webdriver.Chrome, real: Report) -> None:
    Select(narrow.find_element(By.CSS_SELECTOR, "#table-ledger [name=sort]")).select_by_visible_text(
        "Finding"
    )
    assert labels(narrow) == sorted((f.label for f in real.findings), key=lambda label: int(label[1:]))


def test_what_was_chosen_is_kept_in_the_address(page: webdriver.Chrome, real: Report) -> None:
    def choose(table: str, name: str, value: str) -> None:
        Select(page.find_element(By.CSS_SELECTOR, f"#table-{table} [name={name}]")).select_by_value(value)

    choose("ledger", "relation", "differs")
    choose("claims", "account", "B")
    page.find_element(By.CSS_SELECTOR, "#table-ledger [name=words]").send_keys("fr")
    heading(page, "Finding").click()
    sorts(page, "Finding", "ascending")
    WebDriverWait(page, 10).until(lambda p: "ledger.sort=0-asc" in p.current_url)
    shown, address = (labels(page), labels(page, "claims", "claim")), page.current_url
    assert 0 < len(shown[0]) < len(real.findings)
    assert 0 < len(shown[1]) < len(real.claims)
    for part in ("ledger.relation=differs", "ledger.words=fr", "claims.account=B"):
        assert part in address
    page.get("about:blank")
    page.get(address)
    assert (labels(page), labels(page, "claims", "claim")) == shown
    assert page.find_element(By.CSS_SELECTOR, "#table-ledger [name=words]").get_attribute("value") == "fr"
    page.find_element(By.CSS_SELECTOR, "#table-ledger button[type=reset]").click()
    WebDriverWait(page, 10).until(lambda p: "ledger." not in p.current_url)
    assert "claims.account=B" in page.current_url
    assert labels(page) == [f.label for f in real.findings]


@pytest.mark.parametrize("asked", ["?ledger.relation=nonsense", "?ledger.sort=99-desc", "?ledger.sort=x"])
def test_an_address_that_asks_for_what_is_not_there_shows_everything(
    page: webdriver.Chrome, file: Path, real: Report, asked: str
) -> None:
    page.get(f"{file.as_uri()}{asked}")
    assert labels(page) == [f.label for f in real.findings]


def test_printing_shows_all_rows_and_then_what_was_chosen(page: webdriver.Chrome, real: Report) -> None:
    lists = page.find_element(By.CSS_SELECTOR, "#table-ledger [name=relation]")
    Select(lists).select_by_value("conflicts")
    few = labels(page)
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert labels(page) == [f.label for f in real.findings]
    page.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert labels(page) == few


def test_without_scripts_the_table_is_whole(file: Path, tmp_path: Path, real: Report) -> None:
    plain = start(tmp_path / "profile", scripts=False)
    try:
        plain.get(f"{file.as_uri()}#finding-f40")
        assert labels(plain) == [f.label for f in real.findings]
        assert not any(form.is_displayed() for form in plain.find_elements(By.CSS_SELECTOR, ".table-tools"))
        assert -1 <= plain.execute_script(TOP, plain.find_element(By.ID, "finding-f40")) < 200
    finally:
        plain.quit()
