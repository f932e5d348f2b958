"""Rules that decide by themselves, beside the fitted weights: an ordered list, one rule an entry.

Each reads a statement laid over a sentence and says, with the words on both sides, that the two cannot both
be right, or that the sentence does not bear the statement out, however many words they share. A rule that
is not sure says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scripts import english
from scripts.comparing.verdicts.appointments import other_holder, other_office
from scripts.comparing.verdicts.bearers import deed_of_another, figure_of_another_name, other_way
from scripts.comparing.verdicts.conflicts import Bar, Clash
from scripts.comparing.verdicts.exchanges import exchanged, listed, moved, turned
from scripts.comparing.verdicts.figures import COUNT
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.moods import conditions, replaced
from scripts.comparing.verdicts.overlaps import DERIVED, Overlap
from scripts.comparing.verdicts.pairing import MET, OPEN, Answer
from scripts.comparing.verdicts.particulars import (
    AMOUNTS,
    contrary_kind,
    figure_elsewhere,
    figure_of_another,
    figure_of_other_things,
    other_day,
    other_figure,
    other_hour,
    other_place,
    other_toll,
)
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.words import Word

_PERFECT = frozenset({"has", "have"})
_DONE = _PERFECT | {"had", "was", "were"}


Rule = Callable[[Frame, Sequence[Answer]], Iterator[Clash] | Iterator[Clash | Bar]]


def rulings(found: Overlap, answered: Sequence[Answer]) -> tuple[Clash | Bar, ...]:
    """Return what the rules say, in their order."""
    frame = Frame(found)
    if not found.held:
        return ()
    return tuple(one for rule in RULES for one in rule(frame, answered))


def _denied(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """What one side denies and the other asserts: no alarm was raised, refused to sign, ruled out a cut."""
    held = frame.held_predicate()
    if held is None:
        return
    ours, theirs = frame.ours.moods[held.ours.start], frame.theirs.moods[held.theirs.start]
    if ours.denied == theirs.denied:
        return
    following = frame.objects(held.ours)
    spoken_of = any(frame.partner_near(word, held.theirs) for word in following)
    # What is told before may be "the task" now.
    before = [h.ours for h in frame.found.held if h.theirs.start < held.theirs.start]
    spoken_of = spoken_of or all(word in before for word in following)
    if frame.in_clause(frame.head, held.theirs) or frame.pronoun(held.theirs):
        spoken_of = spoken_of or not frame.acted_upon(held.ours) or frame.ends_with(held.theirs)
    if not frame.same_subject(held.theirs) or (following and not spoken_of):
        return
    if ours.possible and not ours.denied:
        why = f"What the statement leaves open, the source denies ({_said(theirs.by)})."
    elif theirs.possible and any(w.lower.endswith(("not", "n't")) for w in theirs.by):
        why = f"What the statement denies, the source leaves open ({_said(theirs.by)})."
    elif theirs.possible:
        return
    else:
        denial = ours.by if ours.denied else theirs.by
        why = f"Only the {'statement' if ours.denied else 'source'} denies it ({_said(denial)})."
    yield Clash("negation", _span((*ours.by, held.ours)), _span((*theirs.by, held.theirs)), why, True)


def _contrary(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """The same subject with the contrary predicate: the shares fell, the shares rose."""
    word = frame.said[0] if frame.said else None
    if word is None or not frame.is_said_of(frame.ours, word):
        return
    for other in frame.theirs.content:
        if not english.opposite(word.lower, other.lower) or english.converse(word.lower, other.lower):
            continue
        subject = frame.in_clause(frame.head, other)
        if subject is None or subject.start >= other.start or not frame.is_said_of(frame.theirs, other):
            continue
        following = frame.acted_upon(word)
        spoken_of = not following or any(frame.partner_near(one, other) for one in following)
        if not spoken_of or frame.said_of_subject(word, other):
            continue
        ours, theirs = frame.ours.moods[word.start], frame.theirs.moods[other.start]
        # Two contraries may both be untrue: what did not start did not finish.
        if not (ours.denied or theirs.denied or ours.possible or theirs.possible):
            why = f"Of “{subject.text}” the statement says “{word.text}”, the source “{other.text}”."
            yield Clash("opposite", _span((word,)), _span((other,)), why, True)
            return


def _lacking(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """What one side is without and the other has: signed without reservations, entered a reservation."""
    for held in frame.found.held:
        subject = frame.in_clause(frame.head, held.theirs)
        ours, theirs = _without(frame.ours, held.ours), _without(frame.theirs, held.theirs)
        if held.how == DERIVED or subject is None or subject.start >= held.theirs.start:
            continue
        had = _has(frame.theirs, held.theirs) if ours else _has(frame.ours, held.ours)
        if bool(ours) != bool(theirs) and had and held.ours.start > frame.verb:
            lacked = "statement" if ours else "source"
            why = f"The {lacked} says that there is none ({_said((*ours, *theirs))})."
            yield Clash("negation", _span((*ours, held.ours)), _span((*theirs, held.theirs)), why, True)
            return


def _without(wording: Wording, word: Word) -> tuple[Word, ...]:
    """Return the "without" or "no" that stands directly before a noun."""
    place = wording.words.index(word)
    before = wording.words[max(0, place - 1) : place]
    return tuple(w for w in before if w.lower in _NONE)


def _has(wording: Wording, word: Word) -> bool:
    """Say whether a noun is had: an article or a quantity before it, no denial over it."""
    place = wording.words.index(word)
    mood = wording.moods[word.start]
    before = wording.words[place - 1].lower if place else ""
    return before in _SOME and not (mood.denied or mood.possible or mood.to_come)


_NONE = frozenset({"without", "no"})
_SOME = frozenset({"a", "an", "some", "several", "many", "two", "three", "with"})


def _belongs(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """One person of two countries: Lena of Peru, Lena of Chile."""
    ours, theirs = dict(_origins(frame.ours)), dict(_origins(frame.theirs))
    for name, (state, code) in ours.items():
        other = theirs.get(name)
        if other and other[1] != code:
            why = f"The statement is of “{state.text}”, the source of “{other[0].text}”."
            yield Clash("country", _span((state,)), _span((other[0],)), why, True)
            return


def _origins(wording: Wording) -> Iterator[tuple[str, tuple[Word, str]]]:
    """Yield each name that "of" or "from" and a state follow."""
    for name, joint, state in zip(wording.words, wording.words[1:], wording.words[2:], strict=False):
        code = wording.states.get(state)
        person = name.is_capital and name.lower not in english.titles().keys() | english.body_nouns()
        if code and joint.lower in {"of", "from"} and person:
            yield name.key, (state, code)


def _figure_of(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """The same figure of contrary things: a profit of 3 million, a loss of 3 million."""
    for answer in answered:
        if answer.outcome != MET or answer.given is None or answer.asked.kind not in AMOUNTS:
            continue
        if answer.asked.value != answer.given.value:
            continue
        sides = (answer.asked.before, answer.given.before), (answer.asked.after, answer.given.after)
        for ours, theirs in sides:
            both = ours and _has_figure(frame.theirs, answer.asked.value, ours[0])
            if ours and theirs and not both and english.opposite(ours[0].lower, theirs[0].lower):
                why = f"“{answer.asked.quote.strip()}” is of “{ours[0].text}” here, “{theirs[0].text}” there."
                yield Clash("opposite", _span(ours[:1]), _span(theirs[:1]), why, True)


def _has_figure(wording: Wording, value: float, word: Word) -> bool:
    """Say whether a sentence has the figure with this word, too: the first half, and the second half."""
    found = (w for f in wording.figures if f.value == value for w in (*f.before[:1], *f.after[:1]))
    return any(w.key == word.key for w in found)


def _not_yet(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """What a statement has as done and the sentence as still to come, or as possible only."""
    held = frame.held_predicate()
    if held is None:
        return
    ours, theirs = frame.ours.moods[held.ours.start], frame.theirs.moods[held.theirs.start]
    done = _is_done(frame, held.ours) and not ours.to_come
    if ours.possible or not (theirs.possible or (done and theirs.to_come)):
        return
    after = [w for w in frame.theirs.words if w.start > held.theirs.start]
    limits = conditions(after)
    if done and theirs.to_come and limits and not theirs.denied:
        why = f"The statement has as done what the source says will be, “{limits[0].text}” something else is."
        yield Clash("tense", _span((held.ours,)), _span((*theirs.by, held.theirs)), why, True)
    elif theirs.possible or _PERFECT & {w.lower for w in frame.ours.words}:
        said = "possible" if theirs.possible else "still to come"
        yield Bar(_span((*theirs.by, held.theirs)), f"The source has “{held.theirs.text}” as {said} only.")


def _is_done(frame: Frame, verb: Word) -> bool:
    """Say whether the statement's predicate is told as done: a perfect, or a past form."""
    group = [w.lower for w in frame.ours.words if frame.ours.verb <= w.start < verb.start]
    form = english.verb_form(verb.lower)
    return bool(_DONE & set(group)) or (not group and bool(form and "past" in form[1]))


def _qualified(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """An office with a word before it that makes it another one: deputy, vice, acting, former."""
    ours = {w.lower for w in frame.ours.words}
    wanted = (ours & english.titles().keys()) - _QUALIFIERS
    found = [(_qualifier(frame.theirs, word), word) for word in frame.theirs.words if word.lower in wanted]
    if found and all(before and before.lower not in ours for before, _ in found):
        before, word = found[0]
        if before:
            why = f"The source says “{before.text} … {word.text}”, which is another office."
            yield Bar(_span((before, word)), why)


def _qualifier(wording: Wording, title: Word) -> Word | None:
    """Return the "deputy" or "former" before a title, names between them (former Leeds manager)."""
    for word in reversed([w for w in wording.words if w.end <= title.start][-_BEFORE:]):
        if word.lower in _QUALIFIERS:
            return word
        if word.start not in wording.names:
            return None
    return None


_BEFORE = 4
_QUALIFIERS = frozenset({"deputy", "vice", "acting", "former", "assistant", "interim", "associate", "ex"})


def _replaced(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """What a sentence tells only as said before: an earlier report had given another figure."""
    found = replaced(frame.theirs.words, tuple(frame.theirs.clauses.values()))
    if found and found[0].lower not in {w.lower for w in frame.ours.words}:
        yield Bar(
            _span(found), f"The source tells this as said before (“{found[0].text} … {found[1].text}”)."
        )


def _of_a_total(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash | Bar]:
    """A figure that may be of a part, where the sentence gives the total."""
    for one in answered:
        exact = one.given is not None and one.asked.relation == one.given.relation == "="
        if one.outcome == OPEN and exact and one.given and one.asked.kind == COUNT:
            why = f"“{one.asked.quote.strip()}” may be a part of the source’s “{one.given.quote.strip()}”."
            yield Bar((one.given.start, one.given.end), why)


def _said(found: Sequence[Word]) -> str:
    return f"“{' '.join(w.text for w in found[:4])}”"


def _span(found: Sequence[Word]) -> tuple[int, int]:
    places = sorted((w.start, w.end) for w in found)
    return (places[0][0], places[-1][1]) if places else (-1, -1)


RULES: tuple[Rule, ...] = (
    *(_denied, _contrary, _lacking, _belongs, _figure_of, other_figure, moved, exchanged, turned, listed),
    *(other_day, other_hour, other_toll, other_place, contrary_kind),
    *(figure_of_another, figure_of_other_things, figure_elsewhere, figure_of_another_name),
    *(other_way, other_office, other_holder),
    *(_not_yet, _qualified, _replaced, _of_a_total, deed_of_another),
)
