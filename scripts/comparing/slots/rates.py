"""What a figure is told for: a year, a month, a piece, or the whole: 28 million a year, 45 million in all."""

from __future__ import annotations

from itertools import pairwise

from scripts import english
from scripts.reading.syntax.elements import FIGURE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import Reading

_BEFORE, _BEHIND = 5, 7  # words before and behind a figure that may say what it is for
_LONGEST = 4  # words
_A = frozenset({"a", "an", "each", "every", "per"})
_EACH = frozenset({"each", "every"})
_STOPS = frozenset({";", ":", "(", ")"})
_SPREAD = "over"  # three years
_QUARTER = "quarter"  # of a year, which is no unit


def rate(read: Reading, item: Element) -> str:
    """Return what a figure is told for: a unit of time, "piece", "whole", or "" where nothing says it."""
    behind = _words(read, range(item.last + 1, item.last + 1 + _BEHIND), item)
    for at, word in enumerate(behind[:-2]):
        if word in ("for", "per") and behind[at + 1] in _EACH:
            return " ".join(behind[at + 1 : at + 3])  # two shares for every five
    for word, following in pairwise(behind):
        if word in _A and _is_time(following):
            return following  # an hour
    before = _words(read, range(item.first - 1, item.first - 1 - _BEFORE, -1), item)[::-1]
    is_time = isinstance(item.value, Figure) and item.value.dimension == "time"  # a week is no rate of itself
    own = [] if is_time else [t.lower for t in read.roles.parse.tokens[item.first : item.last + 1]]
    return _unit(behind) or _unit([*before, *own])


def differ(one: str, other: str) -> bool:
    """Say whether both rates are told, and are not one: a year, a month."""
    return bool(one and other) and one != other


def apart(one: str, other: str) -> bool:
    """Say whether figures with these rates may both be true: they differ, or only one is told for a time."""
    return differ(one, other) or (one != other and _is_time(one or other))


def _is_time(rate: str) -> bool:
    unit = english.unit(rate)
    return rate == _QUARTER or (unit is not None and unit.dimension == "time")


def _words(read: Reading, places: range, item: Element) -> list[str]:
    """Return the words at some places of the figure's sentence, up to a stop or another figure."""
    tokens = read.roles.parse.tokens
    found: list[str] = []
    of_token = read.roles.elements.of_token
    for place in places:
        if not 0 <= place < len(tokens) or tokens[place].sentence != tokens[item.first].sentence:
            break
        is_figure = (index := of_token.get(place)) is not None and read.items[index].kind == FIGURE
        if is_figure and found and found[-1] in _EACH:
            return [*found, tokens[place].lower]  # for every five
        if is_figure:
            return [*found, _SPREAD] if _SPREAD in (tokens[place].lower, *found[-1:]) else found
        if tokens[place].text in _STOPS:
            break
        found.append(tokens[place].lower)
    return found


def _unit(words: list[str]) -> str:
    """Return the unit of the first phrase that names one."""
    joined = " ".join(words).replace(" - ", "-").split()
    for first in range(len(joined)):
        for length in range(_LONGEST, 0, -1):
            if told := english.rates().get(" ".join(joined[first : first + length])):
                return told
    return ""
