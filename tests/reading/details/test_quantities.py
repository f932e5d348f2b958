"""Numbers as they are meant: compared, counted, ordered; and digits that count nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.details.quantities import quantities

CASES = [
    # text, (value, relation, unit, ordinal)
    ("the fourth case", [(4.0, "=", "", True)]),  # not a quarter
    ("a third of voters", [(1 / 3, "=", "", True)]),
    ("706 in the north", [(706.0, "=", "", False)]),  # a preposition, not inches
    ("6-in guns", [(6.0, "=", "inch", False)]),
    ("less than $5 billion", [(5e9, "<", "US dollar", False)]),
    ("an ATR 72 jet", []),  # a type
    ("the UN 72 trucks", [(72.0, "=", "", False)]),
    ("2 crore rupees", [(2e7, "=", "Indian rupee", False)]),
    ("people of 70 or older", [(70.0, ">=", "", False)]),
    ("at 09:40 sharp", []),
    ("an F-16 and a 2+2", []),
    ("an A320-211 of the line", []),
    ("It fell.[3] The [4] crews left.", [(4.0, "=", "", False)]),  # the mark of a footnote, a number
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quantities(text: str, expected: list[tuple[float, str, str, bool]]) -> None:
    assert [(q.value, q.relation, q.unit, q.ordinal) for q in quantities(text)] == expected


CONTEXTS = [
    # text, (value, dimension, what is counted, whether it is the whole of another)
    ("six of the ten provinces", [(6.0, "", ("provinc",), False), (10.0, "", ("provinc",), True)]),
    ("19 of the country's 34 clinics", [(19.0, "", ("clinic",), False), (34.0, "", ("clinic",), True)]),
    ("3 per cent of output", [(3.0, "share", (), False)]),
    ("104 degrees Fahrenheit", [(104.0, "temperature", (), False)]),
    ("Ms Adoh, 43, was elected", [(43.0, "age", (), False)]),
    ("a 54-year-old man", [(54.0, "age", (), False)]),
    ("a man aged 38", [(38.0, "age", (), False)]),
    ("In Peru, 43, and in Chile", [(43.0, "", (), False)]),  # a place has no age
    ("reported from six towns", [(6.0, "", ("town",), False)]),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXTS)
def test_what_numbers_are_of(text: str, expected: list[tuple[float, str, tuple[str, ...], bool]]) -> None:
    assert [(q.value, q.dimension, q.counted, q.whole) for q in quantities(text)] == expected


READ = listed(Path(__file__).with_name("golden") / "quantities.txt")


@pytest.mark.parametrize("case", READ, ids=str)
def test_numbers_as_they_are_read(case: Listed) -> None:
    found = quantities(case.text)
    told = []
    for q in found:
        how = (f"{q.relation} {q.value:.12g}", "ordinal" * q.ordinal, "whole" * q.whole)
        measure = ", ".join(part for part in (q.unit, q.dimension) if part)
        cells = (q.quote, " ".join(part for part in how if part), measure, " ".join(q.counted))
        told.append(" | ".join(cells).rstrip())
    assert tuple(told) == case.expected
    assert all(case.text[q.start : q.end] == q.quote for q in found)
    assert all(q.start <= q.number_start < q.number_end <= q.end for q in found)


# Two numbers of one thing, and whether they contradict each other.
CONTRADICT: list[tuple[str, str, bool]] = [
    ("40 boats", "50 boats", True),
    ("40 boats", "40 boats", False),
    ("about 40 boats", "44 boats", False),
    ("about 40 boats", "45 boats", True),
    ("more than 40 boats", "40 boats", True),
    ("more than 40 boats", "41 boats", False),
    ("at least 40 boats", "40 boats", False),
    ("less than 40 boats", "40 boats", True),
    ("at most 40 boats", "40 boats", False),
    ("at most 40 boats", "41 boats", True),
    ("more than 40 boats", "less than 40 boats", True),
    ("more than 40 boats", "more than 40 boats", False),
    ("at least 40 boats", "at most 40 boats", False),
    ("100 km", "62 miles", True),
    ("1 km", "1000 metres", False),
    ("1 km", "1001 metres", True),
    ("40 euros", "40 dollars", False),
    ("at least 1 km", "900 metres", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONTRADICT)
def test_numbers_that_contradict(one: str, other: str, expected: bool) -> None:
    ours, theirs = quantities(one)[0], quantities(other)[0]
    assert ours.contradicts(theirs) is theirs.contradicts(ours) is expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("40 boats", (40.0, 40.0)),
        ("about 40 boats", (36.0, 44.0)),
        ("more than 40 boats", (40.0, float("inf"))),
        ("at least 40 boats", (40.0, float("inf"))),
        ("less than 40 boats", (float("-inf"), 40.0)),
        ("at most 40 boats", (float("-inf"), 40.0)),
    ],
)
def test_the_values_that_a_wording_allows(text: str, bounds: tuple[float, float]) -> None:
    assert quantities(text)[0].bounds == bounds
