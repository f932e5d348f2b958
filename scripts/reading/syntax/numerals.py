"""Numerals in a parsed text: which tokens form one number, and its value.

Numbers in words, digits or both (1.2 million) are read by `english.number_word`. This file finds where a
numeral ends, and reads other spellings: 1 250 000, 1.250.000, 3,5, €10m, 50km, −5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts import english
from scripts.reading.syntax.parser import Parse, Token

_LONGEST = 7  # tokens of one number: "one million two hundred and five thousand"
_LONGEST_TEXT = 120  # characters of one number; longer ones are not read
_PARTED = re.compile(r"\d{1,3}(?:[.\s]\d{3}){2,}|\d{1,3}(?:\s\d{3})+(?!\d)")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?!\d)")
_JOINED = re.compile(
    r"(?P<money>(?:[A-Z]{1,3}|Rs\.?)?[$€£¥]?)(?P<sign>[-−–]?)(?P<figure>\d[\d.,]*)(?P<letters>[A-Za-z%°€£$]*)\.?"
)
_PLAIN = re.compile(r"[\d,.]+(?:[- ][a-z]+)*")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LARGE = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen", "score"])
_SPANS = frozenset(["for", "within", "over", "after", "in", "than", "about", "nearly", "almost"])
_VAGUE = {"couple": (2, 2), "pair": (2, 2), "duo": (2, 2), "trio": (3, 3), "quartet": (4, 4),
          "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 9999), "thousands": (2000, 999_999),
          "millions": (2e6, 1e9)}  # fmt: skip
_FEW = frozenset({"two", "three", "four", "five"})
# How many hundreds or thousands: several thousand, a few dozen, tens of millions.
_SEVERAL = {"several": (2, 9), "few": (2, 9), "many": (2, 99)}
_TENS = {"tens": (20, 99), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999),
         "thousands": (2000, 999_999)}  # fmt: skip
_SCALES = {"hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9}
ONE = frozenset({"a", "an", "one"})
_FROM_DAY = (["after"], ["ago"], ["before"], ["earlier"], ["later"], ["only"])


@dataclass(frozen=True)
class Numeral:
    """A number from `low` to `high` that ends at token `last`; `unit` are letters joined to it (km, €, %)."""

    low: float
    high: float
    last: int
    unit: str = ""


def numeral(parse: Parse, at: int, skip: frozenset[int]) -> Numeral | None:
    """Return the longest numeral that begins at a token; tokens in `skip` belong to something else."""
    token = parse.tokens[at]
    if (several := _several(parse, at) or _tens(parse, at)) is not None:
        return several
    if token.lower in _VAGUE and not (at and parse.tokens[at - 1].lower in _FEW):
        return Numeral(*_VAGUE[token.lower], at)
    return _spread(parse, at) or _joined(parse, at) or _in_words(parse, at, skip)


def ordinal(parse: Parse, at: int) -> tuple[int, int] | None:
    """Return an ordinal (the 56th, the twenty-first, the fifth) and its last token.

    A fraction (a fifth of) is not one, nor is a second of time.
    """
    tokens = parse.tokens
    token, before = tokens[at], tokens[at - 1].lower if at else ""
    last = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text == "-" else at
    order = english.ordinal(parse.text[token.start : tokens[last].end])
    if order is None:
        last, order = at, english.ordinal(token.text)
    counts = token.role == "amod" and tokens[token.head].index > at  # a third season
    is_share = token.lower in english.numbers() and (
        (before in {"a", "one"} and not counts) or token.lower in {"quarter", "half"}
    )
    is_time = token.lower == "second" and token.part == "NOUN" and before in {"a", "per", "the"}
    return None if order is None or is_share or is_time else (order, last)


def _several(parse: Parse, at: int) -> Numeral | None:
    """Read roughly how many of a scale: several thousand, a few hundred, a couple of million."""
    words = [t.lower for t in parse.tokens[at : at + 4]]
    place = 2 if words[:2] in (["a", "few"], ["couple", "of"]) else 1
    few = (2, 2) if words[0] == "couple" else _SEVERAL.get(words[place - 1])
    if few is None or len(words) <= place:
        return None
    last = at + place
    scale = _SCALES.get(words[place]) or (english.numbers()[words[place]] if words[place] in _LARGE else 0)
    if words[place] == "hundred" and words[place + 1 : place + 2] == ["thousand"]:
        scale, last = 100_000, last + 1
    if not scale:
        return None
    high = few[1] * scale if few[0] == few[1] else (few[1] + 1) * scale - 1
    return Numeral(few[0] * scale, high, last)


def _tens(parse: Parse, at: int) -> Numeral | None:
    """Read tens of thousands, hundreds of millions."""
    words = [t.lower for t in parse.tokens[at : at + 3]]
    if words[0] not in _TENS or len(words) < 3 or words[1] != "of" or words[2] not in _SCALES:
        return None
    low, high = _TENS[words[0]]
    return Numeral(low * _SCALES[words[2]], (high + 1) * _SCALES[words[2]] - 1, at + 2)


def _spread(parse: Parse, at: int) -> Numeral | None:
    """Read digits grouped by spaces or stops: 1 250 000."""
    match = _PARTED.match(parse.text, parse.tokens[at].start)
    if match is None:
        return None
    last = at
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].end <= match.end():
        last += 1
    if parse.tokens[last].end != match.end():
        return None
    value = float(re.sub(r"\D", "", match.group()))
    return Numeral(value, value, last)


def _joined(parse: Parse, at: int) -> Numeral | None:
    """Read a token of digits with signs or letters: €10m, 50km, −5, 3,5, Rs385 (million)."""
    match = _JOINED.fullmatch(parse.tokens[at].text)
    if match is None:
        return None
    figure, letters, money = match["figure"].rstrip(".,"), match["letters"], match["money"]
    is_continental = bool(_CONTINENTAL.fullmatch(figure))
    if not (letters or money or match["sign"] or is_continental) or letters.lower() in _ORDINAL_ENDINGS:
        return None
    if money and english.unit(money) is None:
        return None
    if is_continental:
        figure = figure.replace(".", "").replace(",", ".")
    try:
        value = float(figure.replace(",", ""))
    except ValueError:
        return None
    scale = english.numbers().get(letters.lower()) if letters else None
    if scale and (letters.lower() != "m" or len(figure) <= 4):
        value, letters = value * scale, ""
    last, following = at, parse.tokens[at + 1].lower if at + 1 < len(parse.tokens) else ""
    if money and following in _LARGE:
        value, last = value * english.numbers()[following], at + 1
    value = -value if match["sign"] else value
    return Numeral(value, value, last, money or letters)


def _in_words(parse: Parse, at: int, skip: frozenset[int]) -> Numeral | None:
    tokens, token = parse.tokens, parse.tokens[at]
    if token.lower in ONE and (not _counts(parse, at) or _some_day(parse, at)):
        return None
    if token.lower in ("a", "an") and english.unit(tokens[at + 1].lower):
        return Numeral(1, 1, at)
    if not (token.text[0].isdecimal() or token.lower in english.numbers() or token.lower in ONE):
        return None
    for last in range(min(at + _LONGEST, len(tokens)) - 1, at - 1, -1):
        if any(k in skip for k in range(at, last + 1)) or tokens[last].text in "-.,":
            continue
        if tokens[last].lower.rstrip(".") == "m" and not _is_million(parse, at, last):
            continue
        text = parse.text[token.start : tokens[last].end].rstrip(".")
        if ("," in text and not _PLAIN.fullmatch(text)) or len(text) > _LONGEST_TEXT:
            continue
        value = english.number_word(" ".join(text.replace("-", " ").split()))
        if value is not None and (value >= 1 or value == 0 or not token.text.isalpha()):
            return Numeral(
                float(value), float(value), last
            )  # a fraction alone is no number here: a third season
    return None


def _is_million(parse: Parse, first: int, last: int) -> bool:
    """Say whether an "m" behind a figure is a million: €300m, 300m bottles; not 300 m, the 300m race."""
    before = english.unit(parse.tokens[first - 1].text) if first else None
    if before is not None and before.dimension.startswith("money"):
        return True
    following = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    glued = parse.tokens[last].start == parse.tokens[first].end
    return glued and following is not None and following.tag in ("NNS", "NNPS")


def _some_day(parse: Parse, at: int) -> bool:
    """Say whether "one day" is some day to come or gone by, and no number of days: could one day be used."""
    behind = [t.lower for t in parse.tokens[at + 1 : at + 3]]
    if parse.tokens[at].lower != "one" or behind[:1] != ["day"] or behind[1:] in _FROM_DAY:
        return False
    modal = at and parse.tokens[at - 1].tag == "MD"
    return bool(modal) or parse.tokens[at + 1].role == "npadvmod"


def _counts(parse: Parse, at: int) -> bool:
    """Say whether "one" or "a" is a number: a dozen, for a decade, one boat, one of the boats."""
    token: Token = parse.tokens[at]
    after = parse.tokens[at + 1].lower if at + 1 < len(parse.tokens) else ""
    before = parse.tokens[at - 1].lower if at else ""
    unit = english.unit(after)
    spans = before in _SPANS and unit is not None and unit.dimension == "time"
    return after in _LARGE or spans or (token.lower == "one" and (token.role == "nummod" or after == "of"))
