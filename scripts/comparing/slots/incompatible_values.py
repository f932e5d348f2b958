"""Whether two values of one slot exclude each other, and which kind of conflict they are.

Kinds: number, date, time, quantifier, name, place, title, opposite, thing; "" if both can be true.
"""

from __future__ import annotations

from functools import lru_cache

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.element_proofs import comparable, proof, share
from scripts.comparing.proofs.wholes_and_parts import is_part, is_whole
from scripts.comparing.proofs.word_proofs import outcomes_apart
from scripts.comparing.slots.rates import apart, rate
from scripts.comparing.slots.single_events import happens, is_many, is_one_event
from scripts.comparing.slots.slot_rivals import PREDICATE, Rival, counts_same, one_clause
from scripts.english import lexicon
from scripts.reading.details.dates import Dating
from scripts.reading.syntax.elements import NAME, PRONOUN, TITLE, WORD, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.name_matching import one_name
from scripts.reading.syntax.semantic_roles import AGENT, COUNT, IS, OF, PATIENT, TIME, Arc
from scripts.reading.syntax.times_of_day import Hour
from scripts.reading.syntax.whole_text import Reading, joined

_FULL = 2  # words of a first name and a surname
_EACH = frozenset({"apiece", "each", "every"})
_MATTERS = frozenset({OF, TIME, "about", "against", "for", "from", "in", "with"})
_ENDS = frozenset({"beginning", "end", "start"})  # of a year, as a rule
_PLACED = frozenset({"at", "from", "to"})


def clash(found: Matching, mine: Element, rival: Rival) -> str:
    """Return the kind of conflict between an element and its rival; "" if both can be true."""
    its = found.theirs.items[rival.theirs]
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        return _numbers(found, mine, its, rival.signs)
    if isinstance(mine.value, Dating) and isinstance(its.value, Dating):
        return _dates(found, mine, its)
    if isinstance(mine.value, Hour) and isinstance(its.value, Hour):
        return "" if mine.value.meets(its.value) else "time"
    if share(mine) and share(its):
        return _shares(mine, its)
    if mine.kind == its.kind == NAME:
        return _names(found, mine, its, rival)
    if mine.kind == its.kind == TITLE:
        return _ranks(mine, its)
    return _words(found, mine, its, rival) if {mine.kind, its.kind} <= {WORD, TITLE} else ""


def opposed(mine: Element, its: Element) -> bool:
    """Say whether two words exclude each other: contraries, or outcomes held apart."""
    quotes = ("", "")
    if "a" in (mine.part, its.part) and mine.part != its.part:  # closed, open
        quotes = mine.quote.split()[-1].lower(), its.quote.split()[-1].lower()  # have been recovered
    return _opposed(mine.key, mine.part, its.key, its.part, *quotes)


@lru_cache(maxsize=1 << 16)
def _opposed(mine: str, part: str, its: str, its_part: str, quote: str, its_quote: str) -> bool:
    """Say whether two words exclude each other as lemmas, or as they are quoted, if they are."""
    shared = part if part == its_part else ""
    if "n" in (part, its_part) and not shared and not _tells_of_an_act(mine, part, its, its_part):
        return False  # the end of the year; it will be continued
    if not _contrary(mine, part, its, its_part, quote, its_quote):
        return False
    if shared == "v" and english.converse(mine, its):
        return False  # "bought" and "sold" may tell of one deal
    if shared in ("n", "v") and (lexicon.kind_of(mine, its, shared) or lexicon.kind_of(its, mine, shared)):
        return False  # a murdered person is also killed
    # The others, the same: what they stand for tells, not they.
    return english.stopwords().isdisjoint((mine, its))


def _contrary(mine: str, part: str, its: str, its_part: str, quote: str, its_quote: str) -> bool:
    """Say whether a table or the lexicon holds two words apart as outcomes or contraries."""
    shared = part if part == its_part else ""
    one, other, as_part = (quote, its_quote, "a") if quote or its_quote else (mine, its, shared)
    outcomes = as_part not in ("", "n") and outcomes_apart(one, other, as_part)  # recovered, missing
    if outcomes or english.opposite(mine, its):
        return True
    forms = [(mine, its), (quote, its_quote)] if quote or its_quote else [(mine, its)]
    parts = {part, its_part} - {""}
    return any(lexicon.antonyms(one, other, p) for one, other in forms for p in parts)


def _tells_of_an_act(mine: str, part: str, its: str, its_part: str) -> bool:
    """Say whether one is a noun for an act, and the other a verb: a rise, fell."""
    noun, other_part = (mine, its_part) if part == "n" else (its, part)
    return other_part == "v" and lexicon.action(noun) and noun not in _ENDS


def numbers_differ(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether no value satisfies two figures of one thing."""
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.meets(other) or one.rounds(other):
        return False
    parts = is_whole(found.ours, mine) or is_whole(found.theirs, its) or is_part(found.ours, mine)
    return not parts and comparable(one, other) and counts_same(found, mine, its)


def _numbers(found: Matching, mine: Element, its: Element, signs: int) -> str:
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return ""
    if not comparable(one, other) or not _differ(one, other) or not one_clause(found, mine, its):
        return ""
    if is_whole(found.theirs, its) or is_whole(found.ours, mine):
        return ""
    if _is_part_told_of(found.ours, one) and _is_part_told_of(found.theirs, other):
        return ""  # the first half was paid, the second half was not: two things
    if (is_part(found.ours, mine) and not is_part(found.theirs, its)) or _adds_up(found, mine, its):
        return ""
    if mine.index in found.matches:  # the other text has this figure too, perhaps of something else
        return "number" if counts_same(found, mine, its) else ""
    return "number" if signs > 1 or counts_same(found, mine, its) else ""


def _is_part_told_of(read: Reading, order: Figure) -> bool:
    """Say whether an ordinal singles out the part that a clause is about: the second half was paid."""
    if order.dimension != "order" or order.counted is None:
        return False
    counted = read.roles.parse.tokens[order.counted]
    return counted.role in ("nsubj", "nsubjpass") and 0 < english.numbers().get(counted.lower, 0) < 1


def _differ(one: Figure, other: Figure) -> bool:
    """Say whether no value is open to both, or only the one at which at most and at least meet."""
    if not one.meets(other):
        return not one.rounds(other)
    touch = max(one.low, other.low) == min(one.high, other.high)
    return touch and not one.exact and not other.exact


def _adds_up(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether a figure is that of each, or the sum: 20 apiece, 40 in all; 64 and 92 are 156."""
    if _told_of_each(found.ours, mine) != _told_of_each(found.theirs, its):
        return True
    if apart(rate(found.ours, mine), rate(found.theirs, its)):
        return True
    if _is_listed_among_others(found, mine, its):
        return True
    clause = found.theirs.roles.clauses
    beside = [t.value for t in found.under if clause[t.index] == clause[its.index]]
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    parts = [v.low for v in beside if isinstance(v, Figure) and v.dimension == other.dimension]
    return len(parts) > 1 and one.low <= sum(parts) <= one.high


def _is_listed_among_others(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether a count is of some of those whom a list names: two nurses and a teacher, three hostages."""
    ours = {found.ours.items[k].key for k in _counted(found.ours, mine)}
    theirs = _counted(found.theirs, its)
    return any(found.theirs.items[k].key not in ours and len(joined(found.theirs, k)) > 1 for k in theirs)


def _counted(read: Reading, figure: Element) -> list[int]:
    return [a.head for a in read.roles.of_dep.get(figure.index, ()) if a.role == COUNT]


def _told_of_each(read: Reading, item: Element) -> bool:
    clause = read.roles.clauses
    return any(i.key in _EACH and clause[i.index] == clause[item.index] for i in read.items)


def _dates(found: Matching, mine: Element, its: Element) -> str:
    one, other = mine.value, its.value
    if not isinstance(one, Dating) or not isinstance(other, Dating):
        return ""
    if mine.index in found.matches:
        return ""  # the other text has this day too, and nothing shows that it belongs to something else
    if not one_clause(found, mine, its) or not happens(found, mine):
        return ""
    return "date" if one.contradicts(other) or _weekday_off(one, other) or _weekday_off(other, one) else ""


def _weekday_off(weekday: Dating, full: Dating) -> bool:
    """Say whether a weekday is not that of a full date."""
    day = full.calendar if full.year else None
    alone = weekday.weekday and not weekday.day
    return bool(alone and day and day.isoweekday() != weekday.weekday)


def _shares(mine: Element, its: Element) -> str:
    ours, theirs = share(mine), share(its)
    if ours is None or theirs is None:
        return ""
    return "quantifier" if ours[1] < theirs[0] or theirs[1] < ours[0] else ""


def _names(found: Matching, mine: Element, its: Element, rival: Rival) -> str:
    heads = [arc.head for arc in found.ours.roles.of_dep.get(mine.index, ()) if arc.role == rival.role]
    alone = rival.signs < 2 and not any(is_one_event(found, head) for head in heads)
    if alone or not _two_names(mine.words, its.words):
        return ""
    if _may_be_named(found, rival):
        return ""
    if rival.role in (AGENT, IS, OF):
        many = any(is_many(found, arc.head) for arc in found.ours.roles.of_dep.get(mine.index, ()))
        return "" if many else "name"
    if rival.role not in _PLACED:
        return ""
    return "place" if _preposition(found.ours, mine) == _preposition(found.theirs, its) else ""


def _two_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names cannot be those of one: nothing is shared, or the surname alone."""
    if one_name(one, other):
        return False
    if not set(one) & set(other):
        return True
    numbered = one[:-1] == other[:-1] and len(one) > 1  # Aldric V and Aldric VI, Poe Jr. and Poe Sr.
    return numbered or (len(one) == len(other) == _FULL and one[-1] == other[-1])


def _may_be_named(found: Matching, rival: Rival) -> bool:
    """Say whether an unresolved pronoun also fills the slot: it may refer to the person asked for."""
    theirs = found.theirs
    heads = {arc.head for arc in theirs.roles.of_dep.get(rival.theirs, ()) if arc.role == rival.role}
    fillers = {arc.dep for head in heads for arc in theirs.roles.at_head.get(head, ())}
    return any(theirs.items[k].kind == PRONOUN and not _is_known(theirs, k) for k in fillers)


def _is_known(read: Reading, pronoun: int) -> bool:
    """Say whether it is told for whom a pronoun stands."""
    return any(read.items[k].kind == NAME for k in read.alike(pronoun))


def _preposition(read: Reading, item: Element) -> str:
    """Return the preposition before a place: a hall is in a town, but with another preposition."""
    tokens = read.roles.parse.tokens
    above = tokens[tokens[item.head].head]
    return above.lower if above.part == "ADP" else ""


def _ranks(mine: Element, its: Element) -> str:
    """Two ranks of one person conflict; two offices do not: a chairman may be a professor."""
    ranks = all(english.titles().get(t.key.split()[-1]) == "rank" for t in (mine, its))
    return "title" if ranks and proof(mine, its) is None and proof(its, mine) is None else ""


def _words(found: Matching, mine: Element, its: Element, rival: Rival) -> str:
    if proof(mine, its) is not None or rival.signs < 1:
        return ""
    if opposed(mine, its):
        one = rival.signs > 1 or rival.role != PREDICATE
        unsure = {mine.key, its.key} & english.many_senses() or _of_two_matters(found, mine, its)
        return "opposite" if one and not unsure else ""
    if mine.part != "n" or its.part != "n" or rival.signs < 2:
        return ""
    if not lexicon.siblings(mine.key, its.key, "n"):
        return ""
    is_season = rival.role in (TIME, "at") and lexicon.kind_of(mine.key, "season", "n", 3)
    if is_season:
        return "time"
    return "thing" if rival.role in (AGENT, IS) else ""


def _of_two_matters(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether two words have each its own part in one role: acquitted of theft, convicted of fraud."""
    ours, theirs = _parts(found.ours, mine.index), _parts(found.theirs, its.index)
    if does_to_another(found, mine, its):
        return True  # joins a bank; leaves in the autumn
    for role in {a.role for a in ours} & {a.role for a in theirs} & _MATTERS:
        answers = {found.matches[a.dep].theirs for a in ours if a.role == role and a.dep in found.matches}
        named = {k for a in answers for k in found.theirs.alike(a)}
        if named.isdisjoint(a.dep for a in theirs if a.role == role):
            return True
    return False


def does_to_another(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether of two verbs only one has what it is done to, of which the other text says nothing."""
    ours = [a.dep for a in found.ours.roles.at_head.get(mine.index, ()) if a.role == PATIENT]
    theirs = [a.dep for a in found.theirs.roles.at_head.get(its.index, ()) if a.role == PATIENT]
    answered = {m.theirs for m in found.matches.values()}
    if not theirs and mine.part == its.part == "v":
        return bool(ours) and not any(k in found.matches for k in ours)
    if not ours and mine.part == its.part == "v":
        return not answered & {k for dep in theirs for k in found.theirs.alike(dep)}
    return False


def _parts(read: Reading, verb: int) -> list[Arc]:
    """Return the parts of a verb, with what a parser hangs on whom it is done to: convict Poe of theft."""
    own = read.roles.at_head.get(verb, ())
    done_to = (a.dep for a in own if a.role == PATIENT and read.items[a.dep].kind in (NAME, PRONOUN))
    return [*own, *(arc for person in done_to for arc in read.roles.at_head.get(person, ()))]
