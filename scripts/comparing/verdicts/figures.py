"""Numbers and dates as ranges: what a statement's figure asks for, and whether a sentence's figure meets it.

"More than 15,000 tests" asks for a range; "14,904 tests" lies outside it, "15,201 tests" within. A figure is
met (its range holds the other's), broken (the ranges have nothing in common), or left open. Dates are read
the same way: "before 11 April" asks for the days up to the 10th.
"""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass
from datetime import date

from scripts.reading.details.dates import Dating
from scripts.reading.words import Word

COUNT, ORDINAL, PERCENT, MONEY, DATE, RESULT = "count", "ordinal", "percent", "money", "date", "result"
_PLAIN_YEAR = 2000  # stands in for the year where neither date gives one; a leap year


@dataclass(frozen=True)
class Figure:
    """A number or a date where it stands, the range that its wording allows, and the words beside it.

    ``implied`` marks "one" and "no", which need not count anything. ``dating`` is set for a date, whose
    range depends on the year of the other; ``before`` and ``after`` hold the content words on either side,
    nearest first.
    """

    start: int
    end: int
    quote: str
    kind: str
    value: float
    low: float
    high: float
    relation: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    dating: Dating | None = None
    unit: str = ""
    implied: bool = False

    def range_with(self, other: Figure) -> tuple[float, float]:
        """Return the range that this figure allows, a missing year taken from ``other``."""
        if self.dating is None:
            return self.low, self.high
        year = self.dating.year
        if not (year and other.dating and other.dating.year):
            year = _PLAIN_YEAR if self.dating.month and (not other.dating or other.dating.month) else year
        first, last = _days(self.dating, year or _PLAIN_YEAR)
        return {
            "=": (first, last), "~": (first, last), "<": (-math.inf, first - 1), ">": (last + 1, math.inf),
            "<=": (-math.inf, last), ">=": (first, math.inf),
        }[self.relation]  # fmt: skip

    def comparable(self, other: Figure) -> bool:
        """Say whether the two can be figures for one thing: counts with counts, dates with dates."""
        if self.kind != other.kind:
            return {self.kind, other.kind} == {COUNT, ORDINAL}
        if self.dating and other.dating:
            both_years = bool(self.dating.year and other.dating.year)
            return both_years or bool(self.dating.month and other.dating.month)
        if self.unit[:1] == "/" or other.unit[:1] == "/":
            return self.unit == other.unit
        return not (self.unit and other.unit) or self.unit == other.unit


def meets(asked: Figure, given: Figure) -> bool:
    """Say whether every value that ``given`` allows is one that ``asked`` allows."""
    if asked.relation == "=" and given.dating is None and asked.value == given.value:
        return True
    (low, high), (given_low, given_high) = asked.range_with(given), given.range_with(asked)
    return low <= given_low and given_high <= high


def breaks(asked: Figure, given: Figure) -> bool:
    """Say whether no value satisfies both; of one number, "more than it" leaves room for it, rounded."""
    if asked.dating is None and asked.value == given.value and "=" in asked.relation + given.relation:
        return asked.relation in {"<", ">"} and given.relation in {"=", "~"}
    (low, high), (given_low, given_high) = asked.range_with(given), given.range_with(asked)
    return low > given_high or given_low > high


def distance(asked: Figure, given: Figure) -> float:
    """Return how far apart two figures are, from 0 (equal) to 1."""
    if asked.dating:
        ours, theirs = asked.range_with(given), given.range_with(asked)
        ends = [
            abs(a - b) for a, b in zip(ours, theirs, strict=True) if math.isfinite(a) and math.isfinite(b)
        ]
        return min(1.0, min(ends, default=365.0) / 365)
    largest = max(abs(asked.value), abs(given.value))
    return abs(asked.value - given.value) / largest if largest else 0.0


def _days(dating: Dating, year: int) -> tuple[int, int]:
    """Return the first and last day that a date can mean, as day numbers."""
    if not dating.month:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    last = calendar.monthrange(year, dating.month)[1]
    if dating.day:
        day = min(dating.day, last)
        return (date(year, dating.month, day).toordinal(),) * 2
    return date(year, dating.month, 1).toordinal(), date(year, dating.month, last).toordinal()
