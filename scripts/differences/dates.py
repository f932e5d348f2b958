"""Dates that cannot both be meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.details.dates import Dating
from scripts.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield dates of the two claims that contradict; dates that both claims have are set aside first."""
    left, right = list(pair.left.of(Dating)), list(pair.right.of(Dating))
    for ours in list(left):
        match = next((d for d in right if not ours.contradicts(d)), None)
        if match:
            left.remove(ours)
            right.remove(match)
            yield from _same_day(pair, ours, match)
    for ours in left:
        kin = [d for d in right if ours.contradicts(d) and _comparable(ours, d)]
        if not kin:
            continue
        theirs = max(kin, key=lambda d: pair.same_place(ours, d))
        if len(kin) > 1 and pair.same_place(ours, theirs) == 0:
            continue
        if pair.nearness < 0.3 and pair.same_place(ours, theirs) == 0:
            continue
        right.remove(theirs)
        day = bool(ours.weekday and theirs.weekday and ours.weekday != theirs.weekday)
        only_day = day and (ours.year, ours.month, ours.day) == (theirs.year, theirs.month, theirs.day)
        yield Difference(
            "weekday" if only_day else "date",
            CONFLICTS,
            Side.detail(ours, ours.value),
            Side.detail(theirs, theirs.value),
            f"{ours.quote} and {theirs.quote} are not the same {'day of the week' if only_day else 'date'}.",
        )


def _same_day(pair: ClaimPair, ours: Dating, theirs: Dating) -> Iterator[Difference]:
    """Yield another weekday given to one day, and another way to write one date."""
    sides = Side.detail(ours, ours.value), Side.detail(theirs, theirs.value)
    if ours.weekday and theirs.weekday and ours.weekday != theirs.weekday:
        why = f"{ours.quote} and {theirs.quote} give one date two days of the week."
        yield Difference("weekday", CONFLICTS, *sides, why)
    elif ours.quote != theirs.quote and pair.near:
        yield Difference("date", DIFFERS, *sides, "One date in two forms.", cosmetic=True)


def _comparable(one: Dating, other: Dating) -> bool:
    """Say whether two dates are of one precision: a day with a day, a year with a year."""
    return bool(one.day) == bool(other.day) and bool(one.month) == bool(other.month)
