"""Which words of a statement a sentence holds, which it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from scripts import english
from scripts.comparing.verdicts.wording import HOLD, Wording
from scripts.reading.words import Word

SAME, LIKE, DERIVED = "same", "like", "derived"
_DEGREES = {SAME: 1.0, LIKE: 0.9, DERIVED: 0.7}
_STEM = 5
_SPELLING = 0.8


@dataclass(frozen=True)
class Held:
    """A statement's word found in a sentence, and by what right: the same word, a like one, a derived one."""

    ours: Word
    theirs: Word
    how: str

    @property
    def degree(self) -> float:
        """How much of the word is found, from 0 to 1."""
        return _DEGREES[self.how]


@dataclass(frozen=True)
class Overlap:
    """A statement's content words held by a sentence, and those it lacks."""

    statement: Wording
    sentence: Wording
    held: tuple[Held, ...]
    lacked: tuple[Word, ...]

    @cached_property
    def partners(self) -> dict[int, Held]:
        """The held words by where they stand in the statement."""
        return {h.ours.start: h for h in self.held}

    @cached_property
    def taken(self) -> frozenset[int]:
        """Where the words stand in the sentence that the statement holds."""
        return frozenset(h.theirs.start for h in self.held)


def overlap(statement: Wording, sentence: Wording) -> Overlap:
    """Find each content word of ``statement`` in ``sentence``."""
    held: list[Held] = []
    lacked: list[Word] = []
    used: set[int] = set()
    states = {code: first for first, code in reversed(sentence.states.items())}
    for word in statement.content:
        found = _find(word, statement, sentence, used)
        code = statement.states.get(word)
        if found is None and code in states:
            found = Held(word, states[code], LIKE)
        if found:
            used.add(found.theirs.start)
            held.append(found)
        else:
            lacked.append(word)
    return Overlap(statement, sentence, tuple(held), tuple(lacked))


def _find(word: Word, statement: Wording, sentence: Wording, used: set[int]) -> Held | None:
    same = sentence.by_key.get(HOLD if word in statement.events else word.key, ())
    free = [w for w in same if w.start not in used] or same
    if free:
        return Held(word, free[0], SAME)
    for other in sentence.content:
        if english.synonymous(word.lower, other.lower):
            return Held(word, other, LIKE)
    for other in sentence.content:
        if _derived(word, other) and not _other_state(word, other, statement, sentence):
            return Held(word, other, DERIVED)
    return _initials(word, sentence) or _spelled(word, sentence)


def _spelled(word: Word, sentence: Wording) -> Held | None:
    """Find a name that is spelled a little otherwise (a slip, another romanisation)."""
    if not word.is_capital or len(word.text) < _STEM or _is_calendar(word):
        return None
    for other in sentence.words:
        near = (
            other.is_capital and other.text[0] == word.text[0] and abs(len(other.text) - len(word.text)) <= 2
        )
        if near and SequenceMatcher(None, word.lower, other.lower).ratio() >= _SPELLING:
            return Held(word, other, DERIVED)
    return None


def _is_calendar(word: Word) -> bool:
    """Say whether a word is a day of the week or a month: Thursday is no slip for Tuesday."""
    return word.lower in english.weekdays() or word.lower in english.months()


def _derived(one: Word, other: Word) -> bool:
    """Say whether two words share their beginning and so, most likely, their root (music, musician)."""
    length = 0
    for a, b in zip(one.lower, other.lower, strict=False):
        if a != b:
            break
        length += 1
    least = _STEM - (one.is_capital and other.is_capital)
    return length >= least and length >= 0.55 * max(len(one.lower), len(other.lower))


def _other_state(one: Word, other: Word, statement: Wording, sentence: Wording) -> bool:
    """Say whether two words that look alike belong to the names of two states (Niger, Nigeria)."""
    ours, theirs = statement.states.get(one), sentence.states.get(other)
    return ours is not None and theirs is not None and ours != theirs


def _initials(word: Word, sentence: Wording) -> Held | None:
    """Find the words that an acronym stands for."""
    letters = [c.lower() for c in word.text if c.isalpha()]
    if not word.is_acronym or len(letters) < 2:
        return None
    capitals = [w for w in sentence.words if w.is_capital]
    for k in range(len(capitals) - len(letters) + 1):
        if all(w.lower[0] == c for w, c in zip(capitals[k : k + len(letters)], letters, strict=True)):
            return Held(word, capitals[k], DERIVED)
    return None


def share(found: Iterable[Word], weights: Sequence[Held]) -> float:
    """Return the share of words that are held, each to its degree; 1 where there are none."""
    total = [*found]
    held = {h.ours.start: h.degree for h in weights}
    return sum(held.get(w.start, 0.0) for w in total) / len(total) if total else 1.0
