"""Who does what to whom, and which way it goes: the same words with the parts exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts import english
from scripts.comparing.verdicts.conflicts import Clash
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.pairing import Answer
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.details.predicates import BE, DETERMINERS, PREPOSITIONS, Predicate, predicates
from scripts.reading.words import Word

_DIRECT = 3  # so many words may stand between a verb and the name that it acts upon
_STOP = re.compile(r"[.!?;:]\s")
# Verbs with nobody on the receiving end: the league is the largest, the largest is the league.
_EVEN = frozenset({"be", "become", "have", "do", "meet", "marry", "include", "equal", "resemble"})

_BOTH_WAYS = frozenset({"run", "link", "connect", "stretch", "extend", "lead", "join"})


def exchanged(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a verb whose actor and target changed places; a passive turns the order round."""
    theirs = predicates(frame.theirs.words)
    for ours in predicates(frame.ours.words):
        for other in theirs:
            if ours.key != other.key and not english.synonymous(ours.base, other.base):
                continue
            stated = frame.ours.words[ours.at] in frame.said[:2]
            if ours.base in _EVEN or other.base in _EVEN or not stated:
                continue
            one, two = _keys(frame.ours, ours.agent), _keys(frame.ours, ours.patient)
            first, second = _keys(frame.theirs, other.agent), _keys(frame.theirs, other.patient)
            if (one - first) & second and (two - second) & first:
                why = f"Statement and source exchange who acts and who is acted upon (“{ours.base}”)."
                yield Clash("actor-target", _parts(frame.ours, ours), _parts(frame.theirs, other), why, True)
                return
    yield from _around(frame)


def _keys(wording: Wording, places: Sequence[int]) -> frozenset[str]:
    return frozenset(wording.words[k].key for k in places)


def _parts(wording: Wording, found: Predicate) -> tuple[int, int]:
    places = sorted((*found.agent, found.at, *found.patient))
    return wording.words[places[0]].start, wording.words[places[-1]].end


def _around(frame: Frame) -> Iterator[Clash]:
    """Yield a verb with the same two names on either side, exchanged, both told in the active."""
    for held in frame.found.held:
        if english.verb_form(held.ours.lower) is None or held.ours.start < frame.ours.verb:
            continue
        ours = _sides(frame.ours, held.ours, frame.theirs)
        theirs = _sides(frame.theirs, held.theirs, frame.ours)
        stated = frame.is_said_of(frame.ours, held.ours) and frame.is_said_of(frame.theirs, held.theirs)
        if ours and theirs and stated and _crossed(ours, theirs):
            one, other = ours[0][-1], ours[1][0]
            why = f"“{one.text}” and “{other.text}” stand the other way round by “{held.theirs.text}”."
            spans = ((one.start, other.end), (theirs[0][0].start, theirs[1][0].end))
            yield Clash("actor-target", *spans, why, True)
            return


Sides = tuple[list[Word], list[Word]]


def _crossed(ours: Sides, theirs: Sides) -> bool:
    """Say whether the names before one verb are those behind the other, and none has kept its side."""
    (actor, target), (other, patient) = ([{w.key for w in side} for side in one] for one in (ours, theirs))
    kept = actor & other or target & patient
    return bool(actor & patient and target & other and not kept)


def _sides(wording: Wording, verb: Word, other: Wording) -> Sides | None:
    """Return the names before a verb in its sentence, and those behind it; none for a passive."""
    place = wording.words.index(verb)
    before_it = [w.lower for w in wording.words[max(0, place - 2) : place]]
    if BE.keys() & set(before_it) and before_it[-1] != "to" and not verb.lower.endswith("ing"):
        return None
    if any(w.lower == "by" for w in wording.words[place + 1 : place + 2]):
        return None
    named = {w.key for one in (wording, other) for w in one.words if w.start in one.names}
    near = [w for w in wording.words if w.is_capital and w.key in named and _one_sentence(wording, w, verb)]
    before, after = [w for w in near if w.start < verb.start], [w for w in near if w.start > verb.start]
    if not before or not after or verb.is_capital:
        return None
    between = [w.lower for w in wording.words if verb.end <= w.start < after[0].start]
    direct = not set(between) & PREPOSITIONS - {"by"} and len(between) <= _DIRECT
    return (before, after) if direct else None


def _one_sentence(wording: Wording, one: Word, other: Word) -> bool:
    first, last = sorted((one, other), key=lambda w: w.start)
    return not _STOP.search(wording.text[first.end : last.start])


def turned(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a way that goes from A to B here and from B to A there; a road runs both ways."""
    if frame.said and english.verb_forms(frame.said[0].lower).keys() & _BOTH_WAYS:
        return
    for ours in _ways(frame.ours):
        for theirs in _ways(frame.theirs):
            if (ours[0].key, ours[1].key) == (theirs[1].key, theirs[0].key):
                why = (
                    f"The statement goes from “{ours[0].text}” to “{ours[1].text}”, the source the other way."
                )
                spans = [tuple(sorted((w.start, w.end) for w in way)) for way in (ours, theirs)]
                ends = [(s[0][0], s[-1][1]) for s in spans]
                yield Clash("actor-target", ends[0], ends[1], why, True)
                return


def _ways(wording: Wording) -> Iterator[tuple[Word, Word]]:
    """Yield what stands behind "from" with what stands behind the "to" that follows, or that is before it."""
    found = [
        (one.lower, other)
        for one, other in pairwise(w for w in wording.words if w.lower not in DETERMINERS)
        if one.lower in {"from", "to"} and other in wording.content
    ]
    for (one, first), (other, second) in pairwise(found):
        if {one, other} == {"from", "to"} and second.start - first.end < 40:
            yield (first, second) if one == "from" else (second, first)


def moved(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a rise where the source's figures fall (slowed to 3% from 4%), or a fall where they rise."""
    word = frame.said[0] if frame.said else None
    ways = {+1: "increase", -1: "decrease"}
    said = next((d for d, name in ways.items() if word and english.synonymous(word.lower, name)), 0)
    if not said or word is None or frame.acted_upon(word):
        return
    figures = frame.theirs.figures
    for one, other in pairwise(f for f in figures if f.dating is None):
        marks = _before(frame.theirs, one.start), _before(frame.theirs, other.start)
        if {*marks} != {"from", "to"} or not one.comparable(other) or one.value == other.value:
            continue
        old, new = (one, other) if marks[0] == "from" else (other, one)
        subject = frame.in_clause(frame.head, _word_at(frame.theirs, one.start))
        if subject and subject.start < one.start and (new.value > old.value) is (said < 0):
            why = f"The source's figures go from “{old.quote.strip()}” to “{new.quote.strip()}”."
            span = (min(one.start, other.start), max(one.end, other.end))
            yield Clash("opposite", (word.start, word.end), span, why, True)
            return


def _before(wording: Wording, start: int) -> str:
    before = [w for w in wording.words if w.end <= start and w.text not in "$€£¥₩"]
    return before[-1].lower if before else ""


def _word_at(wording: Wording, start: int) -> Word:
    return next(w for w in wording.words if w.end > start)


def listed(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a number of actors that is not that of the names which the source lists before the verb."""
    held = frame.held_predicate()
    asked = next((f for f in frame.ours.figures if f.end <= frame.ours.verb and f.kind == "count"), None)
    if held is None or asked is None or asked.relation != "=" or asked.start > 4:
        return
    found = _names_before(frame.theirs, held.theirs)
    if len(found) > 1 and asked.value > 1 and len(found) != asked.value:
        names = ", ".join(w.text for w in found)
        span = (found[0].start, found[-1].end)
        yield Clash(
            "number", (asked.start, asked.end), span, f"The source lists {len(found)}: {names}.", True
        )


def _names_before(wording: Wording, verb: Word) -> list[Word]:
    """Return the names of a list (A, B and C) that ends directly before a verb, one word for each."""
    found: list[Word] = []
    end = verb.start
    joined = False
    for word in reversed([w for w in wording.words if w.end <= verb.start]):
        between = wording.text[word.end : end].strip()
        if between not in {"", ","}:
            return []
        if word.lower == "and" and not joined and found:
            joined = True
        elif word.start in wording.names:
            if found and between != "," and not (joined and len(found) == 1):
                return []
            found.insert(0, word)
        else:
            break
        end = word.start
    return found if joined else []
