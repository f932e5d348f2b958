"""Near-synonyms and contraries.

Two words are contraries if opposites.csv pairs them; or if one of them is one step of synonymy away from a
word that is paired with the other (soared and fell: soar is like rise, rise is paired with fall); or if one
is the other with a negating prefix (lawful and unlawful), except for the words in not_denials.txt (form and
inform). Two steps of synonymy never count, and a pair marked `exact` allows no step.

The step stays within one sense: if a word stands in several groups, only a group that a second pair confirms
counts. Decline is paired with growth, and stands in a group with fall and shrink; but from accept, with which
decline is paired exactly, there is no step to shrink.
"""

from __future__ import annotations

from functools import cache, lru_cache

from scripts.english import rows
from scripts.english.stems import key, keys

_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
# Latin in- adapts to the letter after it (im-, il-, ir-), and each form goes only with certain letters.
_FOLLOWED = {"in": "acdefghijknoqstuvw", "im": "mbp", "il": "l", "ir": "r"}
_SHORTEST = 3
_REMEMBERED = 1 << 16  # limited, or a survey of many accounts would fill the memory
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
    """Key to its contraries: of all pairs, and of the pairs that a synonym may extend."""
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
    """The numbers of the groups of near-equivalents that contain a word; empty if none does."""
    return frozenset(number for one in keys(word) for number in _groups().get(one, ()))


@lru_cache(_REMEMBERED)
def _sense(word: str) -> frozenset[str | int]:
    """What a word shares with its near-equivalents: its keys and its groups."""
    return keys(word) | synonym_groups(word)


def synonymous(a: str, b: str) -> bool:
    """Whether two words can replace each other in news prose: they share a key or a group."""
    return not _sense(a).isdisjoint(_sense(b))


@lru_cache(_REMEMBERED)
def opposite(a: str, b: str) -> bool:
    """Whether two words are contraries, as this module defines it; words of like meaning never are."""
    paired = _has_contraries(a) or _has_contraries(b)
    if paired and any(_paired(one, other) for one in keys(a) for other in keys(b)):
        return not synonymous(a, b)
    return (_denied(a, b) or _denied(b, a)) and not synonymous(a, b)


@lru_cache(_REMEMBERED)
def _has_contraries(word: str) -> bool:
    return not keys(word).isdisjoint(_opposites()[0].keys())


@lru_cache(_REMEMBERED)
def converse(a: str, b: str) -> bool:
    """Whether two contraries can tell one story with the parts exchanged.

    A beat B and B lost to A; A sold to B and B bought from A; A is before B and B after A. Such a pair is a
    contradiction only if both words are said of the same side.
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
    """Whether a second pair shows that two words are contraries in the sense of this group."""
    like_one = _like(one) | {one}
    members = _members()[group] - {contrary}
    return any(not members.isdisjoint(_opposites()[1].get(word, ())) for word in like_one)


@cache
def _not_denials() -> frozenset[str]:
    return frozenset(key(word) for word in rows.words("not_denials.txt"))


def _denied(plain: str, denied: str) -> bool:
    """Whether `denied` is `plain` with a negating prefix (not form and inform, cover and discover)."""
    plain, denied = plain.lower(), denied.lower()
    if not denied.startswith(_DENYING) or key(denied) in _not_denials():
        return False
    for prefix in _DENYING:
        rest = denied.removeprefix(prefix)
        if rest == denied or len(rest) < _SHORTEST or rest[0] not in _FOLLOWED.get(prefix, rest[0]):
            continue
        if key(rest) == key(plain):
            return True
    return False
