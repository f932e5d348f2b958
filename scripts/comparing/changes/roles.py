"""The parts in what is told, exchanged (who rammed whom) or tied otherwise (before, after the vote)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import BOUND, DIFFERENT, ROLES, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import COPY
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.exchanged_places import exchanged
from scripts.comparing.proofs.role_matching import APART, CROSSED, is_amount
from scripts.comparing.proofs.unsupported import leftovers
from scripts.comparing.slots.exchanged_parts import exchanges
from scripts.reading.syntax.elements import NAME, PRONOUN
from scripts.reading.syntax.semantic_roles import Arc
from scripts.reading.syntax.whole_text import Reading

_TIMES = frozenset({"after", "before"})
_THERE = ("from", "to")
_FAR = 3  # words above one, up to what sets its time
_BOUNDS = frozenset({"before", "after", "until", "since", "except", "without", "against", "for"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the elements that play another's part in the other claim, or stand behind another preposition."""
    found = list(_turned(meeting))
    for finder in (_reversed, _exchanged, _in_each_others_place):
        if not any(change.kind == ROLES for change in found):
            found += finder(meeting)
    yield from found


def _exchanged(meeting: Meeting) -> Iterator[Change]:
    """Yield two elements of which each has the part of the other."""
    over = meeting.over
    for ours, theirs in exchanges(over, tuple(leftovers(over))) if meeting.closest else ():
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


def _reversed(meeting: Meeting) -> Iterator[Change]:
    """Yield where a way begins and ends that leads back in the other claim: from Lund to Kell, to Lund."""
    ways = [
        (ours, theirs, way)
        for ours, theirs in meeting.pairs
        if (way := (_way(meeting.left, ours), _way(meeting.right, theirs))) in (_THERE, _THERE[::-1])
    ]
    both = {way for _, _, way in ways} == {_THERE, _THERE[::-1]}
    if both and len(meeting.pairs) > len(ways):  # a ferry and a ferry, not a ferry and a bus
        yield Change(ROLES, DIFFERENT, tuple(w[0] for w in ways), tuple(w[1] for w in ways))


def _in_each_others_place(meeting: Meeting) -> Iterator[Change]:
    """Yield two words that have exchanged their places in a copy: by 4 in May, by 2 in June; by 2 in May."""
    if meeting.closest and meeting.alignment.common >= COPY:
        for one, other in exchanged(meeting.over):
            yield Change(ROLES, DIFFERENT, (one.ours, other.ours), (one.theirs, other.theirs))


def _way(read: Reading, index: int) -> str:
    """Return the preposition before a name."""
    token = read.roles.parse.tokens[read.items[index].head]
    above = read.roles.parse.tokens[token.head]
    return above.lower if read.items[index].kind == NAME and token.role == "pobj" else ""


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
    if {arc.role, *other} >= {"by", "to"}:
        return is_amount(over.ours, arc.dep)  # rose to 300 crowns, rose by 300 crowns
    return bool(_BOUNDS & ({arc.role} ^ other))
