"""A comparison that two figures of the other text bear out: fewer on Monday than on Tuesday (310, 540)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, permutations

from scripts.comparing.proofs.reckoned_figures import holds
from scripts.reading.syntax.elements import DATE, FIGURE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.semantic_roles import AGENT, IS, PATIENT, TIME, Arc
from scripts.reading.syntax.whole_text import Reading

_MORE = frozenset({
    "more", "higher", "larger", "bigger", "longer", "greater", "taller", "older", "dearer", "heavier",
})  # fmt: skip
_LESS = frozenset({"fewer", "less", "lower", "smaller", "shorter", "younger", "cheaper", "lighter"})
_NOT_COUNTED = frozenset({"order", "share"})
_MOST = 12  # figures of the other text that are set against each other
_SIDES = (AGENT, PATIENT, IS)


@dataclass(frozen=True)
class Sides:
    """Two readings with the elements of each that are looked at, and the answers so far."""

    ours: Reading
    theirs: Reading
    laid: Sequence[Element]
    under: Sequence[Element]
    matches: Mapping[int, int]

    @property
    def arcs(self) -> Iterator[Arc]:
        """The arcs at the elements of ours that are looked at."""
        return (arc for item in self.laid for arc in self.ours.roles.at_head.get(item.index, ()))


def compared(both: Sides) -> frozenset[int]:
    """Return what a comparison of two figures bears out."""
    ours, matches = both.ours, both.matches
    for word, sign in _comparatives(both):
        for arc in both.arcs:
            other = arc.dep
            if not _is_behind_than(ours, arc) or ours.roles.sentence(other) != ours.roles.sentence(word):
                continue
            for one in _counterparts(both, other):
                if one in matches and other in matches and _is_so(both, sign, (one, other)):
                    figures = {i.index for i in both.laid if i.kind == FIGURE}
                    return frozenset({word, other} | figures)
    return frozenset()


def _comparatives(both: Sides) -> Iterator[tuple[int, int]]:
    """Yield the comparatives of ours, each with 1 for more and -1 for less."""
    for item in both.laid:
        last = both.ours.roles.parse.tokens[item.last].lower
        if item.kind != FIGURE and last in _MORE | _LESS:
            yield item.index, 1 if last in _MORE else -1


def _is_behind_than(ours: Reading, arc: Arc) -> bool:
    """Say whether an element is what another is compared with: than Quill, than on Tuesday."""
    item = ours.items[arc.dep]
    above = islice(ours.roles.parse.above(item.head), 2)
    return item.kind != FIGURE and (arc.role == "than" or any(t.lower == "than" for t in above))


def _counterparts(both: Sides, other: int) -> Iterator[int]:
    """Yield what is compared with an element: a day with a day, a subject with what stands behind "than"."""
    ours = both.ours
    sentence = ours.roles.sentence(other)
    dated = ours.items[other].kind == DATE
    for arc in both.arcs:
        fits = arc.role == TIME and ours.items[arc.dep].kind == DATE if dated else arc.role in _SIDES
        if fits and arc.dep != other and ours.roles.sentence(arc.dep) == sentence:
            yield arc.dep


def _is_so(both: Sides, sign: int, sides: tuple[int, int]) -> bool:
    """Say whether the figures nearest to what is compared differ as ours says."""
    first, second = (both.theirs.items[both.matches[side]] for side in sides)
    figures = [t for t in both.under if _value(t) is not None and t not in (first, second)][:_MOST]
    near = [
        (abs(a.first - first.first) + abs(b.first - second.first), a, b)
        for a, b in permutations(figures, 2)
        if _one_measure(a, b)
    ]
    if not near:
        return False
    _, one, other = min(near, key=lambda found: (found[0], found[1].index))
    apart = _low(one) - _low(other)
    asked = [value for i in both.laid if (value := _value(i)) is not None and i.index not in sides]
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
