"""Parts of one printed line that stand apart, made one again: words set wide, bullets, cells of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scripts.reading.formats.arranging import Line

BULLET = re.compile(r"[•◦▪‣●○■□·–—o-]|\(?(?:\d{1,2}|[a-z])[.)]")
BAR = " | "  # between the cells of a table
_FAR = 3.0  # sizes of the letters: words of one line stand no further apart
_ALIGNED = 3  # parts that begin at one place, at the least, and half of all: cells, or columns
_CELL = 24  # characters of a cell, at the most, in the mean
_ABOUT = 12  # lines drawn after one
_NEAR = 3.0  # points: what begins at one place


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those made one that were drawn one after the other and stand on one height.

    Where their second parts begin at one place, they are cells of a table, which a bar parts, or, if they are
    long, lines of two columns that were drawn row by row, which stay apart.
    """
    drawn = sorted(lines, key=lambda line: line.drawn)
    aligned, cells = _aligned(drawn)
    found: list[Line] = []
    for at, line in enumerate(drawn):
        if not found or not _follows(found[-1], line):
            found.append(line)
            continue
        before, about = found[-1], (*found[-4:-1], *drawn[at + 1 : at + _ABOUT])
        set_wide = _place(line) not in aligned and (_close(before, line) or _bridged(before, line, about))
        if BULLET.fullmatch(before.text) or set_wide:
            found[-1] = _one(before, line, " ")
        elif cells:
            found[-1] = _one(before, line, BAR)
        else:
            found.append(line)
    return found


def _aligned(drawn: Sequence[Line]) -> tuple[set[int], bool]:
    """Return where the second parts of many lines begin, and whether those are cells of a table."""
    pairs = [(one, other) for one, other in pairwise(drawn) if _follows(one, other)]
    begins = Counter(_place(other) for _, other in pairs)
    aligned = {place for place, times in begins.items() if times >= max(_ALIGNED, len(pairs) / 2)}
    lengths = [len(part.text) for pair in pairs if _place(pair[1]) in aligned for part in pair]
    return aligned, bool(lengths) and sum(lengths) / len(lengths) <= _CELL


def _place(line: Line) -> int:
    return round(line.left / _NEAR)


def _follows(one: Line, other: Line) -> bool:
    return one.beside(other) and other.left >= one.right - 0.5 * one.size


def _close(one: Line, other: Line) -> bool:
    return other.left - one.right <= _FAR * max(one.size, other.size)


def _bridged(one: Line, other: Line, about: Sequence[Line]) -> bool:
    """Say whether a line right above or below runs through the gap of two parts, as none does of columns."""
    return any(
        line.left < one.right and line.right > other.left and abs(line.bottom - one.bottom) < _FAR * one.size
        for line in about
    )


def _one(one: Line, other: Line, between: str) -> Line:
    longer = max(one, other, key=lambda line: len(line.text))
    return replace(
        longer,
        text=one.text + between + other.text,
        left=one.left,
        right=other.right,
        bottom=min(one.bottom, other.bottom),
        top=max(one.top, other.top),
        bold=one.bold and other.bold,
        drawn=one.drawn,
    )
