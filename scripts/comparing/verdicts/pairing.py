"""Which figure of a sentence answers which figure of a statement, and how it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.verdicts.figures import DATE, Figure, breaks, distance, meets
from scripts.reading.words import Word

MET, BROKEN, OPEN, MISSING = "met", "broken", "open", "missing"
_FALLING = (1.0, 0.8, 0.6, 0.5)
# What speaks for two figures being of one thing, beside the words around them: an equal value most.
_EQUAL, _WITHIN, _SIZE, _SLOPE, _CROSSED = 3.0, 0.6, 1.5, 4.0, 0.6


@dataclass(frozen=True)
class Answer:
    """A statement's figure with the sentence's figure for the same thing, and what that makes of it.

    ``fit`` weighs the words that stand beside both (0: none); ``gap`` is how far apart the two values are.
    """

    asked: Figure
    given: Figure | None
    outcome: str
    fit: float = 0.0
    gap: float = 1.0


def answers(asked: Sequence[Figure], given: Sequence[Figure]) -> tuple[Answer, ...]:
    """Answer each figure of a statement, best matches first and each given figure once.

    A figure that nothing comparable is left for is missing.
    """
    scored = sorted(
        ((_match(a, g), -i, -j) for i, a in enumerate(asked) for j, g in enumerate(given) if a.comparable(g)),
        reverse=True,
    )
    found: dict[int, Answer] = {}
    used: set[int] = set()
    for _, i, j in scored:
        if i in found or j in used:
            continue
        used.add(j)
        ours, theirs = asked[-i], given[-j]
        outcome = MET if meets(ours, theirs) else BROKEN if breaks(ours, theirs) else OPEN
        found[i] = Answer(ours, theirs, outcome, fit(ours, theirs), distance(ours, theirs))
    every = (found.get(-i, Answer(a, None, MISSING)) for i, a in enumerate(asked))
    return tuple(a for a in every if a.outcome != MISSING or not a.asked.implied)


def _match(asked: Figure, given: Figure) -> float:
    """Weigh what speaks for two figures being of one thing."""
    score = fit(asked, given) + _precise(asked, given) + _SIZE * max(0.0, 1 - _SLOPE * distance(asked, given))
    if asked.kind != given.kind:
        score -= 0.5
    if meets(asked, given):
        score += _EQUAL if asked.relation == "=" else _WITHIN
    return score


def _precise(asked: Figure, given: Figure) -> float:
    """Return 1 for two dates of one precision: a day answers a day better than a year does."""
    if asked.dating is None or given.dating is None:
        return 0.0
    return float(bool(asked.dating.day) == bool(given.dating.day))


def fit(asked: Figure, given: Figure) -> float:
    """Weigh the words beside both figures: those on the same side and near most."""
    same = 1.5 * _shared(asked.after, given.after) + _shared(asked.before, given.before)
    crossed = _shared(asked.after, given.before) + _shared(asked.before, given.after)
    return same + _CROSSED * crossed


def _shared(ours: Sequence[Word], theirs: Sequence[Word]) -> float:
    total = 0.0
    for place, word in enumerate(ours):
        spots = [k for k, other in enumerate(theirs) if alike(word, other)]
        if spots:
            total += _FALLING[place] * _FALLING[spots[0]]
    return total


def alike(one: Word, other: Word) -> bool:
    """Say whether two words can name the same thing: one key, or near-equivalents."""
    return one.key == other.key or english.synonymous(one.lower, other.lower)


def counted(found: Iterable[Answer], outcome: str, dates: bool) -> int:
    """Count the answers of one outcome, of dates or of other figures."""
    return sum(a.outcome == outcome and (a.asked.kind == DATE) is dates for a in found)
