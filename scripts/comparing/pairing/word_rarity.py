"""The content words of two accounts, each with its rarity.

Words are stored as numbers, so that a hundred thousand claims fit into memory and can be compared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from scripts import english
from scripts.reading.claims import Claim
from scripts.reading.words import Word, words

_MARKS = "$€£¥₩%"
Terms = tuple[int, ...]


@dataclass(frozen=True)
class Least:
    """The least shares that make a pair matter: of a claim, of its best partner, of a near-equivalent."""

    contained: float
    of_best: float
    synonym: float


def content(found: Sequence[Word]) -> tuple[Word, ...]:
    """Return the content words: no stop words, no bare marks."""
    return tuple(w for w in found if w.lower not in english.stopwords() and w.text not in _MARKS)


class _Pieces(dict[str, Terms]):
    """Maps a piece of text between two spaces to the numbers of its words, computed at first sight."""

    def __init__(self, read: Callable[[str], Terms]) -> None:
        self._read = read

    def __missing__(self, piece: str) -> Terms:
        found = self[piece] = self._read(piece)
        return found


class Vocabulary:
    """The words of two accounts and their rarity: log((1 + claims) / (0.5 + claims with the word)).

    By the number of a word: ``key`` is the number that its inflected forms share; ``alike`` is what it shares
    with its near-equivalents; ``weights`` is its rarity. ``counts`` is by the number of a key.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = tuple(claims)  # kept, because an id may be reused once its object is gone
        self._lower: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self.key: list[int] = []
        self.alike: list[frozenset[str | int]] = []
        self._terms = dict(zip(map(id, self._claims), self._read(), strict=True))
        key = self.key.__getitem__
        self.counts = Counter(chain.from_iterable({*map(key, terms)} for terms in self._terms.values()))
        total = len(self._terms)
        by_key = {k: math.log((1 + total) / (0.5 + n)) for k, n in self.counts.items()}
        self.weights = [by_key[k] for k in self.key]
        weight = self.weights.__getitem__
        self._totals = {claim: sum(map(weight, terms)) for claim, terms in self._terms.items()}

    def _read(self) -> Iterator[Terms]:
        """Yield the numbers of each claim's content words.

        No word has a space in it, and what follows a space does not change a word, so each piece between two
        spaces is read only once. The end of a sentence is an exception.
        """
        inside = _Pieces(lambda piece: self._numbers(f"{piece} "))
        at_end = _Pieces(self._numbers)
        for claim in self._claims:
            *pieces, last = claim.quote.split(" ")
            yield (*chain.from_iterable(map(inside.__getitem__, pieces)), *at_end[last])

    def _numbers(self, text: str) -> Terms:
        return tuple(self._number(word) for word in content(words(text)))

    def _number(self, word: Word) -> int:
        if word.lower not in self._lower:
            self._lower[word.lower] = len(self.key)
            self.key.append(self._keys.setdefault(word.key, len(self._keys)))
            self.alike.append(english.keys(word.lower) | english.synonym_groups(word.lower))
        return self._lower[word.lower]

    def of(self, claim: Claim) -> Terms:
        """Return the numbers of a claim's content words, in text order."""
        return self._terms[id(claim)]

    def total(self, claim: Claim) -> float:
        """Return the sum of the rarity of a claim's content words."""
        return self._totals[id(claim)]
