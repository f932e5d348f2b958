"""Numbers as they are meant: compared, counted, ordered; and digits that count nothing."""

from __future__ import annotations

import pytest

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


# A text; the words of each number, its value, how it is compared, unit, dimension, whether it is a place in
# an order, what is counted, and whether it is the whole of another.
Read = tuple[str, float, str, str, str, bool, tuple[str, ...], bool]
READ: list[tuple[str, list[Read]]] = [
    ("twenty-one boats left", [("twenty-one", 21, "=", "", "", False, ("boat",), False)]),
    ("twenty one boats left", [("twenty one", 21, "=", "", "", False, ("boat",), False)]),
    ("ninety-nine red boats", [("ninety-nine", 99, "=", "", "", False, ("red",), False)]),
    ("twenty boats and one tug", [("twenty", 20.0, "=", "", "", False, ("boat",), False)]),
    ("two hundred boats", [("two hundred", 200.0, "=", "", "", False, ("boat",), False)]),
    ("a hundred boats left", [("hundred", 100.0, "=", "", "", False, ("boat",), False)]),
    ("one boat left", []),
    ("a dozen boats", [("dozen", 12.0, "=", "", "", False, ("boat",), False)]),
    ("one million euros", [("one million euros", 1000000.0, "=", "euro", "money:EUR", False, (), False)]),
    ("$5m was paid", [("$5m", 5000000.0, "=", "US dollar", "money:USD", False, (), False)]),
    ("5k boats", [("5k", 5000.0, "=", "", "", False, ("boat",), False)]),
    ("2 dozen boats", [("2 dozen", 24.0, "=", "", "", False, ("boat",), False)]),
    ("1.5 billion euros", [("1.5 billion euros", 1500000000.0, "=", "euro", "money:EUR", False, (), False)]),
    ("half of the boats", [("half", 0.5, "=", "", "", False, (), False)]),
    ("the third boat", [("third", 3.0, "=", "", "", True, ("boat",), False)]),
    ("the 3rd boat", [("3rd", 3.0, "=", "", "", True, ("boat",), False)]),
    ("about 40 boats", [("about 40", 40.0, "~", "", "", False, ("boat",), False)]),
    ("more than 40 boats", [("more than 40", 40.0, ">", "", "", False, ("boat",), False)]),
    ("fewer than 40 boats", [("fewer than 40", 40.0, "<", "", "", False, ("boat",), False)]),
    ("at most 40 boats", [("at most 40", 40.0, "<=", "", "", False, ("boat",), False)]),
    ("up to 40 boats", [("up to 40", 40.0, "<=", "", "", False, ("boat",), False)]),
    ("40 or more boats", [("40", 40.0, ">=", "", "", False, (), False)]),
    (
        "almost $40 million",
        [("almost $40 million", 40000000.0, "~", "US dollar", "money:USD", False, (), False)],
    ),
    ("from $5", [("from $5", 5.0, ">=", "US dollar", "money:USD", False, (), False)]),
    ("from 5 boats", [("5", 5.0, "=", "", "", False, ("boat",), False)]),
    (
        "between 40 and 50 boats",
        [("40", 40.0, "=", "", "", False, (), False), ("50", 50.0, "=", "", "", False, ("boat",), False)],
    ),
    ("an F-16 jet", []),
    ("COVID-19 cases", []),
    ("US$40", [("$40", 40.0, "=", "US dollar", "money:USD", False, (), False)]),
    ("an ATR 72 jet left", []),
    ("ATR 72 jets left", [("72", 72.0, "=", "", "", False, ("jet",), False)]),
    ("NSB 40 tons", [("40 tons", 40.0, "=", "ton", "mass", False, (), False)]),
    ("at 09:40", []),
    ("it fell.[3]", []),
    ("Ana Duarte, 43, left", [("43", 43.0, "=", "", "age", False, (), False)]),
    ("Ana Duarte, 12, left", [("12", 12.0, "=", "", "", False, (), False)]),
    ("Peru, 43, left", [("43", 43.0, "=", "", "", False, (), False)]),
    ("In May, 43 left", [("43", 43.0, "=", "", "", False, ("left",), False)]),
    ("Ana Duarte, 430, left", [("430", 430.0, "=", "", "", False, (), False)]),
    ("a 43-year-old pilot", [("43", 43.0, "=", "", "age", False, (), False)]),
    ("a pilot aged 43", [("43", 43.0, "=", "", "age", False, (), False)]),
    ("a pilot of 43.5 years", [("43.5 years", 43.5, "=", "year", "time", False, (), False)]),
    (
        "40 square kilometres of sea",
        [("40 square kilometres", 40.0, "=", "square kilometre", "area", False, (), False)],
    ),
    ("9 nautical miles", [("9 nautical miles", 9.0, "=", "nautical mile", "length", False, (), False)]),
    (
        "9 degrees Celsius",
        [("9 degrees Celsius", 9.0, "=", "degree Celsius", "temperature", False, (), False)],
    ),
    ("9 in guns", [("9", 9.0, "=", "", "", False, (), False)]),
    ("9 percent", [("9 percent", 9.0, "=", "percent", "share", False, (), False)]),
    (
        "9 percentage points",
        [("9 percentage points", 9.0, "=", "percentage point", "points of a share", False, (), False)],
    ),
    (
        "six of ten boats",
        [
            ("six", 6.0, "=", "", "", False, ("boat",), False),
            ("ten", 10.0, "=", "", "", False, ("boat",), True),
        ],
    ),
    (
        "six out of the ten boats",
        [
            ("six", 6.0, "=", "", "", False, ("boat",), False),
            ("ten", 10.0, "=", "", "", False, ("boat",), True),
        ],
    ),
    (
        "six in the country's ten boats",
        [
            ("six", 6.0, "=", "", "", False, ("boat",), False),
            ("ten", 10.0, "=", "", "", False, ("boat",), True),
        ],
    ),
    (
        "the sixth of ten boats",
        [("sixth", 6.0, "=", "", "", True, (), False), ("ten", 10.0, "=", "", "", False, ("boat",), False)],
    ),
    (
        "six tons of ten boats",
        [
            ("six tons", 6.0, "=", "ton", "mass", False, (), False),
            ("ten", 10.0, "=", "", "", False, ("boat",), False),
        ],
    ),
    ("40 old red boats", [("40", 40.0, "=", "", "", False, ("old",), False)]),
    ("40 old red fast boats", [("40", 40.0, "=", "", "", False, ("old",), False)]),
    ("40 of the boats", [("40", 40.0, "=", "", "", False, (), False)]),
    ("40 and 50", [("40", 40.0, "=", "", "", False, (), False), ("50", 50.0, "=", "", "", False, (), False)]),
    ("40, boats", [("40", 40.0, "=", "", "", False, (), False)]),
    ("$40 a share", [("$40", 40.0, "=", "US dollar", "money:USD", False, (), False)]),
    ("€40", [("€40", 40.0, "=", "euro", "money:EUR", False, (), False)]),
    ("40 euros", [("40 euros", 40.0, "=", "euro", "money:EUR", False, (), False)]),
    ("40-metre wall", [("40-metre", 40.0, "=", "metre", "length", False, ("wall",), False)]),
    ("40 boats", [("40", 40.0, "=", "", "", False, ("boat",), False)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_numbers_as_they_are_read(text: str, expected: list[Read]) -> None:
    found = quantities(text)
    assert [
        (q.quote, q.value, q.relation, q.unit, q.dimension, q.ordinal, q.counted, q.whole) for q in found
    ] == expected
    assert all(text[q.start : q.end] == q.quote for q in found)
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
