"""Finding phrases of the record in text: whole words, whatever their inflection or case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.reading.words import Word, words

# A phrase does not cross any of these marks.
_BREAK = re.compile(r"[,;:()]|\.\s")


@dataclass(frozen=True)
class Mention:
    """A place where a text has a phrase that belongs to the row `id`; `text[start:end]` are its words."""

    id: str
    phrase: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def word_keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's words in order, without an article at its start.

    >>> word_keys("the Joint Tide-Gauge Stations") == word_keys("joint tide gauge station")
    True
    """
    keys = tuple(word.key for word in words(phrase))
    return keys[1:] if keys[:1] in (("the",), ("a",), ("an",)) else keys


def mentions(text: str, phrases: Mapping[str, Sequence[str]]) -> tuple[Mention, ...]:
    """The places of `phrases` (by row id) in `text`, in order; the longer of two that overlap in a row."""
    spoken = words(text)
    keys = [word.key for word in spoken]
    found = [hit for row, several in phrases.items() for hit in _of_row(row, several, spoken, keys)]
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.end)))


def gathered(text: str, phrases: Mapping[str, Sequence[str]]) -> tuple[Mention, ...]:
    """The places in `text` of a phrase's words in any order, with at most two other words between them.

    This is for plain words, whose order may vary ("technology cooperation", "cooperation in marine
    technology"). Names keep their order: use `mentions`.
    """
    spoken = words(text)
    keys = [word.key for word in spoken]
    found = []
    for row, several in phrases.items():
        taken: list[tuple[int, int]] = []
        ordered = sorted(several, key=lambda p: (-len(word_keys(p)), p))
        places = [(p, s) for find in (_places, _clusters) for p in ordered for s in find(keys, word_keys(p))]
        for phrase, (first, last) in places:
            start, end = spoken[first].start, spoken[last].end
            free = not any(first <= b and a <= last for a, b in taken)
            if free and not _BREAK.search(text, start, end):
                taken.append((first, last))
                found.append(Mention(row, phrase, start, end))
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.end)))


def _clusters(keys: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each shortest stretch that holds all of `wanted`."""
    if not wanted:
        return
    for at in range(len(keys)):
        if keys[at] not in wanted:
            continue
        missing = list(wanted)
        for last in range(at, min(at + len(wanted) + 2, len(keys))):
            if keys[last] in missing:
                missing.remove(keys[last])
            if not missing:
                yield at, last
                break


def has_phrase(text: str, phrase: str) -> bool:
    """Whether `text` has the words of `phrase`, adjacent and in order."""
    keys = [word.key for word in words(text)]
    return any(True for _ in _places(keys, word_keys(phrase)))


def _of_row(
    row: str, phrases: Sequence[str], spoken: Sequence[Word], keys: Sequence[str]
) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for phrase in sorted(phrases, key=lambda p: (-len(word_keys(p)), p)):
        for first, last in _places(keys, word_keys(phrase)):
            if not any(first <= end and begin <= last for begin, end in taken):
                taken.append((first, last))
                yield Mention(row, phrase, spoken[first].start, spoken[last].end)


def _places(keys: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each run of `wanted`."""
    if not wanted:
        return
    for at in range(len(keys) - len(wanted) + 1):
        if keys[at] == wanted[0] and tuple(keys[at : at + len(wanted)]) == tuple(wanted):
            yield at, at + len(wanted) - 1
