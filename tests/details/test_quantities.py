"""Numbers as they are meant: compared, counted, ordered; and digits that count nothing."""

from __future__ import annotations

import pytest

from scripts.details.numbers import quantities

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
