"""Dates as an account gives them: day, month, year and weekday, with their spans.

General date parsers read "56th" and "2+2" as dates; these patterns ask for a month's name, a weekday's
name, a four-digit year after "in", or an ISO date, and leave everything else alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH, YEAR = "month", "year"
WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Dating(Detail):
    """A date; a part is ``None`` (the weekday 0) where the account does not give it.

    ``inherited`` is the year taken from the nearest dated place before, for a date without one of its own.
    ``until`` is the last day of a span within one month (3-13 September, from 3 to 13 September), else None.
    ``order`` says which weekday of the month it is, or which day if it names no weekday: 1 for the first, -1
    for the last, 0 where it does not say.
    """

    kind: ClassVar[str] = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int = 0
    inherited: int | None = None
    until: int | None = None
    order: int = 0

    @property
    def calendar(self) -> date | None:
        """The calendar day; None if month or day is missing or no year is known."""
        year = self.year or self.inherited
        if not (year and self.month and self.day):
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def value(self) -> str:
        """The date in a normalised form, for comparing two spellings; a span as in ISO 8601."""
        if self.calendar:
            return self.calendar.isoformat() + (f"/{self.until:02d}" if self.until else "")
        day = f"{self.day}/{self.until}" if self.until else self.day
        parts = [self.year or self.inherited, self.month, day, WEEKDAYS[self.weekday]]
        return "-".join(str(p) for p in parts if p)

    @property
    def written(self) -> str:
        """The date for a sentence (31 October 2024); in the account's words if a part is missing."""
        if not self.calendar:
            return self.quote
        days = f"{self.day} to {self.until}" if self.until else f"{self.day}"
        return f"{days} {MONTHS[self.calendar.month]} {self.calendar.year}"

    def contradicts(self, other: Dating) -> bool:
        """Say whether no day can satisfy both dates.

        >>> dates("30 October 2024")[0].contradicts(dates("Oct. 31")[0])
        True
        """
        ours, theirs = self.calendar, other.calendar
        for mine, yours in ((self.year, other.year), (self.month, other.month)):
            if mine and yours and mine != yours:
                return True
        if self._days_apart(other):
            return True
        both_days = ours and theirs and (not (self.year and other.year) or ours != theirs)
        return bool(self.weekday and other.weekday and self.weekday != other.weekday and not both_days)

    def _days_apart(self, other: Dating) -> bool:
        """Say whether the days differ: two spans in an end, or a day from every day of a span."""
        if not (self.day and other.day):
            return False
        if bool(self.until) == bool(other.until):
            return (self.day, self.until) != (other.day, other.until)
        span, day = (self, other.day) if self.until else (other, self.day)
        return not (span.day or 0) <= day <= (span.until or 0)


_LAST, _WEEKS = 31, 5  # days and weeks of a month, at most
_JOINT = r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*"
_UNTIL = r"(?P<until>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_COUNTED = "[a-z]+s|people|men|women|children"  # not a year: a rally of 2000 people


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Return the forms of dates, each with what no date of that form can lack: a month's name, a year."""
    month = "|".join(sorted(english.months(), key=len, reverse=True))
    weekday = "|".join(sorted(english.weekdays(), key=len, reverse=True))
    day, year = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?", r"(?P<year>(?:1[5-9]|20|21)\d\d)"
    order = "|".join(sorted(english.ordinals_in_words(_LAST), key=len, reverse=True))
    nth = "|".join(english.ordinals_in_words(_WEEKS))
    event = "|".join(sorted(english.event_nouns(), key=len, reverse=True))
    named = rf"(?P<month>{month})\b\.?"
    number_alone = r"(?:1[0-2]|0?[1-9])"
    day_alone, number = r"(?P<day>1[3-9]|2\d|3[01])", rf"(?P<number>{number_alone})"
    before = rf"(?:(?P<weekday>{weekday})\b\.?,?\s+(?:the\s+)?)?"
    after = rf"(?:\s*[(,]\s*(?P<weekday2>{weekday})\b\)?)?"
    forms = (
        r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"{day_alone}(?P<sign>[/.]){number}(?P=sign){year}(?!\d)",
        rf"{number}/{day_alone}/{year}(?!\d)",
        rf"{number_alone}([/.]){number_alone}\1{year}(?!\d)",  # which is the day cannot be told
        rf"(?:(?:from|between)\s+(?:the\s+)?)?{day}{_JOINT}(?:the\s+)?{_UNTIL}\s+(?:of\s+)?{named}(?:,?\s+{year})?(?!\w)",
        rf"(?:(?:from|between)\s+)?{named}\s+{day}{_JOINT}{_UNTIL}(?:,?\s+{year}(?!\w)|(?=\s*(?:[.,;:)]|\Z)))",
        rf"{before}{day}\s+(?:of\s+)?{named},?\s+{year}{after}",
        rf"{before}{named}\s+{day},?\s+{year}{after}",
        rf"{before}{day}\s+(?:of\s+)?{named}(?!\w){after}",
        rf"{before}{named}\s+(?:the\s+)?{day}(?![\d+]|,\d)\b{after}",
        rf"(?:the\s+)?(?P<order>{order})(?:\s+day)?\s+of\s+{named}(?:,?\s+{year})?(?!\w)",
        rf"(?:the\s+)?(?P<nth>{nth}|last)\s+(?:day|(?P<weekday>{weekday}))\s+(?:of|in)\s+{named}(?:,?\s+{year})?(?!\w)",
        rf"{named},?\s+{year}(?!\d)",
        rf"(?P<weekday>{weekday})\b",
        rf"(?:{event})\s+of\s+{year}(?![\d,.-]*\d)(?!\s+(?:{_COUNTED}))",
        r"(?<=[Ii]n )(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d,.%]\d|\s*%)\b",
        r"(?<=[Ss]ince )(?P<year>(?:1[5-9]|20|21)\d\d)\b",
        r"(?<=[Bb]y )(?P<year>20\d\d)\b",
        rf"(?:(?<=\bend of )|(?<=\bstart of )){year}(?![\d,.%]\d|\s*%)\b(?!\s+(?:{_COUNTED}))",
        r"(?<=[Tt]he )(?P<year>(?:19|20)\d\d)(?= [A-Z])",
        # the year of an event with a name: "a magnitude 7.1 2010 Canterbury earthquake"
        rf"(?<=[^\W\d_] )(?P<year>(?:19|20)\d\d)(?=(?: (?-i:[A-Z])[\w’'-]+){{1,4}} (?:{event})\b)",
    )
    without_year = forms.index(rf"(?P<weekday>{weekday})\b")
    return tuple(
        (
            re.compile(form if form.startswith("(?<") else rf"(?<![\w-])(?:{form})", re.IGNORECASE),
            frozenset([MONTH] if named in form else [YEAR] if at != without_year else []),
        )
        for at, form in enumerate(forms)
    )


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    """Return the pattern of what a date may need: the name of a month, four digits of a year."""
    month = "|".join(english.months())
    return {MONTH: re.compile(month, re.IGNORECASE), YEAR: re.compile(r"(?:1[5-9]|2[01])\d\d")}


def dates(text: str, start: int = 0, end: int | None = None) -> tuple[Dating, ...]:
    """Return the dates in ``text[start:end]``, in order, the longest reading of each place.

    >>> [d.value for d in dates("At the 56th meeting on October 30, 2024, a 2+2 was set for Thursday.")]
    ['2024-10-30', 'Thursday']
    """
    end = len(text) if end is None else end
    found: list[Dating] = []
    held = {name for name, sign in _signs().items() if sign.search(text, start, end)}
    for pattern in [pattern for pattern, needed in _patterns() if needed <= held]:
        for match in pattern.finditer(text, start, end):
            # They do not overlap and are in order: only the last one that begins before this one ends can
            # matter.
            at = bisect_left(found, match.end(), key=_start)
            if not at or found[at - 1].end <= match.start():
                found.insert(at, _dating(match))
    return tuple(found)


@lru_cache(maxsize=8)
def dates_of(text: str) -> tuple[Dating, ...]:
    """Return the dates of a whole text; kept for those who ask after one another."""
    return dates(text)


def _start(dating: Dating) -> int:
    return dating.start


def _dating(match: re.Match[str]) -> Dating:
    part = match.groupdict()
    month = english.months()[part["month"].casefold()] if part.get("month") else None
    weekday = (part.get("weekday") or part.get("weekday2") or "").casefold()
    quote = match.group()
    if quote.endswith(".") and quote[:-1].split()[-1].lower() in _whole_months():
        quote = quote[:-1]  # the sentence ends here; no month is abbreviated
    made = Dating(
        match.start(),
        match.start() + len(quote),
        quote,
        year=int(part["year"]) if part.get("year") else None,
        month=month or (int(part["number"]) if part.get("number") else None),
        day=_day(part),
        weekday=english.weekdays().get(weekday, 0),
        until=int(part["until"]) if part.get("until") else None,
        order=_order(part),
    )
    return _placed(made)


def _day(part: Mapping[str, str | None]) -> int | None:
    if part.get("order"):
        return english.ordinals_in_words(_LAST)[" ".join(str(part["order"]).lower().split())]
    return int(day) if (day := part.get("day")) else None


def _order(part: Mapping[str, str | None]) -> int:
    nth = (part.get("nth") or "").lower()
    return -1 if nth == "last" else english.ordinals_in_words(_WEEKS).get(nth, 0)


def _placed(dating: Dating) -> Dating:
    """Give a date that is told by its place in the month its day, where its year is known."""
    year = dating.year or dating.inherited
    if not (dating.order and dating.month and year):
        return dating
    days = range(1, monthrange(year, dating.month)[1] + 1)
    fitting = [d for d in days if dating.weekday in (0, date(year, dating.month, d).isoweekday())]
    at = dating.order - (dating.order > 0)
    return replace(dating, day=fitting[at]) if at < len(fitting) else dating


@cache
def _whole_months() -> frozenset[str]:
    """Return the full names of the months: the longest form of each."""
    longest: dict[int, str] = {}
    for name, number in english.months().items():
        if len(name) > len(longest.get(number, "")):
            longest[number] = name
    return frozenset(longest.values())


def with_years(found: Sequence[Dating], fallback: int | None = None) -> Iterator[Dating]:
    """Give each date without a year that of the date before it (else the next one's, or ``fallback``)."""
    first = next((d.year for d in found if d.year and d.month), fallback)
    current = first
    for dating in found:
        current = dating.year if dating.year and dating.month else current
        is_full = dating.year or not dating.month
        yield dating if is_full else _placed(replace(dating, inherited=current))
