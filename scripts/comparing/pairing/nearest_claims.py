"""What comes nearest, in the other account, to a claim that no claim of it was found to speak of.

A pair that is said in wholly other words (no arrests; one man in custody) shares nothing that proves it. Two
sentences side by side cost a reader a few seconds; a contradiction told as two lone facts is lost. So the
nearest claim is shown, as a pointer and not as a finding.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scripts import english
from scripts.comparing.proofs.element_proofs import comparable, proof
from scripts.comparing.slots.incompatible_values import opposed
from scripts.english import lexicon
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure

_LEAST = 0.1  # of the weight of both claims, related
_BY_PLACE = 0.3  # two accounts tell an event in much the same order
_MOST = 10_000  # pairs of claims to be weighed; more would take longer than the comparison
_WORDS = frozenset({kinds.WORD, kinds.TITLE})
_VALUES = frozenset({kinds.FIGURE, kinds.DATE, kinds.HOUR, kinds.SHARE})
_REMEMBERED = 1 << 17  # pairs of words
_STEPS = 3  # from a word up to what it is a kind of
# How near two elements are: proved the same, contraries, a kind of, akin or two of one kind.
_PROVED, _CONTRARY, _KIND, _AKIN = 1.0, 0.8, 0.6, 0.4


class Near(NamedTuple):
    """A claim that comes near to another, and how near: the share of the weight of both that is related."""

    claim: Claim
    share: float


def nearest(lone: Sequence[Claim], account: Account, other: Account) -> Mapping[int, Near]:
    """Return for claims of one account the nearest claim of the other, by where the claim begins.

    A claim to which nothing comes near has none; of very long accounts none is looked for.
    """
    if len(lone) * len(other.claims) > _MOST:
        return {}
    ours = {claim.start: _telling(account, claim) for claim in account.claims}
    theirs = {claim.start: _telling(other, claim) for claim in other.claims}
    weights = _weights([*ours.values(), *theirs.values()])
    _KNOWN.make_room()
    others = [_Telling(theirs[claim.start], weights) for claim in other.claims]
    found: dict[int, Near] = {}
    places = {claim.start: place / len(account.claims) for place, claim in enumerate(account.claims)}
    for claim in lone:
        own = _Telling(ours[claim.start], weights)
        near = [(_share(own, one) + _share(one, own)) / 2 for one in others]
        place = places[claim.start]
        rank = [each - _BY_PLACE * abs(place - at / len(others)) for at, each in enumerate(near)]
        best = max(range(len(others)), key=rank.__getitem__, default=None)
        if best is not None and near[best] >= _LEAST:
            found[claim.start] = Near(other.claims[best], near[best])
    return found


class _KnownWords:
    """How near words are, by the numbers of their forms; kept, for the next account has the same words."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._words: list[Element] = []
        self.rows: list[dict[int, float]] = []

    def form(self, word: Element) -> int:
        """Return the number of a word's form; words of one form are equally near to every word."""
        new = len(self._words)
        number = self._numbers.setdefault((word.key, word.part, word.quote.lower()), new)
        if number == new:
            self._words.append(word)
            self.rows.append(_Row(self._words, word))
        return number

    def make_room(self) -> None:
        """Forget all if it is too much, or a survey of many accounts would fill the memory."""
        if sum(map(len, self.rows)) > _REMEMBERED:
            self.__init__()  # type: ignore[misc]


class _Row(dict[int, float]):
    """How near the word of each form is to one word, asked for when it is looked up."""

    def __init__(self, words: Sequence[Element], mine: Element) -> None:
        super().__init__()
        self._words, self._mine = words, mine

    def __missing__(self, form: int) -> float:
        found = self[form] = _near_words(self._mine, self._words[form])
        return found


_KNOWN = _KnownWords()


class _Telling:
    """What a claim tells: its words by their forms and its other elements, and the weight of all.

    `each` has the elements in order, each with its weight; a word with the number of its form.
    """

    def __init__(self, items: Sequence[Element], weights: Mapping[str, float]) -> None:
        self.each = [
            (weights[item.key], _KNOWN.form(item) if item.kind in _WORDS else item) for item in items
        ]
        self.words = [one for _, one in self.each if isinstance(one, int)]
        self.values = [one for _, one in self.each if not isinstance(one, int)]
        self.total = sum(weight for weight, _ in self.each)

    def near(self, one: int | Element) -> float:
        """Return how near the nearest of its elements is to a word, by its form, or to another element."""
        if isinstance(one, int):
            row = _KNOWN.rows[one]
            return max([row[form] for form in self.words], default=0.0)
        return max([_near_values(one, its) for its in self.values], default=0.0)


def _telling(account: Account, claim: Claim) -> tuple[Element, ...]:
    read = account.reading
    return tuple(
        read.items[k]
        for k in account.elements_of(claim)
        if k not in read.roles.silent and read.items[k].kind != kinds.PRONOUN
    )


def _weights(claims: Sequence[Sequence[Element]]) -> Mapping[str, float]:
    """Return the weight of each word: log((1 + claims) / (0.5 + claims with the word))."""
    counts = Counter(key for items in claims for key in {item.key for item in items})
    return {key: math.log((1 + len(claims)) / (0.5 + count)) for key, count in counts.items()}


def _share(own: _Telling, other: _Telling) -> float:
    """Return the share of a claim's weight that another claim comes near to; 0 to 1."""
    held = sum(weight * other.near(one) for weight, one in own.each)
    return held / own.total if own.total > 0 else 0.0


def _near_values(mine: Element, its: Element) -> float:
    """Say how near two elements are that are no words, from 0 to 1."""
    if mine.kind != its.kind:
        return 0.0
    if proof(mine, its) or proof(its, mine):
        return _PROVED
    if mine.kind not in _VALUES:
        return _CONTRARY if set(mine.words) & set(its.words) else 0.0
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        return _AKIN if mine.value.dimension and comparable(mine.value, its.value) else 0.0
    return _AKIN


def _near_words(mine: Element, its: Element) -> float:
    """Say how near two words are, from 0 to 1."""
    one, other = sorted(((mine.key, mine.part), (its.key, its.part)))  # it is the same from either
    return _in_sense(*one, *other) or (_CONTRARY if opposed(mine, its) else 0.0)


@lru_cache(maxsize=1 << 16)
def _in_sense(one: str, part: str, other: str, other_part: str) -> float:
    if english.synonymous(one, other):
        return _PROVED
    parts = {part, other_part} - {""}
    if any(lexicon.synonyms(one, other, p) is not None for p in parts):
        return _PROVED
    if any(
        lexicon.kind_of(*pair, p, _STEPS) is not None for p in parts for pair in ((one, other), (other, one))
    ):
        return _KIND
    if (
        part
        and other_part
        and (lexicon.derived(one, part, other, other_part) or lexicon.akin(one, part, other, other_part))
    ):
        return _KIND
    return _AKIN if any(lexicon.siblings(one, other, p) for p in parts) else 0.0
