"""A change: what stands in one claim where the other has something else, with the kind and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

# How two claims that speak of the same can stand: both cannot be, both could be, nobody can say, or one alone
# says it.
CONFLICTING, DIFFERENT, OPEN, ALONE = "conflicting", "different", "open", "alone"

DENIAL, FIRMNESS, TENSE, ROLES, LIMIT, WORDING = "denial", "firmness", "tense", "roles", "limit", "wording"
NUMBER, DATE, TIME, SHARE, NAME, TITLE = "number", "date", "time", "quantifier", "name", "title"
OPPOSITE, THING, BOUND, ADDED = "opposite", "thing", "bound", "added"
QUOTATION, ATTRIBUTION, CAUSE = "quotation", "attribution", "cause"
EXACTNESS, ROUNDING = "exactness", "rounding"


@dataclass(frozen=True)
class Change:
    """Elements of the left claim for which the right has others, by their indices; a side may be empty."""

    kind: str
    sure: str
    left: tuple[int, ...]
    right: tuple[int, ...]
