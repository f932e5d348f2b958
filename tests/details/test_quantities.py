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
    ("2 crore rupees", [(2e7, "=", "Indian rupee", False)]),
    ("people of 70 or older", [(70.0, ">=", "", False)]),
    ("at 09:40 sharp", []),
    ("an F-16 and a 2+2", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quantities(text: str, expected: list[tuple[float, str, str, bool]]) -> None:
    assert [(q.value, q.relation, q.unit, q.ordinal) for q in quantities(text)] == expected
