"""Words of like and of contrary meaning.

Two words count as contrary when opposites.csv pairs them; or when one is, by one step of synonymy, the
word that is paired with the other (soared and fell: soar is like rise, rise is paired with fall); or when
one is the other with a denying prefix (lawful and unlawful), not_denials.txt holding the words that only
look so (form and inform). Never by two steps of synonymy, and a pair marked `exact` never by any: it is
for words with a second sense that the step would carry along (accept and decline, where decline is also
to fall).
"""

from __future__ import annotations

from functools import cache

from scripts.english import rows
from scripts.english.stems import key, keys

_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
# Latin in- takes the shape of the letter that follows it, and no other letter follows that shape.
_FOLLOWED = {"in": "acdefghijknoqstuvw", "im": "mbp", "il": "l", "ir": "r"}
_SHORTEST = 3


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
    for row in rows.table("opposites.csv", ("one", "other", "exact")):
        one, other = key(row["one"]), key(row["other"])
        for target in (every,) if row["exact"] else (every, open_pairs):
            target.setdefault(one, set()).add(other)
            target.setdefault(other, set()).add(one)
    return _frozen(every), _frozen(open_pairs)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in table.items()}


def synonym_groups(word: str) -> frozenset[int]:
    """The numbers of the groups of near-equivalents a word stands in; empty for a word in none."""
    return frozenset(number for one in keys(word) for number in _groups().get(one, ()))


@cache
def synonymous(a: str, b: str) -> bool:
    """Whether two words can stand for each other in news prose: one key, or one group."""
    return bool(keys(a) & keys(b)) or bool(synonym_groups(a) & synonym_groups(b))


@cache
def opposite(a: str, b: str) -> bool:
    """Whether two words are contraries, as this module defines it; words of like meaning never are."""
    if synonymous(a, b):
        return False
    if any(_paired(one, other) for one in keys(a) for other in keys(b)):
        return True
    return _denied(a, b) or _denied(b, a)


def _paired(one: str, other: str) -> bool:
    every, open_pairs = _opposites()
    if other in every.get(one, ()):
        return True
    nothing: frozenset[str] = frozenset()
    return bool(open_pairs.get(one, nothing) & _like(other) or open_pairs.get(other, nothing) & _like(one))


def _like(name: str) -> frozenset[str]:
    return frozenset(other for number in _groups().get(name, ()) for other in _members()[number])


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
