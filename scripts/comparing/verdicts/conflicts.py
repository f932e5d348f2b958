"""The details in which a statement and a sentence cannot both be right, with their words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.verdicts.figures import DATE, MONEY, ORDINAL, PERCENT, Figure
from scripts.comparing.verdicts.pairing import BROKEN, Answer
from scripts.comparing.verdicts.substitutions import (
    NAME,
    NEGATION,
    OPPOSITE,
    STATE,
    WEEKDAY,
    WORD,
    Substitution,
)
from scripts.reading.words import Word

# The surest kinds first; a word that only stands where another would have to, last.
_ORDER = (
    *("number", "date", "time", "weekday", "opposite", "country", "negation", "actor-target", "tense"),
    *("office", "name", "word"),
)


@dataclass(frozen=True)
class Clash:
    """One detail that differs: its kind, the span of the words on either side, and why in one sentence.

    The spans count in the wording that was compared. ``sure`` marks a contradiction by itself; the others
    count only where the rest of the two texts agrees. Of a denial, one side may have no words (-1, -1).
    """

    kind: str
    ours: tuple[int, int]
    theirs: tuple[int, int]
    why: str
    sure: bool


@dataclass(frozen=True)
class Bar:
    """Why a sentence does not bear a statement out, with the sentence's words that say so."""

    theirs: tuple[int, int]
    why: str


def clashes(answers: Sequence[Answer], swapped: Sequence[Substitution]) -> tuple[Clash, ...]:
    """Return the details that clash, the surest first."""
    found = [*_figures(answers), *_words(swapped)]
    return tuple(sorted(found, key=lambda c: (not c.sure, _ORDER.index(c.kind), c.ours)))


def _figures(answers: Sequence[Answer]) -> Iterator[Clash]:
    broken = [a for a in answers if a.outcome == BROKEN and a.given is not None]
    for answer in sorted(broken, key=lambda a: -a.fit):
        ours, theirs = answer.asked, answer.given
        if theirs is None:
            continue
        kind = "date" if ours.kind == DATE else "number"
        yield Clash(
            kind, (ours.start, ours.end), (theirs.start, theirs.end),
            f"The statement gives {_shown(ours)}, the source {_shown(theirs)}.", True,
        )  # fmt: skip


def _shown(figure: Figure) -> str:
    names = {PERCENT: "the share ", MONEY: "the sum ", ORDINAL: "the place "}
    before = (
        {"<": "before ", ">": "after ", "<=": "by "}.get(figure.relation, "") if figure.kind == DATE else ""
    )
    return f"{names.get(figure.kind, '')}{before}“{figure.quote.strip()}”"


def _words(swapped: Sequence[Substitution]) -> Iterator[Clash]:
    for one in swapped:
        ours, theirs = _quote(one.ours), _quote(one.theirs)
        why = {
            OPPOSITE: f"{ours} and {theirs} are contraries.",
            WEEKDAY: f"{ours} and {theirs} are not the same day of the week.",
            STATE: f"The statement names {ours}, the source {theirs}.",
            NAME: f"Where the statement has {ours}, the source has {theirs}.",
            WORD: f"Where the statement has {ours}, the source has {theirs}.",
            NEGATION: f"Only the {'statement' if one.ours else 'source'} denies it.",
        }[one.kind]
        sure = one.kind in {OPPOSITE, STATE, WEEKDAY, NEGATION} or (one.kind == NAME and one.framed)
        yield Clash(one.kind, _span(one.ours), _span(one.theirs), why, sure)


def _quote(found: Sequence[Word]) -> str:
    return f"“{' '.join(w.text for w in found)}”"


def _span(found: Sequence[Word]) -> tuple[int, int]:
    return (found[0].start, found[-1].end) if found else (-1, -1)
