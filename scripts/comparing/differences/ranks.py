"""Ranks of one thing: the second crash of its kind, the fifth-deadliest fire.

This rule also reads loosely alike claims: what is the first of something cannot be the second of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, ClaimPair, Difference
from scripts.reading.words import Word

_BEING = frozenset(
    {"was", "is", "were", "are", "be", "been", "became", "becomes", "being", "marks", "marked"}
)
_JOINTS = frozenset({"of", "between", "by", "in", "to"})


@dataclass(frozen=True)
class _Rank:
    words: tuple[Word, ...]
    place: int
    by: str


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield two ranks in one order that the claims give to a thing both of them name."""
    ours, theirs = _ranks(pair.left_words), _ranks(pair.right_words)
    for start, rank in ours.items():
        noun = pair.paired.get(start)
        other = theirs.get(noun.start) if noun else None
        if (
            other
            and rank.by == other.by
            and rank.place != other.place
            and (rank.by or _of_one(pair, rank, other))
        ):
            left, right = pair.span(pair.left, rank.words), pair.span(pair.right, other.words)
            why = f"“{left.quote}” and “{right.quote}” are two places in one order."
            yield Difference("number", CONFLICTS, left, right, why)


def _ranks(terms: Sequence[Word]) -> dict[int, _Rank]:
    """Return the ranks of a claim by the start of the ranked noun."""
    found: dict[int, _Rank] = {}
    for at, word in enumerate(terms):
        place = english.ordinal(word.lower)
        if place is None or at + 1 >= len(terms) or not word.text.isalpha():
            continue
        by = terms[at + 1].lower if terms[at + 1].lower.endswith("est") else ""
        noun = at + 1 + bool(by)
        if noun < len(terms) and terms[noun].start - terms[noun - 1].end == 1 and (by or _is_said(terms, at)):
            found[terms[noun].start] = _Rank(tuple(terms[at : noun + 1]), place, by)
    return found


def _is_said(terms: Sequence[Word], at: int) -> bool:
    """Say whether the claim asserts the rank: "it was the second"."""
    return at > 1 and terms[at - 1].lower == "the" and terms[at - 2].lower in _BEING


def _of_one(pair: ClaimPair, ours: _Rank, theirs: _Rank) -> bool:
    """Say whether both ranks belong to one order: both go on with "of" and paired words."""
    one, other = (
        _behind(terms, rank) for terms, rank in ((pair.left_words, ours), (pair.right_words, theirs))
    )
    return one is not None and other is not None and pair.paired.get(one.start) is other


def _behind(terms: Sequence[Word], rank: _Rank) -> Word | None:
    after = [w for w in terms if w.start >= rank.words[-1].end][:4]
    if not after or after[0].lower not in _JOINTS:
        return None
    return next((w for w in after[1:] if w.lower not in english.stopwords()), None)
