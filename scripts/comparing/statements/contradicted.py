"""Contradictions between a statement and its source: one slot, two values, by two signs.

The first sign is the place: the same role at the same word, or the same date, count or rank of one event. The
second is the kind of value (two days, two counts of one thing, two persons, contraries), or that everything
around it is the same. One sign alone is never a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.element_proofs import comparable
from scripts.comparing.proofs.role_matching import CROSSED
from scripts.comparing.proofs.unsupported import DENIAL, FIRMNESS, LIMITED, PLACE, RANK, ROLE, WORDS, Leftover
from scripts.comparing.proofs.word_proofs import REPORTING
from scripts.comparing.slots.contrary_verbs import contraries
from scripts.comparing.slots.exchanged_parts import exchanges
from scripts.comparing.slots.harmless_leftovers import denied_of_one, denied_whole, rest_open, rest_same
from scripts.comparing.slots.incompatible_values import clash, numbers_differ
from scripts.comparing.slots.single_events import have_two_times
from scripts.comparing.slots.slot_rivals import VALUES, rivals
from scripts.reading.details.dates import Dating
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, LIMIT, NAME, WORD, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import joined

_TURNED = frozenset({
    "above", "after", "against", "before", "behind", "below", "for", "from", "than", "to", "under", "with",
    "without",
})  # roles that cannot be exchanged  # fmt: skip
_NAMED = frozenset({DATE, FIGURE, HOUR, NAME})
_CLEAR = frozenset({"number", "opposite", "quantifier", "time"})
_SHARED = 3  # shared elements that are needed for a conflict of values although the verbs differ


@dataclass(frozen=True)
class Conflict:
    """Two values of one slot: the kind of conflict, our element and theirs."""

    kind: str
    ours: int
    theirs: int


def conflicts(found: Matching, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflicts of a statement with its source, those in one word before those of whole clauses."""
    for one in left:
        if one.kind == DENIAL and one.theirs is not None:
            alone = all(o.kind == DENIAL or (o.kind == FIRMNESS and _said_and_denied(found)) for o in left)
            if have_two_times(found, one.ours, one.theirs):
                continue  # did not speak on Monday; spoke on Tuesday
            if denied_of_one(found, one) and (alone or denied_whole(found, one, left)):
                yield Conflict("denial", one.ours, one.theirs)
        elif one.kind in (LIMITED, RANK) and one.theirs is not None:
            if all(o == one for o in left):
                yield Conflict("number" if one.kind == RANK else "limit", one.ours, one.theirs)
        elif one.kind == PLACE and one.theirs is not None:
            if found.ours.items[one.ours].kind in _NAMED and all(o.kind in (PLACE, ROLE) for o in left):
                yield Conflict("roles", one.ours, one.theirs)
        elif one.kind in (WORDS, ROLE):
            yield from _in_one_slot(found, one, left)
    yield from _of_clauses(found, left)


def _in_one_slot(found: Matching, one: Leftover, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflict of one word with what fills its slot."""
    others = [o for o in left if o.ours != one.ours and not _hangs_on(found, o, one)]
    if found.ours.items[one.ours].kind == LIMIT:
        if rest_open(found, others):
            yield from _not_alone(found, one)
    elif rest_same(found, others):
        yield from _values(found, one, alone=not others)
    elif rest_open(found, others) and (clear := _clear_value(found, one)):
        yield clear
    elif one.kind == WORDS and _all_but_the_verb(found, one, others):
        yield from _only_value(found, one)


def _not_alone(found: Matching, one: Leftover) -> Iterator[Conflict]:
    """Yield what is told beside the thing that is said to be the only one: wheat alone, wheat and oats."""
    answered = {k for m in found.matches.values() for k in found.theirs.alike(m.theirs)}
    for arc in found.ours.roles.of_dep.get(one.ours, ()):
        match = found.matches.get(arc.head)
        told = joined(found.theirs, match.theirs) if match is not None else set()
        if more := told - answered:
            yield Conflict("limit", one.ours, min(more))


def _of_clauses(found: Matching, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflicts of parts that are exchanged, and of contrary verbs of the same parts."""
    if rest_open(found, [o for o in left if o.kind != ROLE]):
        yield from (Conflict("roles", ours, theirs) for ours, theirs in exchanges(found, left))
    for ours, theirs in contraries(found):
        if any(o.ours == ours and o.kind == FIRMNESS for o in left):
            continue  # it may resume, and did not
        others = [o for o in left if o.ours != ours and not _of_verb(found, o, ours)]
        if rest_open(found, others):
            yield Conflict("opposite", ours, theirs)


def _said_and_denied(found: Matching) -> bool:
    """Say whether one text says that somebody said it, and the other that the same person denied it."""
    answers = (m for m in found.matches.values() if m.proof == REPORTING)
    return any(found.theirs.items[m.theirs].key == "deny" for m in answers)


def _hangs_on(found: Matching, other: Leftover, one: Leftover) -> bool:
    """Say whether another leftover only follows from this one: a role at a missing word."""
    if other.kind == RANK:
        return one.ours == other.ours - 1  # second | largest
    if other.arc is None:
        return one.kind == WORDS and other.kind in (DENIAL, FIRMNESS) and _below(found, other.ours, one.ours)
    exchanged = one.arc is not None and one.how == CROSSED and other.arc.head == one.arc.head
    return exchanged or one.ours in (other.arc.head, other.arc.dep)


def _of_verb(found: Matching, other: Leftover, verb: int) -> bool:
    """Say whether another leftover hangs on a verb, or is one of its parts."""
    if other.arc is not None and verb in (other.arc.head, other.arc.dep):
        return True
    return other.kind in (DENIAL, FIRMNESS) and _below(found, other.ours, verb)


def _below(found: Matching, low: int, high: int) -> bool:
    """Say whether an element stands below another, which says how it is said: granted a plea to stop it."""
    items, parse = found.ours.items, found.ours.roles.parse
    inside = range(items[high].first, items[high].last + 1)
    return any(above.index in inside for above in parse.above(items[low].head))


def _values(found: Matching, one: Leftover, alone: bool) -> Iterator[Conflict]:
    """Yield the first rival that excludes our value, or two exchanged parts."""
    mine = found.ours.items[one.ours]
    whole = alone and mine.kind == WORD and len(found.matches) >= _SHARED - 1
    # The other text has the name too, perhaps of something else.
    named = one.kind == ROLE and mine.kind == NAME
    for rival in rivals(found, one.ours) if not named else ():
        # An identical rest is a sign of its own, but two verbs may tell of two times: began, ended.
        by_rest = int(whole and {mine.part, found.theirs.items[rival.theirs].part} != {"v"})
        if kind := clash(found, mine, replace(rival, signs=rival.signs + by_rest)):
            yield Conflict(kind, mine.index, rival.theirs)
            return
    if one.how == CROSSED and one.arc is not None and one.theirs is not None:
        one_way = found.ours.items[one.arc.head].key in english.one_way()
        by_kind = found.matches[one.arc.head].proof.name == "kind"
        compared = "than" in found.theirs.roles.role(found.matches[one.arc.head].theirs, one.theirs)
        if not by_kind and (one_way or compared or one.arc.role in _TURNED):
            yield Conflict("roles", one.ours, one.theirs)


def _clear_value(found: Matching, one: Leftover) -> Conflict | None:
    """Return the conflict of a count or of contraries, which need no more than their place."""
    mine = found.ours.items[one.ours]
    if one.kind == ROLE and mine.kind == NAME:
        return None
    for rival in rivals(found, one.ours):
        if (kind := clash(found, mine, rival)) in _CLEAR:
            return Conflict(kind, mine.index, rival.theirs)
    return None


def _all_but_the_verb(found: Matching, one: Leftover, others: Sequence[Leftover]) -> bool:
    """Say whether everything is borne out except the clause's verb, which other words may express."""
    clause = found.ours.roles.clauses[one.ours]
    is_value = found.ours.items[one.ours].kind in VALUES
    lacking = all(o.kind == WORDS for o in others)
    return is_value and lacking and {o.ours for o in others} == {clause} and len(found.matches) >= _SHARED


def _only_value(found: Matching, one: Leftover) -> Iterator[Conflict]:
    """Yield the only value of its kind in the sentence with all the rest, if it is a different one."""
    mine = found.ours.items[one.ours]
    sentence = found.theirs.roles.sentence
    places = {sentence(m.theirs) for m in found.matches.values()}
    values = [t for t in found.theirs.items if _of_one_kind(mine, t) and sentence(t.index) in places]
    alone = sum(i.kind == mine.kind for i in found.ours.items) == 1
    if len(places) != 1 or len(values) != 1 or not alone:
        return
    its = values[0]
    by = any(a.role == "by" for a in found.theirs.roles.of_dep.get(its.index, ()))  # by how much it grew
    if numbers_differ(found, mine, its) or (not by and _measures_differ(mine, its)):
        yield Conflict("number", mine.index, its.index)
    elif (
        isinstance(mine.value, Dating) and isinstance(its.value, Dating) and mine.value.contradicts(its.value)
    ):
        yield Conflict("date", mine.index, its.index)


def _measures_differ(mine: Element, its: Element) -> bool:
    """Say whether two measures that count no noun leave no value open to both: 3.5 per cent, 35 per cent."""
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure) or not one.unit:
        return False
    return one.counted is None and other.counted is None and comparable(one, other) and not one.meets(other)


def _of_one_kind(mine: Element, its: Element) -> bool:
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        return comparable(mine.value, its.value)
    return mine.kind == its.kind
