"""The synopsis in Chromium: choosing with mouse and keys, filters, and what stays without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from scripts.exhibits.comparison_page import page
from scripts.report import Report

pytestmark = pytest.mark.browser

Open = Callable[..., webdriver.Chrome]
IN_VIEW = """
const pane = arguments[0].closest(".synopsis-account").getBoundingClientRect();
const unit = arguments[0].getBoundingClientRect();
return unit.top >= pane.top - 1 && unit.top < pane.bottom;
"""


@pytest.fixture(scope="module")
def file(real: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synopsis") / "page.html"
    path.write_text(page(real, real.findings), "utf-8")
    return path


@pytest.fixture
def opened(file: Path, tmp_path: Path) -> Iterator[Open]:
    drivers = []

    def start(anchor: str = "", scripts: bool = True) -> webdriver.Chrome:
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        quiet = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
        for argument in (*quiet, "window-size=1280,900", f"user-data-dir={tmp_path / 'profile'}"):
            options.add_argument(f"--{argument}")
        if not scripts:
            block = {"profile.managed_default_content_settings.javascript": 2}
            options.add_experimental_option("prefs", block)
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        drivers.append(driver)
        driver.get(f"{file.as_uri()}{anchor}")
        return driver

    yield start
    for driver in drivers:
        driver.quit()


def chosen(driver: webdriver.Chrome) -> list[str]:
    found = driver.find_elements(By.CSS_SELECTOR, ".unit.chosen")
    return [str(unit.get_attribute("id")) for unit in found]


def told(driver: webdriver.Chrome) -> str:
    return driver.find_element(By.CSS_SELECTOR, ".synopsis-panel").text


def test_choosing_brings_the_counterpart_into_view(opened: Open) -> None:
    driver = opened()
    assert not driver.find_element(By.CSS_SELECTOR, ".synopsis-panel").is_displayed()
    label = driver.find_element(By.CSS_SELECTOR, "#synopsis-a-14 .unit-label")
    driver.execute_script("arguments[0].click()", label)
    assert chosen(driver) == ["synopsis-a-14"]
    assert label.get_attribute("aria-pressed") == "true"
    partner = driver.find_element(By.ID, "synopsis-b-11")
    assert "partner" in str(partner.get_attribute("class"))
    assert driver.execute_script(IN_VIEW, partner)
    assert "In B: B-11 (related), B-22 (related)" in told(driver)
    assert "only in one source" in told(driver)
    driver.execute_script("arguments[0].click()", driver.find_element(By.CSS_SELECTOR, "#synopsis-b-19"))
    assert chosen(driver) == ["synopsis-b-19"]
    assert "no counterpart was found" in told(driver)


def test_the_keyboard_is_enough(opened: Open) -> None:
    driver = opened()
    driver.execute_script("document.querySelector('#synopsis-a-2 .unit-label').focus()")
    for key, expected in (
        (Keys.ENTER, "synopsis-a-2"),
        (Keys.ARROW_RIGHT, "synopsis-b-4"),
        (Keys.ARROW_DOWN, "synopsis-b-5"),
        (Keys.ARROW_LEFT, "synopsis-a-3"),
        (Keys.ARROW_UP, "synopsis-a-2"),
    ):
        ActionChains(driver).send_keys(key).perform()
        assert chosen(driver) == [expected]
        assert driver.execute_script("return document.activeElement.closest('.unit').id") == expected
        assert driver.execute_script(IN_VIEW, driver.find_element(By.ID, expected))
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    assert chosen(driver) == []


def test_a_place_can_be_linked_to(opened: Open) -> None:
    assert chosen(opened("#synopsis-b-4")) == ["synopsis-b-4"]


def test_filters(opened: Open) -> None:
    driver = opened()
    status = driver.find_element(By.CSS_SELECTOR, ".synopsis-status")
    units = driver.find_elements(By.CSS_SELECTOR, ".unit[id]")
    assert status.text == f"{len(units)} of {len(units)} passages"
    Select(driver.find_element(By.CSS_SELECTOR, ".synopsis-filters [name=relation]")).select_by_value(
        "conflicts"
    )
    kept = {str(u.get_attribute("id")) for u in units if "off" not in str(u.get_attribute("class")).split()}
    assert {"synopsis-a-1", "synopsis-a-2", "synopsis-b-3", "synopsis-b-4"} <= kept
    assert len(kept) < len(units)
    assert status.text == f"{len(kept)} of {len(units)} passages"
    Select(driver.find_element(By.CSS_SELECTOR, ".synopsis-filters [name=pillar]")).select_by_value(
        "alliance-capabilities"
    )
    fewer = [u for u in units if "off" not in str(u.get_attribute("class")).split()]
    assert 0 < len(fewer) < len(kept)
    assert all(u.get_attribute("data-pillar") == "alliance-capabilities" for u in fewer)


def test_what_was_chosen_is_kept_in_the_address(opened: Open, file: Path) -> None:
    driver = opened()
    Select(driver.find_element(By.NAME, "standing")).select_by_value("refuted")
    said = driver.find_element(By.CSS_SELECTOR, ".synopsis-status").text
    assert "synopsis.standing=refuted" in driver.current_url
    kept = driver.find_elements(By.CSS_SELECTOR, ".unit[id]:not(.off)")
    assert {"synopsis-a-2", "synopsis-b-4"} <= {u.get_attribute("id") for u in kept}
    address = driver.current_url
    driver.get("about:blank")
    driver.get(address)
    assert driver.find_element(By.CSS_SELECTOR, ".synopsis-status").text == said
    assert Select(driver.find_element(By.NAME, "standing")).first_selected_option.text == "refuted"


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_what_is_said_of_a_claim_is_on_the_screen_beside_it(opened: Open, width: int, height: int) -> None:
    driver = sized(opened(), width, height)
    for name in ("synopsis-a-1", "synopsis-a-14", "synopsis-b-23", "synopsis-b-4"):
        label = driver.find_element(By.CSS_SELECTOR, f"#{name} .unit-label")
        driver.execute_script("arguments[0].click()", label)
        panel = driver.find_element(By.CSS_SELECTOR, ".synopsis-panel")
        top, bottom, unit = driver.execute_script(
            "const box = e => e.getBoundingClientRect(); return [box(arguments[0]).top, "
            "box(arguments[0]).bottom, box(arguments[1]).top]", panel, driver.find_element(By.ID, name),
        )  # fmt: skip
        assert 0 < top < bottom <= height
        assert 0 <= unit < top
    driver.find_element(By.CSS_SELECTOR, ".synopsis-close").click()
    assert not panel.is_displayed()
    assert chosen(driver) == []


def test_a_phone_shows_one_account_whole_and_no_word_of_keys(opened: Open) -> None:
    driver = sized(opened(), 390, 844)
    first, second = driver.find_elements(By.CSS_SELECTOR, ".synopsis-account")
    assert (first.is_displayed(), second.is_displayed()) == (True, False)
    assert not driver.find_element(By.CSS_SELECTOR, ".synopsis-keys").is_displayed()
    assert driver.execute_script("return arguments[0].scrollHeight <= arguments[0].clientHeight + 1", first)
    driver.find_element(By.CSS_SELECTOR, "[data-account=B]").click()
    assert (first.is_displayed(), second.is_displayed()) == (False, True)
    # Its counterpart's words come with the panel, and its label leads there.
    driver.execute_script("document.querySelector('#synopsis-b-4 .unit-label').click()")
    words = driver.find_element(By.CSS_SELECTOR, ".synopsis-beside")
    assert words.is_displayed()
    words.find_element(By.LINK_TEXT, "A-2").click()
    assert chosen(driver) == ["synopsis-a-2"]
    assert (first.is_displayed(), second.is_displayed()) == (True, False)


def sized(driver: webdriver.Chrome, width: int, height: int) -> webdriver.Chrome:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    return driver


def test_without_scripts_the_text_and_its_links_stay(opened: Open) -> None:
    driver = opened(scripts=False)
    panes = driver.find_elements(By.CSS_SELECTOR, ".synopsis-account")
    assert len(panes) == 2
    assert all(pane.is_displayed() for pane in panes)
    assert driver.find_element(By.CSS_SELECTOR, ".synopsis-legend").is_displayed()
    assert not driver.find_element(By.CSS_SELECTOR, ".synopsis-switch").is_displayed()
    assert not driver.find_element(By.CSS_SELECTOR, ".synopsis-filters").is_displayed()
    assert not driver.find_element(By.CSS_SELECTOR, ".synopsis-help").is_displayed()
    link = driver.find_element(By.CSS_SELECTOR, "#synopsis-a-2 sup a")
    assert str(link.get_attribute("href")).endswith("#finding-f3")
