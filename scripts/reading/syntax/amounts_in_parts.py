"""Amounts told in several parts: 10 to 12, a year and a half, one minute and five seconds, half a mile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scripts import english
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.parser import Parse

_IN_PARTS = frozenset({"time", "length", "mass"})  # what is told in a unit and a smaller one
_ONE = frozenset({"a", "an", "one"})
_JOINTS = ((), ("and",), (",",))


def in_parts(parse: Parse, found: Sequence[Figure]) -> Iterator[Figure]:
    """Join the figures that are parts of one amount; the others stay as they are."""
    made: list[Figure] = []
    for figure in found:
        whole = _of_unit(parse, figure)
        before = made[-1] if made else None
        joined = next((j for join in _JOINED if before and (j := join(parse, before, whole))), None)
        if joined is not None:
            made[-1] = joined
        else:
            made.append(_and_a_half(parse, whole) or whole)
    yield from made


def _of_unit(parse: Parse, part: Figure) -> Figure:
    """Read a share of a unit as an amount in it: half a mile, two-thirds of an hour."""
    tokens, at = parse.tokens, part.last + 1
    if part.dimension != "share" or not part.exact:
        return part
    at += at < len(tokens) and tokens[at].lower == "of"
    if at + 1 >= len(tokens) or tokens[at].lower not in _ONE:
        return part
    two = f"{tokens[at + 1].text} {tokens[at + 2].text}" if at + 2 < len(tokens) else ""
    unit, last = (
        (english.unit(two), at + 2) if english.unit(two) else (english.unit(tokens[at + 1].text), at + 1)
    )
    if unit is None or unit.dimension == "share" or tokens[last].part not in ("NOUN", "PROPN"):
        return part
    return _up_to(parse, part, last, unit, unit.base(part.low))


def _and_a_half(parse: Parse, part: Figure) -> Figure | None:
    """Read what is told of one unit that is no number by itself: lasted an hour and a half."""
    tokens, at = parse.tokens, part.first - 3
    if part.dimension != "share" or at < 0 or tokens[at].lower not in _ONE:
        return None
    unit = english.unit(tokens[at + 1].text)
    if unit is None or unit.offset or tokens[at + 2].lower != "and" or not part.exact:
        return None
    value = unit.base(1 + part.low)
    start = tokens[at].start
    return replace(
        part, first=at, start=start, quote=parse.text[start : part.end], low=value, high=value,
        unit=unit.name, dimension=unit.dimension, counted=None,
    )  # fmt: skip


def _unit_and_share(parse: Parse, one: Figure, other: Figure) -> Figure | None:
    """Join "a year" and "a half"; the share is of the unit, not of the amount."""
    unit = english.unit(one.unit)
    if other.unit:  # between 7% and 9%
        return None
    if unit is None or other.dimension != "share" or _between(parse, one, other) != ("and",):
        return None
    behind = parse.tokens[other.last + 1].lower if other.last + 1 < len(parse.tokens) else ""
    if behind == "of" or not other.exact or unit.offset or other.counted is not None:
        return None
    share = unit.base(other.low)
    return replace(_up_to(parse, one, other.last, unit, one.low + share), high=one.high + share)


def _unit_and_smaller(parse: Parse, one: Figure, other: Figure) -> Figure | None:
    """Join two amounts of one kind, the second in a smaller unit: two hours and ten minutes, 6 ft 2 in."""
    units = english.unit(one.unit), english.unit(other.unit)
    if units[0] is None or units[1] is None or one.dimension != other.dimension:
        return None
    if one.dimension not in _IN_PARTS or not other.exact or other.low >= units[0].factor:
        return None
    if units[0].factor <= units[1].factor or _between(parse, one, other) not in _JOINTS:
        return None
    made = _up_to(parse, one, other.last, units[0], one.low + other.low)
    return replace(made, high=one.high + other.low, counted=other.counted)


def _span(parse: Parse, one: Figure, other: Figure) -> Figure | None:
    """Join "between 24,000 and 26,000", "10 to 12" and "3-5" into one range."""
    if not _is_span(parse, one, other):
        return None
    first = one.first - 1 if one.first and parse.tokens[one.first - 1].lower == "between" else one.first
    start, unit = parse.tokens[first].start, english.unit(other.unit)
    low = unit.base(one.low) if unit and not one.unit else one.low
    counted = other.counted if other.counted is not None else one.counted
    return replace(
        other, first=first, start=start, quote=parse.text[start : other.end], low=low, counted=counted
    )


_JOINED: tuple[Callable[[Parse, Figure, Figure], Figure | None], ...] = (
    _unit_and_share,
    _unit_and_smaller,
    _span,
)


def _is_span(parse: Parse, one: Figure, other: Figure) -> bool:
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
    """Return a figure's value as written, not converted to the base unit."""
    unit = english.unit(figure.unit)
    return figure.low / unit.factor if unit and unit.factor else figure.low


def _between(parse: Parse, one: Figure, other: Figure) -> tuple[str, ...]:
    return tuple(t.lower for t in parse.tokens[one.last + 1 : other.first])


def _up_to(parse: Parse, part: Figure, last: int, unit: english.Unit, value: float) -> Figure:
    """Return a figure that goes on to a token, with a value in a unit's base."""
    end = parse.tokens[last].end
    return replace(
        part, last=last, end=end, quote=parse.text[part.start : end], low=value, high=value,
        unit=unit.name, dimension=unit.dimension, counted=None,
    )  # fmt: skip
