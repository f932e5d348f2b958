"""The named quantities by which a statement is judged against a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import english
from scripts.comparing.verdicts.figures import DATE
from scripts.comparing.verdicts.overlaps import Overlap, share
from scripts.comparing.verdicts.pairing import BROKEN, MET, MISSING, OPEN, Answer
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

_SWEEPING = frozenset({"all", "every", "only", "always", "never", "both", "none", "no", "entirely", "most"})
_COMING = frozenset(
    {"will", "scheduled", "planned", "expected", "slated", "upcoming", "set", "would", "plans", "may"}
    | {"might", "could"}
)
_DAY = 2 / 365  # as a share of a year: the day that an account speaks of, or the next
_MOSTLY = 0.65
_FEW = 2  # a statement that says less than this after its verb is taken as a whole


def features(found: Overlap, figures: Sequence[Answer], swapped: Sequence[Substitution]) -> dict[str, float]:
    """Return the quantities by name; each is 0 where it does not apply, and most are capped."""
    taken = {**_held(found), **_figures(figures), **_swapped(found, swapped)}
    only_date = taken["date broken"] and not taken["number broken"] and taken["held"] >= _MOSTLY
    return {**taken, "only the date broken": float(bool(only_date))}


def _held(found: Overlap) -> dict[str, float]:
    statement, sentence = found.statement, found.sentence
    content = statement.content
    said = [w for w in content if w.start not in statement.theme]
    if len(said) < _FEW:
        said = list(content)
    named = [w for w in said if w.start in statement.names]
    plain = [w for w in said if w.start not in statement.names]
    lacked = {w.start for w in found.lacked}
    held = share(said, found.held)
    all_held = share(content, found.held)
    ours = {w.lower for w in statement.words}
    theirs = {w.lower for w in sentence.words}
    return {
        "held": all_held,
        "held in what is said": held,
        "held names": share(named, found.held),
        "held words": share(plain, found.held),
        "everything said is held": float(held > 0.95),
        "little said is held": float(held < 0.4),
        "theme held": share([w for w in content if w.start in statement.theme], found.held),
        "names lacked": min(3.0, sum(w.start in lacked for w in named)),
        "common words lacked": min(3.0, sum(w.start in lacked and _is_common(w) for w in plain)),
        "rare words lacked": min(3.0, sum(w.start in lacked and not _is_common(w) for w in plain)),
        "words held otherwise": min(3.0, sum(h.how != "same" for h in found.held)),
        "sweeping": float(bool((ours - theirs) & _SWEEPING)),
        "still to come": float(bool(theirs & _COMING) and not ours & _COMING),
        "said to come": float(bool(ours & _COMING) and not theirs & _COMING),
        "passage length": min(4.0, len(sentence.content) / 15),
        "statement length": min(2.0, len(content) / 10),
        "length ratio": min(1.0, len(content) / max(1, len(sentence.content))),
        "held together": _together(found),
    }


def _is_common(word: Word) -> bool:
    """Say whether a word is of the general vocabulary: a verb, or a word with near-equivalents."""
    return bool(english.synonym_groups(word.lower)) or english.verb_form(word.lower) is not None


def _together(found: Overlap) -> float:
    """Return how closely the held words stand in the sentence: 1 where they are neighbours."""
    if len(found.held) < 2:
        return 0.0
    places = {w.start: k for k, w in enumerate(found.sentence.content)}
    spots = sorted({places[h.theirs.start] for h in found.held if h.theirs.start in places})
    if len(spots) < 2:
        return 0.0
    return (len(spots) - 1) / (spots[-1] - spots[0])


def _figures(figures: Sequence[Answer]) -> dict[str, float]:
    dates = [a for a in figures if a.asked.kind == DATE]
    numbers = [a for a in figures if a.asked.kind != DATE]
    broken = [a for a in numbers if a.outcome == BROKEN]
    date_broken = [a for a in dates if a.outcome == BROKEN]
    compared_dates = [a for a in date_broken if a.asked.relation != "="]
    compared = [a for a in numbers if a.asked.relation not in "=~"]
    return {
        "number broken": min(2.0, len(broken)),
        "number broken in place": float(any(a.fit >= 1 for a in broken)),
        "number broken nearby": max((max(0.0, 1 - 3 * a.gap) for a in broken), default=0.0),
        "compared number broken": float(any(a.outcome == BROKEN for a in compared)),
        "number open": float(any(a.outcome == OPEN for a in numbers)),
        "number missing": float(any(a.outcome == MISSING for a in numbers)),
        "every number met": float(bool(numbers) and all(a.outcome == MET for a in numbers)),
        "every comparison met": float(bool(compared) and all(a.outcome == MET for a in numbers)),
        "number met nearby": max(
            (1 - 3 * a.gap for a in compared if a.outcome == MET and a.gap < 0.33), default=0.0
        ),
        "date met": float(any(a.outcome == MET for a in dates)),
        "date broken": float(bool(date_broken)),
        "compared date met": float(any(a.outcome == MET and a.asked.relation != "=" for a in dates)),
        "compared date broken": float(bool(compared_dates)),
        "compared date broken by a day": float(any(a.gap < _DAY for a in compared_dates)),
        "date broken in place": float(any(a.fit >= 1 for a in date_broken)),
        "date missing": float(any(a.outcome == MISSING for a in dates)),
        "date open": float(any(a.outcome == OPEN for a in dates)),
        "date broken beside numbers": float(bool(date_broken) and bool(numbers)),
        "number broken at another date": float(bool(broken) and bool(date_broken)),
    }


def _swapped(found: Overlap, swapped: Sequence[Substitution]) -> dict[str, float]:
    theme = found.statement.theme
    said = [s for s in swapped if not s.ours or s.ours[0].start not in theme]
    return {
        "opposite": float(any(s.kind == OPPOSITE for s in swapped)),
        "opposite in the same frame": float(any(s.kind == OPPOSITE and s.framed for s in swapped)),
        "other country": float(any(s.kind == STATE for s in swapped)),
        "other weekday": float(any(s.kind == WEEKDAY for s in swapped)),
        "other name": float(any(s.kind == NAME for s in said)),
        "other name in the same frame": float(any(s.kind == NAME and s.framed for s in said)),
        "other name in the theme": float(any(s.kind == NAME and s not in said for s in swapped)),
        "other word": min(2.0, sum(s.kind == WORD for s in said)),
        "other word in the same frame": float(any(s.kind == WORD and s.framed for s in said)),
        "denial": float(any(s.kind == NEGATION for s in swapped)),
        "one change": float(len(said) == 1 and len(found.lacked) <= 2),
    }
