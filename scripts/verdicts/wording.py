"""Which words of a statement a sentence holds, which it lacks, and which it has others in place of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from scripts import english
from scripts.verdicts.figures import Figure
from scripts.verdicts.reading import figures
from scripts.words import Word, words

SAME, LIKE, DERIVED = "same", "like", "derived"
_DEGREES = {SAME: 1.0, LIKE: 0.9, DERIVED: 0.7}
_HOLD = english.key("hold")
_RUN = 4
_NOT_LETTERS = re.compile(r"[\W_]+")
_STEM = 5
_SPELLING = 0.8
_OPENING = re.compile(r"(?:In|On|At|As of|By|According to|During|For|From|After|Before|Since)\b[^,]{2,60},\s")
_NEGATIONS = frozenset(
    {"not", "never", "no", "without", "nor", "none", "nobody", "nothing", "neither", "cannot"}
)


@dataclass(frozen=True)
class Wording:
    """A statement or sentence with its words and figures read once."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return words(self.text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its numbers and dates."""
        return figures(self.text, self.words)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that tell it from others: no stop words, no signs, no part of a figure."""
        return tuple(
            w
            for w in self.words
            if w.lower not in english.stopwords()
            and w.start not in self.light_verbs
            and w.text not in "$€£¥₩%"
            and not (_is_plain_number(w) or any(f.start <= w.start < f.end for f in self.figures))
        )

    @cached_property
    def by_key(self) -> dict[str, list[Word]]:
        """The content words under their keys."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.key, []).append(word)
        for word in self.events:
            found.setdefault(_HOLD, []).append(word)
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all its words."""
        return frozenset(w.key for w in self.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The keys of words that are neighbours."""
        return frozenset((a.key, b.key) for a, b in pairwise(self.words))

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every run of four letters or figures, the spaces between words counted."""
        plain = f" {_NOT_LETTERS.sub(' ', self.text.lower())} "
        return frozenset(plain[k : k + _RUN] for k in range(len(plain) - _RUN + 1))

    @cached_property
    def events(self) -> frozenset[Word]:
        """The word "place" of every "take place": it says the same as "be held"."""
        taken = {english.key("take")}
        return frozenset(b for a, b in pairwise(self.words) if a.key in taken and b.lower == "place")

    @cached_property
    def light_verbs(self) -> frozenset[int]:
        """Where the verb of "take place" stands, which says nothing by itself."""
        return frozenset(a.start for a, b in pairwise(self.words) if b in self.events)

    @cached_property
    def names(self) -> frozenset[int]:
        """Where words stand that are written as names: a capital that does not open the sentence."""
        return frozenset(w.start for k, w in enumerate(self.words) if w.is_capital and self._is_name(k, w))

    def _is_name(self, place: int, word: Word) -> bool:
        opens = place == 0 or self.text[: word.start].rstrip()[-1:] in {".", "!", "?", ":", "“", '"'}
        if not opens:
            return word.text != "I" and word.lower not in english.stopwords()
        lower = word.lower
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        if lower in english.stopwords() or lower in english.function_words():
            return False
        if english.country(lower) or lower in english.demonyms() or word.is_acronym:
            return True
        return following is not None and following.is_capital and following.start == word.end + 1

    @cached_property
    def states(self) -> dict[Word, str]:
        """The words of states' names and of their peoples', each with the state's code."""
        found: dict[Word, str] = {}
        place = 0
        while place < len(self.words):
            for length in range(min(5, len(self.words) - place), 0, -1):
                run = self.words[place : place + length]
                phrase = self.text[run[0].start : run[-1].end]
                code = run[0].is_capital and (
                    english.country(phrase) or english.demonyms().get(phrase.lower())
                )
                if code:
                    # The second half of another name (North America) names no state.
                    if not (
                        place and self.words[place - 1].is_capital and length == 1 and self._joined(place)
                    ):
                        found.update(dict.fromkeys(run, code))
                    place += length
                    break
            else:
                place += 1
        return found

    def _joined(self, place: int) -> bool:
        """Say whether only a space stands between a word and the one before it."""
        before = self.words[place - 1]
        return before.lower not in english.function_words() and self.words[place].start == before.end + 1

    @cached_property
    def verb(self) -> int:
        """Where its first finite verb begins; its end if none is recognised."""
        for place, word in enumerate(self.words):
            if not place or word.start in self.names:
                continue
            form = english.verb_form(word.lower)
            if word.lower in _AUXILIARIES or (form and form[1] & {"past", "third"}):
                return word.start
        return len(self.text)

    @cached_property
    def theme(self) -> frozenset[int]:
        """Where words stand that only set the scene: the opening phrase and what comes before the verb.

        A passage takes its theme for granted ("the film", "she"); a statement alone must name it.
        """
        opening = _OPENING.match(self.text)
        end = opening.end() if opening else 0
        return frozenset(w.start for w in self.words if w.start < max(end, self.verb))

    @cached_property
    def negated(self) -> frozenset[int]:
        """Where words stand that deny."""
        return frozenset(
            w.start
            for w in self.words
            if (w.lower in _NEGATIONS or w.lower.endswith("n't")) and self.text[w.end : w.end + 1] != "-"
        )


def _is_plain_number(word: Word) -> bool:
    """Say whether a word is a number and no name made of numbers (2+2)."""
    return word.is_number and "+" not in word.text


_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did"}
    | {"will", "would", "can", "could", "may", "might", "must", "shall", "should"}
)


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
    same = sentence.by_key.get(_HOLD if word in statement.events else word.key, ())
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
    if not word.is_capital or len(word.text) < _STEM:
        return None
    for other in sentence.words:
        near = (
            other.is_capital and other.text[0] == word.text[0] and abs(len(other.text) - len(word.text)) <= 2
        )
        if near and SequenceMatcher(None, word.lower, other.lower).ratio() >= _SPELLING:
            return Held(word, other, DERIVED)
    return None


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
