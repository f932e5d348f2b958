"""Dates that contradict each other. They must be of one act, because two acts may have two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side, around
from scripts.reading.details.dates import Dating
from scripts.reading.details.verb_groups import DETERMINERS
from scripts.reading.words import Word

# Verbs that only say that something happened: the date is that of the thing itself.
_HAPPENING = frozenset(
    {"occur", "happen", "take", "hold", "schedule", "fall", "be", "set", "due", "plan", "expect"}
)
_NEARBY = 6
# Verbs of reporting: two reporters may speak on two days.
_TELLING = frozenset({"say", "tell", "add", "write", "report", "publish", "update"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield dates of the two claims that contradict each other; dates that both have are left out first."""
    left, right = list(pair.left.of(Dating)), list(pair.right.of(Dating))
    for ours in list(left):
        match = next((d for d in right if not ours.contradicts(d)), None)
        if match:
            left.remove(ours)
            right.remove(match)
            yield from _same_day(pair, ours, match)
    for ours in left:
        kin = [d for d in right if ours.contradicts(d) and _comparable(ours, d) and _one_act(pair, ours, d)]
        if not kin:
            continue
        theirs = max(kin, key=lambda d: pair.same_place(ours, d))
        if len(kin) > 1 and pair.same_place(ours, theirs) == 0:
            continue
        if pair.nearness < 0.3 and pair.same_place(ours, theirs) == 0:
            continue
        right.remove(theirs)
        day = bool(ours.weekday and theirs.weekday and ours.weekday != theirs.weekday)
        whole = all(d.day for d in (ours, theirs))
        same = (ours.year, ours.month, ours.day) == (theirs.year, theirs.month, theirs.day)
        only_day = day and (same or not whole)
        if _of_one_night(pair, ours, theirs):
            why = f"{ours.quote} and {theirs.quote} meet in one night."
            yield Difference("date", DIFFERS, Side.detail(ours), Side.detail(theirs), why)
            continue
        yield Difference(
            "weekday" if only_day else "date",
            CONFLICTS,
            Side.detail(ours, ours.value),
            Side.detail(theirs, theirs.value),
            f"{ours.quote} and {theirs.quote} are not the same {'day of the week' if only_day else 'date'}.",
        )


def _of_one_night(pair: ClaimPair, ours: Dating, theirs: Dating) -> bool:
    """Say whether one day's night runs into the other day: on Sunday night, on Monday."""
    sides = ((pair.left_words, ours, theirs), (pair.right_words, theirs, ours))
    return any(_late(terms, day) and _follows(day, after) for terms, day, after in sides)


def _late(terms: Sequence[Word], day: Dating) -> bool:
    before, after = [w for w in terms if w.end <= day.start], [w for w in terms if w.start >= day.end]
    return (bool(after) and after[0].lower == "night") or (bool(before) and before[-1].lower == "late")


def _follows(day: Dating, after: Dating) -> bool:
    """Say whether one day follows another, by the calendar or only by weekday."""
    if day.calendar and after.calendar:
        return (after.calendar - day.calendar).days == 1
    if day.day or after.day or not (day.weekday and after.weekday):
        return False
    return after.weekday - day.weekday in {1, -6}


def _one_act(pair: ClaimPair, ours: Dating, theirs: Dating) -> bool:
    """Say whether two dates can be those of one act: of one verb, or of a verb that only says it happened.

    Without a verb, a date may be that of the report (a dateline); near-identical claims need no verb.
    """
    if pair.apart:
        return False
    if ours.until and theirs.until:
        return True  # a report has one day, an event may have several
    one, other = pair.governing("left", ours), pair.governing("right", theirs)
    if not one or not other:
        return pair.near
    if _keys(one) & _TELLING and _keys(other) & _TELLING:
        return pair.near
    if not (pair.near and _bare(ours) and _bare(theirs)) and not any(
        d.month or d.weekday for d in (ours, theirs)
    ):
        return pair.one_holder(one[0], other[0])  # a storm of one year, a fire of another
    if _of_other_subjects(pair, one[0], other[0]):
        return False
    if of_one_verb(pair, ours, theirs):
        return True
    return (
        _deadline(pair.left_words, ours)
        and _deadline(pair.right_words, theirs)
        and pair.one_holder(one[0], other[0])
    )


def _bare(year: Dating) -> bool:
    """Say whether a year stands in digits only, without a noun: not "storm of 1960"."""
    return year.quote.isdecimal()


def _of_other_subjects(pair: ClaimPair, one: Word, other: Word) -> bool:
    """Say whether the subject of one claim occurs in the other as something else: a bridge near the dam."""
    if pair.one_holder(one, other):
        return False
    for side, verb, paired, terms, groups in (
        ("left", one, pair.paired, pair.right_words, pair.right_predicates),
        ("right", other, pair.back, pair.left_words, pair.left_predicates),
    ):
        there = {paired[w.start].start for w in pair.holders(side, verb) if w.start in paired}
        aside = {w.start for at, w in enumerate(terms) if at and terms[at - 1].lower in DETERMINERS}
        acting = {terms[i].start for p in groups for i in (*p.agent, *p.patient)}
        if there & aside - acting:
            return True
    return False


def of_one_verb(pair: ClaimPair, ours: Dating | Side, theirs: Dating | Side) -> bool:
    """Say whether both dates belong to one verb, or to one thing by a verb that only says it happened."""
    one, other = pair.governing("left", ours), pair.governing("right", theirs)
    if not one or not other:
        return False
    happens = _happens(pair.left_words, one) or _happens(pair.right_words, other)
    if happens and not (_keys(one) | _keys(other)) & _TELLING:
        return pair.near or _of_one_thing(pair, ours, theirs)
    return any(english.synonymous(a.lower, b.lower) for a in one for b in other)


def _of_one_thing(pair: ClaimPair, ours: Dating | Side, theirs: Dating | Side) -> bool:
    """Say whether both dates stand beside a thing that both claims call by one common noun (not "iPhone")."""
    verbs = {p.at for p in pair.left_predicates}, {p.at for p in pair.right_predicates}
    acts = {pair.left_words[i].start for i in verbs[0]}, {pair.right_words[i].start for i in verbs[1]}
    there = {w.start for w in around(pair.right_words, theirs.start, theirs.end, _NEARBY)}
    return any(
        word.text == word.lower
        and word.start in pair.paired
        and (match := pair.paired[word.start]).start in there
        and word.start not in acts[0]
        and match.start not in acts[1]
        for word in around(pair.left_words, ours.start, ours.end, _NEARBY)
    )


def _happens(terms: Sequence[Word], verbs: Sequence[Word]) -> bool:
    """Say whether a verb only says that something happened; of "was falling", another verb says what."""
    after = next((w for w in terms if w.start >= verbs[-1].end), None)
    doing = after is not None and after.lower.endswith("ing") and "be" in _keys(tuple(verbs[-1:]))
    return bool(_keys(tuple(verbs)) & _HAPPENING) and not doing


def _deadline(terms: Sequence[Word], found: Dating) -> bool:
    before = [w for w in terms if w.end <= found.start][-1:]
    return bool(before) and before[0].lower in {"by", "until", "before"}


def _keys(found: tuple[Word, ...]) -> set[str]:
    return {form[0] if (form := english.verb_form(w.lower)) else w.key for w in found}


def _same_day(pair: ClaimPair, ours: Dating, theirs: Dating) -> Iterator[Difference]:
    """Yield one day with two weekdays, and one date written in two ways."""
    sides = Side.detail(ours, ours.value), Side.detail(theirs, theirs.value)
    if ours.weekday and theirs.weekday and ours.weekday != theirs.weekday:
        why = f"{ours.quote} and {theirs.quote} give one date two days of the week."
        yield Difference("weekday", CONFLICTS, *sides, why)
    elif ours.quote != theirs.quote and pair.near:
        one = ours.value == theirs.value
        why = "One date in two forms." if one else "The one date may be part of the other."
        yield Difference("date", DIFFERS, *sides, why, cosmetic=True)


def _comparable(one: Dating, other: Dating) -> bool:
    """Say whether two dates have the same precision: a day with a day, a year with a year."""
    if one.weekday and other.weekday and not (one.day and other.day):
        return True
    return bool(one.day) == bool(other.day) and bool(one.month) == bool(other.month)
