"""The words of two claims that nothing proves the same: the rest after all that is proved is removed.

Proved are: one word in two forms, near-equivalents of the curated list, one number or one date in two forms,
an abbreviated word, and whatever another rule has reported. A sign (not, may, only, before) is a small word
that carries sense, so it counts as a content word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.differences.difference import ClaimPair, Difference, Side
from scripts.comparing.differences.word_diff import Hunk, abbreviates
from scripts.reading.details.dates import Dating
from scripts.reading.details.detail import Detail
from scripts.reading.details.quantities import Quantity
from scripts.reading.words import Word

_MARKS = "$€£¥₩%"


@dataclass(frozen=True)
class Leftover:
    """Words at one place of two claims that nothing proves the same; at most one side is empty.

    ``fenced`` says that the words before and after are the same in both claims, ``named`` that a name is
    among the words.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    fenced: bool
    named: bool
    hunk: Hunk

    @property
    def both(self) -> bool:
        """Whether both sides have words: one replaces the other."""
        return bool(self.left and self.right)

    @property
    def signs(self) -> tuple[Word, ...]:
        """The words that deny, limit, hedge, date or condition the statement."""
        return tuple(w for w in (*self.left, *self.right) if _is_sign(w))

    @property
    def counts(self) -> bool:
        """Whether both sides contain a number, which the rule for numbers has already weighed."""
        return all(any(_is_count(w) for w in side) for side in (self.left, self.right))


def leftovers(pair: ClaimPair, told: Sequence[Difference]) -> tuple[Leftover, ...]:
    """Return the words at each place of two claims that nothing proves the same and no rule has ``told``."""
    ours, theirs = _proved(pair, told)
    return tuple(found for hunk in pair.diff.hunks if (found := _left_over(pair, hunk, ours, theirs)))


def in_one_order(pair: ClaimPair) -> bool:
    """Say whether the shared words stand in one order. If not, who did what may have changed."""
    return not any(_tells(pair.left_words[at]) for at in pair.diff.moved)


def _left_over(pair: ClaimPair, hunk: Hunk, ours: set[int], theirs: set[int]) -> Leftover | None:
    left = [w for w in hunk.left if w.start not in ours]
    right = [w for w in hunk.right if w.start not in theirs]
    same = {w.lower for w in left} & {w.lower for w in right}
    short = [(a, b) for a in left for b in right if abbreviates(a, b)]
    left = [w for w in left if _tells(w) and w.lower not in same and all(w is not a for a, _ in short)]
    right = [w for w in right if _tells(w) and w.lower not in same and all(w is not b for _, b in short)]
    if not left and not right:
        return None
    named = any(w.is_capital and w not in (pair.left_words[0], pair.right_words[0]) for w in (*left, *right))
    return Leftover(tuple(left), tuple(right), _fenced(pair, hunk), named, hunk)


def _proved(pair: ClaimPair, told: Sequence[Difference]) -> tuple[set[int], set[int]]:
    """Return where the words begin, on either side, that are proved the same or reported by another rule."""
    ours, theirs = set(pair.paired), set(pair.back)
    spans: list[tuple[Detail | Side, Detail | Side]] = [*_equal(pair), *((d.left, d.right) for d in told)]
    for one, other in spans:
        left, right = _within(pair.left_words, one), _within(pair.right_words, other)
        # A sign on one side only ("only 40" and "40") is not part of the shared value.
        alone = any(map(_is_sign, left)) != any(map(_is_sign, right))
        ours |= {w.start for w in left if not (alone and _is_sign(w))}
        theirs |= {w.start for w in right if not (alone and _is_sign(w))}
    return ours, theirs


def _within(terms: Sequence[Word], found: Detail | Side) -> list[Word]:
    return [w for w in terms if found.start <= w.start < found.end]


def _equal(pair: ClaimPair) -> Iterator[tuple[Detail, Detail]]:
    """Yield the numbers and dates that have one value in both claims."""
    for one in pair.left.of(Quantity):
        for other in pair.right.of(Quantity):
            if (one.value, one.unit, one.relation, one.ordinal) == (
                other.value, other.unit, other.relation, other.ordinal,
            ):  # fmt: skip
                yield one, other
    for day in pair.left.of(Dating):
        for there in pair.right.of(Dating):
            if day.value == there.value:
                yield day, there


def _fenced(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether the words right before a hunk are paired, and also those right behind it."""
    after = hunk.left_at + len(hunk.left), hunk.right_at + len(hunk.right)
    ends = after[0] == len(pair.left_words), after[1] == len(pair.right_words)
    begun = hunk.left_at == hunk.right_at == 0 or pair.diff.pairs.get(hunk.left_at - 1) == hunk.right_at - 1
    return begun and (all(ends) or pair.diff.pairs.get(after[0]) == after[1])


def _tells(word: Word) -> bool:
    """Say whether a word carries sense: a content word, or a sign."""
    return word.text not in _MARKS and (word.lower not in english.stopwords() or _is_sign(word))


def _is_sign(word: Word) -> bool:
    month = word.is_capital and word.lower in english.months()
    return word.lower in english.signs() and not month


def _is_count(word: Word) -> bool:
    return word.is_number or english.number_word(word.lower) is not None
