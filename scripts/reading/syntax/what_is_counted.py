"""What a number of a parsed text counts: the noun it stands before, or one behind or before "of"."""

from __future__ import annotations

from scripts import english
from scripts.reading.syntax.parser import Parse


def behind_of(parse: Parse, at: int) -> int | None:
    """Return what follows "of": a third of the voters; else the noun behind (half the voters)."""
    for prep in parse.below(at, "prep"):
        if prep.lower == "of":
            return next((o.index for o in parse.below(prep.index, "pobj")), None)
    head = parse.tokens[at].head
    return head if head > at and parse.tokens[head].part in ("NOUN", "PROPN") else None


def counted(parse: Parse, first: int, last: int, end: int, unit: english.Unit | None) -> int | None:
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
        return behind.index if behind is not None and behind.part == "NOUN" else _whole(parse, at)
    if tokens[at].role in ("nummod", "compound", "amod", "nmod") and head not in inside:
        return head
    for prep in parse.below(at, "prep"):
        if prep.lower in ("of", "in"):
            return next((o.index for o in parse.below(prep.index, "pobj")), None)
    return None


def _whole(parse: Parse, at: int) -> int | None:
    """Return what a number alone is part of: of the 120 seats, they won 64."""
    verb = parse.tokens[at].head
    for prep in parse.below(verb, "prep"):
        if prep.lower == "of" and prep.index < verb and parse.tokens[verb].part == "VERB":
            return next((o.index for o in parse.below(prep.index, "pobj")), None)
    return None


def is_age(parse: Parse, first: int, last: int, end: int) -> bool:
    """Say whether a number is somebody's age: 45 years old, aged 45, Ana Poe, 45, ..."""
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
