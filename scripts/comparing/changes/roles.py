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
from scripts.reading.syntax.whole_text import Reading

_TIMES = frozenset({"after", "before"})
_FAR = 3  # words above one, up to what sets its time
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
        times = _before_or_after(over.ours, ours), _before_or_after(over.theirs, theirs)
        contrary = all(times) and times[0] != times[1]
        if contrary or any(_is_bound_otherwise(over, arc) for arc in arcs):
            yield Change(BOUND, DIFFERENT, (ours,), (theirs,))
        elif crossed := [arc for arc in arcs if over.stand(arc) == CROSSED]:
            heads = {arc.head for arc in crossed}, {over.matches[arc.head].theirs for arc in crossed}
            mine, its = (tuple(sorted({k, *of})) for k, of in zip((ours, theirs), heads, strict=True))
            yield Change(ROLES, DIFFERENT, mine, its)


def _before_or_after(read: Reading, index: int) -> str:
    """Return the "before" or "after" of the clause or phrase in which an element stands, or ""."""
    parse = read.roles.parse
    token = parse.tokens[read.items[index].head]
    for above, _ in zip((token, *parse.above(token.index)), range(_FAR), strict=False):
        marks = [t.lower for t in parse.below(above.index) if t.role == "mark"] + [above.lower]
        if found := [word for word in marks if word in _TIMES]:
            return found[0]
    return ""


def _is_bound_otherwise(over: Matching, arc: Arc) -> bool:
    """Say whether claims tie two elements by two prepositions, of which one sets a limit."""
    head, dep = over.matches[arc.head].theirs, over.matches[arc.dep].theirs
    other = over.theirs.roles.role(head, dep)
    if not other or over.stand(arc) not in (APART, CROSSED):
        return False
    return bool(_BOUNDS & ({arc.role} ^ other))
