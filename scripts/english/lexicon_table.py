"""The table of words and synsets, `lexicon.tsv`: its rows as objects, each read when it is asked for.

The table is searched on disk, so opening it costs nothing and only the rows that are asked for are read.
`scripts.english.lexicon` says how words are related by them.

Every function raises `scripts.ground.faults.Fault` if the table is missing or broken.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from scripts.english.rows import FOLDER, several
from scripts.ground.faults import Fault

TABLE = FOLDER / "lexicon.tsv"
_REMEMBERED = 1 << 14
_REMEDY = "restore it, or derive it anew: python -m scripts.english.wordnet --help"


@dataclass(frozen=True)
class Sense:
    """One sense of a word: its synset's name in WordNet, and how often the word has this sense there."""

    synset: str
    count: int


@dataclass(frozen=True)
class Related:
    """A word related to another in that word's sense number `rank`, counted from 0."""

    rank: int
    part: str
    word: str


@dataclass(frozen=True)
class Entry:
    """A word as one part of speech."""

    senses: tuple[Sense, ...] = ()
    antonyms: tuple[Related, ...] = ()
    derived: tuple[Related, ...] = ()
    pertains: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Synset:
    """Words of one meaning, and the synsets above it."""

    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    breadth: int = 0


@lru_cache(_REMEMBERED)
def entry(word: str, part: str) -> Entry:
    """The row of a word as one part of speech; an empty one where the table has none."""
    if word.startswith("@"):
        return Entry()  # the name of a synset is not a word
    try:
        cells = _row(word, part)
        if cells is None:
            return Entry()
        listed, *related = (several(cell) for cell in cells[2:])
        antonyms, derived, pertains = (tuple(_related(one, part) for one in cell) for cell in related)
        return Entry(tuple(_sense(one) for one in listed), antonyms, derived, pertains)
    except ValueError as error:
        raise _broken(word) from error


def _sense(value: str) -> Sense:
    name, count = value.split(":")
    return Sense(name, int(count))


def _related(value: str, part: str) -> Related:
    """`2:rise`, or `2:v:rise` if the part of speech is another."""
    rank, _, rest = value.partition(":")
    of, _, word = rest.rpartition(":")
    return Related(int(rank) - 1, of or part, word)


@lru_cache(_REMEMBERED)
def synset(name: str, part: str) -> Synset:
    """The row of a synset by its name; an empty one where the table has none."""
    try:
        cells = _row(f"@{name}", part)
        if cells is None:
            return Synset()
        words, broader, similar, entails, breadth = cells[2:]
        return Synset(several(words), several(broader), several(similar), several(entails), int(breadth))
    except ValueError as error:
        raise _broken(name) from error


def _row(key: str, part: str) -> list[str] | None:
    """The cells of the row of a word or a synset, found by binary search; None if there is none."""
    text, prefix = _opened(TABLE), f"{key}\t{part}\t".encode("utf-8", "replace")
    low, high = 0, len(text)
    while low < high:
        start = max(low, text.rfind(b"\n", low, (low + high) // 2) + 1)
        end = text.find(b"\n", start)
        if end < 0:
            raise _broken(key)
        if text[start:end] < prefix:
            low = end + 1
        else:
            high = start
    row = text[low : text.find(b"\n", low)] if low < len(text) else b""
    return row.decode().split("\t") if row.startswith(prefix) else None


@cache
def _opened(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # ValueError: the file is empty
        raise Fault(path.name, "opening", "the table of words is missing or empty", _REMEDY) from error


def _broken(key: str) -> Fault:
    return Fault(TABLE.name, key, "the row is broken", _REMEDY)
