"""Dates as they are written: single days, spans within a month, and digits that are no date."""

from __future__ import annotations

import re

import pytest

from scripts.reading.details import dates as datings
from scripts.reading.details.dates import dates, with_years

CASES = [
    # text, (quote, value)
    ("The fair runs Sept. 3-13, 2031.", [("Sept. 3-13, 2031", "2031-09-03/13")]),
    ("held from 3 to 13 September 2031", [("from 3 to 13 September 2031", "2031-09-03/13")]),
    ("met between 4 and 9 May", [("between 4 and 9 May", "5-4/9")]),
    ("It began on 18 October.", [("18 October", "10-18")]),  # the full stop is the sentence's
    ("It began on 18 Oct. in Lomé", [("18 Oct.", "10-18")]),  # this one is the month's
    ("On July 3 and 4 others came", [("July 3", "7-3")]),
    ("On May 3, 12 people came", [("May 3", "5-3")]),
    ("It closes by the end of 2016, they said.", [("2016", "2016")]),
    ("It means the end of 2000 jobs.", []),
    ("the magnitude 7.1 2010 Moro earthquake", []),  # two numbers in a row: which is meant?
    ("a magnitude 2010 Moro earthquake", [("2010", "2010")]),
    ("about 2000 French soldiers", []),
    ("It met on 3 ſept 2024.", [("3 ſept 2024", "2024-09-03")]),  # with the long s of old print
    ("It met on 13/10/2025.", [("13/10/2025", "2025-10-13")]),
    ("It met on 10/13/2025.", [("10/13/2025", "2025-10-13")]),
    ("It met on 03/04/2025.", [("03/04/2025", "2025")]),  # which is the day cannot be told
    ("Part 13/10/20255 fell off.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_datings(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.quote, d.value) for d in dates(text)] == expected


SPANS = [
    # one, other, whether no day can satisfy both
    ("Sept. 3-13, 2031", "from 3 to 13 September 2031", False),
    ("Sept. 3-13, 2031", "from 3 to 14 September 2031", True),
    ("Sept. 3-13, 2031", "9 September 2031", False),
    ("Sept. 3-13, 2031", "19 September", True),
    ("Sept. 3-13, 2031", "Sept. 3-13, 2030", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), SPANS)
def test_spans_that_contradict(one: str, other: str, expected: bool) -> None:
    assert dates(one)[0].contradicts(dates(other)[0]) is expected


# A text; the words of each date, its value, how a sentence has it, and its day of the week.
READ: list[tuple[str, list[tuple[str, str, str, int]]]] = [
    ("On Monday, 3 June 2019, it rained.", [("Monday, 3 June 2019", "2019-06-03", "3 June 2019", 1)]),
    ("in May 2019", [("May 2019", "2019-5", "May 2019", 0)]),
    ("in 2019", [("2019", "2019", "2019", 0)]),
    ("on the first of July", [("the first of July", "7-1", "the first of July", 0)]),
    ("from the twenty-first of May 2019", [("the twenty-first of May 2019", "2019-05-21", "21 May 2019", 0)]),
    ("on the last and first day of July", [("first day of July", "7-1", "first day of July", 0)]),
    ("the second half of July", []),
    (
        "on the last day of February 2025",
        [("the last day of February 2025", "2025-02-28", "28 February 2025", 0)],
    ),
    (
        "the first Thursday of December 2024",
        [("the first Thursday of December 2024", "2024-12-05", "5 December 2024", 4)],
    ),
    ("the last Friday in May 2024", [("the last Friday in May 2024", "2024-05-31", "31 May 2024", 5)]),
    (
        "the fifth Friday of June 2024",
        [("the fifth Friday of June 2024", "2024-6-Friday", "the fifth Friday of June 2024", 5)],
    ),
    ("the first Monday in May", [("the first Monday in May", "5-Monday", "the first Monday in May", 1)]),
    ("the fortieth of May", []),
    ("2019-06-03", [("2019-06-03", "2019-06-03", "3 June 2019", 0)]),
    ("June 3", [("June 3", "6-3", "June 3", 0)]),
    ("3 June", [("3 June", "6-3", "3 June", 0)]),
    ("Monday", [("Monday", "Monday", "Monday", 1)]),
    ("May", []),
    (
        "3 June 2019 and 4 July",
        [("3 June 2019", "2019-06-03", "3 June 2019", 0), ("4 July", "7-4", "4 July", 0)],
    ),
    ("on 31 June 2019", [("31 June 2019", "2019-6-31", "31 June 2019", 0)]),
    ("by 3 June", [("3 June", "6-3", "3 June", 0)]),
    ("June 3-5", [("June 3-5", "6-3/5", "June 3-5", 0)]),
    ("from 3 to 5 June", [("from 3 to 5 June", "6-3/5", "from 3 to 5 June", 0)]),
    ("Sunday, June 3rd, 2019", [("Sunday, June 3rd, 2019", "2019-06-03", "3 June 2019", 7)]),
    ("the 3rd of June 2019", [("3rd of June 2019", "2019-06-03", "3 June 2019", 0)]),
    ("last Monday", [("Monday", "Monday", "Monday", 1)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_dates_as_they_are_read(text: str, expected: list[tuple[str, str, str, int]]) -> None:
    found = dates(text)
    assert [(d.quote, d.value, d.written, d.weekday) for d in found] == expected
    assert all(text[d.start : d.end] == d.quote for d in found)


YEARS: list[tuple[str, list[str]]] = [
    ("It met on 3 June 2019 and on 4 July.", ["2019-06-03", "2019-07-04"]),
    ("On 4 July it met; on 3 June 2019 it fell.", ["2019-07-04", "2019-06-03"]),
    ("3 June 2018, 4 July 2019, 5 May", ["2018-06-03", "2019-07-04", "2019-05-05"]),
    ("On Monday and 3 June 2019", ["Monday", "2019-06-03"]),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years_from_dates_nearby(text: str, expected: list[str]) -> None:
    assert [d.value for d in with_years(dates(text))] == expected


def test_a_year_from_elsewhere() -> None:
    assert [d.value for d in with_years(dates("On 4 July it met."), 2019)] == ["2019-07-04"]
    assert [d.value for d in with_years(dates("On 4 July it met."))] == ["7-4"]


CONTRADICT: list[tuple[str, str, bool]] = [
    ("3 June 2019", "4 June 2019", True),
    ("3 June 2019", "3 June", False),
    ("3 June 2019", "June 2019", False),
    ("3 June 2019", "June 2018", True),
    ("3 June", "3 July", True),
    ("3 June", "4 June", True),
    ("Monday", "Tuesday", True),
    ("Monday", "Monday", False),
    ("Monday", "3 June 2019", False),
    ("Tuesday", "3 June 2019", False),
    ("Monday, 3 June 2019", "Tuesday", True),
    ("Monday, 3 June", "Tuesday, 3 June", True),
    ("June 3-5, 2019", "June 4, 2019", False),
    ("June 3-5, 2019", "June 6, 2019", True),
    ("June 3-5, 2019", "June 5-7, 2019", True),
    ("June 3-5, 2019", "June 3-5", False),
    ("June 3-5", "June 6", True),
    ("June 3-5", "5 June", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONTRADICT)
def test_dates_that_contradict(one: str, other: str, expected: bool) -> None:
    ours, theirs = dates(one)[0], dates(other)[0]
    assert ours.contradicts(theirs) is theirs.contradicts(ours) is expected


def test_a_form_is_passed_over_only_where_no_date_of_it_can_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form of dates that needs a month's name or a year is tried only where one stands."""
    alone = ("Monday", "May 4", "2019-03-04", "30.10.2024", "3/31/1999", "in 1999", "the 2010 Games", "May")
    beside = ("", "from 3 to 5 ", "Sept. ", "election of 2001 ", "by 2030 ", "on Tuesday, ", "45 ", "x 1850 ")
    texts = [f"It met {one}{other}. They left." for one in beside for other in alone]
    found = [dates(text) for text in texts]
    monkeypatch.setattr(
        datings, "_signs", lambda: dict.fromkeys((datings.MONTH, datings.YEAR), re.compile(""))
    )
    assert [dates(text) for text in texts] == found
    assert all(found[at] for at in range(len(alone) - 1))
