"""Words of like and of contrary meaning.

Two words count as contrary when opposites.csv pairs them; or when one is, by one step of synonymy, the
word that is paired with the other (soared and fell: soar is like rise, rise is paired with fall); or when
one is the other with a denying prefix (lawful and unlawful), not_denials.txt holding the words that only
look so (form and inform). Never by two steps of synonymy, and a pair marked `exact` never by any.

The step keeps to one sense: a word that stands in several groups passes on only a group which a second
pair confirms. Decline is paired with growth, and stands with fall and with shrink; that does not make
it the way from accept, which decline is paired with exactly, to shrink.
"""

from __future__ import annotations

from functools import cache, lru_cache

from scripts.english import rows
from scripts.english.stems import key, keys

_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
# Latin in- takes the shape of the letter that follows it, and no other letter follows that shape.
_FOLLOWED = {"in": "acdefghijknoqstuvw", "im": "mbp", "il": "l", "ir": "r"}
_SHORTEST = 3
_REMEMBERED = 1 << 16  # no more: a survey of many accounts would fill the memory
_PAIRS = ("one", "other", "exact", "converse")


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows.table("synonyms.csv", ("words",))):
        for word in rows.several(row["words"]):
            found.setdefault(key(word), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _members() -> tuple[frozenset[str], ...]:
    table = rows.table("synonyms.csv", ("words",))
    return tuple(frozenset(key(word) for word in rows.several(row["words"])) for row in table)


@cache
def _opposites() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Key to its contraries: of all pairs, and of those pairs that a synonym may join."""
    every: dict[str, set[str]] = {}
    open_pairs: dict[str, set[str]] = {}
    for row in rows.table("opposites.csv", _PAIRS):
        one, other = key(row["one"]), key(row["other"])
        for target in (every,) if row["exact"] else (every, open_pairs):
            target.setdefault(one, set()).add(other)
            target.setdefault(other, set()).add(one)
    return _frozen(every), _frozen(open_pairs)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in table.items()}


@lru_cache(_REMEMBERED)
def synonym_groups(word: str) -> frozenset[int]:
    """The numbers of the groups of near-equivalents a word stands in; empty for a word in none."""
    return frozenset(number for one in keys(word) for number in _groups().get(one, ()))


@lru_cache(_REMEMBERED)
def _sense(word: str) -> frozenset[str | int]:
    """What a word shares with each of its near-equivalents: its keys and the groups it stands in."""
    return keys(word) | synonym_groups(word)


def synonymous(a: str, b: str) -> bool:
    """Whether two words can stand for each other in news prose: one key, or one group."""
    return not _sense(a).isdisjoint(_sense(b))


@lru_cache(_REMEMBERED)
def opposite(a: str, b: str) -> bool:
    """Whether two words are contraries, as this module defines it; words of like meaning never are."""
    if synonymous(a, b):
        return False
    if any(_paired(one, other) for one in keys(a) for other in keys(b)):
        return True
    return _denied(a, b) or _denied(b, a)


@lru_cache(_REMEMBERED)
def converse(a: str, b: str) -> bool:
    """Whether two contraries can tell one story with the parts exchanged.

    A beat B and B lost to A, A sold to B and B bought from A, A is before B and B after A: such a pair
    contradicts only where both words are said of the same side.
    """
    ones = frozenset(near for one in keys(a) for near in _like(one) | {one})
    others = frozenset(near for other in keys(b) for near in _like(other) | {other})
    return any(not others.isdisjoint(_converses().get(one, ())) for one in ones) and opposite(a, b)


@cache
def _converses() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows.table("opposites.csv", _PAIRS):
        if row["converse"]:
            found.setdefault(key(row["one"]), set()).add(key(row["other"]))
            found.setdefault(key(row["other"]), set()).add(key(row["one"]))
    return _frozen(found)


def _like(name: str) -> frozenset[str]:
    return frozenset(other for number in _groups().get(name, ()) for other in _members()[number])


@lru_cache(_REMEMBERED)
def _paired(one: str, other: str) -> bool:
    if other in _opposites()[0].get(one, ()):
        return True
    return _reached(one, other) or _reached(other, one)


def _reached(one: str, other: str) -> bool:
    """Whether a contrary of `one` has `other` in a group of its own sense."""
    for contrary in _opposites()[1].get(one, ()):
        senses = _groups().get(contrary, frozenset())
        shared = senses & _groups().get(other, frozenset())
        if shared and (len(senses) == 1 or any(_meant(one, contrary, group) for group in shared)):
            return True
    return False


def _meant(one: str, contrary: str, group: int) -> bool:
    """Whether a second pair shows that it is in the sense of this group that two words are contraries."""
    like_one = _like(one) | {one}
    members = _members()[group] - {contrary}
    return any(not members.isdisjoint(_opposites()[1].get(word, ())) for word in like_one)


@cache
def _not_denials() -> frozenset[str]:
    return frozenset(key(word) for word in rows.words("not_denials.txt"))


def _denied(plain: str, denied: str) -> bool:
    """Whether `denied` is `plain` with a denying prefix (not: form and inform, cover and discover)."""
    plain, denied = plain.lower(), denied.lower()
    if key(denied) in _not_denials():
        return False
    for prefix in _DENYING:
        rest = denied.removeprefix(prefix)
        if rest == denied or len(rest) < _SHORTEST or rest[0] not in _FOLLOWED.get(prefix, rest[0]):
            continue
        if key(rest) == key(plain):
            return True
    return False
