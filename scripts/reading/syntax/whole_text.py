"""A whole text as read: its elements, their roles, how firmly each is said, and coreference."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.reading.syntax.coreference import mentions
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.firmness import State, states
from scripts.reading.syntax.semantic_roles import Roles, roles


@dataclass(frozen=True)
class Reading:
    """What was read in a text; `same` gives for each element the number of the thing it refers to."""

    text: str
    roles: Roles
    states: tuple[State, ...]
    same: tuple[int, ...]

    @property
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


@lru_cache(maxsize=256)
def reading(text: str) -> Reading:
    """Read a text whole."""
    found = roles(text)
    said = states(found)
    return Reading(text, found, said, mentions(found, said))
