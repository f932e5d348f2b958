"""Where it is decided that something is a conflict: one slot, by two signs, with two values.

The first sign is the place: the same role at the same word, or the same date, count or rank of one event.
The second is the kind of value (two days, two counts of one thing, two persons, contraries), or that all
around it is the same. With one sign nothing is said to conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scripts import english
from scripts.comparing.element_matching import Matching
from scripts.comparing.element_proofs import comparable
from scripts.comparing.incompatible_values import clash, numbers_differ
from scripts.comparing.role_matching import CROSSED
from scripts.comparing.slots import VALUES, rivals
from scripts.comparing.unsupported import DENIAL, FIRMNESS, ROLE, WORDS, Leftover
from scripts.comparing.word_proofs import REPORTING
from scripts.reading.details.dates import Dating
from scripts.reading.syntax.amounts import Figure
from scripts.reading.syntax.elements import NAME, TITLE, WORD, Element

_SHARED = 3  # elements that both have, before a value is told to conflict although the verb is another


@dataclass(frozen=True)
class Conflict:
    """Two values of one slot: its kind, our element and theirs."""

    kind: str
    ours: int
    theirs: int


def conflicts(found: Matching, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflicts of a statement with its source, in the order of the statement's words."""
    for one in left:
        if one.kind == DENIAL and one.theirs is not None:
            if all(o.kind == DENIAL or (o.kind == FIRMNESS and _said_and_denied(found)) for o in left):
                yield Conflict("denial", one.ours, one.theirs)
        elif one.kind in (WORDS, ROLE):
            others = [o for o in left if o.ours != one.ours and not _hangs_on(o, one)]
            if _rest_same(found, others):
                yield from _values(found, one, alone=not others)
            elif one.kind == WORDS and _all_but_the_verb(found, one, others):
                yield from _only_value(found, one)


def _said_and_denied(found: Matching) -> bool:
    """Say whether what one says somebody said, the other says the same denied."""
    answers = (m for m in found.matches.values() if m.proof == REPORTING)
    return any(found.theirs.items[m.theirs].key == "deny" for m in answers)


def _hangs_on(other: Leftover, one: Leftover) -> bool:
    """Say whether another leftover is one only because of this: a role at a word that is missing."""
    if other.arc is None:
        return False
    exchanged = one.arc is not None and one.how == CROSSED and other.arc.head == one.arc.head
    return exchanged or one.ours in (other.arc.head, other.arc.dep)


def _rest_same(found: Matching, others: Sequence[Leftover]) -> bool:
    """Say whether all else is borne out, but for one describing word."""
    if any(o.kind in (FIRMNESS, DENIAL) for o in others):
        return False
    lacking = [found.ours.items[i] for i in {o.ours for o in others}]
    return len(lacking) <= 1 and all(i.kind in (WORD, TITLE) and i.part != "v" for i in lacking)


def _values(found: Matching, one: Leftover, alone: bool) -> Iterator[Conflict]:
    """Yield the first rival that cannot be so as well, or two parts that are exchanged."""
    mine = found.ours.items[one.ours]
    whole = alone and mine.kind == WORD and len(found.matches) >= _SHARED - 1
    named = one.kind == ROLE and mine.kind == NAME  # the other text has the name, and only perhaps elsewhere
    for rival in rivals(found, one.ours) if not named else ():
        # That all else is the same is a sign of its own, but two verbs may tell of two times: began, ended.
        by_rest = int(whole and {mine.part, found.theirs.items[rival.theirs].part} != {"v"})
        if kind := clash(found, mine, replace(rival, signs=rival.signs + by_rest)):
            yield Conflict(kind, mine.index, rival.theirs)
            return
    if one.how == CROSSED and one.arc is not None and one.theirs is not None:
        one_way = found.ours.items[one.arc.head].key in english.one_way()
        by_kind = found.matches[one.arc.head].proof.name == "kind"
        if not by_kind and (one_way or one.arc.role in ("with", "without")):
            yield Conflict("roles", one.ours, one.theirs)


def _all_but_the_verb(found: Matching, one: Leftover, others: Sequence[Leftover]) -> bool:
    """Say whether all else is borne out but the verb of the clause, which other words may stand for."""
    clause = found.ours.roles.clauses[one.ours]
    is_value = found.ours.items[one.ours].kind in VALUES
    return is_value and {o.ours for o in others} == {clause} and len(found.matches) >= _SHARED


def _only_value(found: Matching, one: Leftover) -> Iterator[Conflict]:
    """Yield the one value of its kind in the sentence that has all the rest, where it is another."""
    mine = found.ours.items[one.ours]
    sentence = found.theirs.roles.sentence
    places = {sentence(m.theirs) for m in found.matches.values()}
    values = [t for t in found.theirs.items if _of_one_kind(mine, t) and sentence(t.index) in places]
    alone = sum(i.kind == mine.kind for i in found.ours.items) == 1
    if len(places) != 1 or len(values) != 1 or not alone:
        return
    its = values[0]
    if numbers_differ(found, mine, its):
        yield Conflict("number", mine.index, its.index)
    elif (
        isinstance(mine.value, Dating) and isinstance(its.value, Dating) and mine.value.contradicts(its.value)
    ):
        yield Conflict("date", mine.index, its.index)


def _of_one_kind(mine: Element, its: Element) -> bool:
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        return comparable(mine.value, its.value)
    return mine.kind == its.kind
