"""Two parts that both texts have, exchanged: who sent the bill to whom, which was opened and which closed.

Each of the two fills in the other text the place of the other, and not its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.role_matching import SAME
from scripts.comparing.proofs.unsupported import ROLE, Leftover
from scripts.reading.syntax.elements import NAME, WORD, Element
from scripts.reading.syntax.semantic_roles import AGENT, AND, CLAUSE, HOW, PATIENT, Arc

_NO_PART = frozenset({AND, CLAUSE, HOW})


def exchanges(found: Matching, left: Sequence[Leftover]) -> Iterator[tuple[int, int]]:
    """Yield our element and theirs in its place, where two elements are exchanged."""
    lacking = {o.arc for o in left if o.kind == ROLE and o.arc is not None}
    placed = [a for a in found.ours.roles.tree if _has_place(found, a)]
    for one, other in combinations(placed, 2):
        if one.dep == other.dep or not {one, other} & lacking or not _can_be(found, one, other):
            continue
        if _fills(found, one, other.dep) and _fills(found, other, one.dep):
            yield one.dep, found.matches[other.dep].theirs


def _has_place(found: Matching, arc: Arc) -> bool:
    return arc.role not in _NO_PART and arc.head in found.matches and arc.dep in found.matches


def _can_be(found: Matching, one: Arc, other: Arc) -> bool:
    """Say whether an exchange would tell something else: not of a verb that each can do to the other."""
    items = found.ours.items
    if not _are_of_one_kind(items[one.dep], items[other.dep]):
        return False
    if other.head in (one.dep, one.head) and one.head in (other.dep, other.head):
        mutual = items[one.head].key in english.many()
        return one.head == other.head and not (mutual and {one.role, other.role} == {AGENT, PATIENT})
    return True


def _are_of_one_kind(one: Element, other: Element) -> bool:
    """Say whether two elements can stand for each other; an adjective may name a state: Oman, Indian."""
    if one.kind == other.kind == NAME or {one.kind, other.kind} == {NAME, WORD}:
        return "v" not in (one.part, other.part)
    return one.kind == other.kind and one.part == other.part


def _fills(found: Matching, arc: Arc, dep: int) -> bool:
    """Say whether another element than the one of an arc has its place in the other text."""
    head = found.matches[arc.head]
    own, other = found.matches[arc.dep].theirs, found.matches[dep].theirs
    if other in found.theirs.alike(own) or found.stand(arc) == SAME:
        return False
    return any(
        arc.role in found.theirs.roles.role(one, mention)
        for one in found.ties.heads(head.theirs)
        for mention in found.theirs.alike(other)
    )
