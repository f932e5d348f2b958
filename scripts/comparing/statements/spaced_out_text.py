"""Closing up text that a tokeniser has spaced out ("$ 5", "April 7 , 2020"), with the original places kept.

Labelled sets and the output of other tools are often spaced out. The rules that read dates and sums expect
ordinary text; every span that they report is translated back to the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# Marks that belong to the word before, marks that belong to the word after, straight quotation marks.
_LEANS_BACK = re.compile(r"(?<![ \t])[ \t]++(?=[,;:.!?%)\]](?:\s|$)|'(?:s|re|ve|ll|d|m)\b|'(?=\s)|n't\b)")
_LEANS_ON = re.compile(r"(?<=[(\[$€£₹¥])[ \t]+(?=\S)")
_THOUSANDS = re.compile(r"(?<=\d,)[ \t](?=\d{3}(?:\s|$))")
_QUOTES = re.compile(r"(?:``|'')[ \t]?")
_SIGNS = re.compile(r"\s[,.]\s|\(\s|\s\)|[$€£]\s\d|``|\s's\b")


@dataclass(frozen=True)
class Closed:
    """The closed-up text, and where each kept stretch began in the original."""

    text: str
    original: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Return where a character of the closed text stands in the original."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of a span of the closed text."""
        return (self.place(start), self.place(end - 1) + 1) if end > start else (self.place(start),) * 2


def closed(text: str) -> Closed:
    """Close up spaced-out text; ordinary text comes back unchanged.

    >>> closed("It cost $ 5 , not $ 6 .").text
    'It cost $5, not $6.'
    """
    if not _SIGNS.search(text):
        return Closed(text, text, (0,), (0,))
    gaps = sorted(
        (m.start(), m.end())
        for pattern in (_LEANS_BACK, _LEANS_ON, _THOUSANDS, _QUOTES)
        for m in pattern.finditer(text)
    )
    parts: list[str] = []
    starts, shifts, length, at = [0], [0], 0, 0
    for begin, end in gaps:
        if begin < at:
            continue
        parts.append(text[at:begin])
        length += begin - at
        at = end
        if starts[-1] == length:
            shifts[-1] = at - length
        else:
            starts.append(length)
            shifts.append(at - length)
    parts.append(text[at:])
    return Closed("".join(parts), text, tuple(starts), tuple(shifts))
