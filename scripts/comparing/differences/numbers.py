"""Numbers of the same thing that contradict each other, and units that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.differences.counted_things import kinship
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side
from scripts.comparing.differences.word_diff import Hunk
from scripts.reading.details.quantities import Quantity
from scripts.reading.words import Word

_WITHIN_UNITS = frozenset({"a", "an", "per", "square", "cubic", "nautical", "metric"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield numbers and units that differ. Equal values, and numbers without a partner, are left out."""
    if pair.apart:
        return
    left, right = list(pair.left.of(Quantity)), list(pair.right.of(Quantity))
    for ours in list(left):
        equal = [q for q in right if _equal(ours, q)]
        if equal:
            match = max(equal, key=lambda q: pair.same_place(ours, q))
            left.remove(ours)
            right.remove(match)
            if (
                pair.near
                and ours.quote != match.quote
                and ours.relation == match.relation
                and ours.unit == match.unit
            ):
                sides = Side.detail(ours, _written(ours)), Side.detail(match, _written(match))
                yield Difference("number", DIFFERS, *sides, "One number in two forms.", cosmetic=True)
    for ours, theirs in _matched(pair, left, right):
        yield from _difference(ours, theirs, pair.near)
    yield from _hunks(pair)


def _hunks(pair: ClaimPair) -> Iterator[Difference]:
    """Yield changes beside a number that stayed (its unit, as a word or a sign), and ordinals in words."""
    for hunk in pair.hunks:
        if not hunk.both:
            continue
        before, sides = pair.left_words[max(0, hunk.left_at - 3) : hunk.left_at], pair.sides(hunk)
        one, other = hunk.left[0], hunk.right[0]
        ordinals = english.ordinal(one.lower), english.ordinal(other.lower)
        if all(n is not None for n in ordinals) and ordinals[0] != ordinals[1]:
            yield Difference(
                "number", CONFLICTS, *sides, f"“{one.text}” and “{other.text}” are different numbers."
            )
        elif len(hunk.left) <= 3 and len(hunk.right) <= 3 and _beside_number(pair, hunk, before):
            units = [_unit(words) for words in (hunk.left, hunk.right)]
            if units[0] != units[1] and any(units):
                yield Difference(
                    "unit", CONFLICTS, *sides, f"“{sides[0].quote}” and “{sides[1].quote}” are two units."
                )
            elif all(units):
                yield Difference("unit", DIFFERS, *sides, "One unit in two forms.", cosmetic=True)


def _beside_number(pair: ClaimPair, hunk: Hunk, before: Sequence[Word]) -> bool:
    after = pair.left_words[hunk.left_at + len(hunk.left) :][:1]
    if hunk.left[-1].text in "$€£¥₩" and after and after[0].is_number:
        return True
    for word in reversed(before):
        if word.is_number or english.number_word(word.lower) is not None:
            return True
        if word.lower not in _WITHIN_UNITS and english.unit(word.lower) is None:
            return False
    return False


def _unit(found: Sequence[Word]) -> str:
    """Return the name of the unit that some words are or begin with, or ""."""
    for size in range(len(found), int(found[0].lower in english.stopwords()), -1):
        unit = english.unit(" ".join(w.text for w in found[:size]))
        if unit:
            return unit.name
    return ""


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.ordinal != other.ordinal:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return (
            one.dimension == other.dimension
            and not one.dimension.startswith("money")
            and _close(_in_base(one), _in_base(other))
        )
    if {one.relation[0], other.relation[0]} == {">", "<"}:
        return False
    return one.value == other.value or _rounded(one.value, other.value) or _rounded(other.value, one.value)


def _rounded(round_value: float, exact: float) -> bool:
    """Say whether one value is the other rounded: to at least two digits, of a number that has more."""
    figures = [len(f"{v:.12g}".replace(".", "").strip("0")) for v in (round_value, exact)]
    if figures[0] < 2 or figures[1] < figures[0] + 2 or round_value < 100:
        return False
    return float(f"{exact:.{figures[0]}g}") == round_value


def _in_base(quantity: Quantity) -> float | None:
    unit = english.unit(quantity.unit)
    return unit.base(quantity.value) if unit else None


def _close(one: float | None, other: float | None) -> bool:
    """Say whether two conversions agree as well as rounding to two digits allows."""
    return one is not None and other is not None and abs(one - other) <= 0.05 * max(abs(one), abs(other))


def _matched(
    pair: ClaimPair, left: list[Quantity], right: list[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair the numbers that count the same thing, best first; ambiguous ones are left out."""
    scored = sorted(
        ((kinship(pair, a, b), -i, -j, a, b) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda row: row[:3],
        reverse=True,
    )
    used: set[int] = set()
    for score, _, _, ours, theirs in scored:
        if score < 2 or id(ours) in used or id(theirs) in used:
            continue
        used |= {id(ours), id(theirs)}
        yield ours, theirs


def _difference(one: Quantity, other: Quantity, near: bool) -> Iterator[Difference]:
    left, right = Side.detail(one, _written(one)), Side.detail(other, _written(other))
    if one.unit != other.unit and one.value == other.value:
        yield Difference(
            "unit",
            CONFLICTS,
            left,
            right,
            f"The same number stands with two units: {_written(one)}, {_written(other)}.",
        )
    elif {one.relation[0], other.relation[0]} == {">", "<"} and one.value == other.value:
        yield Difference(
            "comparison",
            CONFLICTS,
            left,
            right,
            f"{_written(one)} is a floor, {_written(other)} a ceiling."
            if one.relation[0] == ">"
            else f"{_written(one)} is a ceiling, {_written(other)} a floor.",
        )
    elif one.contradicts(other):
        yield Difference(
            "number", CONFLICTS, left, right, f"{_written(one)} and {_written(other)} cannot both be right."
        )
    elif one.relation == other.relation == "~" or one.value != other.value:
        yield Difference(
            "number",
            DIFFERS,
            left,
            right,
            f"{_written(one)} and {_written(other)} can both stand.",
            cosmetic=not near,
        )


def _written(quantity: Quantity) -> str:
    words = {
        "=": "",
        "~": "about ",
        ">": "more than ",
        ">=": "at least ",
        "<": "less than ",
        "<=": "at most ",
    }
    ending = _ending(quantity.value) if quantity.ordinal else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{words[quantity.relation]}{_in_figures(quantity.value)}{ending}{unit}"


def _ending(value: float) -> str:
    """Return the ending of an ordinal: 1st, 2nd, 3rd, 11th."""
    figures = f"{value:.0f}"
    return "th" if figures[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(figures[-1], "th")


_LARGE = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def _in_figures(value: float) -> str:
    """Return a number as a newspaper prints it: 51 million, 12,400, 0.9.

    >>> _in_figures(6.87e10), _in_figures(12400.0)
    ('68.7 billion', '12,400')
    """
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.10g}{name}"
    return f"{value:,.10g}"
