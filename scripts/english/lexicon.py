"""Relations between words: synonyms, antonyms, siblings, kinds, and words of one root.

The knowledge is that of WordNet 3.1, in `lexicon.tsv`, which `scripts.english.wordnet` derives and
`scripts.english.lexicon_table` reads.

Words are lemmas in lower case, of one word or of several with spaces between; a part of speech is "n", "v",
"a" (adjective) or "r" (adverb). A word that is not in the table has no senses and no relations.

WordNet orders the senses of a word by their frequency in its tagged texts. A relation between two rare senses
is worth little, so every function except `synonyms`, which returns the rank, looks only at the first `FEW`
senses, or at what WordNet says of the two words directly.

Every function raises `scripts.ground.faults.Fault` if the table is missing or broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from scripts.english.lexicon_table import Related, Sense, entry, synset
from scripts.english.rows import table

FEW = 3
# A hypernym with more kinds than these (person, artifact, change) does not make siblings.
BROADEST = {"n": 400, "v": 150}
# A verb takes over the contrary of its hypernym (to soar is to rise, the contrary of to fall) only if the
# hypernym has at most this many kinds.
_NARROW = 60
_ROOTS = ("word", "part", "other", "other_part")
# Remembered is what a word has, not what two words are to each other: there are too many pairs.
_REMEMBERED = 1 << 14


def senses(word: str, part: str) -> tuple[Sense, ...]:
    """The senses of a word, the most frequent first."""
    return entry(word, part).senses


def synonyms(word: str, other: str, part: str) -> int | None:
    """The rank of the best synset that both words share, or None if they share none.

    It is 0 if it is the first sense of both; each place further down, in either word, adds 1.
    """
    ours, theirs = _ranks(word, part), _ranks(other, part)
    if ours.keys().isdisjoint(theirs):
        return None
    return min(rank + theirs[name] for name, rank in ours.items() if name in theirs)


@lru_cache(_REMEMBERED)
def _ranks(word: str, part: str) -> Mapping[str, int]:
    """The synsets of a word, with the place of each among its senses."""
    return {sense.synset: rank for rank, sense in enumerate(senses(word, part))}


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
    return not _contraries_of_roots(word, part).isdisjoint(_root_words(other, part))


def siblings(word: str, other: str, part: str) -> bool:
    """Whether two words are different kinds of one thing: mayor and governor, wheat and barley.

    They share a direct hypernym that is not too general, are no synonyms, and neither is a kind of the other.
    Adjectives have no hypernyms: they are siblings if the nouns are that they are also used as or pertain to
    (red and blue). Adverbs never are. Sibling verbs are ways to do one thing, and one often stands for the
    other (raze and demolish), so they are no sign of a difference.
    """
    if part == "a":
        of_nouns = any(siblings(one, root, "n") for one in _nouns(word) for root in _nouns(other))
        return of_nouns and synonyms(word, other, part) is None
    if _heads(word, part).isdisjoint(_heads(other, part)) or synonyms(word, other, part) is not None:
        return False
    return not (kind_of(word, other, part) or kind_of(other, word, part))


def kind_of(word: str, broader: str, part: str, depth: int = 4) -> int | None:
    """How many steps above the word its hypernym `broader` is; None if it is not within `depth` steps."""
    above, goal = _above(word, part, depth), _first(broader, part)
    if above.keys().isdisjoint(goal):
        return None
    return min(above[name] for name in goal if name in above)


@lru_cache(_REMEMBERED)
def _above(word: str, part: str, depth: int) -> Mapping[str, int]:
    """The synsets above a word's first senses, with the steps up to each on the shortest way."""
    found: dict[str, int] = {}
    level = _first(word, part)
    for steps in range(1, depth + 1):
        level = frozenset(up for name in level for up in synset(name, part).broader)
        for name in level:
            found.setdefault(name, steps)
    return found


def derived(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether two words share a root: arrive and arrival, quick and quickly, economic and economy.

    WordNet lacks some common pairs (sell and sale), which roots.csv has.
    """
    return _leads(word, part, other, other_part) or _leads(other, other_part, word, part)


def akin(word: str, part: str, other: str, other_part: str) -> bool:
    """Whether a word of the root of the one is a close synonym of the other: stoppage and halt."""
    return _like_a_root(word, part, other, other_part) or _like_a_root(other, other_part, word, part)


def _like_a_root(word: str, part: str, other: str, other_part: str) -> bool:
    for of, root in _root_words(word, part):
        if of == other_part and (rank := synonyms(root, other, of)) is not None and rank <= 1:
            return True
    return False


@lru_cache(_REMEMBERED)
def action(noun: str) -> bool:
    """Whether a noun names an action: an arrest, a decision, a crash (a verb shares its root)."""
    if any(one.part == "v" for one in entry(noun, "n").derived):
        return True
    return bool(senses(noun, "v")) and kind_of(noun, "act", "n", 8) is not None


def entails(verb: str, other: str) -> bool:
    """Whether doing one thing implies the other (snore, sleep) or causes it (kill, die)."""
    goal = _first(other, "v")
    return any(not goal.isdisjoint(synset(name, "v").entails) for name in _first(verb, "v"))


@lru_cache(_REMEMBERED)
def _first(word: str, part: str) -> frozenset[str]:
    return frozenset(sense.synset for sense in senses(word, part)[:FEW])


@lru_cache(_REMEMBERED)
def _heads(word: str, part: str) -> frozenset[str]:
    """The hypernyms of a word's first senses that are not too general."""
    above = {up for name in _first(word, part) for up in synset(name, part).broader}
    return frozenset(name for name in above if synset(name, part).breadth <= BROADEST.get(part, 0))


@lru_cache(_REMEMBERED)
def _nouns(adjective: str) -> frozenset[str]:
    return frozenset({adjective}) | {one.word for one in entry(adjective, "a").pertains if one.rank < FEW}


def _roots(word: str, part: str) -> Iterator[Related]:
    """The words of other parts of speech that a word's first senses derive from or pertain to."""
    row = entry(word, part)
    return (one for one in (*row.derived, *row.pertains) if one.rank < FEW and one.part != part)


def _leads(word: str, part: str, other: str, other_part: str) -> bool:
    return (other_part, other) in _led(word, part) or (word, part, other, other_part) in _curated_roots()


@lru_cache(_REMEMBERED)
def _led(word: str, part: str) -> frozenset[tuple[str, str]]:
    """The words of the same root as a word, or that it pertains to, with their parts of speech."""
    row = entry(word, part)
    return frozenset((one.part, one.word) for one in (*row.derived, *row.pertains))


@cache
def _curated_roots() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.values()) for row in table("roots.csv", _ROOTS))


@lru_cache(_REMEMBERED)
def _root_words(word: str, part: str) -> frozenset[tuple[str, str]]:
    return frozenset((root.part, root.word) for root in _roots(word, part))


@lru_cache(_REMEMBERED)
def _contraries_of_roots(word: str, part: str) -> frozenset[tuple[str, str]]:
    return frozenset((of, one) for of, root in _root_words(word, part) for one in _paired(root, of))


@lru_cache(_REMEMBERED)
def _paired(word: str, part: str) -> frozenset[str]:
    """The words that WordNet pairs with a word as its contraries."""
    return frozenset(one.word for one in entry(word, part).antonyms)


def _opposed(word: str, other: str, part: str) -> bool:
    if other in _paired(word, part) or word in _paired(other, part):
        return True
    return _faces(word, other, part) or _faces(other, word, part)


def _faces(word: str, other: str, part: str) -> bool:
    """Whether a pole of one word is contrary to the other word itself.

    Two words that are only similar to contraries need not be contraries: four is like cardinal, ninth like
    ordinal.
    """
    return not _first(other, part).isdisjoint(_faced(word, part))


@lru_cache(_REMEMBERED)
def _faced(word: str, part: str) -> frozenset[str]:
    """The synsets to which a pole of a word is contrary."""
    return frozenset(back for name in _poles(word, part) for back in _contrary(name, part))


def _poles(word: str, part: str) -> frozenset[str]:
    """The synsets of a word's first senses, and the synsets through which its contraries are found."""
    first = _first(word, part)
    heads = {head for name in first for head in synset(name, part).similar}
    if part == "v":
        above = {up for sense in senses(word, part)[:1] for up in synset(sense.synset, part).broader}
        heads |= {name for name in above if synset(name, part).breadth <= _NARROW}
    return first | heads


@lru_cache(_REMEMBERED)
def _contrary(name: str, part: str) -> frozenset[str]:
    """The synsets with an antonym of a word of this synset, in that sense."""
    return frozenset(
        back
        for word in synset(name, part).words
        for other in _antonyms_in(word, name, part)
        for back in _senses_against(other, word, part)
    )


def _antonyms_in(word: str, name: str, part: str) -> Iterator[str]:
    row = entry(word, part)
    return (one.word for one in row.antonyms if row.senses[one.rank].synset == name)


def _senses_against(word: str, other: str, part: str) -> Iterator[str]:
    row = entry(word, part)
    return (row.senses[one.rank].synset for one in row.antonyms if one.word == other)
