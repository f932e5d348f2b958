"""Names of persons: their parts, and whether two spellings can be one person.

Family names may come first or last, so names are compared as sets of parts, without initials and suffixes:
"Rhee Sun Ok", "Rhee Sun-ok" and "Minister Rhee" match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TypeVar

from scripts import english

N = TypeVar("N")
SAME, VARIANT, DIFFERENT = "same", "variant", "different"
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
_ALIKE = 0.75
_LONGEST = 100  # at most this many letters of a name are compared one by one
_MOST = 100  # at most this many names that share a part are compared with a name


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that identify it: lower case, no initials, no suffixes, no accents.

    >>> parts("Edwin P. Marlow III")
    ('edwin', 'marlow')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    tokens = re.findall(r"[^\W\d_]+", re.sub(r"['’]s?\b", "", plain))
    return tuple(t for t in tokens if len(t) > 1 and t not in _SUFFIXES)


def _undoubled(text: str) -> str:
    """Return a name with double letters made single and y made i, because transcriptions differ in these."""
    return re.sub(r"(.)\1", r"\1", text.replace("y", "i"))


def _familiar(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether two names differ only by a familiar first name (Bob Kelly, Robert Kelly)."""
    return (
        len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1]
        and english.one_first_name(ours[0], theirs[0])
    )  # fmt: skip


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """Say whether two names can be one person's: the longer has all parts of the shorter, or nearly so."""
    ours, theirs = parts(one), parts(other)
    if not ours or not theirs:
        return False
    if set(ours) <= set(theirs) or set(theirs) <= set(ours) or "".join(ours) == "".join(theirs):
        return True
    return _undoubled("".join(ours)) == _undoubled("".join(theirs)) or _familiar(ours, theirs)


@lru_cache(maxsize=65536)
def relation(one: str, other: str) -> str:
    """Say whether two names are the same, spelling variants of one, or different persons' names.

    A shorter name is the same when the longer one has all its parts. Variants share a part and differ in the
    spelling of the rest (Myong-suk / Myong-sook), which is a guess unless the record lists both.

    >>> relation("Rhee Sun Ok", "Rhee Sun-ok"), relation("Rhee Sun Ok", "Pak Myong-suk")
    ('same', 'different')
    """
    if same_person(one, other):
        return SAME
    ours, theirs = parts(one), parts(other)
    if not ours or not theirs:
        return DIFFERENT
    mine, yours = "".join(sorted(ours)), "".join(sorted(theirs))
    if max(len(mine), len(yours)) > _LONGEST:
        return DIFFERENT
    shared = set(ours) & set(theirs)
    rest = "".join(p for p in ours if p not in shared), "".join(p for p in theirs if p not in shared)
    if shared and SequenceMatcher(None, *rest, autojunk=False).ratio() >= _ALIKE:
        return VARIANT
    if len(ours) == len(theirs) and SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= 0.85:
        return VARIANT
    return DIFFERENT


def namesakes(found: Iterable[tuple[str, N]]) -> Callable[[str], tuple[N, ...]]:
    """Return a function that gives, for a name, what was found under it and its other forms, in order.

    >>> namesakes([("Ana Duarte", 1), ("Luis Poe", 2), ("Duarte", 3)])("Ana Duarte")
    (1, 3)
    """
    under: dict[str, list[tuple[int, N]]] = {}
    for place, (name, one) in enumerate(found):
        under.setdefault(name, []).append((place, one))
    known: dict[str, list[str]] = {}
    for name in under:
        for key in _keys(name):
            known.setdefault(key, []).append(name)

    @cache
    def same(name: str) -> tuple[N, ...]:
        near = {other for key in _keys(name) for other in known.get(key, ())[:_MOST]}
        own = dict(placed for other in near if same_person(other, name) for placed in under[other])
        return tuple(own[place] for place in sorted(own))

    return same


def _keys(name: str) -> frozenset[str]:
    """Return keys of which two names of one person share at least one: each part, and all parts joined."""
    own = parts(name)
    return frozenset((*own, "".join(own), _undoubled("".join(own))))
