"""What is said of a rest: the contrary of what is said of the part, or what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.reckoned_figures import REST

_RESTS = frozenset({"rest", "remainder", "others", "remaining", "except"})


def unproved_rests(found: Matching) -> Iterator[int]:
    """Yield the figures that are a rest by number alone: of those, nothing says that the same is so."""
    for index, reckoned in found.reckoned.items():
        if index in found.compared:
            continue
        if reckoned.how == REST and not (_is_contrary(found, index) or _tells_rest(found)):
            yield index


def is_of_rest(found: Matching, index: int) -> bool:
    """Say whether an element is what is said of a rest, so that the part has its contrary."""
    clauses = found.ours.roles.clauses
    return any(one.how == REST and clauses[figure] == index for figure, one in found.reckoned.items())


def _is_contrary(found: Matching, figure: int) -> bool:
    clause = found.ours.roles.clauses[figure]
    match = found.matches.get(clause)
    if match is None:
        return False
    return found.ours.states[clause].denied != found.theirs.states[match.theirs].denied


def _tells_rest(found: Matching) -> bool:
    """Say whether the other text has a word for the rest: the others, the remainder, all but two."""
    words = [t.lower for t in found.theirs.roles.parse.tokens]
    all_but = ("all", "but") in pairwise(words)
    return all_but or bool(_RESTS & set(words))
