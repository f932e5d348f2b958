"""Where it is decided that something is a conflict: one slot, by two signs, with two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.leftovers import DENIAL, ROLE, WORDS, Leftover
from scripts.comparing.matching import Matching


@dataclass(frozen=True)
class Conflict:
    """Two values of one slot: its kind, our element, theirs, and why in plain words."""

    kind: str
    ours: int
    theirs: int
    why: str


def conflicts(found: Matching, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflicts, the gravest first."""
    if all(one.kind == DENIAL for one in left):
        one = left[0]
        yield Conflict("denial", one.ours, one.theirs or 0, "One says it, the other denies it.")
