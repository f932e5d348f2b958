"""Words for prose: phrases that follow the number of accounts, numbers, dates, names of events."""

from __future__ import annotations

from datetime import date

from scripts.exhibits.html import listed
from scripts.record import Event
from scripts.report import Report

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(number: int) -> str:
    """A whole number as prose writes it: in words up to ten.

    >>> number_word(3), number_word(37)
    ('three', '37')
    """
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def accounts_phrase(report: Report) -> str:
    """All the accounts: "both accounts", "all three accounts", "the account"."""
    return _by_count(report, "the account", "both accounts", "all {} accounts")


def the_accounts_phrase(report: Report) -> str:
    """The accounts with their number: "the two accounts", "the three accounts"."""
    return _by_count(report, "the account", "the two accounts", "the {} accounts")


def each_phrase(report: Report) -> str:
    """One by one: "each account", "each of the three accounts"."""
    return _by_count(report, "the account", "each account", "each of the {} accounts")


def neither_phrase(report: Report) -> str:
    """None of them: "neither account", "none of the three accounts"."""
    return _by_count(report, "not even the one account", "neither account", "none of the {} accounts")


def either_phrase(report: Report) -> str:
    """Any one of them: "either account", "any of the three accounts"."""
    return _by_count(report, "the account", "either account", "any of the {} accounts")


def sigla_phrase(report: Report) -> str:
    """The sigla in a list: "A and B", "A, B and C"."""
    return listed([source.siglum for source in report.sources])


def day(when: date | None) -> str:
    """A date as prose writes it: 30 October 2024."""
    return f"{when.day} {when:%B %Y}" if when else "a day not on record"


def days(first: date, last: date) -> str:
    """One day, or several: 17 to 18 October 2024 is written out in full."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def event_short(event: Event) -> str:
    """An event's acronym with its number, as the name has it: 56th SCM."""
    first = event.name.split()[0]
    if not event.acronym:
        return event.name
    return f"{first} {event.acronym}" if first[0].isdigit() else event.acronym


def place_words(event: Event) -> str:
    """Where an event was: the city, and the house where it is on record; failing that, its other names.

    A house on record with a town of its own stands first: the documents then name another place than its.
    """
    if event.place and ", " in event.venue:
        return f"{event.venue} (officially {event.place})"
    inside = event.venue or listed([*event.places_also], "or")
    if not event.place:
        return inside
    return f"{event.place} ({inside})" if inside else event.place


def _by_count(report: Report, one: str, two: str, more: str) -> str:
    count = len(report.sources)
    if count < 3:
        return (one, one, two)[count]
    return more.format(number_word(count))
