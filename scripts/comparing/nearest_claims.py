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

from scripts import english
from scripts.comparing.element_proofs import comparable, proof
from scripts.comparing.incompatible_values import opposed
from scripts.english import lexicon
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure

_LEAST = 0.2  # of the weight of both claims, related
_MOST = 10_000  # pairs of claims to be weighed; more would take longer than the comparison
_WORDS = frozenset({kinds.WORD, kinds.TITLE})
_VALUES = frozenset({kinds.FIGURE, kinds.DATE, kinds.HOUR, kinds.SHARE})
_STEPS = 3  # from a word up to what it is a kind of
# How near two elements are: proved the same, contraries, a kind of, akin or two of one kind.
_PROVED, _CONTRARY, _KIND, _AKIN = 1.0, 0.8, 0.6, 0.4


def nearest(lone: Sequence[Claim], account: Account, other: Account) -> Mapping[int, Claim]:
    """Return for claims of one account the nearest claim of the other, by where the claim begins.

    A claim to which nothing comes near has none; of very long accounts none is looked for.
    """
    if len(lone) * len(other.claims) > _MOST:
        return {}
    ours = {claim.start: _telling(account, claim) for claim in account.claims}
    theirs = {claim.start: _telling(other, claim) for claim in other.claims}
    weights = _weights([*ours.values(), *theirs.values()])
    found: dict[int, Claim] = {}
    for claim in lone:
        own = ours[claim.start]
        near = {c.start: _nearness(own, theirs[c.start], weights) for c in other.claims}
        best = max(other.claims, key=lambda c: near[c.start], default=None)
        if best is not None and near[best.start] >= _LEAST:
            found[claim.start] = best
    return found


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


def _nearness(
    ours: Sequence[Element], theirs: Sequence[Element], weights: Mapping[str, float]
) -> float:  # fmt: skip
    """Return the mean of the shares of each claim's weight that the other comes near to; 0 to 1."""
    return (_share(ours, theirs, weights) + _share(theirs, ours, weights)) / 2


def _share(own: Sequence[Element], others: Sequence[Element], weights: Mapping[str, float]) -> float:
    total = sum(weights[item.key] for item in own)
    held = sum(weights[item.key] * max((_near(item, o) for o in others), default=0.0) for item in own)
    return held / total if total > 0 else 0.0


def _near(mine: Element, its: Element) -> float:
    """Say how near two elements are, from 0 to 1."""
    if mine.kind in _WORDS and its.kind in _WORDS:
        return _near_words(mine.key, mine.part, its.key, its.part) or _opposed(mine, its)
    if mine.kind != its.kind:
        return 0.0
    if proof(mine, its) or proof(its, mine):
        return _PROVED
    if mine.kind in _VALUES:
        return _near_values(mine, its)
    return _CONTRARY if set(mine.words) & set(its.words) else 0.0


def _near_values(mine: Element, its: Element) -> float:
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        return _AKIN if mine.value.dimension and comparable(mine.value, its.value) else 0.0
    return _AKIN


def _opposed(mine: Element, its: Element) -> float:
    return _CONTRARY if opposed(mine, its) else 0.0


@lru_cache(maxsize=1 << 16)
def _near_words(one: str, part: str, other: str, other_part: str) -> float:
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
