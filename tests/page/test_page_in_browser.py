"""The page in Chromium, as a user goes through it: paste, drop, compare, filter, copy, keep, check, stop."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from scripts import compare
from scripts.book.installation.system import AXE
from tests.page.serving import ONE, TWO, Served, serving
from tests.reading.formats.shown import FILES

pytestmark = pytest.mark.browser

PDF = FILES / "release-printed-by-chromium.pdf"
PATIENCE = 90.0
# What a mouse does that drops files on an element: names and bytes of them.
DROP = """
const [element, files] = arguments;
const carried = new DataTransfer();
for (const [name, held] of files) {
  const bytes = Uint8Array.from(atob(held), (c) => c.charCodeAt(0));
  carried.items.add(new File([bytes], name));
}
for (const kind of ["dragenter", "dragover", "drop"]) {
  element.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}
"""
PASTE = """
const [area, text] = arguments;
area.focus();
document.execCommand("insertText", false, text);
"""
SET = "arguments[0].value = arguments[1]"


class Shown:
    """A browser with the page, and what a user does there."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def one(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return [e for e in self.driver.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()]

    def paste(self, box: str, text: str) -> None:
        self.driver.execute_script(PASTE if len(text) < 10000 else SET, self.one(f"#text-{box}"), text)

    def drop(self, css: str, *files: Path) -> None:
        held = [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files]
        self.driver.execute_script(DROP, self.one(css), held)

    def press(self, words: str) -> None:
        next(b for b in self.all("button") if b.text == words).click()

    def until(self, found: Callable[[], object], seconds: float = PATIENCE) -> None:
        end = time.monotonic() + seconds
        while not found():
            assert time.monotonic() < end, self.one("main").text[:2000]
            time.sleep(0.1)

    def answered(self) -> None:
        self.until(lambda: not self.all("#work"))
        assert self.all("#result"), self.one("#problem").text

    def refused(self) -> str:
        self.until(lambda: self.all("#problem"))
        assert not self.all("#work")
        return self.one("#problem").text

    def downloaded(self, ending: str) -> str:
        self.until(lambda: list(self.folder.glob(f"*.{ending}")), 20)
        file = next(iter(self.folder.glob(f"*.{ending}")))
        self.until(lambda: file.stat().st_size, 20)
        return file.read_text("utf-8-sig")

    def faults(self) -> list[str]:
        """What axe-core finds, and what the browser itself has to say."""
        self.driver.execute_script(AXE.read_text("utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {preload: false, resultTypes: ['violations']})"
            ".then(r => done(r.violations), e => done([{id: String(e), nodes: []}]))"
        )
        log = [e["message"] for e in self.driver.get_log("browser") if e["level"] == "SEVERE"]
        return [f"{v['id']}: {[n['html'][:90] for n in v['nodes'][:3]]}" for v in found] + log


Open = Callable[..., Shown]


@pytest.fixture
def opened(served: Served, tmp_path: Path) -> Iterator[Open]:
    drivers = []

    def start(address: str = "", width: int = 1280, light: str = "light") -> Shown:
        folder = tmp_path / f"user-{len(drivers)}"
        (folder / "downloads").mkdir(parents=True)
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        quiet = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
        for argument in (*quiet, f"window-size={width},900", f"user-data-dir={folder / 'profile'}"):
            options.add_argument(f"--{argument}")
        options.add_experimental_option("prefs", {"download.default_directory": str(folder / "downloads")})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        drivers.append(driver)
        driver.set_script_timeout(180)
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        media = [{"name": "prefers-color-scheme", "value": light}]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
        driver.get(address or served.address)
        return Shown(driver, folder / "downloads")

    yield start
    for driver in drivers:
        driver.quit()


def test_paste_compare_filter_copy_download_check_reload(opened: Open) -> None:
    page = opened()
    page.paste("A", ONE)
    page.paste("B", TWO)
    page.press("Compare")
    page.answered()
    # The table that fits a screen, then the gravest finding, with its sentences and the words at issue.
    assert "who Ana Duarte Luis Poe conflicts n1" in page.one("#result table.exhibit").text
    first = page.all("#result .told")[0]
    assert [m.text for m in first.find_elements(By.CSS_SELECTOR, ".sentence mark")] == [
        "Ana Duarte",
        "Luis Poe",
    ]
    assert "Mayor Luis Poe." in first.text
    # Side by side, with a choice of passages that is alive.
    assert len(page.all("#result .synopsis-account")) == 2
    page.one("#result .unit-label").click()
    assert "n1" in page.one(".synopsis-panel").text
    # Filters.
    status = page.one("#result .choose-from [role=status]")
    everything = status.text
    Select(page.one("#result .choose-from [name=relation]")).select_by_value("differs")
    assert [card.get_attribute("data-relation") for card in page.all("#result .told")] == ["differs"]
    assert status.text != everything
    page.press("Show all")
    page.one("#result .choose-from [name=words]").send_keys("euros")
    assert len(page.all("#result .told")) == 1
    page.press("Show all")
    page.until(lambda: status.text == everything)
    # Copy as text.
    page.driver.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    page.press("Copy as text")
    page.until(lambda: page.one(".copied").text == "Copied.")
    copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert "n1  CONFLICTS  name" in copied
    # Each form to keep.
    for words, ending, held in (("HTML", "html", "<!DOCTYPE html>"), ("CSV", "csv", "id,type,relation"),
                                ("JSON", "json", "discrepancies"), ("Markdown", "md", "| n1 |")):  # fmt: skip
        page.press(f"Download {words}")
        assert held in page.downloaded(ending)
    # The third box.
    page.paste("statements", "The works cost 91 million euros.\nThe mayor sang.\n")
    page.press("Check")
    page.answered()
    assert [c.get_attribute("data-verdict") for c in page.all("#result .told")] == [
        "contradicted",
        "not enough to tell",
    ]
    assert page.one("#result .told mark").text == "19 million euros"
    Select(page.one("[name=against]")).select_by_value("B")
    page.press("Check")
    page.answered()
    assert page.all("#result .told")[-1].get_attribute("data-verdict") == "supported"
    assert page.faults() == []
    # Nothing is kept.
    page.driver.refresh()
    assert [page.one(f"#text-{box}").get_attribute("value") for box in ("A", "B", "statements")] == [
        "",
        "",
        "",
    ]
    assert not page.all("#result")
    kept = "return [localStorage.length, sessionStorage.length, document.cookie]"
    assert page.driver.execute_script(kept) == [0, 0, ""]
    page.paste("A", ONE)
    page.paste("B", ONE)
    page.press("Compare")
    page.answered()
    assert "conflict" not in page.one("#result .totals").text


def test_what_is_downloaded_is_the_same_page_from_disk(opened: Open) -> None:
    page = opened()
    page.paste("A", ONE)
    page.paste("B", TWO)
    page.press("Compare")
    page.answered()
    cards = [card.text for card in page.all("#result .told")]
    page.press("Download HTML")
    page.downloaded("html")
    page.driver.get((page.folder / "comparison.html").as_uri())
    assert [card.text for card in page.all(".told")] == cards
    Select(page.one(".choose-from [name=relation]")).select_by_value("conflicts")
    assert len(page.all(".told")) == 2
    page.one(".unit-label").click()
    assert page.all(".synopsis-panel")
    assert page.faults() == []


def test_files_are_dropped_or_chosen(opened: Open) -> None:
    page = opened()
    page.drop("[data-siglum=A]", PDF)
    assert page.one("[data-siglum=A] .held-name").text.startswith(PDF.name)
    assert not page.all("#text-A")
    page.one("[data-siglum=B] input[type=file]").send_keys(str(FILES / "page-saved-by-chromium.html"))
    page.press("Compare")
    page.answered()
    assert "left out" in page.one("#result .accounts-read").text
    # Taken out again, and two at once onto the page: each goes into a box.
    for button in page.all(".take-out"):
        button.click()
    assert page.all("#text-A, #text-B")
    page.drop("h1", FILES / "notice-by-pandoc.docx", FILES / "mail-by-mutt.eml")
    held = [held.text.partition(",")[0] for held in page.all(".held-name")]
    assert held == ["notice-by-pandoc.docx", "mail-by-mutt.eml"]
    page.press("Compare")
    page.answered()


def test_a_third_account(opened: Open) -> None:
    page = opened()
    for box, text in (("A", ONE), ("B", TWO)):
        page.paste(box, text)
    page.press("Add an account")
    page.paste("C", TWO.replace("91 million", "17 million"))
    page.press("Compare")
    page.answered()
    assert len(page.all("#result table.exhibit caption")) == 3
    assert len(page.all("#result .synopsis-account")) == 3


def test_the_keyboard_is_enough(opened: Open) -> None:
    page = opened()
    keys = ActionChains(page.driver)
    keys.send_keys(Keys.TAB, ONE, Keys.TAB, Keys.TAB, TWO, Keys.TAB, Keys.TAB, Keys.ENTER).perform()
    page.answered()
    active = "return document.activeElement"
    assert page.driver.execute_script(f"{active}.closest('#result') !== null")
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    # From the heading on: the finding's filter can be reached, and used.
    for _ in range(12):
        if page.driver.execute_script(f"return {active[7:]}.name === 'relation'"):
            break
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
    ActionChains(page.driver).send_keys("d").perform()
    assert {card.get_attribute("data-relation") for card in page.all("#result .told")} == {"differs"}
    page.one("#text-B").send_keys(" The dam is old.", Keys.CONTROL, Keys.ENTER)
    page.until(lambda: page.all("#work"))
    page.answered()


def test_what_is_missing_is_said_where_it_is(opened: Open) -> None:
    page = opened()
    page.paste("A", ONE)
    page.press("Compare")
    assert "Give two accounts" in page.refused()
    assert page.driver.switch_to.active_element.get_attribute("id") == "text-B"
    page.press("Check")
    assert "statements" in page.refused()
    page.paste("B", "Der Minister hat am Montag die neue Talsperre eingeweiht, die noch nicht fertig ist.")
    page.press("Compare")
    page.until(lambda: "pasted text B" in page.one("#problem").text)
    assert page.faults() == []


def long_text(characters: int) -> str:
    sentence = ONE.strip()
    return "\n".join(f"{sentence} The mayor named {n} engineers." for n in range(characters // 200))


def test_five_megabytes_are_told_of_and_can_be_stopped(opened: Open) -> None:
    page = opened()
    page.paste("A", long_text(5_000_000))
    page.paste("B", TWO)
    assert page.driver.execute_script("return document.getElementById('text-A').value.length") > 4_500_000
    page.press("Compare")
    page.until(lambda: "finding what each account claims" in page.one("#work .step").text)
    page.until(lambda: page.one("#work .elapsed").text not in ("", "0 s"))
    assert page.driver.switch_to.active_element.text == "Stop"
    page.press("Stop")
    assert page.refused() == "Stopped."
    page.driver.execute_script(SET, page.one("#text-A"), ONE)
    page.press("Compare")
    page.answered()


def test_more_than_may_be_is_said_before_it_is_sent(opened: Open, tmp_path: Path) -> None:
    page = opened()
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate((64 << 20) + 1)
    page.one("[data-siglum=A] input[type=file]").send_keys(str(large))
    assert page.refused() == "large.pdf is 64 MB large; a file may have 64 MB: give the text of one account."
    page.paste("A", "One sentence tells of the dam. " * 600_000)
    page.paste("B", TWO)
    page.press("Compare")
    assert "larger than 16 MB" in page.refused()


def test_a_worker_that_dies_gives_a_line_and_the_page_goes_on(opened: Open, served: Served) -> None:
    page = opened()
    page.paste("A", long_text(1_000_000))
    page.paste("B", TWO)
    page.press("Compare")
    page.until(lambda: "finding what each" in page.one("#work .step").text)
    served.kill_workers()
    assert page.refused().startswith("the work ended before it was done (killed by SIGKILL")
    page.driver.execute_script(SET, page.one("#text-A"), ONE)
    page.press("Compare")
    page.answered()


def test_two_users_at_once(opened: Open) -> None:
    pages = [opened(), opened()]
    for number, page in enumerate(pages):
        page.paste("A", ONE.replace("Duarte", f"Duarte{'xy'[number] * 3}"))
        page.paste("B", TWO)
    for page in pages:
        page.press("Compare")
    for number, page in enumerate(pages):
        page.answered()
        assert f"Duarte{'xy'[number] * 3}" in page.one("#result").text
        assert f"Duarte{'yx'[number] * 3}" not in page.one("#result").text


HOSTILE = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'"> <b>bold</b>'


def test_hostile_words_are_only_shown(opened: Open, tmp_path: Path) -> None:
    page = opened()
    name = tmp_path / "<img src=x onerror=alert(1)>.txt"
    name.write_text(f"{ONE} He said {HOSTILE} on Monday.\n", "utf-8")
    page.drop("[data-siglum=A]", name)
    page.paste("B", f"{TWO} He said {HOSTILE} on Friday.\n")
    page.paste("statements", f"He said {HOSTILE} on Friday.")
    for task in ("Compare", "Check"):
        page.press(task)
        page.answered()
        assert "<b>bold</b>" in page.one("#result").text
        assert page.driver.title == "Compare accounts"
        assert (
            page.driver.execute_script("return document.querySelectorAll('main img, main script').length")
            == 0
        )
    assert page.faults() == []


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_whole_at_every_width_by_day_and_by_night(opened: Open, width: int, light: str) -> None:
    page = opened(width=width, light=light)
    assert page.faults() == []
    page.paste("A", ONE)
    page.paste("B", TWO)
    page.paste("statements", "The works cost 91 million euros.")
    for task in ("Compare", "Check"):
        page.press(task)
        page.answered()
        assert page.faults() == [], task
        assert page.driver.execute_script("return document.documentElement.scrollWidth") <= width
    ground = page.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (light == "light")


def test_files_of_the_command_line_are_compared_at_once(opened: Open, tmp_path: Path) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, "utf-8")
    with serving(str(tmp_path / "one.txt"), str(tmp_path / "two.txt")) as found:
        page = opened(found.address)
        for _ in range(2):
            page.until(lambda: page.all("#result"))
            assert "one.txt" in page.one("#result .accounts-read").text
            page.driver.refresh()


def test_displayed_in_a_notebook_it_takes_its_light_and_the_height_it_needs(
    opened: Open, tmp_path: Path
) -> None:
    shown = compare(ONE, TWO)._repr_html_()
    notebook = tmp_path / "notebook.html"
    head = '<!DOCTYPE html><html lang="en" data-theme="dark"><meta charset="utf-8"><title>A notebook</title>'
    notebook.write_text(f"{head}<body><main><h1>A notebook</h1>{shown}</main></body></html>", "utf-8")
    page = opened(notebook.as_uri())
    frame = page.one("iframe")
    page.until(lambda: frame.size["height"] > 700)
    assert not page.all(".print-only")
    page.driver.switch_to.frame(frame)
    assert page.driver.execute_script("return document.documentElement.dataset.theme") == "dark"
    assert (
        page.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        == "rgb(20, 24, 29)"
    )
    Select(page.one("[name=relation]")).select_by_value("differs")
    assert len(page.all(".told")) == 1
    page.one(".unit-label").click()
    assert page.all(".synopsis-panel")
    assert page.faults() == []


def test_without_the_token_the_browser_shows_no_page(opened: Open, served: Served) -> None:
    page = opened(f"http://{served.host}/")
    assert "only under the whole address" in page.one("body").text
    page.driver.get("data:text/html,<title>another site</title>")
    for method, part in (("GET", ""), ("POST", "work")):
        asked = (
            f"const done = arguments[0]; fetch('{served.address}{part}', {{method: '{method}'}})"
            ".then(r => done(r.status), () => done('refused'))"
        )
        assert page.driver.execute_async_script(asked) == "refused"
