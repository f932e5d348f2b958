"""Make the Korean typeface of the printed book from the full one; the same file gives the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from scripts.book.determinism import ROOT
from scripts.book.paper.fonts import HANGUL
from scripts.ground.faults import Fault

FAMILY = "Noto Sans CJK KR"
# Hangul Jamo; symbols of the Jamo; East Asian punctuation.
_BLOCKS = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0x3000, 0x3040))
# The Latin typefaces have the characters before this one.
_EAST_ASIAN = 0x2E80


def repertoire(seeds: Path) -> set[int]:
    """The characters that the typeface needs, as far as the full one has them."""
    read = {ord(c) for path in seeds.rglob("*") if path.is_file() for c in path.read_text("utf-8")}
    return {
        *_standard("euc_kr"),
        *_standard("euc_jp"),
        *(code for block in _BLOCKS for code in block),
        *(c for c in read if c > _EAST_ASIAN),
    }


def _standard(encoding: str) -> Iterator[int]:
    """The two-byte characters of an encoding: of Korean KS X 1001, or of Japanese JIS X 0208."""
    for code in range(0x80, 0x10000):
        try:
            written = chr(code).encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(written) == 2:
            yield code


def make(whole: Path, into: Path) -> None:
    """Write the subset. Raises `Fault` where the file given is not the typeface."""
    try:
        fonts = TTCollection(whole, lazy=True).fonts
        font: TTFont = next(f for f in fonts if f["name"].getDebugName(1) == FAMILY)
    except (TTLibError, OSError, StopIteration) as error:
        raise Fault(whole, FAMILY, f"is not in it: {error}", "give NotoSansCJK-Regular.ttc") from error
    options = subset.Options()
    options.layout_features = ["ccmp", "ljmo", "vjmo", "tjmo"]
    options.hinting = False
    options.name_IDs = [*range(7), 13, 14]  # keep its names and its licence
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # for vertical lines
    font.recalcTimestamp = False
    cut = subset.Subsetter(options)
    cut.populate(unicodes=repertoire(ROOT / "seeds"))
    cut.subset(font)
    font.save(into)


if __name__ == "__main__":
    try:
        make(Path(sys.argv[1] if len(sys.argv) > 1 else ""), HANGUL)
    except Fault as fault:
        sys.exit(f"fonts: {fault}")
