"""Wording: what no other rule took, such as other words, order, voice or spelling for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.differences.difference import DIFFERS, ClaimPair, Difference


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield the rest as cosmetic, for near-identical claims only."""
    for hunk in pair.hunks:
        if any(w.lower not in english.stopwords() for w in (*hunk.left, *hunk.right)):
            left, right = pair.sides(hunk)
            yield Difference("wording", DIFFERS, left, right, "Other words for the same.", cosmetic=True)
    if pair.near and pair.diff.moved:
        moved = sorted(pair.diff.moved)
        left = pair.span(pair.left, [pair.left_words[i] for i in moved])
        right = pair.span(pair.right, [pair.right_words[pair.diff.pairs[i]] for i in moved])
        yield Difference("wording", DIFFERS, left, right, "The same words in another order.", cosmetic=True)
