"""What a figure is told for: a year, a month, a piece, or the whole: 28 million a year, 45 million in all."""

from __future__ import annotations

from scripts import english
from scripts.reading.syntax.elements import FIGURE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import Reading

WHOLE = "whole"
_BEFORE, _BEHIND = 5, 7  # words before and behind a figure that may say what it is for
_LONGEST = 4  # words
_TIMES = frozenset({"day", "month", "quarter", "week", "year"})
_EACH = frozenset({"each", "every"})
_STOPS = frozenset({";", ":", "(", ")"})
_SPREAD = "over"  # three years


def rate(read: Reading, item: Element) -> str:
    """Return what a figure is told for: a unit of time, "piece", "whole", or "" where nothing says it."""
    behind = _words(read, range(item.last + 1, item.last + 1 + _BEHIND), item)
    for at, word in enumerate(behind[:-2]):
        if word in ("for", "per") and behind[at + 1] in _EACH:
            return " ".join(behind[at + 1 : at + 3])  # two shares for every five
    before = _words(read, range(item.first - 1, item.first - 1 - _BEFORE, -1), item)[::-1]
    is_time = isinstance(item.value, Figure) and item.value.dimension == "time"  # a week is no rate of itself
    own = [] if is_time else [t.lower for t in read.roles.parse.tokens[item.first : item.last + 1]]
    return _unit(behind) or _unit([*before, *own])


def apart(one: str, other: str) -> bool:
    """Say whether two rates are not one: a year and a month, a year and not told; each may be left out."""
    told = {one, other} - {""}
    return len(told) > 1 or bool(told and one != other and told <= _TIMES)


def _words(read: Reading, places: range, item: Element) -> list[str]:
    """Return the words at some places of the figure's sentence, up to a stop or another figure."""
    tokens = read.roles.parse.tokens
    found: list[str] = []
    figures = {k for other in read.items if other.kind == FIGURE for k in range(other.first, other.last + 1)}
    for place in places:
        if not 0 <= place < len(tokens) or tokens[place].sentence != tokens[item.first].sentence:
            break
        if place in figures and found and found[-1] in _EACH:
            return [*found, tokens[place].lower]  # for every five
        if place in figures:
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
            if unit := english.rates().get(" ".join(joined[first : first + length])):
                return unit
    return ""
