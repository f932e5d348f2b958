"""One particular in which a statement differs from a sentence that tells the same: a day, a rank, a figure.

Where a sentence holds all that a statement says but for one particular, the particular decides, however many
words the two share. A rule that finds the words in two different clauses of the sentence says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.verdicts.conflicts import Clash, clashes
from scripts.comparing.verdicts.figures import COUNT, DATE, MONEY, ORDINAL, PERCENT, Figure, breaks
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.overlaps import Held
from scripts.comparing.verdicts.pairing import BROKEN, MET, Answer, alike, fit
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.details.numbers import quantities
from scripts.reading.details.tolls import Toll, tolls
from scripts.reading.words import Word

AMOUNTS = frozenset({COUNT, PERCENT, MONEY})
_CURRENCY = re.compile(r"[$€£¥₹₩]")
_SCALES = frozenset({"dozen", "hundred", "thousand", "million"})
_SCALE = 30  # two figures for things of one kind are not further apart
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b", re.IGNORECASE)
_LACKED = 0.25  # of a statement's content words may be other words in the sentence


def other_day(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a day of the week where the sentence has another in the clause that has the rest."""
    ours, theirs = _weekdays(frame.ours.words), _weekdays(frame.theirs.words)
    if len(ours) != 1 or not tells_all(frame, ours):
        return
    day, predicate = ours[0], frame.held_predicate()
    told = frame.theirs.clauses[predicate.theirs.start] if predicate else None
    near = [w for w in theirs if frame.theirs.clauses[w.start] == told or _holds_all(frame, w, ours)]
    if near and not any(_number(w) == _number(day) for w in theirs):
        why = f"“{day.text}” and “{near[0].text}” are not the same day of the week."
        yield Clash("weekday", (day.start, day.end), (near[0].start, near[0].end), why, True)


def _weekdays(terms: Sequence[Word]) -> list[Word]:
    return [w for w in terms if w.is_capital and len(w.text) > 3 and _plain(w) in english.weekdays()]


def _number(day: Word) -> int:
    return english.weekdays()[_plain(day)]


def _plain(day: Word) -> str:
    """Return a day without what makes it a genitive: Saturday's vote."""
    return day.lower.removesuffix("'s").removesuffix("’s")


def other_hour(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield the one time of day of a statement where the sentence has another for the same."""
    ours, theirs = [*_CLOCK.finditer(frame.ours.text)], [*_CLOCK.finditer(frame.theirs.text)]
    if len(ours) != 1 or not theirs or not frame.held_predicate():
        return
    mine, yours = ours[0], theirs[0]
    if len({_hour(one) for one in theirs}) == 1 and _hour(mine) != _hour(yours):
        why = f"The statement has “{mine[0]}”, the source “{yours[0]}”."
        yield Clash("time", mine.span(), yours.span(), why, True)


def _hour(found: re.Match[str]) -> tuple[int, int, str]:
    return int(found["hour"]), int(found["minute"] or 0), found["half"][0].lower()


def other_toll(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a number of dead, hurt or missing that none of the sentence's for the same can be."""
    asked, given = _tolls(frame.ours), _tolls(frame.theirs)
    of_one_day = all(a.outcome != BROKEN for a in answered if a.asked.kind == DATE)
    for one in asked if of_one_day and tells_all(frame) else ():
        same = [other for other in given if other.of == one.of]
        value = one.quantity.value
        # "More than 300 killed" is not "at least 12 killed and more than 300 hurt", which could be so.
        of_others = any(o.quantity.value == value and o.of != one.of for o in given)
        apart = all(o.quantity.value != value for o in same) and of_others
        if same and (apart or all(one.quantity.contradicts(o.quantity) for o in same)):
            its = same[0].quantity
            why = f"The statement counts “{one.quantity.quote}” ({one.of}), the source “{its.quote}”."
            span = (one.quantity.start, one.quantity.end), (its.start, its.end)
            yield Clash("number", *span, why, True)
            return


def _tolls(wording: Wording) -> tuple[Toll, ...]:
    found = tolls(wording.words, quantities(wording.text))
    return tuple(t for t in found if t.quantity.quote.lower() not in _SCALES)  # over a thousand


def other_figure(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield the one figure of a statement that is another in the clause that has the rest."""
    broken = [a for a in answered if a.outcome == BROKEN and a.given is not None]
    rest = [a for a in answered if a.outcome not in {BROKEN, MET}]
    if len(broken) != 1 or rest or len(frame.found.held) < 2 or not tells_all(frame):
        return
    one = broken[0]
    asked, given = one.asked, one.given
    if given is None or asked.kind != given.kind:
        return
    if not (_is_day_of(frame, asked) if asked.kind == DATE else one.fit >= 1):
        return
    if _holds_all(frame, _word_at(frame, given)):
        yield next(c for c in clashes(answered, ()))


def _is_day_of(frame: Frame, figure: Figure) -> bool:
    """Say whether a date tells when something was ("in 2015"), and not up to when it was counted."""
    before = [w.lower for w in frame.ours.words if w.end <= figure.start][-2:]
    return before[-1:] in (["in"], ["on"])


def figure_of_another(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a figure that the sentence has, but of something else: six serious burns, 26 minor ones.

    What the statement counts stands whole beside another figure, and not beside its own.
    """
    if not tells_all(frame) or len(frame.found.held) < 2:
        return
    kept = {a.given.start for a in answered if a.given and a.outcome == MET}
    for answer in answered:
        asked, given = answer.asked, answer.given
        if answer.outcome != MET or given is None or asked.kind not in AMOUNTS:
            continue
        own = _clause_of(frame, given)
        if any(a.given and a is not answer and _clause_of(frame, a.given) == own for a in answered):
            continue
        if _count_held(frame, _word_at(frame, given)) == len(frame.found.held):
            continue
        for other in frame.theirs.figures:
            if other.start in kept or not _comparable(asked, other) or _clause_of(frame, other) == own:
                continue
            if fit(asked, other) > answer.fit and _holds_all(frame, _word_at(frame, other)):
                why = f"The source says this of {_said(other)}; its {_said(given)} is of something else."
                span = (asked.start, asked.end), (other.start, other.end)
                yield Clash("number", *span, why, True)
                return


def _comparable(asked: Figure, other: Figure) -> bool:
    """Say whether two figures are of one kind and cannot both be; a sum in other money may be the same."""
    signs = [_CURRENCY.findall(f.quote) for f in (asked, other)]
    return (
        other.kind == asked.kind and asked.comparable(other) and breaks(asked, other) and signs[0] == signs[1]
    )


def _said(figure: Figure) -> str:
    return f"“{figure.quote.strip()}”"


def figure_of_other_things(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a figure whose things another one counts: 27 divers and five men, five divers and 27 men."""
    for answer in answered:
        asked, given = answer.asked, answer.given
        if answer.outcome != MET or given is None:
            continue
        things, others = _things(frame.ours, asked), _things(frame.theirs, given)
        if things is None or others is None or alike(things, others):
            continue
        for other in frame.theirs.figures:
            its = _things(frame.theirs, other)
            if its and alike(things, its) and _comparable(asked, other):
                why = f"Of “{things.text}” the source has {_said(other)}; its {_said(given)} is of others."
                yield Clash("number", (asked.start, asked.end), (other.start, other.end), why, True)
                return


def _things(wording: Wording, figure: Figure) -> Word | None:
    """Return the noun directly behind a figure."""
    after = next((w for w in wording.words if w.start >= figure.end), None)
    is_noun = after is not None and after in wording.content and english.verb_form(after.lower) is None
    return after if is_noun else None


def figure_elsewhere(frame: Frame, answered: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a figure whose words stand by another: a net cost of 22 million, the full cost 22, the net 19.

    Each word that the statement has beside its figure is counted for the figure that it stands nearest to.
    """
    amounts = [a for a in answered if a.asked.kind in AMOUNTS | {ORDINAL}]
    if len(amounts) != len(answered) or len(amounts) != 1 or not tells_all(frame):
        return
    asked, given = amounts[0].asked, amounts[0].given
    if amounts[0].outcome != MET or given is None or asked.kind != given.kind or asked.value != given.value:
        return
    others = [f for f in frame.theirs.figures if _comparable(asked, f)]
    if len(others) != 1 or max(asked.value, others[0].value) > _SCALE * min(asked.value, others[0].value):
        return
    between = frame.theirs.text[min(given.end, others[0].end) : max(given.start, others[0].start)]
    if between.strip() in {"and", "or", ","}:
        return
    sides = [_nearer(frame, held, given, others[0]) for held in frame.found.held]
    if sides.count(+1) >= 1 and sides.count(-1) == 0:
        other = others[0]
        why = f"The source says this of {_said(other)}; its {_said(given)} is of something else."
        yield Clash("number", (asked.start, asked.end), (other.start, other.end), why, True)


def _nearer(frame: Frame, held: Held, given: Figure, other: Figure) -> int:
    """Return -1 for a word that stands nearer to the given figure, +1 for one nearer to the other, or 0."""
    places = {w.start: k for k, w in enumerate(frame.theirs.words)}
    one, two = (places[_word_at(frame, f).start] for f in (given, other))
    spots = [places[w.start] for w in frame.theirs.by_key.get(held.theirs.key, (held.theirs,))]
    near = {abs(s - one) - abs(s - two) for s in spots}
    if min(near) < 0 < max(near) or 0 in near:
        return 0
    return -1 if max(near) < 0 else +1


def contrary_kind(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield contraries before one noun: the first leg, the last leg."""
    for held in frame.found.held:
        ours, theirs = _before(frame.ours, held.ours), _before(frame.theirs, held.theirs)
        if ours is None or theirs is None or not english.opposite(ours.lower, theirs.lower):
            continue
        others = frame.theirs.by_key.get(held.theirs.key, ())
        both = any((w := _before(frame.theirs, other)) and w.key == ours.key for other in others)
        if not both and tells_all(frame, (ours,)):
            why = f"“{ours.text} {held.ours.text}” and “{theirs.text} {held.theirs.text}” are contraries."
            yield Clash("opposite", (ours.start, held.ours.end), (theirs.start, held.theirs.end), why, True)
            return


def _before(wording: Wording, word: Word) -> Word | None:
    place = wording.words.index(word)
    return wording.words[place - 1] if place else None


def other_place(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a superlative that only one side has with a rank: the largest, the fourth largest."""
    for held in frame.found.held:
        if not _is_superlative(held.ours) or held.ours.key != held.theirs.key:
            continue
        ours, theirs = _rank(frame.ours.words, held.ours), _rank(frame.theirs.words, held.theirs)
        ranks = tuple(english.ordinal(w.lower) if w else None for w in (ours, theirs))
        if ranks[0] == ranks[1] or not tells_all(frame) or not _holds_all(frame, held.theirs):
            continue
        here, there = (f"{w.text} {held.ours.text}" if w else held.ours.text for w in (ours, theirs))
        spans = ((ours or held.ours).start, held.ours.end), ((theirs or held.theirs).start, held.theirs.end)
        yield Clash("number", *spans, f"The statement has “{here}”, the source “{there}”.", True)
        return


def _is_superlative(word: Word) -> bool:
    return word.lower in {"most", "least", "best", "worst"} or (
        word.lower.endswith("est") and english.verb_form(word.lower) is None
    )


def _rank(terms: Sequence[Word], word: Word) -> Word | None:
    place = terms.index(word)
    before = terms[place - 1] if place else None
    return before if before and english.ordinal(before.lower) else None


def tells_all(frame: Frame, but: Sequence[Word] = ()) -> bool:
    """Say whether the sentence lacks next to nothing of what the statement says."""
    lacked = [w for w in frame.found.lacked if w not in but]
    return len(lacked) <= _LACKED * len(frame.ours.content)


def _holds_all(frame: Frame, theirs: Word, but: Sequence[Word] = ()) -> bool:
    """Say whether all words that the sentence holds stand in the clause of one of its words."""
    wanted = [h for h in frame.found.held if h.ours not in but]
    return bool(wanted) and all(frame.in_clause(h.ours, theirs) for h in wanted)


def _count_held(frame: Frame, theirs: Word) -> int:
    return sum(frame.in_clause(h.ours, theirs) is not None for h in frame.found.held)


def _word_at(frame: Frame, figure: Figure) -> Word:
    return next(w for w in frame.theirs.words if w.end > figure.start)


def _clause_of(frame: Frame, figure: Figure) -> int:
    return frame.theirs.clauses[_word_at(frame, figure).start]
