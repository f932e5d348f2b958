"""The words of the calendar and the clock: months, days of the week, parts of the day, time zones."""

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


@cache
def day_parts() -> dict[str, tuple[int, int]]:
    """The words for parts of the day, from which minute after midnight to which; night goes on after it."""
    table = rows.table("day_parts.csv", ("word", "from", "to"))
    ends = {row["word"]: [rows.value("day_parts.csv", row, end) for end in ("from", "to")] for row in table}
    return {word: (round(first * 60), round(last * 60)) for word, (first, last) in ends.items()}


@cache
def time_zones() -> dict[str, int]:
    """The names and short forms of time zones, lower-cased, to minutes ahead of Greenwich."""
    table = rows.table("time_zones.csv", ("zone", "minutes"))
    return {row["zone"].lower(): int(rows.value("time_zones.csv", row, "minutes")) for row in table}
