"""A statement against a source: supported, contradicted, or not enough to tell; by which words, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.verdicts.conflicts import Clash, clashes
from scripts.verdicts.features import features
from scripts.verdicts.model import CONTRADICTED, NOT_ENOUGH, SUPPORTED, VERDICTS, Model, fitted
from scripts.verdicts.pairing import BROKEN, Answer, answers
from scripts.verdicts.ranking import Ranked, ranking
from scripts.verdicts.sentences import Sentence, sentences
from scripts.verdicts.substitutions import Substitution, substitutions
from scripts.verdicts.wording import Overlap, overlap

_WINDOWS = 3  # so many sentences are asked, and a passage no longer than that is read as one
_NEAR = 0.75  # the share of the best sentence's score that another needs before it may contradict
_HELD = 0.6  # the share of a statement that a sentence must hold, if it was searched for in a long source
_LEANING = 1.1
_REASONS = 6


@dataclass(frozen=True)
class Quote:
    """Words where they stand: in the statement, or in the source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Conflict:
    """The detail in which statement and source cannot both be right; of a denial one side may be missing."""

    kind: str
    statement: Quote | None
    source: Quote | None
    why: str


@dataclass(frozen=True)
class Reason:
    """A named quantity, what it weighs for the verdict (or, if negative, against it), and its words."""

    name: str
    weight: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What a source says of a statement, by which sentence, for which reasons.

    ``place`` numbers the sentence in the source from 0; ``sentence`` is None for a source without any.
    """

    verdict: str
    place: int
    sentence: Quote | None
    conflict: Conflict | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Comparison:
    """A statement laid against one stretch of a source."""

    stretch: Sentence
    found: Overlap
    answers: tuple[Answer, ...]
    swapped: tuple[Substitution, ...]
    quantities: Mapping[str, float]


def compare(statement: Sentence, stretch: Sentence) -> Comparison:
    """Lay a statement against one stretch of a source and take the named quantities."""
    found = overlap(statement.wording, stretch.wording)
    answered = answers(statement.wording.figures, stretch.wording.figures)
    swapped = substitutions(found)
    return Comparison(stretch, found, answered, swapped, features(found, answered, swapped))


def judge(statement: str, source: str, model: Model | None = None) -> Verdict:
    """Judge a statement by a source given as one text.

    >>> judge("More than 300 people came.", "In all, 250 people came to the fair.").verdict
    'contradicted'
    """
    parts = _read(source)
    if len(parts) <= _WINDOWS:
        whole = (Sentence(0, source),) if parts else ()
        return _judged(Sentence(0, statement), parts, whole, source, model or fitted())
    return judge_by(statement, parts, source, model)


@lru_cache(maxsize=8)
def _read(source: str) -> tuple[Sentence, ...]:
    """Read a source once for all the statements that are judged by it."""
    return sentences(source)


def judge_by(
    statement: str, parts: Sequence[Sentence], source: str = "", model: Model | None = None
) -> Verdict:
    """Judge a statement by the sentences of a source: the best few are asked, each for itself."""
    asked = Sentence(0, statement)
    return _judged(asked, parts, (), source, model or fitted())


def _judged(
    statement: Sentence, parts: Sequence[Sentence], whole: Sequence[Sentence], source: str, model: Model
) -> Verdict:
    if not parts:
        return Verdict(NOT_ENOUGH, -1, None, None, ())
    ranked = ranking(statement.wording, [p.wording for p in parts])
    best = ranked[0]
    stretches = list(whole) or [parts[r.place] for r in ranked[:_WINDOWS] if r.score >= _NEAR * best.score]
    compared = [compare(statement, stretch) for stretch in stretches]
    # A passage that was given with a statement was chosen for it. In a long source some sentence always
    # shares a few words with any statement, which proves nothing.
    speaking = compared if whole else [c for c in compared if c.quantities["held"] >= _HELD]
    chosen, verdict = _chosen(speaking, model) if speaking else (compared[0], NOT_ENOUGH)
    found = clashes(chosen.answers, chosen.swapped)
    if verdict == CONTRADICTED and not found:
        verdict = NOT_ENOUGH
    clash = found[0] if verdict == CONTRADICTED else None
    conflict = _conflict(statement, chosen.stretch, clash) if clash else None
    place = _place(parts, chosen.stretch, conflict, best)
    quote = Quote(parts[place].start, parts[place].end, parts[place].text)
    return Verdict(verdict, place, quote, conflict, _reasons(chosen, model, verdict))


def _chosen(compared: Sequence[Comparison], model: Model) -> tuple[Comparison, str]:
    """Return the stretch that decides: one that supports, else one that contradicts, else the best ranked."""
    chances = [_leant(model.chances(c.quantities), c) for c in compared]
    for verdict in (SUPPORTED, CONTRADICTED):
        place = VERDICTS.index(verdict)
        saying = [k for k, c in enumerate(chances) if c[place] == max(c)]
        if saying:
            return compared[max(saying, key=lambda k: (chances[k][place], -k))], verdict
    return compared[0], NOT_ENOUGH


def _leant(chances: tuple[float, ...], compared: Comparison) -> tuple[float, ...]:
    """Let a figure that clashes decide between two verdicts that are nearly level."""
    if not any(a.outcome == BROKEN for a in compared.answers):
        return chances
    return tuple(c * (_LEANING if v == CONTRADICTED else 1) for v, c in zip(VERDICTS, chances, strict=True))


def _conflict(statement: Sentence, stretch: Sentence, clash: Clash) -> Conflict:
    return Conflict(clash.kind, _quote(statement, clash.ours), _quote(stretch, clash.theirs), clash.why)


def _quote(stretch: Sentence, span: tuple[int, int]) -> Quote | None:
    if span[0] < 0:
        return None
    start, end = stretch.span(*span)
    return Quote(start, end, stretch.text[start - stretch.start : end - stretch.start])


def _place(parts: Sequence[Sentence], stretch: Sentence, conflict: Conflict | None, best: Ranked) -> int:
    """Return the number of the sentence that decides: the stretch's own, or that of the conflict in it."""
    own = next((k for k, p in enumerate(parts) if (p.start, p.text) == (stretch.start, stretch.text)), None)
    if own is not None:
        return own
    if conflict and conflict.source:
        at = conflict.source.start
        return next((k for k, p in enumerate(parts) if p.start <= at < p.end), best.place)
    return best.place


def _reasons(chosen: Comparison, model: Model, verdict: str) -> tuple[Reason, ...]:
    """Return the weightiest reasons, with the words that they are about."""
    held = tuple(h.ours.text for h in chosen.found.held)
    lacked = tuple(w.text for w in chosen.found.lacked)
    made = []
    for name, weight in model.reasons(chosen.quantities, verdict)[:_REASONS]:
        words: tuple[str, ...] = ()
        if "lacked" in name:
            words = lacked
        elif "held" in name:
            words = held
        elif name.startswith(("number", "every", "compared", "date")):
            words = tuple(a.asked.quote.strip() for a in chosen.answers)
        made.append(Reason(name, round(weight, 3), words))
    return tuple(made)
