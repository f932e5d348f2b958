"""Claims of two sources that speak of the same thing, with the words that say so; or an abstention.

Measured on public pairs, the share of one claim's rare words that stand in the other finds the right
sentence more often than sentence embeddings do. Weights come from the pair of accounts alone, so a third
account changes nothing between the first two.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scripts import english
from scripts.claims import Claim
from scripts.details.numbers import Quantity
from scripts.words import Word

SAME, CLOSE, RELATED, UNDETERMINED = "same words", "close", "related", "undetermined"
FAINT = "faint"  # too little to say that two claims meet; enough to look for a detail that clashes
_SYNONYM = 0.7
# Levels by the share of the shorter claim's weight that the other holds, and of both together.
_LEVELS = ((SAME, 0.75, 0.6), (CLOSE, 0.45, 0.25), (RELATED, 0.25, 0.12))
_FAINTEST = 0.1
_RUNNER_UP = 0.9
_PARTNERS = 3
COPY = 0.6  # of two claims with this much in common one is a rewording of the other


@dataclass(frozen=True)
class Shared:
    """A word that both claims have: where, and how much it weighs (natural logarithm of its rarity)."""

    left: Word
    right: Word
    weight: float


@dataclass(frozen=True)
class Alignment:
    """Two claims of different sources, how near they are, and the words that they share.

    ``contained`` is the share of the lighter claim's weight found in the other, ``common`` the shared part
    of both weights (each 0 to 1). ``undetermined``: near, but so are others of its neighbours.
    """

    left: Claim
    right: Claim
    level: str
    contained: float
    common: float
    shared: tuple[Shared, ...]


class Vocabulary:
    """The words of two accounts and how rare each is: log((1 + claims) / (0.5 + claims with the word))."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._words = {id(c): content(c.words) for c in claims}
        self._keep = list(claims) if not isinstance(claims, Sequence) else claims
        self.counts = Counter(k for found in self._words.values() for k in {w.key for w in found})
        total = len(self._words)
        self._weights = {k: math.log((1 + total) / (0.5 + n)) for k, n in self.counts.items()}

    def of(self, claim: Claim) -> tuple[Word, ...]:
        """Return the content words of a claim."""
        return self._words[id(claim)]

    def weight(self, key: str) -> float:
        """Return the rarity of a word."""
        return self._weights.get(key, 0.0)


def content(found: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that can tell one claim from another: no stop words, no bare marks."""
    return tuple(w for w in found if w.lower not in english.stopwords() and w.text not in "$€£¥₩%")


def alignments(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Alignment, ...]:
    """Align the claims of two sources.

    Each claim keeps its best partners: those within a tenth of the best, three at most; where more are as
    good, each is `undetermined`.
    """
    vocabulary = Vocabulary([*left, *right])
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(right):
        for key in {k for w in vocabulary.of(claim) for k in _doors(w)}:
            postings[key].append(number)
    scored: list[Alignment] = []
    for claim in left:
        doors = {k for w in vocabulary.of(claim) for k in _doors(w)}
        for number in sorted({n for k in doors for n in postings.get(k, ())}):
            made = compare(claim, right[number], vocabulary)
            if made:
                scored.append(made)
    return tuple(_chosen(scored, vocabulary))


def _doors(word: Word) -> set[str]:
    """Return the keys under which a word can be found: its own, and its groups of near-equivalents."""
    return {word.key, *(f"#{g}" for g in english.synonym_groups(word.lower))}


def compare(left: Claim, right: Claim, vocabulary: Vocabulary) -> Alignment | None:
    """Weigh what two claims share; None where it is too little to speak of.

    Below the levels, two words that only these two claims have are enough, or one such word in claims that
    are each other's best. What shares a word and a number of one kind, or a tenth of its weight, is faint.
    """
    shared = tuple(_shared(vocabulary.of(left), vocabulary.of(right), vocabulary))
    held = sum(s.weight for s in shared)
    totals = [sum(vocabulary.weight(w.key) for w in vocabulary.of(c)) for c in (left, right)]
    if not held or not min(totals):
        return None
    contained = min(1.0, held / min(totals))
    common = min(1.0, 2 * held / sum(totals))
    same_event = bool(left.event) and left.event == right.event
    for level, least_contained, least_common in _LEVELS:
        if contained >= least_contained and common >= least_common and (len(shared) > 1 or level == SAME):
            return Alignment(left, right, level, contained, common, shared)
    if same_event and left.event_reason == right.event_reason == "named" and len(shared) > 2:
        return Alignment(left, right, RELATED, contained, common, shared)
    if _alone(shared, vocabulary) > 1:
        return Alignment(left, right, RELATED, contained, common, shared)
    if _same_measure(left, right) or contained >= _FAINTEST:
        return Alignment(left, right, FAINT, contained, common, shared)
    return None


def _alone(shared: Sequence[Shared], vocabulary: Vocabulary) -> int:
    """Count the words that these two claims have and no other claim of either account."""
    return sum(vocabulary.counts[s.left.key] == 2 for s in shared if s.left.key == s.right.key)


def _same_measure(left: Claim, right: Claim) -> bool:
    """Say whether both claims give a number of one kind: of one unit, or of things called alike."""
    return any(
        (a.dimension and a.dimension == b.dimension)
        or any(english.synonymous(x, y) for x in a.counted[:2] for y in b.counted[:2])
        for a in left.of(Quantity)
        for b in right.of(Quantity)
        if a.ordinal == b.ordinal
    )


def _shared(left: Sequence[Word], right: Sequence[Word], vocabulary: Vocabulary) -> Iterable[Shared]:
    """Pair the words of two claims one to one: equal keys first, then near-equivalents at a discount."""
    free = list(right)
    rest: list[Word] = []
    for word in left:
        match = next((w for w in free if w.key == word.key), None)
        if match:
            free.remove(match)
            yield Shared(word, match, vocabulary.weight(word.key))
        else:
            rest.append(word)
    for word in rest:
        match = next((w for w in free if english.synonymous(word.lower, w.lower)), None)
        if match:
            free.remove(match)
            yield Shared(
                word, match, _SYNONYM * min(vocabulary.weight(word.key), vocabulary.weight(match.key))
            )


def _chosen(scored: Sequence[Alignment], vocabulary: Vocabulary) -> Iterable[Alignment]:
    """Keep, for each claim, the partners that are as good as its best one."""
    best: defaultdict[int, list[float]] = defaultdict(list)
    for made in scored:
        for claim in (made.left, made.right):
            best[id(claim)].append(made.common)
    for values in best.values():
        values.sort(reverse=True)
    for made in scored:
        near = [made.common >= _RUNNER_UP * best[id(c)][0] for c in (made.left, made.right)]
        if made.level == FAINT:
            firsts = [made.common == best[id(c)][0] for c in (made.left, made.right)]
            if any(firsts):
                telling = made.contained >= _FAINTEST and _alone(made.shared, vocabulary)
                yield replace(made, level=RELATED) if all(firsts) and telling else made
            continue
        if not any(near):
            continue
        crowd = max(
            sum(value >= _RUNNER_UP * best[id(c)][0] for value in best[id(c)])
            for c in (made.left, made.right)
        )
        if crowd > _PARTNERS and made.level == RELATED:
            yield replace(made, level=UNDETERMINED)
        else:
            yield made


def own_alignments(found: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """Return the alignments in which neither claim has a near-identical partner elsewhere.

    In a copy with few changes each sentence has its own counterpart, and what it shares with others besides
    says nothing: a claim that only resembles taken ones stands alone.
    """
    best: defaultdict[int, float] = defaultdict(float)
    for made in found:
        for claim in (made.left, made.right):
            best[id(claim)] = max(best[id(claim)], made.common)
    return tuple(
        made for made in found
        if made.common >= (most := max(best[id(made.left)], best[id(made.right)])) or most < COPY
    )  # fmt: skip
