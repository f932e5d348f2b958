"""How words stand to each other: synonyms, antonyms, siblings, kinds, and words of one root.

The knowledge is that of WordNet 3.1, in `lexicon.tsv`, which `scripts.english.wordnet` derives. The table is
searched on disk, so that opening it costs nothing and only what is asked for is read.

Words are lemmas in lower case, of one word or of several with blanks between; a part of speech is "n", "v",
"a" (adjective) or "r" (adverb). A word that the table lacks has no senses and stands to no word in any way.
WordNet orders the senses of a word by how often each was met in its tagged texts. Where a relation holds
between two words in some sense or other, it is worth little when both senses are rare: all but `synonyms`,
which tells the rank, look at the first `FEW` senses alone, or at what WordNet says of the two words directly.

Every function raises `scripts.ground.faults.Fault` where the table is missing or broken.
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
# What a verb is a kind of lends it its contrary (soar is to rise, which is the contrary of fall) only where
# it has no more kinds than this.
_NARROW = 60
_ROOTS = ("word", "part", "other", "other_part")
_REMEMBERED = 1 << 14
_REMEDY = "restore it, or derive it anew: python -m scripts.english.wordnet --help"
_COLUMNS = 7


@dataclass(frozen=True)
class Sense:
    """One sense of a word: the synset, by its name in WordNet, and how often the word was met in it."""

    synset: str
    count: int


@dataclass(frozen=True)
class _Related:
    """A word that a word is related to in its sense number `rank`, counted from 0."""

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
    """Words of one meaning, and the synsets that it stands under."""

    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    breadth: int = 0


def senses(word: str, part: str) -> tuple[Sense, ...]:
    """What a word means, the most frequent sense first."""
    return _entry(word, part).senses


def synonyms(word: str, other: str, part: str) -> int | None:
    """The rank of the best synset that both words stand in, or None where they share none.

    0 where it is the first sense of both; each place further down, in either word, adds 1.
    """
    ranks = {sense.synset: rank for rank, sense in enumerate(senses(word, part))}
    shared = (
        ranks[sense.synset] + rank for rank, sense in enumerate(senses(other, part)) if sense.synset in ranks
    )
    return min(shared, default=None)


@lru_cache(_REMEMBERED)
def antonyms(word: str, other: str, part: str) -> bool:
    """Whether two words are contraries: rise and fall, heavy and light, ponderous and light.

    WordNet pairs them, or synonyms of them, or one of them with the head that the other adjective is similar
    to, or with what the other verb is in its first sense a kind of (climb and fall); or it pairs the verbs
    or adjectives that they derive from (strength and weakness).
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

    They share a direct hypernym that is not too general, and neither are synonyms nor one a kind of the
    other. Adjectives and adverbs have no hypernyms: adjectives are siblings where the nouns are that they
    are also used as or pertain to (red and blue); adverbs never are. Siblings among verbs are ways to do
    one thing, and often told for each other (raze and demolish): that two verbs are siblings is no sign
    that they differ.
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
    """How many steps up from the word its hypernym `broader` stands; None where not within `depth` steps."""
    goal = _first(broader, part)
    level = _first(word, part)
    for steps in range(1, depth + 1):
        level = frozenset(up for name in level for up in _synset(name, part).broader)
        if not level.isdisjoint(goal):
            return steps
    return None


def derived(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether two words are of one root: arrive and arrival, quick and quickly, economic and economy.

    WordNet lacks some common pairs (sell and sale); roots.csv has them.
    """
    return _leads(word, part, other, other_part) or _leads(other, other_part, word, part)


def akin(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether a word of the root of the one is a close synonym of the other: stoppage and halt."""
    pairs = [(root.word, other, other_part) for root in _roots(word, part) if root.part == other_part]
    pairs += [(root.word, word, part) for root in _roots(other, other_part) if root.part == part]
    return any((rank := synonyms(*pair)) is not None and rank <= 1 for pair in pairs)


@lru_cache(_REMEMBERED)
def action(noun: str) -> bool:
    """Whether a noun names what somebody does: an arrest, a decision, a crash (a verb has its root)."""
    if any(one.part == "v" for one in _entry(noun, "n").derived):
        return True
    return bool(senses(noun, "v")) and kind_of(noun, "act", "n", 8) is not None


def entails(verb: str, other: str) -> bool:
    """Whether who does the one must do the other (snore, sleep), or brings it about (kill, die)."""
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
    """Whether a pole of the one word is contrary to the other word itself.

    Two words that are only similar to contraries need not be contraries: four is like cardinal, ninth like
    ordinal.
    """
    goal = _first(other, part)
    return any(not goal.isdisjoint(_contrary(name, part)) for name in _poles(word, part))


def _poles(word: str, part: str) -> frozenset[str]:
    """The synsets of a word's first senses, and those through which its contraries are found."""
    first = _first(word, part)
    heads = {head for name in first for head in _synset(name, part).similar}
    if part == "v":
        above = {up for sense in senses(word, part)[:1] for up in _synset(sense.synset, part).broader}
        heads |= {name for name in above if _synset(name, part).breadth <= _NARROW}
    return first | heads


@lru_cache(_REMEMBERED)
def _contrary(name: str, part: str) -> frozenset[str]:
    """The synsets with a word that is the antonym of a word of this synset, in that sense."""
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
        return _Entry()  # a synset is filed under it
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
    """`2:rise`, or `2:v:rise` where the part of speech is another."""
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
    """The cells of the row of a word or a synset, found by halving the table; None where there is none."""
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
