"""The reading order of the lines of a printed page, and whether it is sure.

A page has two orders: the order in which its lines were drawn, and the order of their positions (column by
column if an empty strip separates columns, otherwise from top to bottom). If both agree, or if no two lines
stand side by side, the order is sure. Otherwise clear columns are read as columns, everything else in drawing
order, and the page is marked as unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_STARTS = 40  # try this many of the most frequent left edges of lines as the edge of a column
_ROWS = 3  # columns have at least this many lines side by side
_WIDE = 16  # mean characters of a line of a column; shorter ones are cells of a table
_CROSSING = 0.34  # the largest share of lines that may run across both columns
_GAP = 5.0  # the smallest gap between two columns, in points


@dataclass(frozen=True)
class Line:
    """A line of a page, in points from its lower left corner; ``drawn`` is its place in drawing order."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    drawn: int

    def beside(self, other: Line) -> bool:
        """Say whether both lines overlap in height by more than half, so that they stand side by side."""
        low, high = max(self.bottom, other.bottom), min(self.top, other.top)
        return high - low > 0.5 * min(self.top - self.bottom, other.top - other.bottom)


@dataclass(frozen=True)
class Arranged:
    """The lines of a page in reading order, column by column, and whether that order is sure."""

    columns: tuple[tuple[Line, ...], ...]
    sure: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in that order."""
        return tuple(line for column in self.columns for line in column)


def arranged(lines: Sequence[Line]) -> Arranged:
    """Return the lines of a page in reading order."""
    drawn = sorted(lines, key=lambda line: line.drawn)
    columns = tuple(tuple(column) for column in _columns(drawn) if column)
    standing = [line for column in columns for line in column]
    if standing == drawn:
        return Arranged(columns, sure=True)
    if not _any_beside(lines):
        return Arranged(columns, sure=True)
    if len(columns) > 1:
        return Arranged(columns, sure=False)
    return Arranged(tuple(_runs(drawn)), sure=False)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield columns from left to right. A line that runs across them ends the columns above it."""
    down = sorted(lines, key=lambda line: (-line.top, line.left))
    edge = _edge(down)
    if edge is None:
        yield list(_rows(down))
        return
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []
    for line in down:
        if line.left >= edge - 1 or line.right <= edge - _GAP:
            yield across
            across = []
            (right if line.left >= edge - 1 else left).append(line)
        else:
            yield from _side_by_side(left, right)
            left, right = [], []
            across.append(line)
    yield across
    yield from _side_by_side(left, right)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> Iterator[list[Line]]:
    for column in (left, right):
        if column:
            yield from _columns(column)


def _edge(lines: Sequence[Line]) -> float | None:
    """Return the left edge of the second column, or None if there is only one."""
    best: tuple[int, float] | None = None
    for start, times in Counter(round(line.left) for line in lines).most_common(_STARTS):
        if times < _ROWS:
            break
        left = [line for line in lines if line.right <= start - _GAP]
        right = [line for line in lines if line.left >= start - 1]
        across = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _ROWS or across > _CROSSING * len(lines):
            continue
        wide = min(sum(len(line.text) for line in side) / len(side) for side in (left, right))
        if wide >= _WIDE and _common_height(left, right) and (best is None or (across, -start) < best):
            best = (across, -start)
    return -best[1] if best else None


def _common_height(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether columns stand beside each other over some lines."""
    low = max(min(line.bottom for line in side) for side in (left, right))
    high = min(max(line.top for line in side) for side in (left, right))
    return all(
        sum(low - 1 <= line.bottom and line.top <= high + 1 for line in s) >= _ROWS for s in (left, right)
    )


def _rows(down: Sequence[Line]) -> Iterator[Line]:
    """Yield lines from top to bottom, and lines of the same height from left to right."""
    row: list[Line] = []
    for line in down:
        if row and not row[0].beside(line):
            yield from sorted(row, key=lambda one: one.left)
            row = []
        row.append(line)
    yield from sorted(row, key=lambda one: one.left)


def _any_beside(lines: Sequence[Line]) -> bool:
    down = sorted(lines, key=lambda line: -line.top)
    return any(one.beside(other) for one, other in pairwise(down))


def _runs(drawn: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield lines in drawing order, split wherever a line stands above the one before it."""
    run: list[Line] = []
    for line in drawn:
        if run and line.bottom > run[-1].top:
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)
