"""Values of one account for which the other has nothing of their kind: a sum, a name, a count of things.

What nothing can be set against is in one account alone, whatever the sentences around it share.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scripts.comparing.proofs.element_proofs import comparable, proof
from scripts.reading.syntax.elements import NAME, PRONOUN, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.numerals import ONE
from scripts.reading.syntax.whole_text import Reading

_SHORT = 6  # letters of an acronym, which may stand for words of the other account


def alone(own: Reading, stretch: Sequence[int], other: Reading, beside: Collection[int]) -> tuple[int, ...]:
    """Return the values of a stretch that nothing in the other account can be set against, by their indices.

    `beside` are the unproved elements of the claim that the stretch was laid over: any name there may be
    another name for this one, and any number another count.
    """
    kinds = {other.items[k].kind for k in beside}
    found = {
        item.index
        for item in (own.items[k] for k in stretch)
        if (_is_measure(item) or item.kind not in kinds) and not _has_rival(own, item, other)
    }
    counted = (_counted(own, own.items[k]) for k in found)
    found |= {one.index for one in counted if one is not None}
    return tuple(k for k in stretch if k in found)


def _is_measure(item: Element) -> bool:
    """Say whether a figure is a sum of money, a length, a share: only another of its kind is its rival."""
    return isinstance(item.value, Figure) and item.value.dimension not in ("", "order")


def _has_rival(own: Reading, item: Element, other: Reading) -> bool:
    """Say whether the other account has anything that a value could be set against; of words it may have."""
    if item.kind == NAME:
        return _is_acronym(item) or any(_may_be_named(item, its) for its in other.items)
    if not isinstance(item.value, Figure) or item.quote.lower().split()[0] in ONE:
        return True
    figures = [its for its in other.items if isinstance(its.value, Figure)]
    if item.value.dimension:
        return any(comparable(item.value, its.value) for its in figures if isinstance(its.value, Figure))
    counted = _counted(own, item)
    if counted is None or any(proof(item, its) for its in figures):
        return True
    return any(_may_count(counted, other, its) for its in figures)


def _is_acronym(item: Element) -> bool:
    return item.quote.isupper() and len(item.quote) <= _SHORT


def _may_be_named(item: Element, its: Element) -> bool:
    """Say whether another element may be of what a name names: it shares a word, or has its first letters."""
    if its.kind == PRONOUN:
        return False
    words = set(its.words) | set(its.key.split())
    initials = "".join(word[0] for word in item.words)
    return bool(words & set(item.words)) or its.key == initials or proof(item, its) is not None


def _counted(read: Reading, item: Element) -> Element | None:
    """Return what a figure counts."""
    token = item.value.counted if isinstance(item.value, Figure) else None
    index = None if token is None else read.roles.elements.of_token.get(token)
    return None if index is None else read.items[index]


def _may_count(counted: Element, other: Reading, its: Element) -> bool:
    """Say whether a figure of the other account counts what ours does, or does not tell what it counts."""
    if isinstance(its.value, Figure) and its.value.dimension:
        return False
    what = _counted(other, its)
    return what is None or proof(counted, what) is not None or proof(what, counted) is not None
