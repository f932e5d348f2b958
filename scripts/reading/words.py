"""Words of a text with their spans: the one tokeniser that every later step uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scripts import english

_TOKEN = re.compile(
    r"\d+\+\d+"  # names such as 2+2
    r"|\d+(?:st|nd|rd|th)\b"  # ordinals
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+"  # numbers, with thousands or decimals
    r"|(?:[^\W\d_]\.){2,}"  # abbreviations such as U.S.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*\.?"  # words, with the full stop of an abbreviation
    r"|[$€£¥₩%]"
)


# Rules ask for the words of the same sentence again and again, so those of short texts are cached.
_SENTENCES, _SENTENCE = 1024, 2000


class _Once:
    """A property computed once: like `cached_property`, but without the lock that it has in Python 3.11."""

    def __init__(self, made: Callable[[Any], str]) -> None:
        self._made, self._name, self.__doc__ = made, made.__name__, made.__doc__

    def __get__(self, instance: object, owner: type) -> str:
        found: str = self._made(instance)
        instance.__dict__[self._name] = found
        return found


@dataclass(frozen=True)
class Word:
    """One word, with its code-point span in the source's text."""

    text: str
    start: int
    end: int

    @_Once
    def lower(self) -> str:
        """The word in lower case, with typewriter apostrophes and without a possessive ending."""
        plain = self.text.lower().replace("’", "'")
        return plain.removesuffix("'s").rstrip("'")

    @_Once
    def key(self) -> str:
        """A key that two words share when they differ only in inflection or spelling."""
        return english.key(self.lower)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals only, two or more of them (``NCG``, ``U.S.``)."""
        letters = [c for c in self.text if c.isalpha() and c != "s"]
        return len(letters) > 1 and all(c.isupper() for c in letters)

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdecimal()


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of ``text[start:end]``; spans count from the beginning of ``text``.

    >>> [w.text for w in words("The U.S. and the 56th SCM.")]
    ['The', 'U.S.', 'and', 'the', '56th', 'SCM']
    """
    stop = len(text) if end is None else end
    return _kept(text, start, stop) if stop - start <= _SENTENCE else _read(text, start, stop)


def _read(text: str, start: int, end: int) -> tuple[Word, ...]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        token = match.group()
        if token.endswith(".") and "." not in token[:-1] and not _owns_stop(token, text, match.end()):
            token = token[:-1]
        found.append(Word(token, match.start(), match.start() + len(token)))
    return tuple(found)


_kept = lru_cache(maxsize=_SENTENCES)(_read)


def _owns_stop(token: str, text: str, end: int) -> bool:
    """Say whether the full stop belongs to the word, which is an initial or a listed abbreviation."""
    if len(token) == 2:
        return token[0].isupper() and token != "I." and text[end : end + 1] in {" ", "\n", "\r"}
    return english.is_abbreviation(token)


_BLANK = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n)[ \t\u00a0]*|[ \t\u00a0]+")


def gap(text: str, one: Word, other: Word) -> str:
    """Return the text between two words; one line end counts as a space, two do not.

    >>> text = "51\\nmillion"
    >>> gap(text, *words(text))
    ' '
    """
    return unwrapped(text[one.end : other.start])


def unwrapped(blank: str) -> str:
    """Return a text with each run of spaces and line ends as one space."""
    return _BLANK.sub(" ", blank)


def keys(sequence: Sequence[Word]) -> tuple[str, ...]:
    """Return the keys of the content words of ``sequence``, in order."""
    return tuple(w.key for w in sequence if w.lower not in english.stopwords())
