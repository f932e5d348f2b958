"""Joining the parts of one printed line: widely spaced words, a bullet and its text, cells of a table row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scripts.reading.formats.arranging import Line

BULLET = re.compile(r"[•◦▪‣●○■□·–—o-]|\(?(?:\d{1,2}|[a-z])[.)]")
BAR = " | "  # between the cells of a table
_FAR = 3.0  # words of one line are at most this many font sizes apart
_ALIGNED = 3  # cells or columns: at least this many parts, and half of all, have the same left edge
_CELL = 24  # the largest mean length of cells, in characters
_ABOUT = 12  # how many of the lines drawn next are looked at
_NEAR = 3.0  # left edges this close are the same, in points


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, joining those that were drawn one after the other at the same height.

    If the second parts of many lines have the same left edge, they are cells of a table and are joined with a
    bar; if they are long, they are lines of two columns that were drawn row by row, and stay separate.
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
    """Return the common left edges of second parts, and whether those parts are cells of a table."""
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
    """Say whether a line nearby covers the gap between two parts, which no line does between columns."""
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
