"""A comparison that two figures of the other text bear out: fewer on Monday than on Tuesday (310, 540)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, permutations

from scripts.comparing.reckoned_figures import holds
from scripts.reading.syntax.amounts import Figure
from scripts.reading.syntax.elements import DATE, FIGURE, Element
from scripts.reading.syntax.semantic_roles import AGENT, IS, PATIENT, TIME, Arc
from scripts.reading.syntax.whole_text import Reading

_MORE = frozenset({
    "more", "higher", "larger", "bigger", "longer", "greater", "taller", "older", "dearer", "heavier",
})  # fmt: skip
_LESS = frozenset({"fewer", "less", "lower", "smaller", "shorter", "younger", "cheaper", "lighter"})
_NOT_COUNTED = frozenset({"order", "share"})
_SIDES = (AGENT, PATIENT, IS)


def compared(ours: Reading, theirs: Reading, matches: Mapping[int, int]) -> frozenset[int]:
    """Return what a comparison of two figures bears out; `matches` are the answers so far."""
    for word, sign in _comparatives(ours):
        for arc in ours.roles.arcs:
            other = arc.dep
            if not _is_behind_than(ours, arc) or ours.roles.sentence(other) != ours.roles.sentence(word):
                continue
            for one in _counterparts(ours, other):
                if one in matches and other in matches and _is_so(ours, theirs, sign, (one, other), matches):
                    figures = {i.index for i in ours.items if i.kind == FIGURE}
                    return frozenset({word, other} | figures)
    return frozenset()


def _comparatives(ours: Reading) -> Iterator[tuple[int, int]]:
    """Yield the comparatives of ours, each with 1 for more and -1 for less."""
    for item in ours.items:
        last = ours.roles.parse.tokens[item.last].lower
        if item.kind != FIGURE and last in _MORE | _LESS:
            yield item.index, 1 if last in _MORE else -1


def _is_behind_than(ours: Reading, arc: Arc) -> bool:
    """Say whether an element is what another is compared with: than Quill, than on Tuesday."""
    item = ours.items[arc.dep]
    above = islice(ours.roles.parse.above(item.head), 2)
    return item.kind != FIGURE and (arc.role == "than" or any(t.lower == "than" for t in above))


def _counterparts(ours: Reading, other: int) -> Iterator[int]:
    """Yield what is compared with an element: a day with a day, a subject with what stands behind "than"."""
    sentence = ours.roles.sentence(other)
    dated = ours.items[other].kind == DATE
    for arc in ours.roles.arcs:
        fits = arc.role == TIME and ours.items[arc.dep].kind == DATE if dated else arc.role in _SIDES
        if fits and arc.dep != other and ours.roles.sentence(arc.dep) == sentence:
            yield arc.dep


def _is_so(
    ours: Reading, theirs: Reading, sign: int, sides: tuple[int, int], matches: Mapping[int, int]
) -> bool:
    """Say whether the figures nearest to what is compared differ as ours says."""
    first, second = (theirs.items[matches[side]] for side in sides)
    figures = [t for t in theirs.items if _value(t) is not None and t not in (first, second)]
    near = [
        (abs(a.first - first.first) + abs(b.first - second.first), a, b)
        for a, b in permutations(figures, 2)
        if _one_measure(a, b)
    ]
    if not near:
        return False
    _, one, other = min(near, key=lambda found: (found[0], found[1].index))
    apart = _low(one) - _low(other)
    asked = [value for i in ours.items if (value := _value(i)) is not None and i.index not in sides]
    return apart * sign > 0 and len(asked) <= 1 and all(holds(value, abs(apart)) for value in asked)


def _value(item: Element) -> Figure | None:
    return item.value if isinstance(item.value, Figure) and item.value.dimension not in _NOT_COUNTED else None


def _low(item: Element) -> float:
    value = _value(item)
    return value.low if value is not None else 0.0


def _one_measure(one: Element, other: Element) -> bool:
    first, second = _value(one), _value(other)
    if first is None or second is None or not (first.exact and second.exact):
        return False
    return first.dimension == second.dimension
