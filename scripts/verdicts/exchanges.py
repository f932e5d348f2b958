"""Who does what to whom, and which way it goes: the same words with the parts exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts import english
from scripts.details.predicates import BE, DETERMINERS, Predicate, predicates
from scripts.verdicts.conflicts import Clash
from scripts.verdicts.frames import Frame
from scripts.verdicts.pairing import Answer
from scripts.verdicts.wording import Wording
from scripts.words import Word

# Verbs with nobody on the receiving end: the league is the largest, the largest is the league.
_EVEN = frozenset({"be", "become", "have", "do", "meet", "marry", "include", "equal", "resemble"})


def exchanged(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a verb whose actor and target changed places; a passive turns the order round."""
    theirs = predicates(frame.theirs.words)
    for ours in predicates(frame.ours.words):
        for other in theirs:
            if ours.key != other.key and not english.synonymous(ours.base, other.base):
                continue
            if ours.base in _EVEN or other.base in _EVEN:
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
        if ours and theirs and ours[0].key == theirs[1].key and ours[1].key == theirs[0].key:
            why = f"“{ours[0].text}” and “{ours[1].text}” stand the other way round by “{held.theirs.text}”."
            spans = ((ours[0].start, ours[1].end), (theirs[0].start, theirs[1].end))
            yield Clash("actor-target", *spans, why, True)
            return


def _sides(wording: Wording, verb: Word, other: Wording) -> tuple[Word, Word] | None:
    """Return the one name before a verb in its clause, and the next one behind it; none for a passive."""
    terms = wording.words
    place = terms.index(verb)
    if any(w.lower in BE for w in terms[max(0, place - 2) : place]):
        return None
    clause = wording.clauses[verb.start]
    named = {w.key for one in (wording, other) for w in one.words if w.start in one.names}
    near = [w for w in terms if wording.clauses[w.start] == clause and w.is_capital and w.key in named]
    before = [w for w in near if w.start < verb.start]
    after = [w for w in near if w.start > verb.start]
    if not before or not after or len({w.key for w in before}) > 1:
        return None
    return before[0], after[0]


def turned(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a way that goes from A to B here and from B to A there."""
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
