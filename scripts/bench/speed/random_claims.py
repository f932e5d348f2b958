"""Random claims whose words are as rare and as common as in news prose.

Frequencies follow the Zipf-Mandelbrot law. The words are those of the English tables, so that some have near
synonyms, and invented ones. Each word is in `_LEAST` claims or more, so that none identifies a pair by
itself.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product

from scripts import english
from scripts.english import rows
from scripts.reading.claims import Claim
from scripts.reading.passages import SENTENCE, Passage

_SHIFT = 10  # the most common words of prose are stop words, which are left out
_WORDS = 40_000
_LENGTH, _SPREAD, _SHORTEST, _LONGEST = 12.0, 4.0, 4, 30
_PAIRED = 2 / 3  # the share of claims of one account with a counterpart in the other
_KEPT, _LIKENED = 0.65, 0.1  # the share of a claim's words that are in its counterpart, or a near synonym
_LEAST = 3
_SMALL = ("the", "of", "to", "and", "in", "a", "for", "on", "with", "by", "that", "at", "from", "as")
_ONSETS, _VOWELS, _ENDS = "bdfgklmnprstvz", "aeiou", ("l", "n", "r", "s", "x")


@dataclass(frozen=True)
class Accounts:
    """The claims of two random accounts, and which of them are counterparts."""

    left: tuple[Claim, ...]
    right: tuple[Claim, ...]
    meant: tuple[tuple[int, int], ...]


def accounts(count: int, seed: int = 0) -> Accounts:
    """Return two random accounts of ``count`` claims each, always the same for the same arguments."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    draw = _Draw(chance, words)
    ours = [draw.claim() for _ in range(count)]
    places = list(range(count))
    chance.shuffle(places)
    theirs: list[list[str]] = [[] for _ in range(count)]
    meant = []
    for number, place in enumerate(places):
        if chance.random() < _PAIRED:
            theirs[place] = draw.counterpart(ours[number])
            meant.append((number, place))
        else:
            theirs[place] = draw.claim()
    _make_common([*ours, *theirs], chance)
    return Accounts(tuple(_claims("L", ours, chance)), tuple(_claims("R", theirs, chance)), tuple(meant))


def _vocabulary(chance: random.Random) -> list[str]:
    """Return the words by rank: English words and names in turn, then names only."""
    table = rows.table("synonyms.csv", ("words",))
    known = sorted({w for row in table for w in rows.several(row["words"]) if w.isalpha()})
    known = [w for w in known if w not in english.stopwords()]
    syllables = ["".join(parts) for parts in product(_ONSETS, _VOWELS)]
    last = ["".join(parts) for parts in product("dkmt", "aeo", _ENDS)]
    names = ["".join(parts).capitalize() for parts in product(syllables, syllables, last)]
    chance.shuffle(known)
    chance.shuffle(names)
    mixed = [word for both in zip(known, names, strict=False) for word in both]
    return [*mixed, *names[len(known) : _WORDS - len(known)]]


class _Draw:
    def __init__(self, chance: random.Random, words: list[str]) -> None:
        self._chance, self._words = chance, words
        self._heights = list(accumulate(1 / (rank + _SHIFT) for rank in range(1, len(words) + 1)))
        groups = (rows.several(row["words"]) for row in rows.table("synonyms.csv", ("words",)))
        self._likes = {w: group for group in groups for w in group}

    def claim(self) -> list[str]:
        length = round(self._chance.gauss(_LENGTH, _SPREAD))
        return self._some(min(_LONGEST, max(_SHORTEST, length)))

    def counterpart(self, words: Sequence[str]) -> list[str]:
        made = []
        for word in words:
            point = self._chance.random()
            if point < _KEPT:
                made.append(word)
            elif point < _KEPT + _LIKENED and word in self._likes:
                made.append(self._chance.choice(self._likes[word]))
            else:
                made += self._some(1)
        self._chance.shuffle(made)
        return made

    def _some(self, number: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._heights, k=number)


def _make_common(claims: Sequence[list[str]], chance: random.Random) -> None:
    """Replace each word that is in too few claims by one that is in enough."""
    counts = Counter(word for claim in claims for word in set(claim))
    enough = sorted(word for word, count in counts.items() if count >= _LEAST)
    heights = list(accumulate(counts[word] for word in enough))
    for claim in claims:
        for place, word in enumerate(claim):
            if counts[word] < _LEAST:
                claim[place] = chance.choices(enough, cum_weights=heights)[0]


def _claims(siglum: str, drawn: Sequence[Sequence[str]], chance: random.Random) -> list[Claim]:
    """Write each claim as a sentence, with function words between its words."""
    made, start = [], 0
    for words in drawn:
        spoken = [part for word in words for part in (word, chance.choice(_SMALL))][:-1]
        quote = f"{' '.join(spoken)}."
        end = start + len(quote)
        passage = Passage(siglum, SENTENCE, start, end, quote)
        made.append(Claim(siglum, passage, start, end, quote, "", "", ()))
        start = end + 1
    return made
