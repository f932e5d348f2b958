"""What lies over each stretch of a text, found in one go: an account may have thousands of either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

Lying = TypeVar("Lying")


def over(stretches: Sequence[tuple[int, int]], things: Iterable[tuple[int, int, Lying]]) -> list[list[Lying]]:
    """The things, each with where it starts and ends, that lie over each stretch, in the order given.

    Stretches follow each other and do not overlap; things may lie anywhere.

    >>> over([(0, 4), (5, 9)], [(3, 6, "both"), (5, 9, "second")])
    [['both'], ['both', 'second']]
    """
    ends = [end for _, end in stretches]
    found: list[list[Lying]] = [[] for _ in stretches]
    for start, end, thing in things:
        at = bisect_right(ends, start)
        while at < len(stretches) and stretches[at][0] < end:
            found[at].append(thing)
            at += 1
    return found
