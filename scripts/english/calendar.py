"""The words of the calendar: months and days of the week."""

from __future__ import annotations

from functools import cache

from scripts.english import rows


@cache
def months() -> dict[str, int]:
    """The months and their short forms, lower-cased and without full stops, to 1..12."""
    return {row["word"]: int(row["value"]) for row in rows.table("months.csv", ("word", "value"))}


@cache
def weekdays() -> dict[str, int]:
    """The days of the week and their short forms to 1 (Monday) .. 7 (Sunday)."""
    return {row["word"]: int(row["value"]) for row in rows.table("weekdays.csv", ("word", "value"))}
