"""A statement against a source: supported, contradicted, or not enough to tell; by which words, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.comparing.verdicts.bearers import unnamed
from scripts.comparing.verdicts.conflicts import Bar, Clash, clashes
from scripts.comparing.verdicts.explaining import explained
from scripts.comparing.verdicts.features import features
from scripts.comparing.verdicts.figures import COUNT, MONEY, PERCENT
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.model import CONTRADICTED, NOT_ENOUGH, SUPPORTED, VERDICTS, Model, fitted
from scripts.comparing.verdicts.overlaps import Overlap, overlap
from scripts.comparing.verdicts.pairing import BROKEN, MISSING, Answer, answers
from scripts.comparing.verdicts.parts import settled
from scripts.comparing.verdicts.ranking import Ranked, ranking
from scripts.comparing.verdicts.rulings import rulings
from scripts.comparing.verdicts.sentences import Sentence, sentences
from scripts.comparing.verdicts.substitutions import Substitution, substitutions

_WINDOWS = 3  # so many sentences are weighed, and a passage no longer than that is read as one
_ASKED = 5  # so many are asked for a detail that decides by itself
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
    ``why`` gives the reason in plain words.
    """

    verdict: str
    place: int
    sentence: Quote | None
    conflict: Conflict | None
    reasons: tuple[Reason, ...]
    why: str = ""


@dataclass(frozen=True)
class Comparison:
    """A statement laid against one stretch of a source."""

    stretch: Sentence
    found: Overlap
    answers: tuple[Answer, ...]
    swapped: tuple[Substitution, ...]
    quantities: Mapping[str, float]

    @cached_property
    def ruled(self) -> tuple[Clash | Bar, ...]:
        """What the rules say that decide by themselves."""
        return rulings(self.found, self.answers)


@dataclass(frozen=True)
class Decision:
    """What one stretch comes to: the verdict, how sure the weights are, the clash or the bar behind it."""

    compared: Comparison
    verdict: str
    chance: float
    clash: Clash | None = None
    bar: Bar | None = None


def compare(statement: Sentence, stretch: Sentence) -> Comparison:
    """Lay a statement against one stretch of a source and take the named quantities."""
    found = overlap(statement.wording, stretch.wording)
    answered = answers(statement.wording.figures, stretch.wording.figures)
    answered = settled(answered, stretch.wording)
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
        return judged(Sentence(0, statement), parts, model, whole)
    return judge_by(statement, parts, model)


@lru_cache(maxsize=8)
def _read(source: str) -> tuple[Sentence, ...]:
    """Read a source once for all the statements that are judged by it."""
    return sentences(source)


def judge_by(statement: str, parts: Sequence[Sentence], model: Model | None = None) -> Verdict:
    """Judge a statement by the sentences of a source: the best few are asked, each for itself."""
    return judged(Sentence(0, statement), parts, model)


def judged(
    statement: Sentence, parts: Sequence[Sentence], model: Model | None = None, whole: Sequence[Sentence] = ()
) -> Verdict:
    """Judge a statement by sentences, or by the one stretch of ``whole`` that they make up."""
    model = model or fitted()
    if not parts:
        return Verdict(NOT_ENOUGH, -1, None, None, ())
    ranked = ranking(statement.wording, [p.wording for p in parts])
    best = ranked[0]
    stretches = list(whole) or [parts[r.place] for r in ranked[:_ASKED]]
    near = {r.place for r in ranked[:_WINDOWS] if r.score >= _NEAR * best.score}
    decided = []
    for stretch, one in zip(stretches, ranked, strict=False):
        compared = compare(statement, stretch)
        # A passage that was given with a statement was chosen for it. In a long source some sentence always
        # shares a few words with any statement, which proves nothing; but the rules may speak.
        speaks = bool(whole) or (one.place in near and compared.quantities["held"] >= _HELD)
        speaks = speaks and (bool(whole) or _has_figures(compared))
        decided.append(_decided(compared, model, speaks, not whole))
    chosen = _chosen(decided)
    conflict = _conflict(statement, chosen.compared.stretch, chosen.clash) if chosen.clash else None
    place = _place(parts, chosen.compared.stretch, conflict, best)
    quote = Quote(parts[place].start, parts[place].end, parts[place].text)
    reasons = _reasons(chosen.compared, model, chosen.verdict)
    why = explained(chosen.verdict, chosen.compared.found, chosen.compared.answers, chosen.clash, chosen.bar)
    return Verdict(chosen.verdict, place, quote, conflict, reasons, why)


def _has_figures(compared: Comparison) -> bool:
    """Say whether a sentence has a figure for every amount of the statement."""
    kinds = {COUNT, PERCENT, MONEY}  # fractions below one may be of a year (the second quarter)
    amounts = [a for a in compared.answers if a.asked.kind in kinds and a.asked.value >= 1]
    return all(a.outcome != MISSING for a in amounts)


def _decided(compared: Comparison, model: Model, speaks: bool, searched: bool) -> Decision:
    """Let the rules decide, then the weights; a contradiction needs a detail that clashes.

    A sentence that was ``searched`` for has to name whom the statement names.
    """
    clash = next((one for one in compared.ruled if isinstance(one, Clash)), None)
    if clash:
        return Decision(compared, CONTRADICTED, 1.0, clash)
    if not speaks:
        return Decision(compared, NOT_ENOUGH, 0.0)
    chances = _leant(model.chances(compared.quantities), compared)
    chance = max(chances)
    verdict = VERDICTS[chances.index(chance)]
    bar = next((one for one in compared.ruled if isinstance(one, Bar)), None)
    if searched and verdict == SUPPORTED:
        bar = bar or unnamed(Frame(compared.found))
    if bar and verdict == SUPPORTED:
        return Decision(compared, NOT_ENOUGH, chance, None, bar)
    if verdict == CONTRADICTED:
        found = clashes(compared.answers, compared.swapped)
        if found and not bar:
            return Decision(compared, CONTRADICTED, chance, found[0])
        return Decision(compared, NOT_ENOUGH, chance, None, bar)
    return Decision(compared, verdict, chance)


def _chosen(decided: Sequence[Decision]) -> Decision:
    """Return what decides: a stretch that supports, else one that contradicts, else what bars support.

    A detail that decides by itself outdoes a support that holds fewer of the statement's words.
    """
    best = {
        verdict: max((one for one in decided if one.verdict == verdict), key=lambda d: d.chance, default=None)
        for verdict in (SUPPORTED, CONTRADICTED)
    }
    for_it, against = best[SUPPORTED], best[CONTRADICTED]
    if (
        for_it
        and against
        and against.chance == 1
        and (_held(against) >= _held(for_it) or (_has_predicate(against) and not _has_predicate(for_it)))
    ):
        return against
    return for_it or against or next((one for one in decided if one.bar), decided[0])


def _held(one: Decision) -> float:
    return one.compared.quantities["held"]


def _has_predicate(one: Decision) -> bool:
    """Say whether a sentence has the statement's predicate, and not its names alone."""
    return Frame(one.compared.found).held_predicate() is not None


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
