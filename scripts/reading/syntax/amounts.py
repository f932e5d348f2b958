"""Amounts in a parsed text: a number as a range of values, its unit, and what it counts.

What a number counts is its head in the parse; the words before it qualify it (about, at least).
"""

from __future__ import annotations

from dataclasses import replace

from scripts import english
from scripts.english import lexicon
from scripts.reading.syntax.amounts_in_parts import in_parts
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.numerals import ONE, numeral, ordinal
from scripts.reading.syntax.parser import Parse
from scripts.reading.syntax.what_is_counted import behind_of, counted, is_age

_INFINITY = float("inf")
_SLACK = 0.1  # "about 100" leaves room for 90 to 110
_MINUS = frozenset({"minus", "-", "−", "–"})
_LARGE = frozenset(["million", "billion", "trillion", "dozen", "thousand", "hundred"])
_NO_RANGE = frozenset({"from", "only", "just", "merely", "solely"})  # no part of the number: limits, starts
_MOST = "most"
_UPPER = frozenset({"a maximum of", "as high as", "as many as", "as much as", "capped at", "up to"})
_MEASURED = frozenset(["above", "away", "below", "deep", "from", "high", "long", "off", "wide"])
_ONE_AND = frozenset({"off", "sided", "time", "way"})
_AMONG = 100  # of how many at most a share is told as "one in": one in five


def figures(parse: Parse, skip: frozenset[int] = frozenset()) -> tuple[Figure, ...]:
    """Return the figures of a text in order; tokens in `skip` (dates, names) are not read."""
    found: list[Figure] = []
    at = 0
    while at < len(parse.tokens):
        read = None if at in skip else _order(parse, at) or _share(parse, at) or _amount(parse, at, skip)
        if read is None:
            at += 1
        else:
            found.append(read)
            at = read.last + 1
    return tuple(in_parts(parse, found))


def _order(parse: Parse, at: int) -> Figure | None:
    found = ordinal(parse, at)
    if found is None:
        return None
    order, last = found
    head = parse.tokens[last].head
    return _made(parse, at, last, (order, order), "order", head if head != last else None)


def _share(parse: Parse, at: int) -> Figure | None:
    """Read a fraction with its qualifying words: a third of, more than two thirds, one in five, half the."""
    found = _one_in(parse, at) or _fraction(parse, at)
    if found is None:
        return None
    comparative, first = _comparative(parse, at)
    start = parse.tokens[first].start
    return _related(
        replace(found, first=first, start=start, quote=parse.text[start : found.end]), comparative
    )


def _one_in(parse: Parse, at: int) -> Figure | None:
    tokens, count = parse.tokens, english.number_word(parse.tokens[at].lower)
    if count is None or count < 1 or at + 2 >= len(tokens) or tokens[at + 1].lower not in ("in", "out"):
        return None
    place = at + 3 if tokens[at + 1].lower == "out" else at + 2
    place += place < len(tokens) and tokens[place].lower == "every"  # 44 out of every hundred
    whole = english.number_word(tokens[place].lower) if place < len(tokens) else None
    if whole is None or not count < whole <= _AMONG or tokens[place].part != "NUM":
        return None
    counted = place + 1 if place + 1 < len(tokens) and tokens[place + 1].part == "NOUN" else None
    return _made(parse, at, place, (count / whole, count / whole), "share", counted)


def _fraction(parse: Parse, at: int) -> Figure | None:
    tokens, word = parse.tokens, parse.tokens[at].lower
    count = 1.0 if word in ONE else english.number_word(word)
    is_half = word == "half" and not any(t.lower in _LARGE for t in tokens[at + 1 : at + 3])
    if not is_half and (count is None or count < 1):
        return None
    part = at if is_half else at + 1
    if part + 1 < len(tokens) and tokens[part].text == "-":
        part += 1
    size = _part_of_one(parse, part)
    if size is None or (word == "a" and _describes(parse, part)):
        return None
    value = size if is_half else (count or 1) * size
    return _made(parse, at, part, (value, value), "share", behind_of(parse, part))


def _part_of_one(parse: Parse, at: int) -> float | None:
    """Return the share that a word is: a half, three quarters, one twentieth of."""
    word = parse.tokens[at].lower if at < len(parse.tokens) else ""
    size = english.numbers().get(word)
    if size is not None:
        return size if 0 < size < 1 else None
    order = english.ordinal(word.removesuffix("s"))
    of = at + 1 < len(parse.tokens) and parse.tokens[at + 1].lower == "of"
    return 1 / order if order is not None and order > 2 and of else None


def _describes(parse: Parse, at: int) -> bool:
    """Say whether an ordinal describes the noun that follows: a third attempt."""
    following = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    return following is not None and following.part in ("NOUN", "PROPN", "ADJ")


def _amount(parse: Parse, at: int, skip: frozenset[int]) -> Figure | None:
    """Read a number with its sign, its unit, what it counts, and its qualifying words."""
    found = numeral(parse, at, skip)
    if found is None or _is_no_count(parse, at):
        return None
    first, low, high = at, found.low, found.high
    if _is_minus(parse, at):
        first, low, high = at - 1, -found.high, -found.low
    unit, begin, end = _unit(parse, first, found.last, found.unit)
    end = _with_old(parse, end, unit)
    comparative, start = _comparative(parse, begin)
    if parse.tokens[start].role == "prt":  # handed over four
        comparative, start = "=", begin
    made = _made(parse, start, end, (low, high), "", counted(parse, first, found.last, end, unit))
    if is_age(parse, first, found.last, end):
        made = replace(made, dimension="age")
    elif unit is not None:
        made = replace(
            made, unit=unit.name, dimension=unit.dimension, low=unit.base(low), high=unit.base(high)
        )
    behind = english.comparative(" ".join(t.lower for t in parse.tokens[end + 1 : end + 3]))
    if behind and parse.tokens[end + 1].lower == "or":  # 20 or more
        stop = parse.tokens[end + 2].end
        comparative = behind.relation
        made = replace(made, last=end + 2, end=stop, quote=parse.text[made.start : stop])
    if comparative == ">" and parse.tokens[start].lower == "over":
        comparative = _over(parse, start, end, made.dimension)
    return _related(made, comparative)


def _is_no_count(parse: Parse, at: int) -> bool:
    """Say whether a "one" counts nothing: a one-off payment, a one-way street."""
    words = [t.lower for t in parse.tokens[at : at + 3]]
    return words[:2] == ["one", "-"] and words[-1] in _ONE_AND


def _with_old(parse: Parse, end: int, unit: english.Unit | None) -> int:
    """Return the last token of an age: three years old, a 19-year-old."""
    if unit is None or unit.dimension != "time":
        return end
    behind = [t.lower for t in parse.tokens[end + 1 : end + 3]]
    return end + 1 if behind[:1] == ["old"] else end + 2 if behind == ["-", "old"] else end


def _over(parse: Parse, first: int, last: int, dimension: str) -> str:
    """Return what "over" before a number says: more than it, just it, or either: a race over 5 km."""
    if dimension == "time" and _lasts(parse, first, last):
        return "="
    before = parse.tokens[first - 1] if first else None
    after = parse.tokens[last + 1].lower if last + 1 < len(parse.tokens) else ""
    if before is None or before.sentence != parse.tokens[first].sentence:
        return ">"
    goes_on = dimension == "length" and before.part in ("NOUN", "VERB") and after not in _MEASURED
    phrasal = not dimension and before.part == "VERB" and lexicon.senses(f"{before.lemma} over", "v")
    return ">=" if goes_on or phrasal or parse.tokens[first].role == "prep" else ">"


def _lasts(parse: Parse, first: int, last: int) -> bool:
    """Say whether "over" tells how long something goes on: over three years, not over three years ago."""
    tokens = parse.tokens
    before = tokens[first - 1].lower if first else ""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    opens = not first or tokens[first - 1].sentence != tokens[first].sentence
    if tokens[first].lower != "over" or not (tokens[first].role == "prep" or (opens and after == ",")):
        return False
    longer = before in ("for", "after", "just", "well", "of")
    return not longer and after not in ("ago", "later", "old", "late", "early", "-")


def _is_minus(parse: Parse, at: int) -> bool:
    """Say whether a sign before a number makes it negative; a hyphen after a word does not."""
    if not at or parse.tokens[at - 1].lower not in _MINUS:
        return False
    sign = parse.tokens[at - 1]
    if sign.lower == "minus":
        return True
    return sign.end == parse.tokens[at].start and (sign.start == 0 or parse.text[sign.start - 1].isspace())


def _unit(parse: Parse, first: int, last: int, glued: str) -> tuple[english.Unit | None, int, int]:
    """Return the unit of a number, and the first and last token of number and unit."""
    if glued and (unit := english.unit(glued)):
        return unit, first, last
    before = parse.tokens[first - 1] if first else None
    if before is not None and before.part in ("SYM", "PROPN", "NOUN", "ADP", "X", "ADJ"):
        unit = english.unit(before.text)
        is_written_so = before.text[0].isupper() or not before.text.isalpha()
        if unit and unit.dimension.startswith("money") and is_written_so:
            return unit, first - 1, last
    behind, end = _unit_behind(parse, last)
    return behind, first, end


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
    is_letter = (
        len(tokens[at].text) == 1 and tokens[at].text.isalpha() and tokens[at].start > tokens[last].end
    )
    if one is None or is_letter or tokens[at].part in ("ADP", "DET", "AUX", "PRON"):
        return None, last
    return one, at


def _comparative(parse: Parse, first: int) -> tuple[str, int]:
    """Return the relation that the words before a number give it, and their first token."""
    for length in range(min(4, first), 0, -1):
        words = parse.tokens[first - length : first]
        if any(w.text in ",.;:" for w in words):
            continue
        phrase = english.comparative(" ".join(w.lower for w in words))
        if phrase is not None and phrase.relation != "record" and phrase.phrase not in _NO_RANGE:
            return _MOST if phrase.phrase in _UPPER else phrase.relation, first - length
    return "=", first


def _related(figure: Figure, relation: str) -> Figure:
    low, high = figure.low, figure.high
    if relation == "~":
        slack = abs(high) * _SLACK
        return replace(figure, low=low - slack, high=high + slack, about=True)
    if relation == ">~":  # just over
        return replace(figure, high=high + abs(high) * _SLACK, strict=True)
    if relation == "<~":
        return replace(figure, low=low - abs(low) * _SLACK, strict=True)
    if relation in (">", ">="):
        return replace(figure, high=_INFINITY, strict=relation == ">")
    if relation in ("<", "<=", _MOST):
        low = -_INFINITY if low < 0 else 0.0
        return replace(figure, low=low, strict=relation == "<", most=relation == _MOST)
    return figure


def _made(
    parse: Parse, first: int, last: int, value: tuple[float, float], dimension: str, counted: int | None
) -> Figure:
    start, end = parse.tokens[first].start, parse.tokens[last].end
    low, high = value
    return Figure(first, last, start, end, parse.text[start:end], low, high, "", dimension, counted)
