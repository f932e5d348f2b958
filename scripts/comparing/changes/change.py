"""A change: what stands in one claim where the other has something else, with the kind and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

# What two claims that speak of the same can say of it: both cannot be, both could be, nobody can say.
CONFLICTING, DIFFERENT, OPEN = "conflicting", "different", "open"

DENIAL, FIRMNESS, TENSE, ROLES, LIMIT, WORDING = "denial", "firmness", "tense", "roles", "limit", "wording"
NUMBER, DATE, TIME, SHARE, NAME, TITLE = "number", "date", "time", "quantifier", "name", "title"
OPPOSITE, THING = "opposite", "thing"


@dataclass(frozen=True)
class Change:
    """Elements of the left claim for which the right one has others, by their indices; one side may be empty."""

    kind: str
    sure: str
    left: tuple[int, ...]
    right: tuple[int, ...]
