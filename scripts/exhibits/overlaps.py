"""Which spans overlap which stretches of a text, in one pass: an account may have thousands of both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

Lying = TypeVar("Lying")


def over(stretches: Sequence[tuple[int, int]], things: Iterable[tuple[int, int, Lying]]) -> list[list[Lying]]:
    """For each stretch the things that overlap it, in the order given. A thing is its start, its end, itself.

    The stretches are in order and do not overlap each other; the things may be anywhere.

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
