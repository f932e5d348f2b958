"""Matching two names: in full and in part, by initials, with or without diacritics."""

from __future__ import annotations

from functools import lru_cache

from scripts import english

_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "the": ""}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_SIDES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
        "new",
        "old",
        "great",
        "little",
    ]
)
_SMALL = frozenset(
    ["of", "the", "de", "la", "le", "van", "von", "der", "den", "al", "el", "bin", "ibn", "and"]
)


@lru_cache(maxsize=65536)
def one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names, as folded words, can name one person, place or body.

    >>> one_name(("ana", "poe"), ("poe",)), one_name(("ana", "poe"), ("lu", "poe"))
    (True, False)
    """
    one, other = _plain(one), _plain(other)
    if not one or not other:
        return False
    if one == other or "".join(one) == "".join(other):
        return True
    if _generation(one) != _generation(other) and _generation(one) and _generation(other):
        return False
    one, other = _bare(one), _bare(other)
    if len(one) < len(other):
        one, other = other, one
    if len(other) == 1:
        return _alone(one, other[0])
    return one == other or _persons(one, other) or _contained(one, other)


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in ("the",))


def _generation(words: tuple[str, ...]) -> object:
    last = words[-1]
    return _GENERATIONS.get(last) or _ROMAN.get(last) or english.ordinal(last)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and _generation(words) else words


def _alone(long: tuple[str, ...], word: str) -> bool:
    """Say whether one word stands for a longer name: its last or first word, or its initials."""
    if len(long) == 1:
        return _alike(long[0], word)
    telling = [w for w in long if w not in _SMALL]
    if len(word) > 1 and word == "".join(w[0] for w in telling) and len(telling) > 1:
        return True
    if word in _SIDES or long[0] in _SIDES:
        return False
    return _alike(long[-1], word) or (_alike(long[0], word) and len(word) > 3)


def _persons(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names of several words have one surname and compatible first names."""
    if not _alike(one[-1], other[-1]) or {one[0], other[0]} & _SIDES:
        return False
    middle, between = one[1:-1], other[1:-1]
    if (
        middle
        and between
        and not any(_alike(a, b) or (a[0] == b[0] and 1 in (len(a), len(b))) for a in middle for b in between)
    ):
        return False
    first, second = one[0], other[0]
    initial = first[0] == second[0] and 1 in (len(first), len(second))
    return _alike(first, second) or initial or english.one_first_name(first, second)


def _contained(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Say whether the longer name has all words of the shorter one in order."""
    place = 0
    for word in long:
        if place < len(short) and _alike(word, short[place]):
            place += 1
    extra = [w for w in long if w not in short]
    return place == len(short) and not set(extra) & _SIDES


def _alike(one: str, other: str) -> bool:
    """Say whether two words of names differ only in transcription into Latin letters."""
    if one == other:
        return True
    return _written(one) == _written(other) and min(len(one), len(other)) > 2


@lru_cache(maxsize=8192)
def _written(word: str) -> str:
    for long, short in (
        ("aa", "a"),
        ("oe", "o"),
        ("ae", "a"),
        ("ue", "u"),
        ("ph", "f"),
        ("yu", "u"),
        ("ou", "u"),
    ):
        word = word.replace(long, short)
    return word
