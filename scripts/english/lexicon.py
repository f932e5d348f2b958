"""Relations between words: synonyms, antonyms, siblings, kinds, and words of one root.

The knowledge is that of WordNet 3.1, in `lexicon.tsv`, which `scripts.english.wordnet` derives. The table is
searched on disk, so opening it costs nothing and only the rows that are asked for are read.

Words are lemmas in lower case, of one word or of several with spaces between; a part of speech is "n", "v",
"a" (adjective) or "r" (adverb). A word that is not in the table has no senses and no relations.

WordNet orders the senses of a word by their frequency in its tagged texts. A relation between two rare senses
is worth little, so every function except `synonyms`, which returns the rank, looks only at the first `FEW`
senses, or at what WordNet says of the two words directly.

Every function raises `scripts.ground.faults.Fault` if the table is missing or broken.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from scripts.english.rows import FOLDER, several, table
from scripts.ground.faults import Fault

TABLE = FOLDER / "lexicon.tsv"
FEW = 3
# A hypernym with more kinds than these (person, artifact, change) does not make siblings.
BROADEST = {"n": 400, "v": 150}
# A verb takes over the contrary of its hypernym (to soar is to rise, the contrary of to fall) only if the
# hypernym has at most this many kinds.
_NARROW = 60
_ROOTS = ("word", "part", "other", "other_part")
_REMEMBERED = 1 << 14
_REMEDY = "restore it, or derive it anew: python -m scripts.english.wordnet --help"
_COLUMNS = 7


@dataclass(frozen=True)
class Sense:
    """One sense of a word: its synset's name in WordNet, and how often the word has this sense there."""

    synset: str
    count: int


@dataclass(frozen=True)
class _Related:
    """A word related to another in that word's sense number `rank`, counted from 0."""

    rank: int
    part: str
    word: str


@dataclass(frozen=True)
class _Entry:
    """A word as one part of speech."""

    senses: tuple[Sense, ...] = ()
    antonyms: tuple[_Related, ...] = ()
    derived: tuple[_Related, ...] = ()
    pertains: tuple[_Related, ...] = ()


@dataclass(frozen=True)
class _Synset:
    """Words of one meaning, and the synsets above it."""

    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    breadth: int = 0


def senses(word: str, part: str) -> tuple[Sense, ...]:
    """The senses of a word, the most frequent first."""
    return _entry(word, part).senses


def synonyms(word: str, other: str, part: str) -> int | None:
    """The rank of the best synset that both words share, or None if they share none.

    It is 0 if it is the first sense of both; each place further down, in either word, adds 1.
    """
    ranks = {sense.synset: rank for rank, sense in enumerate(senses(word, part))}
    shared = (
        ranks[sense.synset] + rank for rank, sense in enumerate(senses(other, part)) if sense.synset in ranks
    )
    return min(shared, default=None)


@lru_cache(_REMEMBERED)
def antonyms(word: str, other: str, part: str) -> bool:
    """Whether two words are contraries: rise and fall, heavy and light, ponderous and light.

    WordNet pairs them; or synonyms of them; or an adjective with the head adjective that the other is similar
    to; or a verb with the hypernym of the other's first sense (climb and fall); or the verbs or adjectives
    that they derive from (strength and weakness).
    """
    if word == other:
        return False
    if _opposed(word, other, part):
        return True
    pairs = [(one, root) for one in _roots(word, part) for root in _roots(other, part)]
    return any(one.part == root.part and _paired(one.word, root.word, one.part) for one, root in pairs)


@lru_cache(_REMEMBERED)
def siblings(word: str, other: str, part: str) -> bool:
    """Whether two words are different kinds of one thing: mayor and governor, wheat and barley.

    They share a direct hypernym that is not too general, are no synonyms, and neither is a kind of the other.
    Adjectives have no hypernyms: they are siblings if the nouns are that they are also used as or pertain to
    (red and blue). Adverbs never are. Sibling verbs are ways to do one thing, and one often stands for the
    other (raze and demolish), so they are no sign of a difference.
    """
    if synonyms(word, other, part) is not None:
        return False
    if part == "a":
        return any(siblings(one, root, "n") for one in _nouns(word) for root in _nouns(other))
    if kind_of(word, other, part) or kind_of(other, word, part):
        return False
    return not _heads(word, part).isdisjoint(_heads(other, part))


@lru_cache(_REMEMBERED)
def kind_of(word: str, broader: str, part: str, depth: int = 4) -> int | None:
    """How many steps above the word its hypernym `broader` is; None if it is not within `depth` steps."""
    goal = _first(broader, part)
    level = _first(word, part)
    for steps in range(1, depth + 1):
        level = frozenset(up for name in level for up in _synset(name, part).broader)
        if not level.isdisjoint(goal):
            return steps
    return None


def derived(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether two words share a root: arrive and arrival, quick and quickly, economic and economy.

    WordNet lacks some common pairs (sell and sale), which roots.csv has.
    """
    return _leads(word, part, other, other_part) or _leads(other, other_part, word, part)


def akin(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether a word of the root of the one is a close synonym of the other: stoppage and halt."""
    pairs = [(root.word, other, other_part) for root in _roots(word, part) if root.part == other_part]
    pairs += [(root.word, word, part) for root in _roots(other, other_part) if root.part == part]
    return any((rank := synonyms(*pair)) is not None and rank <= 1 for pair in pairs)


@lru_cache(_REMEMBERED)
def action(noun: str) -> bool:
    """Whether a noun names an action: an arrest, a decision, a crash (a verb shares its root)."""
    if any(one.part == "v" for one in _entry(noun, "n").derived):
        return True
    return bool(senses(noun, "v")) and kind_of(noun, "act", "n", 8) is not None


def entails(verb: str, other: str) -> bool:
    """Whether doing one thing implies the other (snore, sleep) or causes it (kill, die)."""
    goal = _first(other, "v")
    return any(not goal.isdisjoint(_synset(name, "v").entails) for name in _first(verb, "v"))


def _first(word: str, part: str) -> frozenset[str]:
    return frozenset(sense.synset for sense in senses(word, part)[:FEW])


def _heads(word: str, part: str) -> set[str]:
    """The hypernyms of a word's first senses that are not too general."""
    above = {up for name in _first(word, part) for up in _synset(name, part).broader}
    return {name for name in above if _synset(name, part).breadth <= BROADEST.get(part, 0)}


def _nouns(adjective: str) -> set[str]:
    return {adjective} | {one.word for one in _entry(adjective, "a").pertains if one.rank < FEW}


def _roots(word: str, part: str) -> Iterator[_Related]:
    """The words of other parts of speech that a word's first senses derive from or pertain to."""
    entry = _entry(word, part)
    return (one for one in (*entry.derived, *entry.pertains) if one.rank < FEW and one.part != part)


def _leads(word: str, part: str, other: str, other_part: str) -> bool:
    entry = _entry(word, part)
    if any(one.word == other and one.part == other_part for one in (*entry.derived, *entry.pertains)):
        return True
    return (word, part, other, other_part) in _curated_roots()


@cache
def _curated_roots() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.values()) for row in table("roots.csv", _ROOTS))


def _paired(word: str, other: str, part: str) -> bool:
    return any(one.word == other for one in _entry(word, part).antonyms)


def _opposed(word: str, other: str, part: str) -> bool:
    if _paired(word, other, part) or _paired(other, word, part):
        return True
    return _faces(word, other, part) or _faces(other, word, part)


def _faces(word: str, other: str, part: str) -> bool:
    """Whether a pole of one word is contrary to the other word itself.

    Two words that are only similar to contraries need not be contraries: four is like cardinal, ninth like
    ordinal.
    """
    goal = _first(other, part)
    return any(not goal.isdisjoint(_contrary(name, part)) for name in _poles(word, part))


def _poles(word: str, part: str) -> frozenset[str]:
    """The synsets of a word's first senses, and the synsets through which its contraries are found."""
    first = _first(word, part)
    heads = {head for name in first for head in _synset(name, part).similar}
    if part == "v":
        above = {up for sense in senses(word, part)[:1] for up in _synset(sense.synset, part).broader}
        heads |= {name for name in above if _synset(name, part).breadth <= _NARROW}
    return first | heads


@lru_cache(_REMEMBERED)
def _contrary(name: str, part: str) -> frozenset[str]:
    """The synsets with an antonym of a word of this synset, in that sense."""
    return frozenset(
        back
        for word in _synset(name, part).words
        for other in _antonyms_in(word, name, part)
        for back in _senses_against(other, word, part)
    )


def _antonyms_in(word: str, name: str, part: str) -> Iterator[str]:
    entry = _entry(word, part)
    return (one.word for one in entry.antonyms if entry.senses[one.rank].synset == name)


def _senses_against(word: str, other: str, part: str) -> Iterator[str]:
    entry = _entry(word, part)
    return (entry.senses[one.rank].synset for one in entry.antonyms if one.word == other)


@lru_cache(_REMEMBERED)
def _entry(word: str, part: str) -> _Entry:
    if word.startswith("@"):
        return _Entry()  # the name of a synset is not a word
    try:
        cells = _row(word, part)
        if cells is None:
            return _Entry()
        listed, *related = (several(cell) for cell in cells[2:])
        antonyms, derived, pertains = (tuple(_related(one, part) for one in cell) for cell in related)
        return _Entry(tuple(_sense(one) for one in listed), antonyms, derived, pertains)
    except ValueError as error:
        raise _broken(word) from error


def _sense(value: str) -> Sense:
    name, count = value.split(":")
    return Sense(name, int(count))


def _related(value: str, part: str) -> _Related:
    """`2:rise`, or `2:v:rise` if the part of speech is another."""
    rank, _, rest = value.partition(":")
    of, _, word = rest.rpartition(":")
    return _Related(int(rank) - 1, of or part, word)


@lru_cache(_REMEMBERED)
def _synset(name: str, part: str) -> _Synset:
    try:
        cells = _row(f"@{name}", part)
        if cells is None:
            return _Synset()
        words, broader, similar, entails, breadth = cells[2:]
        return _Synset(several(words), several(broader), several(similar), several(entails), int(breadth))
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
