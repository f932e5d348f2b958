"""Contraries: one claim says the opposite of the other by a single word."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.differences.difference import CONFLICTS, ClaimPair, Difference
from scripts.differences.negations import is_denial
from scripts.words import Word


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield words that are contraries and stand for each other in the two claims."""
    for hunk in pair.hunks:
        for ours in hunk.left:
            for theirs in hunk.right:
                if _contrary(ours, theirs):
                    left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
                    yield Difference(
                        "opposite",
                        CONFLICTS,
                        left,
                        right,
                        f"“{ours.text}” is the contrary of “{theirs.text}”.",
                    )
    if not pair.near and pair.nearness >= 0.3:
        yield from _loose(pair)


def _contrary(one: Word, other: Word) -> bool:
    return not (one.is_number or other.is_number) and english.opposite(one.lower, other.lower)


def _loose(pair: ClaimPair) -> Iterator[Difference]:
    """Yield contraries between loosely alike claims: each in one only, in like surroundings, undenied."""
    if any(is_denial(w) for w in (*pair.left_words, *pair.right_words)):
        return
    for ours in pair.left_only:
        for theirs in pair.right_only:
            if not _contrary(ours, theirs):
                continue
            left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
            if pair.same_place(left, right, 6) >= 2:
                yield Difference(
                    "opposite", CONFLICTS, left, right, f"“{ours.text}” is the contrary of “{theirs.text}”."
                )
