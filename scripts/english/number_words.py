"""Numbers and ordinals in words, figures or both: two hundred and five, 3.2 million, twenty-first."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from scripts.english import rows

_TOKEN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[^\W\d_]+|½|¼|¾|\S")
_ORDINAL = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th)\Z", re.IGNORECASE)


@cache
def numbers() -> dict[str, float]:
    """The number words and their values, including scales (million) and fractions (half)."""
    table = rows.table("number_words.csv", ("word", "value", "kind"))
    return {row["word"]: rows.value("number_words.csv", row, "value") for row in table}


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows.table("number_words.csv", ("word", "value", "kind"))}


@lru_cache(maxsize=4096)
def number_word(words: str) -> int | float | None:
    """The value of a number in words, digits or both (two hundred and five, 3.2 million), or None."""
    tokens = [token for token in _TOKEN.findall(words.lower()) if token != "-"]
    if not tokens or (len(tokens) == 1 and tokens[0] in ("a", "an")):
        return None
    if len(tokens) == 1 and _kinds().get(tokens[0]) == "letter":
        return None
    total = _sum(tokens)
    if total is None or math.isinf(total):
        return None
    return int(total) if total == int(total) else total


def _sum(tokens: list[str]) -> float | None:
    """Add up the parts, each multiplied by its scale; None if a token is not a number."""
    total, part, joined = 0.0, None, False
    for place, token in enumerate(tokens):
        kind = _kinds().get(token)
        if token in ("a", "an"):
            # Two and a half; half a million; but not two a million.
            open_part = part is None or joined or part < 1
            if _kind_after(tokens, place) is None or not open_part:
                return None
            part = 1.0 if part is None else part
            continue
        if token == "and":
            if place == 0 or _kind_after(tokens, place) is None:
                return None
            joined = True
            continue
        if kind in ("scale", "letter"):
            total, part = total + (1.0 if part is None else part) * numbers()[token], None
        else:
            part = _grown(part, token, kind, joined)
            if part is None:
                return None
        joined = False
    return total + (part or 0.0)


def _kind_after(tokens: list[str], place: int) -> str | None:
    """The kind of the next number word, skipping an article; None if none follows."""
    rest = [token for token in tokens[place + 1 : place + 3] if token not in ("a", "an")]
    return _kinds().get(rest[0]) if rest else None


def _grown(part: float | None, token: str, kind: str | None, joined: bool) -> float | None:
    """The value of a part with one more token: digits, a small number, a hundred, a fraction."""
    if token[0].isdecimal():
        return float(token.replace(",", "")) if part is None else None
    if kind in ("unit", "teen", "ten"):
        return _added(part, numbers()[token], kind)
    if kind == "hundred":
        return (1.0 if part is None else part) * 100
    if kind == "fraction":
        if part is None:
            return numbers()[token]
        # Two thirds multiply; two and a half, and 2½, add.
        return part + numbers()[token] if joined or not token.isalpha() else part * numbers()[token]
    return None


def _added(part: float | None, addend: float, kind: str) -> float | None:
    """Add number words that go together: twenty and one, a hundred and five; but not two and three."""
    if part is None:
        return addend
    tens_open = kind == "unit" and part % 10 == 0 and part % 100 >= 20
    hundreds_open = part >= 100 and part % 100 == 0
    return part + addend if tens_open or hundreds_open else None


@cache
def _ordinals() -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in rows.table("ordinals.csv", ("word", "value"))}


@lru_cache(maxsize=4096)
def ordinal(token: str) -> int | None:
    """The number of an ordinal (56th, first, twenty-first), or None."""
    figure = _ORDINAL.match(token)
    if figure:
        return int(figure.group(1))
    table = _ordinals()
    lowered = token.lower()
    if lowered in table:
        return table[lowered]
    tens, _, last = lowered.replace("-", " ").rpartition(" ")
    if _kinds().get(tens) == "ten" and 0 < table.get(last, 0) < 10:
        return int(numbers()[tens]) + table[last]
    return None


@cache
def ordinals_in_words(most: int) -> dict[str, int]:
    """The ordinals in words up to a number, in lower case: first, twenty-first, twenty first."""
    tens = [word for word, kind in _kinds().items() if kind == "ten"]
    two = [f"{ten}{joint}{one}" for ten in tens for one in _ordinals() for joint in "- "]
    found = {word: ordinal(word) for word in (*_ordinals(), *two)}
    return {word: value for word, value in found.items() if value is not None and 0 < value <= most}
