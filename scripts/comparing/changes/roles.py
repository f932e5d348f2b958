"""The parts in what is told, exchanged (who rammed whom) or tied otherwise (before, after the vote)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import BOUND, DIFFERENT, ROLES, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.role_matching import APART, CROSSED
from scripts.comparing.proofs.unsupported import leftovers
from scripts.comparing.slots.exchanged_parts import exchanges
from scripts.reading.syntax.elements import PRONOUN
from scripts.reading.syntax.semantic_roles import Arc

_BOUNDS = frozenset({"before", "after", "until", "since", "except", "without", "against", "for"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the elements that play another's part in the other claim, or stand behind another preposition."""
    found = list(_turned(meeting))
    yield from found
    if meeting.closest and not any(change.kind == ROLES for change in found):
        over = meeting.over
        for ours, theirs in exchanges(over, tuple(leftovers(over))):
            yield Change(ROLES, DIFFERENT, (ours,), (theirs,))


def _turned(meeting: Meeting) -> Iterator[Change]:
    """Yield the elements that are tied to the same word in another part."""
    over = meeting.over
    for ours, theirs in meeting.pairs:
        if PRONOUN in (over.ours.items[ours].kind, over.theirs.items[theirs].kind):
            continue
        arcs = [a for a in over.ours.roles.tree_of_dep.get(ours, ()) if a.head in over.matches]
        if any(_is_bound_otherwise(over, arc) for arc in arcs):
            yield Change(BOUND, DIFFERENT, (ours,), (theirs,))
        elif crossed := [arc for arc in arcs if over.stand(arc) == CROSSED]:
            heads = {arc.head for arc in crossed}, {over.matches[arc.head].theirs for arc in crossed}
            mine, its = (tuple(sorted({k, *of})) for k, of in zip((ours, theirs), heads, strict=True))
            yield Change(ROLES, DIFFERENT, mine, its)


def _is_bound_otherwise(over: Matching, arc: Arc) -> bool:
    """Say whether claims tie two elements by two prepositions, of which one sets a limit."""
    head, dep = over.matches[arc.head].theirs, over.matches[arc.dep].theirs
    other = over.theirs.roles.role(head, dep)
    if not other or over.stand(arc) not in (APART, CROSSED):
        return False
    return bool(_BOUNDS & ({arc.role} ^ other))
