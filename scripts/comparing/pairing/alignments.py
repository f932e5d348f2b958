"""Pairing claims of two sources that speak of the same thing, with the words that show it; or abstaining.

Measured on public pairs, the share of one claim's rare words that stand in the other finds the right sentence
more often than sentence embeddings do. Weights come from the two accounts alone, so a third account changes
nothing between the first two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scripts import english
from scripts.comparing.pairing.word_rarity import Least, Vocabulary, content
from scripts.ground.faults import Fault
from scripts.ground.garbage_collection import without_garbage_collection
from scripts.reading.claims import Claim
from scripts.reading.details.quantities import Quantity
from scripts.reading.words import Word

SAME, CLOSE, RELATED, UNDETERMINED = "same words", "close", "related", "undetermined"
FAINT = "faint"  # too little for an alignment, but enough to look for a detail that clashes
_SYNONYM = 0.7
# Levels by the share of the shorter claim's weight that the other holds, and of both together.
_LEVELS = ((SAME, 0.75, 0.6), (CLOSE, 0.45, 0.25), (RELATED, 0.25, 0.12))
_FAINTEST = 0.1
_RUNNER_UP = 0.9
_PARTNERS = 3
_MOST = 16  # of a sentence that occurs a hundred times in an account
COPY = 0.6  # two claims that share this much are rewordings of each other
# Up to this many pairs, weigh every pair that shares a word; beyond it, only pairs that may matter.
FEW = 40_000
_MANY = 2_000_000  # pairs of claims; to weigh each takes minutes
LEAST = Least(_FAINTEST, _RUNNER_UP, _SYNONYM)
# A word that both claims have: its place among the content words of either, and its weight.
Meeting = tuple[int, int, float]


@dataclass(frozen=True)
class Shared:
    """A word that both claims have: its places, and its weight (natural logarithm of its rarity)."""

    left: Word
    right: Word
    weight: float


@dataclass(frozen=True)
class Alignment:
    """Two claims of different sources, how near they are, and the words that they share.

    ``contained`` is the share of the lighter claim's weight found in the other, ``common`` the shared part of
    both weights (each 0 to 1). ``undetermined``: near, but other claims are as near.
    """

    left: Claim
    right: Claim
    level: str
    contained: float
    common: float
    meetings: tuple[Meeting, ...]

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """The words that both claims have, and where; computed when first asked for."""
        ours, theirs = content(self.left.words), content(self.right.words)
        return tuple(Shared(ours[i], theirs[j], weight) for i, j, weight in self.meetings)


def alignments(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Alignment, ...]:
    """Align the claims of two sources.

    Each claim keeps its best partners: at most three, each within a tenth of the best. If more are as good,
    each of them is `undetermined`.
    """
    if len(left) * len(right) <= FEW:
        vocabulary = Vocabulary([*left, *right])
        return _aligned(left, right, vocabulary, _meeting(left, right, vocabulary))
    try:
        from scripts.comparing.pairing import candidate_pairs  # scipy is slow to import
    except ModuleNotFoundError:  # an installation for short texts
        _refuse_many(left, right)
        vocabulary = Vocabulary([*left, *right])
        return _aligned(left, right, vocabulary, _meeting(left, right, vocabulary))
    with without_garbage_collection():  # millions of numbers: collecting would take a tenth of the time
        vocabulary = Vocabulary([*left, *right])
        return _aligned(left, right, vocabulary, candidate_pairs.near(left, right, vocabulary, LEAST))


def _refuse_many(left: Sequence[Claim], right: Sequence[Claim]) -> None:
    """Raise Fault on accounts too long to be weighed claim by claim."""
    if len(left) * len(right) > _MANY:
        long = f"{len(left)} and {len(right)} claims, too many to be compared without scipy"
        raise Fault("two accounts", "whole files", long, 'pip install "alliance-accounts[survey]"')


def _aligned(
    left: Sequence[Claim], right: Sequence[Claim], vocabulary: Vocabulary, pairs: Iterable[tuple[int, int]]
) -> tuple[Alignment, ...]:
    weighed = (compare(left[i], right[j], vocabulary) for i, j in pairs)
    return tuple(_chosen([made for made in weighed if made], vocabulary))


def _meeting(
    left: Sequence[Claim], right: Sequence[Claim], vocabulary: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield the places of claims that share a word or a near-equivalent."""
    postings: defaultdict[str | int, list[int]] = defaultdict(list)
    for number, claim in enumerate(right):
        for door in {d for t in vocabulary.of(claim) for d in vocabulary.alike[t]}:
            postings[door].append(number)
    for place, claim in enumerate(left):
        doors = {d for t in vocabulary.of(claim) for d in vocabulary.alike[t]}
        for number in sorted({n for d in doors for n in postings.get(d, ())}):
            yield place, number


def compare(left: Claim, right: Claim, vocabulary: Vocabulary) -> Alignment | None:
    """Weigh what two claims share; None if it is too little.

    Below the levels, two words that only these two claims have are enough, or one such word in claims that
    are each other's best partners. Claims that share a word and a number of one kind, or a tenth of their
    weight, are faint.
    """
    shared = tuple(_meetings(left, right, vocabulary))
    held = sum([met[2] for met in shared])
    totals = vocabulary.total(left), vocabulary.total(right)
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
    faint = Alignment(left, right, FAINT, contained, common, shared)
    if _alone(faint, vocabulary) > 1:
        return replace(faint, level=RELATED)
    return faint if _same_measure(left, right) or contained >= _FAINTEST else None


def _alone(made: Alignment, vocabulary: Vocabulary) -> int:
    """Count the words that these two claims have and no other claim of either account."""
    ours, theirs, key = vocabulary.of(made.left), vocabulary.of(made.right), vocabulary.key
    return sum(
        vocabulary.counts[key[ours[i]]] == 2 for i, j, _ in made.meetings if key[ours[i]] == key[theirs[j]]
    )


def _same_measure(left: Claim, right: Claim) -> bool:
    """Say whether both claims give a number of one kind: of one unit, or of things called alike."""
    return any(
        (a.dimension and a.dimension == b.dimension)
        or any(english.synonymous(x, y) for x in a.counted[:2] for y in b.counted[:2])
        for a in left.of(Quantity)
        for b in right.of(Quantity)
        if a.ordinal == b.ordinal
    )


def _meetings(left: Claim, right: Claim, vocabulary: Vocabulary) -> list[Meeting]:
    """Pair the words of two claims one to one: equal keys first, then near-equivalents at a discount."""
    key, weights = vocabulary.key, vocabulary.weights
    ours, theirs = vocabulary.of(left), vocabulary.of(right)
    free: dict[int, list[int]] = {}
    for other in range(len(theirs) - 1, -1, -1):
        free.setdefault(key[theirs[other]], []).append(other)
    found: list[Meeting] = []
    rest: list[int] = []
    for place, term in enumerate(ours):
        if places := free.get(key[term]):
            found.append((place, places.pop(), weights[term]))
        else:
            rest.append(place)
    waiting: dict[str | int, list[int]] = {}
    for other in sorted([place for places in free.values() for place in places], reverse=True):
        for door in vocabulary.alike[theirs[other]]:
            waiting.setdefault(door, []).append(other)
    for place in rest:
        doors = [waiting[door] for door in vocabulary.alike[ours[place]] if door in waiting]
        if doors and (ends := [places[-1] for places in doors if places]):
            other = min(ends)
            for door in vocabulary.alike[theirs[other]]:
                waiting[door].remove(other)
            found.append((place, other, _SYNONYM * min(weights[ours[place]], weights[theirs[other]])))
    return found


def _chosen(scored: Sequence[Alignment], vocabulary: Vocabulary) -> Iterable[Alignment]:
    """Keep, for each claim, the partners that are as good as its best one."""
    values: defaultdict[int, list[float]] = defaultdict(list)
    for made in scored:
        for claim in (made.left, made.right):
            values[id(claim)].append(made.common)
    best = {claim: max(found) for claim, found in values.items()}
    crowds = {c: sum(v >= _RUNNER_UP * best[c] for v in found) for c, found in values.items()}
    kept: Counter[int] = Counter()
    for made in scored:
        sides = id(made.left), id(made.right)
        if made.level == FAINT:
            firsts = [made.common == best[c] for c in sides]
            if not any(firsts):
                continue
            telling = all(firsts) and made.contained >= _FAINTEST and _alone(made, vocabulary)
            level = RELATED if telling else FAINT
        elif any(made.common >= _RUNNER_UP * best[c] for c in sides):
            crowded = max(crowds[c] for c in sides) > _PARTNERS
            level = UNDETERMINED if crowded and made.level == RELATED else made.level
        else:
            continue
        if min(kept[c] for c in sides) < _MOST:
            kept.update(sides)
            yield made if level == made.level else replace(made, level=level)


def own_alignments(found: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """Return the alignments in which neither claim has a near-identical partner elsewhere.

    In a near-copy each sentence has its own counterpart. Other resemblances to a sentence that is already
    paired mean nothing, so such a claim stands alone.
    """
    best: defaultdict[int, float] = defaultdict(float)
    for made in found:
        for claim in (made.left, made.right):
            best[id(claim)] = max(best[id(claim)], made.common)
    return tuple(
        made for made in found
        if made.common >= (most := max(best[id(made.left)], best[id(made.right)])) or most < COPY
    )  # fmt: skip
