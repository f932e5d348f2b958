"""The clauses of a statement or a sentence, as far as marks and joining words show them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts import english
from scripts.reading.details.predicates import PREPOSITIONS
from scripts.reading.words import Word

_MARKS = re.compile(r"[;:()—]|\s[–-]\s|\n|[.!?][”\"’']?\s")
_JOINING = frozenset(
    {"although", "because", "but", "though", "unless", "whereas", "while", "which", "who", "whose", "when"}
    | {"where", "after", "before", "until", "since", "as", "if", "once"}
)
_ALWAYS = frozenset({"but", "while", "whereas", "although", "which", "who"})
_LISTING = frozenset({"and", "or", "so", "nor"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "this", "that"})
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did"}
    | {"will", "would", "can", "could", "may", "might", "must", "shall", "should"}
)
_SHORT_FORM = re.compile(r"\((?:[A-Z][\w&.-]{0,9}|[^()]{0,12}\d[^()]{0,12})\)")
_ASIDE = 7  # so many words between two commas, or fewer, do not end a clause


def clauses(text: str, terms: Sequence[Word]) -> tuple[int, ...]:
    """Return the number of the clause that each word stands in.

    >>> from scripts.reading.words import words
    >>> text = "The shop is shut; the bank stays open."
    >>> clauses(text, words(text))
    (0, 0, 0, 0, 1, 1, 1, 1)
    """
    numbers: list[int] = []
    number = last = 0
    outer: int | None = None  # the clause that a relative one between two commas breaks off
    for place in range(len(terms)):
        comma = place > 0 and text[terms[place - 1].end : terms[place].start].lstrip().startswith(",")
        if comma and outer is not None and _is_finite(terms[place]):
            number, outer = outer, None
        elif place and _opens(text, terms, place):
            # Another subject opens a clause of its own, which breaks none off.
            outer = number if comma and _leans(terms[place]) else None if comma else outer
            number = last = last + 1
        numbers.append(number)
    return tuple(numbers)


def _opens(text: str, terms: Sequence[Word], place: int) -> bool:
    """Say whether a clause begins with the word at ``place``."""
    word, between = terms[place], text[terms[place - 1].end : terms[place].start]
    if _MARKS.search(between):
        return not _is_short_form(text, terms, place)
    if "," in between:
        return not _is_aside(text, terms, place)
    if word.lower in _JOINING and terms[min(place + 1, len(terms) - 1)].lower != "of":
        # "As" compares, "before" and "since" give times, unless what follows has a verb of its own.
        return word.lower in _ALWAYS or _has_verb(terms, place)
    return word.lower in _LISTING and _has_verb(terms, place, 2)


def _leans(word: Word) -> bool:
    """Say whether a clause that begins so belongs to a word before it: ", which", ", built", ", based"."""
    return (
        word.lower in _JOINING or word.lower.endswith("ing") or _is_finite(word) or word.lower in PREPOSITIONS
    )


def _is_short_form(text: str, terms: Sequence[Word], place: int) -> bool:
    """Say whether the mark only sets a short form or a figure apart: "the Reed Line (RL) ran", "(38)"."""
    before, word = terms[place - 1], terms[place]
    between = text[before.end : word.start]
    opens, closes = between.rfind("("), between.find(")")
    if opens >= 0 and not between[:opens].strip():
        return bool(_SHORT_FORM.match(text, before.end + opens))
    begin = text.rfind("(", 0, before.end)
    found = _SHORT_FORM.match(text, begin) if closes == 0 and begin >= 0 else None
    return found is not None and found.end() == before.end + 1 and not between[1:].strip(", ")


def _is_aside(text: str, terms: Sequence[Word], place: int) -> bool:
    """Say whether a comma opens or ends a few words put in between (", however,"), or a list goes on."""
    for end in range(place + 1, min(place + _ASIDE, len(terms))):
        if "," in text[terms[end - 1].end : terms[end].start]:
            return not _has_verb(terms, place, end - place - 1)
    for begin in range(place - 1, max(0, place - _ASIDE), -1):
        if "," in text[terms[begin - 1].end : terms[begin].start]:
            return not _has_verb(terms, begin, place - begin - 1)
    return False


def _has_verb(terms: Sequence[Word], place: int, reach: int = 6) -> bool:
    """Say whether a finite verb follows within ``reach`` words."""
    following = terms[place + 1 : place + 1 + reach]
    return any(_is_finite(word) or word.lower in _SUBJECTS for word in following)


def _is_finite(word: Word) -> bool:
    form = english.verb_form(word.lower)
    if word.lower in AUXILIARIES or word.lower.endswith("n't"):
        return True
    return bool(form and form[1] & {"past", "third"} and not word.is_capital)
