"""The base class of every kind of detail: a span in the source's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Detail:
    """A checkable part of a claim; ``source.text[start:end] == quote`` holds for each."""

    kind: ClassVar[str] = "detail"
    start: int
    end: int
    quote: str


def covered(details: Iterable[Detail]) -> Callable[[int], bool]:
    """Return a test of whether a place lies in one of ``details``, which may overlap.

    >>> within = covered([Detail(2, 5, "cde"), Detail(4, 6, "ef"), Detail(3, 4, "d")])
    >>> [at for at in range(8) if within(at)]
    [2, 3, 4, 5]
    """
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted((d.start, d.end) for d in details):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def within(place: int) -> bool:
        at = bisect_right(starts, place)
        return at > 0 and place < ends[at - 1]

    return within
