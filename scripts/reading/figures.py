"""Figures of a parsed text: a number as a range of values, its unit, and what it counts.

A number in words, figures or both is read by `english.number_word`; what it counts is its head in the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts import english
from scripts.reading.syntax import Parse, Token

_INFINITY = float("inf")
_LONGEST = 7  # tokens of one number: "one million two hundred and five thousand"
_SLACK = 0.1  # "about 100" leaves room for 90 to 110
_PARTED = re.compile(r"\d{1,3}(?:[.\s]\d{3}){2,}|\d{1,3}(?:\s\d{3})+(?!\d)")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?!\d)")
_JOINED = re.compile(
    r"(?P<money>(?:[A-Z]{1,3}|Rs\.?)?[$€£¥]?)(?P<sign>[-−–]?)(?P<figure>\d[\d.,]*)(?P<letters>[A-Za-z%°€£$]*)\.?"
)
_VAGUE = {"couple": (2, 2), "pair": (2, 2), "duo": (2, 2), "trio": (3, 3), "quartet": (4, 4),
          "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, 9999),
          "millions": (2e6, 1e9)}  # fmt: skip
_MINUS = frozenset({"minus", "-", "−", "–"})
_SPANS = frozenset(["for", "within", "over", "after", "in", "than", "about", "nearly", "almost"])  # for a decade
_SCALES = frozenset({"a", "an", "one"})


@dataclass(frozen=True)
class Figure:
    """A number that a text gives: between `low` and `high` in `unit`, of the thing at token `counted`.

    `first` and `last` are its tokens, `start` and `end` its place. `dimension` is that of its unit, "share"
    for fractions, "order" for ordinals, "age" for ages, else "". `strict` marks ends that do not belong to
    the range. `about` says that it is not exact.
    """

    first: int
    last: int
    start: int
    end: int
    quote: str
    low: float
    high: float
    unit: str = ""
    dimension: str = ""
    counted: int | None = None
    about: bool = False
    strict: bool = False

    def meets(self, other: Figure) -> bool:
        """Say whether one value can satisfy both."""
        if self.low == other.low and self.high == other.high:
            return True
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low == high:
            return not any(f.strict and low in (f.low, f.high) for f in (self, other))
        return low < high

    def holds(self, other: Figure) -> bool:
        """Say whether every value that the other leaves open is open here too: more than 50 holds 60."""
        if other.low < self.low or other.high > self.high:
            return False
        ends = {end for end in (self.low, self.high) if abs(end) != _INFINITY}
        return not (self.strict and not other.strict and ends & {other.low, other.high})

    @property
    def exact(self) -> bool:
        """Whether it leaves one value open."""
        return self.low == self.high


def figures(parse: Parse, skip: frozenset[int] = frozenset()) -> tuple[Figure, ...]:
    """Return the figures of a text in order; tokens in `skip` (dates, names) are no numbers."""
    found: list[Figure] = []
    at = 0
    while at < len(parse.tokens):
        read = None if at in skip else _figure(parse, at, skip)
        if read is None:
            at += 1
        else:
            found.append(read)
            at = read.last + 1
    return tuple(_ranges(parse, found))


def _figure(parse: Parse, at: int, skip: frozenset[int]) -> Figure | None:
    tokens = parse.tokens
    token = tokens[at]
    value: tuple[float, float] | None = None
    last, glued = at, ""
    if (place := _ordinal(parse, at)) is not None:
        return place
    if token.lower in _VAGUE and not (at and tokens[at - 1].lower in {"two", "three", "four", "five"}):
        value = _VAGUE[token.lower]
    elif (share := _share(parse, at)) is not None:
        comparative, first = _comparative(parse, at)
        begin = parse.tokens[first].start
        share = replace(share, first=first, start=begin, quote=parse.text[begin : share.end])
        return _related(share, comparative)
    else:
        value, last, glued = _number(parse, at, skip)
    if value is None:
        return None
    first, minus = _minus(parse, at)
    low, high = (-value[1], -value[0]) if minus else value
    return _with_unit(parse, first, last, (low, high), glued)


def _ordinal(parse: Parse, at: int) -> Figure | None:
    """Read a place in an order: the 56th, the twenty-first, the fifth; a share (a fifth of) is none."""
    tokens = parse.tokens
    last = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text == "-" else at
    text = parse.text[tokens[at].start : tokens[last].end]
    order = english.ordinal(text)
    if order is None and last > at:
        last, order = at, english.ordinal(tokens[at].text)
    share = english.numbers().get(tokens[at].lower)
    before = tokens[at - 1].lower if at else ""
    if order is None or (
        share is not None and (before in {"a", "one"} or tokens[at].lower in {"quarter", "half"})
    ):
        return None
    if tokens[at].lower == "second" and tokens[at].part == "NOUN" and before in {"a", "per", "the"}:
        return None
    head = tokens[last].head if tokens[last].head != last else None
    return _made(parse, at, last, (order, order), dimension="order", counted=head)


def _number(parse: Parse, at: int, skip: frozenset[int]) -> tuple[tuple[float, float] | None, int, str]:
    """Read the longest number at a token: its value, its last token, letters joined to it (km, %)."""
    tokens, token = parse.tokens, parse.tokens[at]
    spread = _spread(parse, at)
    if spread is not None:
        return (spread[0], spread[0]), spread[1], ""
    joined = _JOINED.fullmatch(token.text)
    if joined and joined["money"] and english.unit(joined["money"]):
        scale = english.numbers().get(tokens[at + 1].lower, 0) if at + 1 < len(tokens) else 0
        value, last, money = _joined(joined, at)
        if value is not None and scale >= 100:
            return (value[0] * scale, value[1] * scale), at + 1, money
        return value, last, money
    if joined and (
        joined["letters"] or joined["sign"] or joined["money"] or _CONTINENTAL.fullmatch(joined["figure"])
    ):
        return _joined(joined, at)
    if token.lower in _SCALES and not _counts(parse, at):
        return None, at, ""
    if token.lower in ("a", "an") and english.unit(tokens[at + 1].lower):
        return (1.0, 1.0), at, ""
    if not (token.text[0].isdecimal() or token.lower in english.numbers() or token.lower in _SCALES):
        return None, at, ""
    for last in range(min(at + _LONGEST, len(tokens)) - 1, at - 1, -1):
        if any(k in skip for k in range(at, last + 1)) or tokens[last].text in "-.,":
            continue
        text = parse.text[token.start : tokens[last].end]
        if "," in text and not re.fullmatch(r"[\d,.]+(?:[- ][a-z]+)*", text):
            continue
        value = english.number_word(" ".join(text.replace("-", " ").split()))
        if value is not None:
            return (float(value), float(value)), last, ""
    return None, at, ""


def _joined(match: re.Match[str], at: int) -> tuple[tuple[float, float] | None, int, str]:
    figure, letters = match["figure"].rstrip(".,"), match["letters"]
    if _CONTINENTAL.fullmatch(figure):
        figure = figure.replace(".", "").replace(",", ".")
    try:
        value = float(figure.replace(",", ""))
    except ValueError:
        return None, at, ""
    if letters.lower() in {"st", "nd", "rd", "th"}:
        return None, at, ""
    scale = english.numbers().get(letters.lower()) if letters else None
    if scale and (letters.lower() != "m" or len(figure) <= 4):
        value, letters = value * scale, ""
    if match["sign"]:
        value = -value
    if match["money"] and english.unit(match["money"]) is None:
        return None, at, ""
    return (value, value), at, match["money"] or letters


def _spread(parse: Parse, at: int) -> tuple[float, int] | None:
    """Read figures with spaces for thousands: 1 250 000."""
    match = _PARTED.match(parse.text, parse.tokens[at].start)
    if match is None:
        return None
    last = at
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].end <= match.end():
        last += 1
    if parse.tokens[last].end != match.end():
        return None
    return float(re.sub(r"\D", "", match.group())), last


def _counts(parse: Parse, at: int) -> bool:
    """Say whether "one" or "a" is a number here: before a scale (a dozen), or "one" that counts a noun."""
    token = parse.tokens[at]
    after = parse.tokens[at + 1].lower if at + 1 < len(parse.tokens) else ""
    if after in {"hundred", "thousand", "million", "billion", "trillion", "dozen", "score"}:
        return True
    before = parse.tokens[at - 1].lower if at else ""
    unit = english.unit(after)
    if before in _SPANS and unit is not None and unit.dimension == "time":
        return True
    return token.lower == "one" and (token.role == "nummod" or after == "of")


def _share(parse: Parse, at: int) -> Figure | None:
    """Read a fraction: a third of, two thirds, one in five, half the."""
    tokens, word = parse.tokens, parse.tokens[at].lower
    count = 1.0 if word in _SCALES else english.number_word(word)
    count = count if count is not None and count >= 1 else None
    if count is not None and at + 2 < len(tokens) and tokens[at + 1].lower in ("in", "out"):
        place = at + 3 if tokens[at + 1].lower == "out" else at + 2
        whole = english.number_word(tokens[place].lower) if place < len(tokens) else None
        if whole and whole > count >= 1 and whole <= 100 and tokens[place].part == "NUM" and word != "a":
            counted = place + 1 if place + 1 < len(tokens) and tokens[place + 1].part == "NOUN" else None
            return _made(parse, at, place, (count / whole,) * 2, dimension="share", counted=counted)
    if word == "half" or (count is not None and at + 1 < len(tokens)):
        part = at if word == "half" else at + 1
        name = tokens[part].lower
        if name == "-" and part + 1 < len(tokens):
            part, name = part + 1, tokens[part + 1].lower
        size = english.numbers().get(name)
        if word == "half" and _is_scaled(parse, at):
            return None
        if size is not None and 0 < size < 1 and (word != "a" or _is_share(parse, part)):
            return _made(
                parse, at, part, ((count or 1) * size,) * 2, dimension="share", counted=_of(parse, part)
            )
    return None


def _is_scaled(parse: Parse, at: int) -> bool:
    """Say whether "half" belongs to a number that follows: half a million."""
    behind = [t.lower for t in parse.tokens[at + 1 : at + 3]]
    return any(word in ("million", "billion", "trillion", "dozen", "thousand", "hundred") for word in behind)


def _is_share(parse: Parse, at: int) -> bool:
    following = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    return following is None or following.part not in ("NOUN", "PROPN", "ADJ")


def _of(parse: Parse, at: int) -> int | None:
    """Return what follows "of": a third of the voters; else the noun behind (half the voters)."""
    for prep in parse.below(at, "prep"):
        if prep.lower == "of":
            return next((o.index for o in parse.below(prep.index, "pobj")), None)
    head = parse.tokens[at].head
    return head if head > at and parse.tokens[head].part in ("NOUN", "PROPN") else None


def _minus(parse: Parse, at: int) -> tuple[int, bool]:
    if not at or parse.tokens[at - 1].lower not in _MINUS:
        return at, False
    sign = parse.tokens[at - 1]
    apart = sign.start == 0 or parse.text[sign.start - 1].isspace() or sign.lower == "minus"
    return (
        (at - 1, True)
        if apart and (sign.end == parse.tokens[at].start or sign.lower == "minus")
        else (at, False)
    )


def _with_unit(parse: Parse, first: int, last: int, value: tuple[float, float], glued: str) -> Figure:
    """Add the unit before or behind, what is counted, and the words that say how the number is meant."""
    tokens = parse.tokens
    unit = english.unit(glued) if glued else None
    begin, end = first, last
    if unit is None and begin and tokens[begin - 1].part in ("SYM", "PROPN", "NOUN", "ADP", "X", "ADJ"):
        before = english.unit(tokens[begin - 1].text)
        if (before and before.dimension.startswith("money") and not tokens[begin - 1].lower.isalpha()) or (before and before.dimension.startswith("money") and tokens[begin - 1].text[0].isupper()):
            unit, begin = before, begin - 1
    if unit is None:
        unit, end = _unit_behind(parse, last)
    comparative, start = _comparative(parse, begin)
    made = _made(parse, start, end, value, counted=_counted(parse, first, last, end, unit))
    if unit is not None:
        made = replace(
            made, unit=unit.name, dimension=unit.dimension, low=unit.base(made.low), high=unit.base(made.high)
        )
    if _is_age(parse, first, last, end):
        made = replace(made, dimension="age", unit="")
        made = replace(made, low=value[0], high=value[1])
    behind = " ".join(t.lower for t in tokens[end + 1 : end + 3])
    if (after := english.comparative(behind)) and tokens[end + 1].lower == "or":
        comparative, made = after.relation, replace(made, last=end + 2, end=tokens[end + 2].end)
        made = replace(made, quote=parse.text[made.start : made.end])
    return _related(made, comparative)


def _unit_behind(parse: Parse, last: int) -> tuple[english.Unit | None, int]:
    tokens = parse.tokens
    at = last + 1
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if at >= len(tokens):
        return None, last
    if at + 1 < len(tokens) and (two := english.unit(f"{tokens[at].text} {tokens[at + 1].text}")):
        return two, at + 1
    one = english.unit(tokens[at].text)
    if (
        one is None
        or tokens[at].part in ("ADP", "DET", "AUX", "PRON")
        or (len(tokens[at].text) == 1 and tokens[at].text.isalpha() and tokens[at].start > tokens[last].end)
    ):
        return None, last
    return one, at


def _counted(parse: Parse, first: int, last: int, end: int, unit: english.Unit | None) -> int | None:
    """Return what a number counts or measures: the head of the number, or of its unit."""
    tokens = parse.tokens
    inside = set(range(first, end + 1))
    at = last if unit is None else end
    head = tokens[at].head
    while head in inside and tokens[head].head != head:
        head = tokens[head].head
    if unit is None and tokens[at].role in ("nummod", "compound", "quantmod", "amod"):
        return head if head not in inside else None
    if unit is None:
        for prep in parse.below(at, "prep"):
            if prep.lower == "of":
                return next((o.index for o in parse.below(prep.index, "pobj")), None)
        behind = tokens[end + 1] if end + 1 < len(tokens) else None
        return behind.index if behind is not None and behind.part == "NOUN" else None
    if tokens[at].role in ("nummod", "compound", "amod", "nmod") and head not in inside:
        return head
    for prep in parse.below(at, "prep"):
        if prep.lower in ("of", "in"):
            return next((o.index for o in parse.below(prep.index, "pobj")), None)
    return None


def _is_age(parse: Parse, first: int, last: int, end: int) -> bool:
    tokens = parse.tokens
    behind = [t.lower for t in tokens[last + 1 : last + 5] if t.text != "-"][:2]
    if behind[:1] and behind[0] in ("year", "years") and behind[1:] == ["old"]:
        return True
    if first and tokens[first - 1].lower in ("aged", "age"):
        return True
    alone = end == last and tokens[last].role in ("appos", "npadvmod", "amod", "nummod", "dep", "attr")
    named = first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].part == "PROPN"
    closed = last + 1 >= len(tokens) or tokens[last + 1].text in ",.;)"
    return alone and named and closed


def _comparative(parse: Parse, first: int) -> tuple[str, int]:
    """Return how a number is meant by the words before it, and the first token of these."""
    for length in range(min(4, first), 0, -1):
        words = parse.tokens[first - length : first]
        if any(w.text in ",.;:" for w in words):
            continue
        phrase = english.comparative(" ".join(w.lower for w in words))
        if phrase is not None and phrase.relation != "record" and phrase.phrase != "from":
            return phrase.relation, first - length
    return "=", first


def _related(figure: Figure, relation: str) -> Figure:
    low, high = figure.low, figure.high
    if relation == "~":
        slack = abs(high) * _SLACK
        return replace(figure, low=low - slack, high=high + slack, about=True)
    if relation in (">", ">="):
        return replace(figure, high=_INFINITY, strict=relation == ">")
    if relation in ("<", "<="):
        return replace(figure, low=-_INFINITY if low < 0 else 0.0, strict=relation == "<")
    return figure


def _ranges(parse: Parse, found: list[Figure]) -> Iterator[Figure]:
    """Join "between 24,000 and 26,000", "10 to 12", "3-5" to one figure of a range."""
    at = 0
    while at < len(found):
        one = found[at]
        other = found[at + 1] if at + 1 < len(found) else None
        if other is not None and _is_range(parse, one, other):
            first = (
                one.first - 1 if one.first and parse.tokens[one.first - 1].lower == "between" else one.first
            )
            start = parse.tokens[first].start
            yield replace(
                other, first=first, start=start, quote=parse.text[start : other.end], low=min(one.low, other.low) if one.unit or not other.unit else _in_unit(one.low, other), high=other.high,
                counted=other.counted if other.counted is not None else one.counted,
            )  # fmt: skip
            at += 2
        else:
            yield one
            at += 1


def _in_unit(value: float, other: Figure) -> float:
    unit = english.unit(other.unit)
    return unit.base(value) if unit else value


def _is_range(parse: Parse, one: Figure, other: Figure) -> bool:
    if "order" in (one.dimension, other.dimension) or (one.unit and one.unit != other.unit):
        return False
    if not (one.exact and other.exact) or other.first - one.last != 2:
        return False
    between = parse.tokens[one.last + 1].lower
    before = parse.tokens[one.first - 1].lower if one.first else ""
    if before == "between" and between == "and":
        return True
    grows = one.low < (_bare(other) if not one.unit else other.low)
    return grows and (between in ("-", "–", "—") or (between == "to" and before not in ("from", "by")))


def _bare(figure: Figure) -> float:
    """Return a figure's value as it is written, without its unit."""
    unit = english.unit(figure.unit)
    return figure.low / unit.factor if unit and unit.factor else figure.low


def _made(
    parse: Parse, first: int, last: int, value: tuple[float, float], dimension: str = "",
    counted: int | None = None,
) -> Figure:  # fmt: skip
    start, end = parse.tokens[first].start, parse.tokens[last].end
    return Figure(
        first,
        last,
        start,
        end,
        parse.text[start:end],
        float(value[0]),
        float(value[1]),
        "",
        dimension,
        counted,
    )


def is_figure(token: Token) -> bool:
    """Say whether a token is a number or a word of one."""
    return token.part == "NUM" or token.text[:1].isdecimal()
