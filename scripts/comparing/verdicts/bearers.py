"""Whose it is: a figure, a deed or a way that a sentence has, but of another name than the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.verdicts.clauses import AUXILIARIES
from scripts.comparing.verdicts.conflicts import Bar, Clash
from scripts.comparing.verdicts.figures import Figure, breaks
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.pairing import MET, Answer
from scripts.comparing.verdicts.particulars import AMOUNTS, tells_all
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.details.predicates import BE, DETERMINERS, PREPOSITIONS
from scripts.reading.words import Word

_LISTS = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")
_WAYS = frozenset({"to", "from"})
_REACH = 6  # words between "to" and the name of the place


def figure_of_another_name(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a figure that another name has, where the statement's name has one of its own.

    Labour had 49%, National 27%: a figure is of the last name before it, with no other figure between.
    """
    amounts = [a for a in answered if a.asked.kind in AMOUNTS]
    for answer in amounts if len(amounts) == 1 and tells_all(frame) else ():
        asked, given = answer.asked, answer.given
        if answer.outcome != MET or given is None or asked.relation != "=" or asked.value != given.value:
            continue
        ours, theirs = _bearer(frame.ours, asked), _bearer(frame.theirs, given)
        if not ours or not theirs or {w.key for w in ours} & {w.key for w in theirs}:
            continue
        if {w.key for w in theirs} & {w.key for w in frame.ours.words}:
            continue
        for other in frame.theirs.figures:
            if other.kind != asked.kind or not asked.comparable(other) or not breaks(asked, other):
                continue
            if {w.key for w in _bearer(frame.theirs, other)} & {w.key for w in ours}:
                name = " ".join(w.text for w in ours)
                mine, its = other.quote.strip(), given.quote.strip()
                why = f"The source gives {name} “{mine}”, and “{its}” to another."
                yield Clash("number", (asked.start, asked.end), (other.start, other.end), why, True)
                return


def _bearer(wording: Wording, figure: Figure) -> tuple[Word, ...]:
    """Return the name that a figure is of; none where another figure of its kind stands between."""
    before = [w for w in wording.words if w.end <= figure.start]
    others = [f.end for f in wording.figures if f.end <= figure.start and f.comparable(figure)]
    near = [w for w in before if w.start >= max(others, default=0)]
    named = [w for w in near if _is_named(wording, w)]
    found: list[Word] = []
    for word in reversed(named):
        if found and found[0].start - word.end != 1:
            break
        found.insert(0, word)
    return tuple(found)


def _is_named(wording: Wording, word: Word) -> bool:
    """Say whether a word is part of a name, also one that opens the text."""
    return word.start in wording.names or (
        word is wording.words[0] and word.is_capital and word in wording.content
    )


def deed_of_another(frame: Frame, _: Sequence[Answer]) -> Iterator[Bar]:
    """Bar a deed that the sentence tells of another name, and the statement's name it has not at all."""
    held = frame.held_predicate()
    named = [w for w in frame.subject if _is_named(frame.ours, w)]
    if held is None or not named or any(w.start in frame.found.partners for w in named):
        return
    others = _named_before(frame.theirs, held.theirs)
    if not others or any(w.start in frame.found.taken for w in others) or not tells_all(frame, named):
        return
    if _active(frame.ours, held.ours) == _active(frame.theirs, held.theirs):
        why = f"The source tells this of “{' '.join(w.text for w in others)}”."
        yield Bar((others[0].start, others[-1].end), why)


def unnamed(frame: Frame) -> Bar | None:
    """Bar a sentence that lacks a name of the statement, unless a pronoun may stand for it.

    >>> from scripts.comparing.verdicts import Wording
    >>> from scripts.comparing.verdicts.overlaps import overlap
    >>> said = overlap(Wording("Ida Falk won it."), Wording("The race was long, and Orr won it."))
    >>> unnamed(Frame(said)).why
    'The sentence does not name “Ida”.'
    """
    held = frame.held_predicate()
    open_subject = held is not None and frame.open_subject(held.theirs)
    for word in frame.found.lacked:
        if word.start in frame.ours.names and not (open_subject and word in frame.subject):
            return Bar((-1, -1), f"The sentence does not name “{word.text}”.")
    return None


def _named_before(wording: Wording, verb: Word) -> list[Word]:
    """Return the name directly before a verb and what helps it, adverbs left out."""
    found: list[Word] = []
    for word in reversed([w for w in wording.words if w.end <= verb.start]):
        if _is_named(wording, word) and (not found or found[0].start - word.end == 1):
            found.insert(0, word)
        elif found or (word.lower not in AUXILIARIES | {"to"} and not _helps(word)):
            break
    return found


def _helps(word: Word) -> bool:
    return word.lower.endswith("ly") or word.lower == "not" or english.verb_form(word.lower) is not None


def _active(wording: Wording, verb: Word) -> bool:
    """Say whether somebody does what a verb says, and it is not done to him."""
    place = wording.words.index(verb)
    return not BE.keys() & {w.lower for w in wording.words[max(0, place - 2) : place]}


def other_way(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """Yield another place to which, or from which, the same was done; a state and a town may be one."""
    held = frame.held_predicate()
    if held is None:
        return
    for way in _WAYS:
        ours = _led(frame.ours, held.ours, way)
        theirs = _led(frame.theirs, held.theirs, way)
        if ours is None or theirs is None or not tells_all(frame, _run(frame.ours, ours)):
            continue
        if ours.key in frame.theirs.keys or theirs.key in frame.ours.keys:
            continue
        why = f"The statement has {way} “{ours.text}”, the source {way} “{theirs.text}”."
        if (ours in frame.ours.states) == (theirs in frame.theirs.states):
            yield Clash("name", (ours.start, ours.end), (theirs.start, theirs.end), why, True)
        else:
            yield Bar((theirs.start, theirs.end), why)
        return


def _run(wording: Wording, first: Word) -> list[Word]:
    """Return the words of the name that begins with one."""
    found = [first]
    for word in wording.words[wording.words.index(first) + 1 :]:
        if word.start not in wording.names or word.start - found[-1].end != 1:
            break
        found.append(word)
    return found


def _led(wording: Wording, verb: Word, way: str) -> Word | None:
    """Return the name behind "to" in the clause of a verb: "towed 300 km to her home port of Genoa"."""
    clause = wording.clauses[verb.start]
    after = [w for w in wording.words if w.start > verb.start and wording.clauses[w.start] == clause]
    place = next((k for k, w in enumerate(after) if w.lower == way), None)
    if place is None:
        return None
    for word in after[place + 1 : place + 1 + _REACH]:
        if word.start in wording.names:
            run = _run(wording, word)
            return word if not _LISTS.match(wording.text, run[-1].end) else None
        if word.lower in PREPOSITIONS - {"of"} - DETERMINERS:
            return None
    return None
