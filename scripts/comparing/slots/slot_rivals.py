"""Slots: what fills the slot of an unsupported word in the other text (its rival), and by which signs.

A slot is a role at a word that both have, a value of a clause that both have, or what is said of parts that
both have. Each sign that two words fill one slot counts; a shared place alone is one sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.element_proofs import proof
from scripts.comparing.proofs.role_matching import SAME
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, SHARE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.semantic_roles import AGENT, COUNT, HOW, IS, OF, PATIENT, TIME, Arc
from scripts.reading.syntax.whole_text import Reading

VALUES = (FIGURE, DATE, HOUR, SHARE)
PREDICATE = "predicate"
_CORE = frozenset({AGENT, PATIENT, IS, OF})
_OTHER_ROLE = 0.5  # part of a sign: a shared part in another role


@dataclass(frozen=True)
class Rival:
    """Element `theirs` fills the slot of one of ours, in a role, by a number of signs."""

    theirs: int
    role: str
    signs: int


def rivals(found: Matching, index: int) -> Iterator[Rival]:
    """Yield what fills an element's slot in the other text, the nearest first."""
    taken = {m.theirs for i, m in found.matches.items() if i != index}
    yield from _in_role(found, index, taken)
    item = found.ours.items[index]
    if item.kind in VALUES:
        yield from _of_clause(found, item, taken)
    yield from _predicates(found, index, taken)


def counts_same(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two figures count or measure one thing."""
    ours, theirs = _counted(found.ours, mine), _counted(found.theirs, its)
    if ours is None or theirs is None:
        return False
    match = found.matches.get(ours)
    answered = match is not None and match.theirs in found.theirs.alike(theirs)
    return answered or proof(found.ours.items[ours], found.theirs.items[theirs]) is not None


def one_clause(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two values stand in clauses with matching predicates."""
    ours, theirs = found.ours.roles.clauses[mine.index], found.theirs.roles.clauses[its.index]
    if -1 in (ours, theirs):
        return ours == theirs
    if (ours, theirs) == (mine.index, its.index):
        return True  # each is its clause's predicate: the toll is 500 rupees
    return ours in found.matches and found.matches[ours].theirs == theirs


def _counted(read: Reading, item: Element) -> int | None:
    if not isinstance(item.value, Figure) or item.value.counted is None:
        return None
    return read.roles.elements.of_token.get(item.value.counted)


def _in_role(found: Matching, index: int, taken: set[int]) -> Iterator[Rival]:
    """The same role at the same word: Ana Poe opened the dam, Lu Wick opened the dam."""
    for arc in found.ours.roles.of_dep.get(index, ()):
        match = found.matches.get(arc.head)
        if match is None:
            continue
        signs = 1 + _aligned(found, arc.head, index)
        for head in found.ties.heads(match.theirs):
            for other in found.theirs.roles.at_head.get(head, ()):
                if other.dep not in taken and _one_role(found, arc, other):
                    yield Rival(other.dep, arc.role, signs)
            for other in found.theirs.roles.of_dep.get(head, ()) if arc.role == IS else ():
                if other.role == IS and other.head not in taken:  # the capital is Bell Bay
                    yield Rival(other.head, IS, signs)


def _one_role(found: Matching, ours: Arc, theirs: Arc) -> bool:
    both = {ours.role, theirs.role}
    verbs = found.ours.items[ours.head].part == "v", found.theirs.items[theirs.head].part == "v"
    by_build = verbs[0] != verbs[1] and both <= {AGENT, PATIENT, OF, "by"}
    return len(both) == 1 or both <= {OF, IS, COUNT, HOW} or by_build


def _aligned(found: Matching, head: int, but: int) -> bool:
    """Say whether another part at the same word is the same on both sides."""
    arcs = found.ours.roles.at_head.get(head, ())
    return any(a.dep != but and a.dep in found.matches and found.stand(a) == SAME for a in arcs)


def _of_clause(found: Matching, item: Element, taken: set[int]) -> Iterator[Rival]:
    """A date or count of one event, anywhere in its clause."""
    clause = found.ours.roles.clauses[item.index]
    match = found.matches.get(clause)
    if match is None:
        return
    timed = item.kind in (DATE, HOUR)
    signs = 1 + _aligned(found, clause, item.index)
    for other in found.under:
        if other.kind != item.kind or other.index in taken:
            continue
        if found.theirs.roles.clauses[other.index] != match.theirs:
            continue
        in_role = item.kind == FIGURE or _roles(found.ours, item) & _roles(found.theirs, other)
        if in_role and (timed or counts_same(found, item, other) or _measures_same(found, item, other)):
            yield Rival(other.index, TIME if timed else COUNT, signs)


def _measures_same(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two measures of one kind, of no noun of their own, stand in one role."""
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure) or not one.unit:
        return False
    alone = one.counted is None and other.counted is None
    return (
        alone
        and one.dimension == other.dimension
        and bool(_roles(found.ours, mine) & _roles(found.theirs, its))
    )


def _roles(read: Reading, item: Element) -> set[str]:
    return {arc.role for arc in read.roles.of_dep.get(item.index, ())}


def _predicates(found: Matching, index: int, taken: set[int]) -> Iterator[Rival]:
    """What the other text says of the same parts: killed three skiers, injured three skiers."""
    counts: dict[int, float] = {}
    shared: set[int] = set()
    for arc in found.ours.roles.at_head.get(index, ()):
        match = found.matches.get(arc.dep)
        for mention in found.theirs.alike(match.theirs) if match else ():
            for other in found.theirs.roles.of_dep.get(mention, ()):
                same = other.role == arc.role or {other.role, arc.role} <= {PATIENT, IS}
                if other.head not in taken:
                    counts[other.head] = counts.get(other.head, 0) + (1 if same else _OTHER_ROLE)
                    if same and arc.role in _CORE:
                        shared.add(other.head)
    told = ((head, n) for head, n in counts.items() if n >= 1 and head in shared)
    yield from (Rival(head, PREDICATE, int(n + _OTHER_ROLE)) for head, n in told)
