"""Acronyms that changed: other letters for the same name, or the acronym of another body."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference
from scripts.reading.words import Word


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield acronyms of near-identical claims that were replaced. States' short names have their own rule."""
    for hunk in pair.hunks:
        left = [w for w in hunk.left if is_short_name(w)]
        right = [w for w in hunk.right if is_short_name(w)]
        if len(left) == 1 and len(right) == 1:
            yield Difference(
                "acronym", CONFLICTS, pair.span(pair.left, left), pair.span(pair.right, right),
                f"“{left[0].text}” and “{right[0].text}” are different short names.",
            )  # fmt: skip
        elif (left and _spells(hunk.right, left[0])) or (right and _spells(hunk.left, right[0])):
            ours, theirs = pair.sides(hunk)
            yield Difference(
                "acronym", DIFFERS, ours, theirs, "One is the short form of the other.", cosmetic=True
            )


def is_short_name(word: Word) -> bool:
    """Say whether a word is an acronym and not a state's name."""
    return word.is_acronym and english.country(word.text) is None


def _spells(found: tuple[Word, ...], short: Word) -> bool:
    initials = "".join(w.text[0].upper() for w in found if w.is_capital)
    return len(initials) > 1 and initials == short.text.replace(".", "")
