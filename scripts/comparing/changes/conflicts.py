"""Which changes conflict: the one place where two claims are said to exclude each other.

A denial conflicts with what it denies, and two values of one slot with each other, where two signs say that
the slot is one, and where nothing lets both stand: two sources, two times, two matters, what was expected.
"""

from __future__ import annotations

from scripts import english
from scripts.comparing.changes.attributions import two_speakers
from scripts.comparing.changes.change import (
    DATE,
    DENIAL,
    DIFFERENT,
    NAME,
    NUMBER,
    OPPOSITE,
    SHARE,
    THING,
    TIME,
    TITLE,
    Change,
)
from scripts.comparing.changes.denials import done_to_nobody, says_little
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.role_matching import SAME
from scripts.comparing.slots.incompatible_values import clash, does_to_another
from scripts.comparing.slots.rates import apart, rate
from scripts.comparing.slots.single_events import have_two_times
from scripts.comparing.slots.slot_rivals import rivals
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.arcs import AGENT, OF, PATIENT
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import Reading

_CAN = frozenset({DATE, DENIAL, NAME, NUMBER, OPPOSITE, SHARE, THING, TIME, TITLE})
_ALIKE = 0.3  # of the weight of both claims, shared: they count or deny one thing
_UNSURE = frozenset({"possible", "conditional", "asked"})
_AHEAD = frozenset({"proposed", "expected", "planned", "future"})
_OF_MANY = frozenset({"minister", "secretary"})
_BOTH_CAN_STAND = frozenset({"", "thing"})  # a retailer may be called a trader
_ALMOST = frozenset({"barely", "hardly", "less", "scarcely"})  # they deny, but not all of it
_OF_TIME = frozenset({"after", "before", "since", "until"})
_ONE_WORD = frozenset({"same word", "spelling", "inflection", "said alike"})


def conflict(meeting: Meeting, change: Change) -> bool:
    """Say whether what two claims say otherwise excludes one of them."""
    if change.kind not in _CAN or change.sure != DIFFERENT or len(change.left) != 1 or len(change.right) != 1:
        return False
    (ours,), (theirs,) = change.left, change.right
    if change.kind == DENIAL:
        return _denies(meeting, ours, theirs)
    mine, its = meeting.left.items[ours], meeting.right.items[theirs]
    if change.kind == NUMBER and (_of_two_minds(meeting, mine, its) or _meet(mine, its)):
        return False
    if change.kind == TIME and _by_the_clock_of(meeting.left, mine) != _by_the_clock_of(meeting.right, its):
        return False  # nine in New York may be two in London
    times = _is_told_as_of(meeting.left, ours), _is_told_as_of(meeting.right, theirs)
    steps = _levels(meeting.left, ours) ^ _levels(meeting.right, theirs)
    if change.kind == OPPOSITE and (times[0] != times[1] or steps & (_AHEAD | {"needed"})):
        return False  # freed, after being trapped; must pay what is owed
    clashing = any(
        r.theirs == theirs and clash(meeting.over, mine, r) not in _BOTH_CAN_STAND
        for r in rivals(meeting.over, ours)
    )
    return clashing or _by_two_signs(meeting, mine, its)


def _denies(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether a denial excludes what the other says: the word is one sign, a shared part another."""
    mine, its = _levels(meeting.left, ours), _levels(meeting.right, theirs)
    if says_little(meeting.left.items[ours].key) or _UNSURE & (mine | its) or _AHEAD & (mine ^ its):
        return False  # it does not run now, and will run
    if _of_another_time(meeting.left, ours) or _of_another_time(meeting.right, theirs):
        return False  # they do not run; they run again
    if have_two_times(meeting.over, ours, theirs):
        return False  # did not speak on Monday; spoke on Tuesday
    if _has_its_parts_turned(meeting, ours, theirs):
        return False  # apples left in the stores; apples that did not leave
    if _is_almost_denied(meeting.left, ours) or _is_almost_denied(meeting.right, theirs):
        return False  # those who did not walk, and who hardly walked
    of_all = done_to_nobody(meeting.left, ours) or done_to_nobody(meeting.right, theirs)
    if not of_all and does_to_another(meeting.over, meeting.left.items[ours], meeting.right.items[theirs]):
        return False  # suffered from thirst; suffered no fractures
    if not _are_parts_of_one(meeting, ours, theirs):
        return False  # no nurse has more than twelve; one nurse had nineteen
    alike = meeting.alignment.common >= _ALIKE and meeting.closest
    shared = _shares_a_part(meeting, ours)
    one_word = meeting.over.matches[ours].proof.name in _ONE_WORD
    return (alike and shared) or (one_word and (alike or shared))


def _is_told_as_of(read: Reading, index: int) -> bool:
    """Say whether what a verb tells only gives the time of something else: after being trapped."""
    parse = read.roles.parse
    verb = parse.tokens[read.items[index].head]
    above = parse.tokens[verb.head]
    behind = verb.role == "pcomp" and above.lower in _OF_TIME
    return behind or any(t.role == "mark" and t.lower in _OF_TIME for t in parse.below(verb.index))


def _of_another_time(read: Reading, index: int) -> bool:
    """Say whether a word sets the time of a predicate, or that of a thing, against another: so far."""
    told = english.other_times() | english.placing()
    tokens, roles = read.roles.parse.tokens, read.roles
    verbs = [arc.head for arc in roles.of_dep.get(index, ())] if read.items[index].part != "v" else []
    places = {t for k in (index, *verbs) for t in (read.items[k].head, *roles.anchors_of(k))}
    places |= {tokens[t].head for t in places if tokens[t].role == "conj"}  # now they come, and hear nothing
    below = (child for place in places for child in roles.parse.below(place))
    return any({child.lower, f"so {child.lower}"} & told for child in below)


def _has_its_parts_turned(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether what one verb does is what is done to it by the other."""
    acting = {AGENT: PATIENT, PATIENT: AGENT}
    return any(
        acting.get(arc.role) in meeting.right.roles.role(theirs, answer.theirs)
        for arc in meeting.left.roles.at_head.get(ours, ())
        if arc.role in acting and (answer := meeting.over.matches.get(arc.dep))
    )


def _levels(read: Reading, index: int) -> frozenset[str]:
    """Return how firmly an element is said; a noun as firmly as what it plays a part in."""
    arcs = read.roles.of_dep.get(index, ()) if read.items[index].part == "n" else ()
    return read.states[index].levels.union(*(read.states[a.head].levels for a in arcs))


def _is_almost_denied(read: Reading, index: int) -> bool:
    """Say whether a word denies no more than most of a thing: hardly any rain."""
    tokens, parse = read.roles.parse.tokens, read.roles.parse
    near = {read.items[index].head, *read.roles.anchors_of(index)}
    near |= {t.index for place in [*near] for t in parse.below(place)}
    return any(t.lower in _ALMOST for place in near for t in (tokens[place], *parse.below(place)))


def _are_parts_of_one(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether two nouns play a part in what is the same on both sides; a verb plays none."""
    if "n" not in (meeting.left.items[ours].part, meeting.right.items[theirs].part):
        return True
    answers = meeting.over.matches
    heads = {a.head for a in meeting.left.roles.of_dep.get(ours, ())}
    above = {a.head for a in meeting.right.roles.of_dep.get(theirs, ())}
    return not heads or not above or any(k in answers and answers[k].theirs in above for k in heads)


def _shares_a_part(meeting: Meeting, ours: int) -> bool:
    """Say whether a part in what is told is the same in both claims."""
    over = meeting.over
    arcs = over.ours.roles.at_head.get(ours, ())
    return any(a.dep in over.matches and over.stand(a) == SAME for a in arcs)


def _by_the_clock_of(read: Reading, item: Element) -> str:
    """Return the place by whose clock a time is told (2 p.m. London time), or ""."""
    behind = [t.text for t in read.roles.parse.tokens[item.last + 1 : item.last + 3]]
    return behind[0] if behind[1:] == ["time"] and behind[0][:1].isupper() else ""


def _of_two_minds(meeting: Meeting, mine: Element, its: Element) -> bool:
    """Say whether two numbers are those of two sources, or one is what was expected."""
    levels = meeting.left.states[mine.index].levels ^ meeting.right.states[its.index].levels
    return bool(levels & (_AHEAD | {"possible"})) or two_speakers(meeting) is not None


def _meet(mine: Element, its: Element) -> bool:
    """Say whether one value satisfies both, or nearly does: twelve, at least twelve and more than twelve."""
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    exact, bound = (one, other) if one.exact else (other, one)
    touches = exact.exact and bound.strict and exact.low in (bound.low, bound.high)
    return touches or one.meets(other)


def _by_two_signs(meeting: Meeting, mine: Element, its: Element) -> bool:
    """Say whether a slot that two values fill is one for certain: an office, or the measure of one thing."""
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        # A count may have risen from one account to the other; a sum or a length has not.
        measured = mine.value.dimension not in ("", "order", "share", "time", "age")
        exact = mine.value.exact and its.value.exact and not mine.value.rounds(its.value)
        one_rate = not apart(rate(meeting.left, mine), rate(meeting.right, its))
        return meeting.closest and meeting.alignment.common >= _ALIKE and measured and exact and one_rate
    return _hold_one_office(meeting, mine, its)


def _hold_one_office(meeting: Meeting, mine: Element, its: Element) -> bool:
    """Say whether two names are given one office, which one person holds at a time: the mayor."""
    if not mine.kind == its.kind == kinds.NAME:
        return False
    theirs = set(meeting.right.alike(its.index))
    answers = meeting.over.matches
    return any(
        k in answers
        and answers[k].theirs in theirs
        and _is_office(meeting.left.items[k])
        and _is_of_one_portfolio(meeting, k)
        for k in meeting.left.alike(mine.index)
    )


def _is_of_one_portfolio(meeting: Meeting, office: int) -> bool:
    """Say whether a minister has the portfolio that the other has: of several ministers each has one."""
    mine, answers = meeting.left.items[office], meeting.over.matches
    if mine.key.split()[-1] not in _OF_MANY:
        return True
    if mine.kind == kinds.TITLE:
        return mine.key == meeting.right.items[answers[office].theirs].key
    arcs = meeting.left.roles.at_head.get(office, ())
    portfolio = [a.dep for a in arcs if a.role == OF and meeting.left.items[a.dep].kind == kinds.WORD]
    return bool(portfolio) and all(k in answers for k in portfolio)


def _is_office(item: Element) -> bool:
    """Say whether a word names an office, which one person holds; a rank (captain) is held by many."""
    named = item.kind == kinds.TITLE or (item.kind == kinds.WORD and item.key in english.titles())
    return named and english.titles().get(item.key.split()[-1]) != "rank"
