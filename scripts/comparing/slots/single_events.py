"""Whether what is told of took place once, so that it has one day and one place, or at two times."""

from __future__ import annotations

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.reading.syntax.elements import DATE, HOUR, Element
from scripts.reading.syntax.semantic_roles import PATIENT
from scripts.reading.syntax.whole_text import Reading

_ANY = frozenset({"a", "an", "another", "any", "no", "one", "some"})


def happens(found: Matching, mine: Element) -> bool:
    """Say whether a date is that of a single act, not of a state that other days can share."""
    clause = found.ours.roles.clauses[mine.index]
    if clause == -1:
        return False
    item = found.ours.items[clause]
    if item.part != "v" and found.ours.roles.parse.tokens[item.head].part != "VERB":
        return is_one_event(found, clause)
    if not is_many(found, clause):
        return True
    arcs = found.ours.roles.at_head.get(clause, ())
    return any(a.role == PATIENT and a.dep in found.matches for a in arcs)


def is_one_event(found: Matching, index: int) -> bool:
    """Say whether a noun stands for what took place, and both texts know which: the vote was held."""
    answer = found.matches.get(index)
    if answer is None:
        return False
    sides = ((found.ours, index), (found.theirs, answer.theirs))
    return all(_takes_place(read, k) and not _is_any(read, k) for read, k in sides)


def _takes_place(read: Reading, index: int) -> bool:
    tokens = read.roles.parse.tokens
    return any(tokens[t].part == "VERB" for t in read.roles.anchors_of(index))


def _is_any(read: Reading, index: int) -> bool:
    """Say whether a noun is not one that is known: a vote, another vote."""
    return any(t.lower in _ANY for t in read.roles.parse.below(read.items[index].head))


def is_many(found: Matching, head: int) -> bool:
    """Say whether several subjects can do separately what a verb says: praise, say, attend."""
    return found.ours.items[head].key.split()[0] in english.many()


def have_two_times(found: Matching, ours: int, theirs: int) -> bool:
    """Say whether each text tells of a time, and none of ours is one of theirs: on Monday, on Tuesday."""
    mine, its = _times(found.ours, ours), _times(found.theirs, theirs)
    answers = {found.matches[k].theirs for k in mine if k in found.matches}
    return bool(mine and its) and answers.isdisjoint(its)


def _times(read: Reading, head: int) -> set[int]:
    """Return the days and hours that are said of a word."""
    arcs = read.roles.at_head.get(head, ())
    return {arc.dep for arc in arcs if read.items[arc.dep].kind in (DATE, HOUR)}
