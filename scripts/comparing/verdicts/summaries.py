"""A summary against its source: whether every detail of it can be found there.

Plain rules, no weights. A summary may say things in other words, so a missing word proves nothing; a name
that the source never mentions, a figure that it does not bear out, another state, a contrary in the same
place or a denial of its own does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scripts.comparing.verdicts.conflicts import Clash, clashes
from scripts.comparing.verdicts.judging import Conflict, Quote, compare, judged
from scripts.comparing.verdicts.overlaps import overlap
from scripts.comparing.verdicts.pairing import MET
from scripts.comparing.verdicts.ranking import ranking
from scripts.comparing.verdicts.sentences import Sentence, joined, sentences
from scripts.comparing.verdicts.substitutions import NEGATION, OPPOSITE, STATE, WEEKDAY

_SUPPORTS = 3  # a sentence of a summary draws on so many of the source


@dataclass(frozen=True)
class Consistency:
    """Whether a summary says only what its source says, and each detail that speaks against it."""

    consistent: bool
    conflicts: tuple[Conflict, ...]


def check_summary(summary: str, source: str) -> Consistency:
    """Check every sentence of a summary against the sentences of the source that come nearest to it."""
    parts, whole = _read(source)
    found: list[Conflict] = []
    for one in sentences(summary):
        own = list(_conflicts(one, parts, whole))
        # What the rules find in one sentence may be missed in the stretch of several.
        conflict = None if own else judged(one, parts).conflict
        found += [conflict] if conflict else own
    return Consistency(not found, tuple(found))


@lru_cache(maxsize=8)
def _read(source: str) -> tuple[tuple[Sentence, ...], Sentence]:
    """Read a source once for all the summaries of it that follow one another."""
    return sentences(source), Sentence(0, source)


def _conflicts(one: Sentence, parts: tuple[Sentence, ...], whole: Sentence) -> Iterator[Conflict]:
    if not parts:
        return
    ranked = ranking(one.wording, [p.wording for p in parts])
    places = sorted(r.place for r in ranked[:_SUPPORTS])
    stretch = joined(whole.text, [parts[k] for k in places])
    compared = compare(one, stretch)
    for answer in compared.answers:
        if answer.outcome != MET:
            given = answer.given
            theirs = (given.start, given.end) if given else (-1, -1)
            why = f"The source does not bear out “{answer.asked.quote.strip()}”."
            kind = "date" if answer.asked.dating else "number"
            yield _made(one, stretch, Clash(kind, (answer.asked.start, answer.asked.end), theirs, why, True))
    kinds = {NEGATION, STATE, WEEKDAY, OPPOSITE}
    framed = {id(s) for s in compared.swapped if s.kind != OPPOSITE or s.framed}
    swapped = [s for s in compared.swapped if s.kind in kinds and id(s) in framed]
    for clash in clashes((), swapped):
        yield _made(one, stretch, clash)
    yield from _unknown_names(one, whole)


def _unknown_names(one: Sentence, whole: Sentence) -> Iterator[Conflict]:
    """Yield the names that the source does not mention anywhere."""
    names = one.wording.names
    for word in overlap(one.wording, whole.wording).lacked:
        if word.start in names:
            why = f"The source does not mention “{word.text}”."
            yield _made(one, whole, Clash("name", (word.start, word.end), (-1, -1), why, True))


def _made(one: Sentence, stretch: Sentence, clash: Clash) -> Conflict:
    sides: list[Quote | None] = []
    for side, span in ((one, clash.ours), (stretch, clash.theirs)):
        if span[0] < 0:
            sides.append(None)
            continue
        start, end = side.span(*span)
        sides.append(Quote(start, end, side.text[start - side.start : end - side.start]))
    return Conflict(clash.kind, sides[0], sides[1], clash.why)
