"""In which order the lines of a printed page are read, and whether that is sure.

Two orders are known of a page: that in which its lines were drawn, and that in which they stand (column by
column where an empty strip parts them, from the top down else). Where the two are one, the order is sure;
where nothing stands beside anything else, too. Else columns that are clear are read as columns, the rest as
it was drawn, and the page is marked as unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_STARTS = 40  # places at which lines start, the most frequent of which are tried as the edge of a column
_ROWS = 3  # lines beside each other, at the least, that make columns
_WIDE = 16  # characters of a line of a column, in the mean; less is a table
_CROSSING = 0.34  # of the lines, at the most, that may run across both columns
_GAP = 5.0  # points between two columns, at the least


@dataclass(frozen=True)
class Line:
    """A line of a page, in points from its lower left corner; ``drawn`` is when it was drawn."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    drawn: int

    def beside(self, other: Line) -> bool:
        """Say whether both stand on one height, the one beside the other."""
        low, high = max(self.bottom, other.bottom), min(self.top, other.top)
        return high - low > 0.5 * min(self.top - self.bottom, other.top - other.bottom)


@dataclass(frozen=True)
class Arranged:
    """The lines of a page in the order in which they are read, column by column; whether that is sure."""

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
    """Yield columns from left to right; a line across them ends those above it."""
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
    """Return where the right one of two columns begins, if there are two."""
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
    """Yield lines from the top down, those on one height from left to right."""
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
    """Yield lines as they were drawn, parted where one begins above the line before."""
    run: list[Line] = []
    for line in drawn:
        if run and line.bottom > run[-1].top:
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)
