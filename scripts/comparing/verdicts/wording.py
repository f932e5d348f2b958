"""A statement or a sentence as words: content, names, states, verb, clauses, how each word is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scripts import english
from scripts.comparing.verdicts.clauses import AUXILIARIES, clauses
from scripts.comparing.verdicts.figures import Figure
from scripts.comparing.verdicts.moods import Mood, moods
from scripts.comparing.verdicts.reading import figures
from scripts.reading.words import Word, words

HOLD = english.key("hold")
_RUN = 4
_NOT_LETTERS = re.compile(r"[\W_]+")
_OPENING = re.compile(r"(?:In|On|At|As of|By|According to|During|For|From|After|Before|Since)\b[^,]{2,60},\s")
_HALVES = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})  # of the day
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
            and w.lower not in _HALVES
            and not (_is_plain_number(w) or any(f.start <= w.start < f.end for f in self.figures))
        )

    @cached_property
    def by_key(self) -> dict[str, list[Word]]:
        """The content words under their keys."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.key, []).append(word)
        for word in self.events:
            found.setdefault(HOLD, []).append(word)
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
            owned = self.words[place - 1].text.lower().replace("’", "'").endswith(("'s", "s'"))
            if owned and form and "past" not in form[1]:
                continue  # a noun: the firm's shares
            is_month = word.is_capital and word.lower in english.months()
            if (word.lower in AUXILIARIES and not is_month) or (form and form[1] & {"past", "third"}):
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

    @cached_property
    def clauses(self) -> dict[int, int]:
        """The number of the clause that each word stands in, by where the word stands."""
        return dict(zip((w.start for w in self.words), clauses(self.text, self.words), strict=True))

    @cached_property
    def moods(self) -> dict[int, Mood]:
        """How each word is said, by where it stands: as so, denied, still to come, possible."""
        said = moods(self.words, tuple(self.clauses.values()))
        return dict(zip((w.start for w in self.words), said, strict=True))


def _is_plain_number(word: Word) -> bool:
    """Say whether a word is a number and no name made of numbers (2+2)."""
    return word.is_number and "+" not in word.text
