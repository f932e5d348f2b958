"""Comparisons turned round: a contrary word of rank between the same things, or the things exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, ClaimPair, Difference
from scripts.comparing.differences.word_diff import Hunk
from scripts.reading.words import Word

# Words that rank one thing above or below, before or after another, with their direction.
_UP_WORDS = """
    above ahead beat before better bigger dearer earlier exceeded exceeding exceeds faster first greater
    heavier higher larger longer more most older outnumbered outpaced outperformed outsold over richer
    sooner stronger surpassed taller topped upwards wider
"""
UP = frozenset(_UP_WORDS.split())
_DOWN_WORDS = """
    after behind below cheaper fewer lagged lags last later least less lighter lower narrower poorer shorter
    slower smaller trailed trails under weaker worse younger
"""
DOWN = frozenset(_DOWN_WORDS.split())
MARKERS = frozenset(["than", "ahead", "behind", "above", "below"])
# Ordinals: the contrary of "first" is "last", not "after".
_PLACES = frozenset({"first", "last", "later", "latter"})
_BOUNDS = {"at least": 1, "at most": -1}
_BOUNDING = frozenset({"above", "below", "fewer", "least", "less", "more", "most", "over", "than", "under"})
_PRONOUNS = frozenset({"it", "them", "him", "her"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield comparisons whose direction changed."""
    for hunk in pair.hunks:
        if hunk.both and turned(pair, hunk):
            left, right = pair.sides(hunk)
            yield Difference(
                "comparison",
                CONFLICTS,
                left,
                right,
                f"“{left.quote}” and “{right.quote}” rank the other way.",
            )
    if pair.near:
        yield from _exchanged(pair)


def turned(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether both sides of a hunk compare in contrary directions."""
    if _unmet_bound(hunk.left, hunk.right) or _unmet_bound(hunk.right, hunk.left):
        return False
    ours, theirs = direction(hunk.left), direction(hunk.right)
    if ours and theirs:
        return (
            ours != theirs
            and _ranked(hunk.left) == _ranked(hunk.right)
            and (_compares(pair.left_words, hunk.left) or _compares(pair.right_words, hunk.right))
        )
    contrary = any(
        english.opposite(a.lower, b.lower) or _opposite_degrees(a, b) for a in hunk.left for b in hunk.right
    )
    return contrary and (_compares(pair.left_words, hunk.left) or _compares(pair.right_words, hunk.right))


def direction(found: Sequence[Word]) -> int:
    """Return 1 for words that rank higher or earlier, -1 for lower or later, 0 for neither or both.

    "At least" is a lower bound, as "more than" is, and "at most" an upper bound.
    """
    phrase = " ".join(w.lower for w in found)
    if bound := next((b for b in _BOUNDS if b in phrase), ""):
        return _BOUNDS[bound]
    up, down = any(w.lower in UP for w in found), any(w.lower in DOWN for w in found)
    return up - down


def _unmet_bound(found: Sequence[Word], others: Sequence[Word]) -> bool:
    """Say whether one side bounds a number by "at least" or "at most", and the other has no bound."""
    phrase = " ".join(w.lower for w in found)
    return any(bound in phrase for bound in _BOUNDS) and not _BOUNDING & {w.lower for w in others}


def _ranked(found: Sequence[Word]) -> bool:
    """Say whether the direction comes from an ordinal only."""
    ranking = {w.lower for w in found if w.lower in UP | DOWN}
    return bool(ranking & {"first", "last"}) and ranking <= _PLACES


def _opposite_degrees(one: Word, other: Word) -> bool:
    """Say whether two comparatives in -er are contraries by their plain forms (dearer, cheaper)."""
    return any(english.opposite(a, b) for a in _positive(one.lower) for b in _positive(other.lower))


def _positive(word: str) -> list[str]:
    if not word.endswith("er") or len(word) < 5:
        return []
    root = word[:-2]
    forms = [root, root + "e"]
    if root.endswith("i"):
        forms.append(root[:-1] + "y")
    if root[-1] == root[-2]:
        forms.append(root[:-1])
    return forms


def _compares(terms: Sequence[Word], found: Sequence[Word]) -> bool:
    """Say whether the words of one side are part of a comparison."""
    if any(w.lower in MARKERS or (w.lower in UP | DOWN and w.lower.endswith("er")) for w in found):
        return True
    after = [w for w in terms if w.start >= found[-1].end][:2]
    before = [w for w in terms if w.end <= found[0].start][-1:]
    return any(w.lower == "than" for w in after) or any(w.lower == "at" for w in before)


def _exchanged(pair: ClaimPair) -> Iterator[Difference]:
    """Yield comparisons in which the compared things changed places around the same word."""
    paired = pair.diff.pairs
    for at, word in enumerate(pair.left_words):
        if word.lower not in MARKERS or at not in paired:
            continue
        there = paired[at]
        near = range(max(0, at - 9), min(len(pair.left_words), at + 9))
        forth = [
            i for i in near if i < at and i in paired and paired[i] > there and _is_thing(pair.left_words[i])
        ]
        back = [
            i for i in near if i > at and i in paired and paired[i] < there and _is_thing(pair.left_words[i])
        ]
        pronoun = any(
            w.lower in _PRONOUNS and abs(h.right_at - there) <= 3
            for h in pair.hunks
            if not h.left
            for w in h.right
        )
        if (forth and back) or (back and pronoun):
            left = [pair.left_words[i] for i in (*forth, at, *back)]
            right = [pair.right_words[paired[i]] for i in (*forth, at, *back)]
            yield Difference(
                "comparison", CONFLICTS, pair.span(pair.left, left), pair.span(pair.right, right),
                f"The things compared around “{word.text}” changed places.",
            )  # fmt: skip


def _is_thing(word: Word) -> bool:
    return (
        word.lower not in english.stopwords() and english.verb_form(word.lower) is None
    ) or word.is_capital
