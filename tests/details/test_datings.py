"""Dates as they are written: single days, spans within a month, and digits that are no date."""

from __future__ import annotations

import pytest

from scripts.details.dates import dates

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
