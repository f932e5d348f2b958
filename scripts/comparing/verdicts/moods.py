"""How a word is said: as so, as denied, as still to come, as possible, as said before and since replaced.

A phrase of undoing.csv governs the words behind it to the end of its clause; two denials make no denial. "No"
and "nobody" before a verb deny the verb as well: no alarm was raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from scripts import english
from scripts.reading.details.predicates import DETERMINERS, PREPOSITIONS
from scripts.reading.words import Word

DENIES, LACKS, TO_COME, POSSIBLE = "denies", "lacks", "to come", "possible"
_CONDITIONS = frozenset({"once", "if", "unless", "until", "pending", "provided", "when", "after"})
_EARLIER = frozenset({"earlier", "initial", "initially", "original", "originally", "previous", "previously"})
_NOT_ONLY = frozenset({"only", "just", "merely", "least", "more", "less", "fewer", "later", "sooner"})
_LONGEST = 5
_FEW = 4


@dataclass(frozen=True)
class Undoing:
    """A phrase that changes how the words behind it are said; ``begin`` and ``end`` count words."""

    begin: int
    end: int
    effect: str


@dataclass(frozen=True)
class Mood:
    """How one word is said, and the words that make it so."""

    denied: bool = False
    to_come: bool = False
    possible: bool = False
    by: tuple[Word, ...] = ()


@cache
def _phrases() -> dict[str, dict[tuple[str, ...], str]]:
    """Return the phrases under the key of their first word, as the keys of their words."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for words, effect in english.undoing():
        keys = tuple(map(english.key, words))
        found.setdefault(keys[0], {})[keys] = effect
    return found


def undoings(terms: Sequence[Word]) -> Iterator[Undoing]:
    """Yield the undoing phrases among ``terms``, the longest at each place."""
    place = 0
    while place < len(terms):
        found = _at(terms, place)
        if found:
            yield found
        place = found.end if found else place + 1


def _at(terms: Sequence[Word], place: int) -> Undoing | None:
    word = terms[place]
    following = terms[place + 1].lower if place + 1 < len(terms) else ""
    if place and word.is_capital and word.lower in english.months():
        return None  # May
    if word.lower.endswith("n't"):
        return Undoing(place, place + 1, DENIES)
    starting = _phrases().get(word.key, {})
    for length in range(min(_LONGEST, len(terms) - place), 0, -1):
        effect = starting.get(tuple(w.key for w in terms[place : place + length]))
        if effect and not (effect == DENIES and length == 1 and following in _NOT_ONLY):
            return Undoing(place, place + length, effect)
    return None


def moods(terms: Sequence[Word], clauses: Sequence[int]) -> tuple[Mood, ...]:
    """Return how each word is said."""
    found = [Mood()] * len(terms)
    for one in undoings(terms):
        words = tuple(terms[one.begin : one.end])
        for place in _governed(terms, clauses, one):
            found[place] = _under(found[place], one.effect, words)
            if words[0].lower == "won't":
                found[place] = _under(found[place], TO_COME, ())
    return tuple(found)


def _under(mood: Mood, effect: str, words: tuple[Word, ...]) -> Mood:
    """Return how a word is said that one more phrase governs; two denials leave it possible."""
    by = (*mood.by, *words)
    if effect == TO_COME:
        return Mood(mood.denied, True, mood.possible, by)
    if effect == POSSIBLE:
        return Mood(mood.denied, mood.to_come, True, by)
    return Mood(not mood.denied, mood.to_come, mood.possible or mood.denied, by)


def _governed(terms: Sequence[Word], clauses: Sequence[int], one: Undoing) -> Iterator[int]:
    """Yield the places that a phrase governs: to the end of its clause, or (without) of a few words."""
    for place in range(one.end, len(terms)):
        word = terms[place].lower
        narrow = one.effect == LACKS and (word in PREPOSITIONS or place - one.end >= _FEW)
        noun = terms[place - 2].lower in DETERMINERS or english.verb_form(terms[place - 1].lower) is None
        reported = word == "that" and noun  # did not get the report that it rained: it did
        if clauses[place] != clauses[one.begin] or narrow or (reported and place > one.end):
            return
        yield place


def conditions(terms: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that make a sentence hold under a condition only."""
    return tuple(w for w in terms if w.lower in _CONDITIONS)


def replaced(terms: Sequence[Word], clauses: Sequence[int]) -> tuple[Word, ...]:
    """Return the words by which a clause says what was said before and has since been replaced.

    "An earlier bulletin had given", "had initially been put at"; not "had met on the previous day".
    """
    for place, word in enumerate(terms):
        if word.lower not in _EARLIER:
            continue
        opens = place < 2 or clauses[place - 2] != clauses[place]
        for k in range(max(0, place - 1), min(len(terms), place + _FEW)):
            if terms[k].lower == "had" and clauses[k] == clauses[place] and (opens or k == place - 1):
                return (word, terms[k])
    return ()
