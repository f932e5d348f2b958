"""A whole text as read: its elements, their roles, how firmly each is said, and coreference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.reading.syntax.coreference import mentions
from scripts.reading.syntax.elements import Element, elements_of
from scripts.reading.syntax.firmness import State, states
from scripts.reading.syntax.parser import parse_stretches
from scripts.reading.syntax.semantic_roles import AND, Roles, roles


@dataclass(frozen=True)
class Reading:
    """What was read in a text; `same` gives for each element the number of the thing it refers to."""

    text: str
    roles: Roles
    states: tuple[State, ...]
    same: tuple[int, ...]

    @cached_property
    def items(self) -> tuple[Element, ...]:
        """The elements in order."""
        return self.roles.items

    @cached_property
    def _things(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = defaultdict(list)
        for index, thing in enumerate(self.same):
            found[thing].append(index)
        return {thing: tuple(indices) for thing, indices in found.items()}

    def alike(self, index: int) -> tuple[int, ...]:
        """Return the elements that refer to the same thing as this one, itself included."""
        return self._things[self.same[index]]

    def alike_beside(self, index: int, other: int) -> tuple[int, ...]:
        """Return those of them that stand in one sentence with another element; else the element alone."""
        return self._by_sentence.get((self.same[index], self.roles.sentence(other)), (index,))

    @cached_property
    def _by_sentence(self) -> dict[tuple[int, int], tuple[int, ...]]:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, thing in enumerate(self.same):
            found[thing, self.roles.sentence(index)].append(index)
        return {place: tuple(indices) for place, indices in found.items()}


@lru_cache(maxsize=256)
def reading(text: str) -> Reading:
    """Read a text whole."""
    return _read(roles(text))


def reading_of_stretches(text: str, spans: Sequence[tuple[int, int]]) -> Reading:
    """Read stretches of a text, each as one sentence; places count code points of the whole text.

    The spans follow each other and do not overlap.
    """
    return _read(Roles(elements_of(parse_stretches(text, spans))))


def _read(found: Roles) -> Reading:
    said = states(found)
    return Reading(found.parse.text, found, said, mentions(found, said))


def joined(read: Reading, index: int) -> set[int]:
    """Return an element and all that are joined to it by "and"."""
    found, waiting = {index}, [index]
    while waiting:
        one = waiting.pop()
        arcs = (*read.roles.at_head.get(one, ()), *read.roles.of_dep.get(one, ()))
        ends = {end for a in arcs if a.role == AND for end in (a.head, a.dep)} - found
        found |= ends
        waiting.extend(ends)
    return found
