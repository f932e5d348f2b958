"""Where it is decided that something is a conflict: one slot, by two signs, with two values.

The first sign is the place: the same role at the same word, or the same date, toll or office of one event.
The second is the kind of value (two days, two counts of one thing, two persons, contraries), or that all
around it is the same. With one sign nothing is said to conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.leftovers import DENIAL, FIRMNESS, ROLE, WORDS, Leftover
from scripts.comparing.matching import CROSSED, SAME, Matching, Reading
from scripts.comparing.sameness import comparable, outcomes_apart, proof, share
from scripts.english import lexicon
from scripts.reading.details.dates import Dating
from scripts.reading.elements import DATE, FIGURE, HOUR, NAME, SHARE, TITLE, WORD, Element
from scripts.reading.figures import Figure
from scripts.reading.hours import Hour
from scripts.reading.names import one_name
from scripts.reading.roles import AGENT, COUNT, HOW, IS, OF, PATIENT, TIME, Arc, Roles

_SHARED = 3  # elements that both have, before a value is told to conflict although the verb is another
_PLACED = frozenset({"at"})
_VALUES = (FIGURE, DATE, HOUR, SHARE)


@dataclass(frozen=True)
class Conflict:
    """Two values of one slot: its kind, our element, theirs, and why in plain words."""

    kind: str
    ours: int
    theirs: int
    why: str


def conflicts(found: Matching, left: Sequence[Leftover]) -> Iterator[Conflict]:
    """Yield the conflicts of a statement with its source, in the order of the statement's words."""
    for one in left:
        if one.kind == DENIAL:
            if all(o.kind == DENIAL or (o.kind == FIRMNESS and _said_and_denied(found)) for o in left):
                yield Conflict("denial", one.ours, one.theirs or 0, "one says it, the other denies it")
        elif one.kind in (WORDS, ROLE):
            others = [o for o in left if o.ours != one.ours and not _hangs_on(o, one)]
            if _rest_same(found, others):
                yield from _values(found, one, alone=not others)
            elif one.kind == WORDS and _all_but_the_verb(found, one, others):
                yield from _only_value(found, one)


def _said_and_denied(found: Matching) -> bool:
    """Say whether what one says somebody said, the other says the same denied."""
    return any(
        found.theirs.items[m.theirs].key == "deny" and m.proof.name == "reporting verb"
        for m in found.matches.values()
    )


def _hangs_on(other: Leftover, one: Leftover) -> bool:
    """Say whether another leftover is one only because of this: a role at a word that is missing."""
    if other.arc is None:
        return False
    exchanged = one.arc is not None and one.how == CROSSED and other.arc.head == one.arc.head
    return exchanged or one.ours in (other.arc.head, other.arc.dep)


def _rest_same(found: Matching, others: Sequence[Leftover]) -> bool:
    """Say whether all else is borne out, but for one describing word."""
    items = found.ours.items
    if any(o.kind in (FIRMNESS, DENIAL) for o in others):
        return False
    lacking = {o.ours for o in others}
    return len(lacking) <= 1 and all(items[i].kind in (WORD, TITLE) and items[i].part != "v" for i in lacking)


def _values(found: Matching, one: Leftover, alone: bool) -> Iterator[Conflict]:
    mine = found.ours.items[one.ours]
    seen = set()
    for theirs, role, signs in rivals(found, one.ours):
        its = found.theirs.items[theirs]
        if theirs in seen:
            continue
        seen.add(theirs)
        kind = (
            ""
            if one.arc is not None and mine.kind == NAME and _many(found, one.arc)
            else clash(found, mine, its, role, signs)
        )
        if kind == "name" and _many_at(found, mine.index):
            continue
        if kind:
            yield Conflict(kind, mine.index, theirs, f"“{mine.quote}” is not “{its.quote}”")
            return
    if one.how == CROSSED and one.arc is not None and found.matches[one.arc.head].proof.name != "kind":
        verb = found.ours.items[one.arc.head]
        if verb.key in _one_way() or one.arc.role in ("with", "without"):
            yield Conflict("roles", one.ours, one.theirs or 0, "the parts are exchanged")


def _many(found: Matching, arc: Arc) -> bool:
    return found.ours.items[arc.head].key.split()[0] in english.many()


def _many_at(found: Matching, index: int) -> bool:
    """Say whether what a name does is what many can do, each by themselves."""
    return any(_many(found, arc) for arc in found.ours.roles.of_dep.get(index, ()))


def _all_but_the_verb(found: Matching, one: Leftover, others: Sequence[Leftover]) -> bool:
    """Say whether all else is borne out but the verb of the clause, which other words may stand for."""
    item = found.ours.items[one.ours]
    clause = found.ours.roles.clauses[one.ours]
    lacking = {o.ours for o in others}
    return item.kind in _VALUES and lacking == {clause} and len(found.matches) >= _SHARED


def _only_value(found: Matching, one: Leftover) -> Iterator[Conflict]:
    """Yield the one value of its kind in the sentence that has all the rest, where it is another."""
    mine = found.ours.items[one.ours]
    places = {found.theirs.roles.sentence(m.theirs) for m in found.matches.values()}
    values = [
        t
        for t in found.theirs.items
        if t.kind == mine.kind and found.theirs.roles.sentence(t.index) in places
    ]
    if isinstance(mine.value, Figure):
        values = [v for v in values if isinstance(v.value, Figure) and comparable(mine.value, v.value)]
    own = [i for i in found.ours.items if i.kind == mine.kind]
    if len(places) != 1 or len(values) != 1 or len(own) != 1:
        return
    its = values[0]
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        if not mine.value.meets(its.value) and _counts_same(found, mine, its):
            yield Conflict("number", mine.index, its.index, f"“{mine.quote}” is not “{its.quote}”")
    elif (
        isinstance(mine.value, Dating) and isinstance(its.value, Dating) and mine.value.contradicts(its.value)
    ):
        yield Conflict("date", mine.index, its.index, f"“{mine.quote}” is not “{its.quote}”")


def rivals(found: Matching, index: int) -> Iterator[tuple[int, str, int]]:
    """Yield what stands in an element's slot on the other side: (their element, role, signs that it is one slot)."""
    ours, theirs = found.ours.roles, found.theirs.roles
    taken = {m.theirs for i, m in found.matches.items() if i != index}
    for arc in ours.of_dep.get(index, ()):
        match = found.matches.get(arc.head)
        if match is None:
            continue
        beside = _aligned(found, arc.head, match.theirs, index)
        for head in found._heads(match.theirs):
            for other in theirs.at_head.get(head, ()):
                if other.dep not in taken and _one_role(found, arc, other):
                    yield other.dep, arc.role, 1 + bool(beside)
    item = found.ours.items[index]
    if item.kind in _VALUES:
        yield from _of_clause(found, item, taken)
    yield from _predicates(found, index, taken)


def _one_role(found: Matching, ours: Arc, theirs: Arc) -> bool:
    if ours.role == theirs.role:
        return True
    verbs = found.ours.items[ours.head].part == "v", found.theirs.items[theirs.head].part == "v"
    modifier = {ours.role, theirs.role} <= {OF, IS, COUNT, HOW}
    nominal = verbs[0] != verbs[1] and {ours.role, theirs.role} <= {AGENT, PATIENT, OF, "by"}
    return modifier or nominal


def _aligned(found: Matching, ours: int, theirs: int, but: int) -> bool:
    """Say whether another part at the same word is the same on both sides."""
    return any(
        arc.dep != but and arc.dep in found.matches and found.stand(arc) == SAME
        for arc in found.ours.roles.at_head.get(ours, ())
    )


def _of_clause(found: Matching, item: Element, taken: set[int]) -> Iterator[tuple[int, str, int]]:
    """A date or count of one event, wherever in its clause it stands."""
    clause = found.ours.roles.clauses[item.index]
    match = found.matches.get(clause)
    if match is None:
        return
    for other in found.theirs.items:
        if (
            other.kind != item.kind
            or other.index in taken
            or found.theirs.roles.clauses[other.index] != match.theirs
        ):
            continue
        if item.kind != FIGURE and not _roles_of(found.ours.roles, item.index) & _roles_of(
            found.theirs.roles, other.index
        ):
            continue
        if item.kind in (DATE, HOUR) or _counts_same(found, item, other):
            yield (
                other.index,
                TIME if item.kind in (DATE, HOUR) else COUNT,
                1 + _aligned(found, clause, match.theirs, item.index),
            )


def _roles_of(read: Roles, index: int) -> set[str]:
    return {arc.role for arc in read.of_dep.get(index, ())}


def _counts_same(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two figures count or measure one thing."""
    one, other = mine.value, its.value
    if (
        not isinstance(one, Figure)
        or not isinstance(other, Figure)
        or one.counted is None
        or other.counted is None
    ):
        return False
    ours = found.ours.roles.elements.of_token.get(one.counted)
    theirs = found.theirs.roles.elements.of_token.get(other.counted)
    if ours is None or theirs is None:
        return False
    return (ours in found.matches and found.matches[ours].theirs in found.theirs.alike(theirs)) or (
        proof(found.ours.items[ours], found.theirs.items[theirs]) is not None
    )


def _predicates(found: Matching, index: int, taken: set[int]) -> Iterator[tuple[int, str, int]]:
    """What the other text says of the same parts: killed three skiers, injured three skiers."""
    counts: dict[int, float] = {}
    arcs = found.ours.roles.at_head.get(index, ())
    for arc in arcs:
        match = found.matches.get(arc.dep)
        if match is None:
            continue
        for mention in found.theirs.alike(match.theirs):
            for other in found.theirs.roles.of_dep.get(mention, ()):
                if other.head not in taken:
                    same = other.role == arc.role or {other.role, arc.role} <= {PATIENT, IS}
                    counts[other.head] = counts.get(other.head, 0) + (1 if same else 0.5)
    for head, number in counts.items():
        if number >= 1:
            yield head, "predicate", int(number + 0.5)


def clash(found: Matching, mine: Element, its: Element, role: str, signs: int) -> str:
    """Return the kind of conflict that two values of one slot are; "" where both could be so."""
    one, other = mine.value, its.value
    if isinstance(one, Figure) and isinstance(other, Figure):
        if not comparable(one, other) or one.meets(other):
            return ""
        if _is_whole(found, its) or not _one_clause(found, mine, its):
            return ""
        if mine.index in found.matches and not _counts_same(found, mine, its):
            return ""  # the other text has this figure, too, and nothing tells that it is of something else
        return "number" if _counts_same(found, mine, its) or signs > 1 else ""
    if isinstance(one, Dating) and isinstance(other, Dating):
        if not _one_clause(found, mine, its) or not _happens(found, mine):
            return ""
        return "date" if one.contradicts(other) or _weekday_off(one, other) else ""
    if isinstance(one, Hour) and isinstance(other, Hour):
        return "" if one.meets(other) else "time"
    shares = share(mine), share(its)
    if shares[0] and shares[1]:
        (low, high), (its_low, its_high) = shares
        return "quantifier" if high < its_low or its_high < low else ""
    if mine.kind == NAME and its.kind == NAME:
        return _other_name(found, mine, its, role, signs)
    if mine.kind == its.kind == TITLE:
        ranks = all(english.titles().get(t.key.split()[-1]) == "rank" for t in (mine, its))
        return "title" if ranks and proof(mine, its) is None and proof(its, mine) is None else ""
    if {mine.kind, its.kind} <= {WORD, TITLE}:
        return _other_word(mine, its, role, signs)
    return ""


def _one_clause(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two values stand in clauses whose predicates answer each other."""
    ours, theirs = found.ours.roles.clauses[mine.index], found.theirs.roles.clauses[its.index]
    if ours == -1 or theirs == -1:
        return ours == theirs
    if (ours, theirs) == (mine.index, its.index):
        return True  # each is what its clause says: the toll is 500 rupees
    return ours in found.matches and found.matches[ours].theirs == theirs


def _happens(found: Matching, mine: Element) -> bool:
    """Say whether a date is that of something done once, not of a state that other days can have, too."""
    clause = found.ours.roles.clauses[mine.index]
    if clause == -1 or found.ours.items[clause].part != "v":
        return False
    done_to = any(
        a.role == PATIENT and a.dep in found.matches for a in found.ours.roles.at_head.get(clause, ())
    )
    return found.ours.items[clause].key.split()[0] not in english.many() or done_to


def _is_whole(found: Matching, its: Element) -> bool:
    """Say whether a figure is the whole that another is a part of: 11,000 of the 26,000 tents."""
    before = found.theirs.items[its.index - 1] if its.index else None
    if before is None or before.kind not in (FIGURE, SHARE):
        return False
    between = found.theirs.roles.parse.tokens[before.last + 1 : its.first]
    return any(t.lower in ("of", "out") for t in between) and len(between) <= 3


def _weekday_off(one: Dating, other: Dating) -> bool:
    """Say whether a day of the week is not that of a full date."""
    for weekday, full in ((one, other), (other, one)):
        day = full.calendar
        if weekday.weekday and not weekday.day and day and full.year and day.isoweekday() != weekday.weekday:
            return True
    return False


def _other_name(found: Matching, mine: Element, its: Element, role: str, signs: int) -> str:
    if one_name(mine.words, its.words) or (set(mine.words) & set(its.words) and role in _PLACED):
        return ""
    if role in (AGENT, IS) or (role == OF and signs > 1):
        return "name" if signs > 1 else ""
    if role in _PLACED or role in ("from", "to"):
        return (
            "place" if signs > 1 and _preposition(found.ours, mine) == _preposition(found.theirs, its) else ""
        )
    return ""


def _preposition(read: Reading, item: Element) -> str:
    """Return the word before a place: a hall is in a town, and at it another is told."""
    above = read.roles.parse.tokens[read.roles.parse.tokens[item.head].head]
    return above.lower if above.part == "ADP" else ""


def _other_word(mine: Element, its: Element, role: str, signs: int) -> str:
    if proof(mine, its) is not None or signs < 1:
        return ""
    if opposed(mine, its):
        return "opposite" if signs > 1 or role != "predicate" else ""
    if mine.part == its.part == "n" and signs > 1 and lexicon.siblings(mine.key, its.key, "n"):
        timed = role in (TIME, "at") and lexicon.kind_of(mine.key, "season", "n", 3)
        return "thing" if role in (AGENT, IS) or timed else ""
    return ""


def opposed(mine: Element, its: Element) -> bool:
    """Say whether two words cannot both be said of one thing: contraries, or words held apart."""
    if mine.part == its.part == "v" and english.converse(mine.key, its.key):
        return False  # bought and sold tell of one deal
    if outcomes_apart(mine.key, its.key) or english.opposite(mine.key, its.key):
        return True
    forms = [(mine.key, its.key)]
    if "a" in (mine.part, its.part) and mine.part != its.part:  # closed, open
        forms.append((mine.quote.lower(), its.quote.lower()))
    return any(lexicon.antonyms(one, other, p) for one, other in forms for p in {mine.part, its.part} if p)


def _one_way() -> frozenset[str]:
    return frozenset(
        [
            "defeat",
            "beat",
            "win",
            "lose",
            "buy",
            "sell",
            "succeed",
            "replace",
            "own",
            "employ",
            "acquire",
            "outnumber",
            "precede",
            "follow",
            "inherit",
            "lend",
            "borrow",
            "overtake",
            "sue",
            "kill",
            "capital",
            "parent",
        ]
    )
