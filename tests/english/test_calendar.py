"""Months and days of the week."""

from __future__ import annotations

from scripts import english


def test_months_and_days() -> None:
    assert english.months()["october"] == english.months()["oct"] == 10
    assert set(english.months().values()) == set(range(1, 13))
    assert english.weekdays()["monday"] == 1
    assert set(english.weekdays().values()) == set(range(1, 8))
