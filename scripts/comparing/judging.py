"""A statement against a source: supported, contradicted, or not enough to tell; by which words."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.comparing.conflicts import Conflict, conflicts
from scripts.comparing.matching import APART, CROSSED, NEAR, SAME, Match, Matching, reading
from scripts.comparing.leftovers import Leftover, leftovers

SUPPORTED, CONTRADICTED, NOT_ENOUGH = "supported", "contradicted", "not-enough-information"
VERDICTS = (SUPPORTED, CONTRADICTED, NOT_ENOUGH)


@dataclass(frozen=True)
class Judgment:
    """A verdict with what bears it out: the matches with their proofs, what is left over, what conflicts."""

    verdict: str
    matches: tuple[Match, ...]
    left: tuple[Leftover, ...]
    conflict: Conflict | None


def judge(statement: str, source: str) -> Judgment:
    """Judge a statement by a source of one or more sentences."""
    found = Matching(reading(statement), reading(source))
    left = tuple(leftovers(found))
    matches = tuple(found.matches.values())
    if not left:
        return Judgment(SUPPORTED, matches, (), None)
    conflict = next(iter(conflicts(found, left)), None)
    return Judgment(CONTRADICTED if conflict else NOT_ENOUGH, matches, left, conflict)
