"""Numbers of the same thing that cannot both be right, and units that changed."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.details.numbers import Quantity
from scripts.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield numbers and units that differ; equal values are set aside first, unpaired numbers are left alone."""
    left, right = list(pair.left.of(Quantity)), list(pair.right.of(Quantity))
    for ours in list(left):
        equal = [q for q in right if _equal(ours, q)]
        if equal:
            match = max(equal, key=lambda q: pair.same_place(ours, q))
            left.remove(ours)
            right.remove(match)
    for ours, theirs in _matched(pair, left, right):
        yield from _difference(ours, theirs)


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.ordinal != other.ordinal:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return _in_base(one) is not None and _close(_in_base(one), _in_base(other))
    return one.value == other.value


def _in_base(quantity: Quantity) -> float | None:
    unit = english.unit(quantity.unit)
    return unit.base(quantity.value) if unit and quantity.dimension != "money" else None


def _close(one: float | None, other: float | None) -> bool:
    """Say whether two conversions agree as well as rounding to two digits allows."""
    return one is not None and other is not None and abs(one - other) <= 0.05 * max(abs(one), abs(other))


def _matched(
    pair: ClaimPair, left: list[Quantity], right: list[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair the numbers that speak of the same thing, best first; ambiguous ones are left out."""
    scored = sorted(
        ((_kinship(pair, a, b), -i, -j, a, b) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda row: row[:3],
        reverse=True,
    )
    used: set[int] = set()
    for score, _, _, ours, theirs in scored:
        if score < 2 or id(ours) in used or id(theirs) in used:
            continue
        used |= {id(ours), id(theirs)}
        yield ours, theirs


def _kinship(pair: ClaimPair, one: Quantity, other: Quantity) -> float:
    """Weigh the signs that two numbers count the same thing; below 2 they may not."""
    if one.ordinal != other.ordinal:
        return 0.0
    if one.dimension != other.dimension:
        return 0.0 if pair.nearness < 0.6 or one.value != other.value else 2.5
    counted = any(english.synonymous(a, b) for a in one.counted[:2] for b in other.counted[:2])
    counted = counted or bool(set(one.counted) & set(other.counted))
    if one.counted and other.counted and not counted and not one.dimension:
        return 0.0 if pair.nearness < 0.8 else 1.0 + pair.same_place(one, other, 3) / 3
    place = pair.same_place(one, other)
    score = 1.2 * counted + 0.8 * bool(one.dimension) + 0.5 * place
    return score + (1.0 if pair.nearness >= 0.6 else 0.0)


def _difference(one: Quantity, other: Quantity) -> Iterator[Difference]:
    left, right = Side.detail(one, _written(one)), Side.detail(other, _written(other))
    if one.unit != other.unit and one.value == other.value:
        yield Difference(
            "unit", CONFLICTS, left, right, f"The same number stands with two units: {_written(one)}, {_written(other)}."
        )
    elif one.contradicts(other):
        yield Difference("number", CONFLICTS, left, right, f"{_written(one)} and {_written(other)} cannot both be right.")
    elif one.relation == other.relation == "~" or one.value != other.value:
        yield Difference(
            "number", DIFFERS, left, right, f"{_written(one)} and {_written(other)} can both stand.", cosmetic=True
        )


def _written(quantity: Quantity) -> str:
    words = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}
    ending = "th" if quantity.ordinal else ""
    return f"{words[quantity.relation]}{quantity.value:g}{ending}{' ' + quantity.unit if quantity.unit else ''}"
