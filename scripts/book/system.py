"""What the book needs of the system beside Python: Pango and a Hangul font to print, Chromium to test.

`python -m scripts.book.system pdf` or `browser` installs what is missing, where this user may, or says in
one line what to install.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import shutil
import subprocess
import sys

from scripts.book.environment import Missing, apt_install

PDF_ON_DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-nanum")
BROWSER_ON_DEBIAN = ("chromium", "chromium-driver")


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
    """See that Chromium can be driven, with a font for every script in the book. Raises `Missing`."""
    if not _has_browser() and not (apt_install(*BROWSER_ON_DEBIAN) and _has_browser()):
        raise Missing(f"no browser tests: on Debian, apt-get install {' '.join(BROWSER_ON_DEBIAN)}")


def _has_browser() -> bool:
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


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
