"""A figure: a number in a text as a range of values, with its unit and what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

_INFINITY = float("inf")
_ROUNDED = 0.02  # of a number: so little is lost by rounding it


@dataclass(frozen=True)
class Figure:
    """A number in a text: between `low` and `high` in `unit`, of the thing at token `counted`.

    `first` and `last` are its tokens, `start` and `end` its place. `dimension` is that of its unit, "share"
    for fractions, "order" for ordinals, "age" for ages, else "". `strict` marks ends that do not belong to
    the range. `about` says that it is not exact, `most` that its upper end is told as the most there may be
    (up to 800), which another end would not be.
    """

    first: int
    last: int
    start: int
    end: int
    quote: str
    low: float
    high: float
    unit: str = ""
    dimension: str = ""
    counted: int | None = None
    about: bool = False
    strict: bool = False
    most: bool = False

    def meets(self, other: Figure) -> bool:
        """Say whether one value can satisfy both."""
        if self.most and other.most:
            return self.high == other.high
        if self.low == other.low and self.high == other.high:
            return True
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low == high:
            return not any(f.strict and low in (f.low, f.high) for f in (self, other))
        return low < high

    def holds(self, other: Figure) -> bool:
        """Say whether every value that the other leaves open is open here too: more than 50 holds 60."""
        if self.most and self.high != other.high:
            return False
        if other.low < self.low or other.high > self.high:
            return False
        ends = {end for end in (self.low, self.high) if abs(end) != _INFINITY}
        return not (self.strict and not other.strict and ends & {other.low, other.high})

    def rounds(self, other: Figure) -> bool:
        """Say whether one of two exact values is the other in round numbers: 13,000 for 12,960."""
        return self.exact and other.exact and (_rounds(self.low, other.low) or _rounds(other.low, self.low))

    def is_rounded(self, exact: Figure) -> bool:
        """Say whether it tells in round numbers what the other tells exactly: about 1,250 for 1,248."""
        if self.exact or not exact.exact or not self.meets(exact):
            return False
        told = (replace(self, low=end, high=end) for end in (self.low, self.middle.low, self.high))
        return any(end.rounds(exact) and end.low != exact.low for end in told if abs(end.low) != _INFINITY)

    @property
    def middle(self) -> Figure:
        """The figure that stands in the middle of a rough one: about 100 is 100."""
        value = (self.low + self.high) / 2
        return replace(self, low=value, high=value)

    @property
    def exact(self) -> bool:
        """Whether it is a single value."""
        return self.low == self.high


def _rounds(round_one: float, full: float) -> bool:
    """Say whether a number ends in zeros, and the other comes to it at the last place before them."""
    zeros = len(digits) - len(digits.rstrip("0")) if (digits := f"{abs(round_one):.0f}") else 0
    near = abs(round_one - full) <= _ROUNDED * abs(round_one)
    return zeros > 0 and near and abs(round_one - full) <= 10**zeros / 2
