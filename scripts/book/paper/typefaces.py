"""The typefaces of the printed book, and their characters. Fonts of the machine are never used."""

from __future__ import annotations

import importlib.util
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from scripts.book.paper.fonts import HANGUL
from scripts.book.paper.inline_elements import BREAK
from scripts.ground.faults import Fault

_SLANTS = ("Regular", "It", "Semibold", "SemiboldIt")
_SERIF = [("font_source_serif_pro", f"files/SourceSerifPro-{slant}.otf") for slant in _SLANTS]
_SANS = [("font_source_sans_pro", f"files/SourceSansPro-{slant}.otf") for slant in _SLANTS]
# The font with which matplotlib measures words in figures; it has the letters of most other scripts.
_DEJAVU = [
    ("matplotlib", f"mpl-data/fonts/ttf/{name}.ttf")
    for name in ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono")
]
# Each typeface with the locked package that contains it.
_LOCKED = [*_SERIF, *_SANS, *_DEJAVU]
# Characters that print nothing: line ends, and break points in long words.
_UNSEEN = f"\n\t{BREAK}"
# Characters that PDF/UA does not allow, whatever a typeface says.
_REFUSED = {0, 0xFEFF, 0xFFFE}
# Where characters are looked up; text is set in one of the first two, which have the same characters.
_ASKED = (_SERIF[0], _SANS[0], _DEJAVU[0])


def gathered(folder: Path) -> typst.Fonts:
    """Link exactly these typefaces into a new folder. Raises `Fault` if a package lacks one."""
    folder.mkdir()
    for file in (*(_path(*locked) for locked in _LOCKED), HANGUL):
        (folder / file.name).symlink_to(file)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _path(package: str, file: str) -> Path:
    found = importlib.util.find_spec(package)
    path = Path(found.origin).parent / file if found and found.origin else None
    if path is None or not path.is_file():
        raise Fault("requirements.txt", package, f"has no {file}", "run make environment")
    return path


@cache
def _letters() -> tuple[frozenset[int], ...]:
    """The characters that the text's typefaces share, and those of each fallback."""
    serif, sans, other = (_characters(_path(*locked)) for locked in _ASKED)
    return serif & sans, _characters(HANGUL), other


def _characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap()) - _REFUSED


@cache
def _plain() -> frozenset[str]:
    """The characters of the text's own typefaces that can be printed by themselves."""
    return frozenset(c for c in map(chr, _letters()[0]) if unicodedata.category(c)[0] != "M")


class Writer:
    """Replaces characters that cannot be printed, and remembers them."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def tree(self, node: Any) -> Any:
        """The same data with all text printable."""
        if isinstance(node, str):
            return self.text(node)
        if isinstance(node, dict):
            return {name: self.tree(value) for name, value in node.items()}
        if isinstance(node, list):
            return [self.tree(value) for value in node]
        return node

    def text(self, text: str) -> str:
        """The text with characters that no typeface has written as `[U+XXXX]`.

        A mark above or below a letter is printed where one typeface has both.
        """
        if (text.isascii() and text.isprintable()) or _plain().issuperset(text):
            return text
        written: list[str] = []
        base = ""
        for character in text:
            base = base + character if base and unicodedata.category(character)[0] == "M" else character
            if character in _UNSEEN or any(faces.issuperset(map(ord, base)) for faces in _letters()):
                written.append(character)
            else:
                self.missing.add(character)
                written.append(f"[U+{ord(character):04X}]")
                base = ""
        return "".join(written)
