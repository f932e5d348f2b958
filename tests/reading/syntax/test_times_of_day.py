"""Times of day: golden/times_of_day.txt, and which of them can be one time."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.syntax.times_of_day import Hour, hours

CASES = listed(Path(__file__).with_name("golden") / "times_of_day.txt")


def told(hour: Hour) -> str:
    """Return a time as the table has it: quote, hours and minutes, which half of the day, whether about."""
    at = f"{hour.quote}: {hour.minutes // 60:02d}:{hour.minutes % 60:02d} {hour.half}".rstrip()
    return f"{at} about" if hour.about else at


@pytest.mark.parametrize("case", CASES, ids=str)
def test_hours(case: Listed) -> None:
    found = hours(case.text)
    assert [told(one) for one in found] == [*case.expected]
    for one in found:
        assert case.text[one.start : one.end].strip() == one.quote


@pytest.mark.parametrize(
    ("one", "other", "minutes", "meet"),
    [
        ("at 5:55 a.m.", "at 5.55 am", 0, True),
        ("at 5:55 a.m.", "at 5:55 p.m.", 720, False),
        ("at noon", "at 12 p.m.", 0, True),
        ("at 11:55 p.m.", "at midnight", 5, False),
        ("shortly before midnight", "at 11:50 p.m.", 10, True),
        ("about 6 p.m.", "at 6:45 p.m.", 45, False),
        ("at 7 o'clock", "at 7 p.m.", 0, True),
        ("at 17:30", "at 5:30 p.m.", 0, True),
        ("in the evening", "at 8:15 p.m.", 195, True),
        ("in the evening", "at 4 p.m.", 60, False),
        ("at night", "at 2 a.m.", 480, True),
        ("at noon", "at dusk", 240, False),
        ("at dawn", "in the morning", 240, True),
    ],
)
def test_two_times(one: str, other: str, minutes: int, meet: bool) -> None:
    (first,), (second,) = hours(one), hours(other)
    assert first.apart(second) == second.apart(first) == minutes
    assert first.meets(second) is second.meets(first) is meet


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("at 04:52 GMT", "at 5:52 a.m. Central European Time", True),
        ("at 04:52 GMT", "at 5:52 a.m. GMT", False),
        ("at 04:52 GMT", "at 4:52 a.m.", True),  # a zone that is not told may be the same
        ("at 11:30 p.m. UTC", "at 8:30 a.m. KST", True),
        ("at 9.40 p.m.", "at twenty minutes to ten", True),
        ("at 9.45 p.m.", "at twenty minutes to ten", False),
    ],
)
def test_times_in_zones_and_past_the_hour(one: str, other: str, meet: bool) -> None:
    (first,), (second,) = hours(f"It began {one}."), hours(f"It began {other}.")
    assert first.meets(second) == second.meets(first) == meet
