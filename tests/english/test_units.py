"""Units, with their forms and what they come to."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts import english
from tests.english.tables import read


@pytest.mark.parametrize(
    ("amount", "one", "other_amount", "other"),
    [
        (1, "km", 1000, "metres"),
        (1, "mile", 1.609344, "kilometers"),
        (10, "°C", 50, "°F"),
        (0, "celsius", 273.15, "K"),
        (2, "hours", 120, "min"),
        (1, "tonne", 1000, "kg"),
        (1, "acre", 4046.8564224, "m²"),
        (3, "percent", 3, "%"),
        (1, "percentage point", 100, "basis points"),
        (5, "$", 5, "dollars"),
        (5, "US$", 500, "cents"),
        (1, "litre", 1000, "ml"),
        (1, "gallons", 3.785411784, "L"),
        (1, "decade", 10, "years"),
        (1, "feet", 12, "inches"),
    ],
)
def test_units_convert(amount: float, one: str, other_amount: float, other: str) -> None:
    left, right = english.unit(one), english.unit(other)
    assert left is not None
    assert right is not None
    assert left.dimension == right.dimension
    assert left.base(amount) == pytest.approx(right.base(other_amount))


@pytest.mark.parametrize(
    ("one", "other"),
    [("€", "$"), ("£", "A$"), ("percent", "percentage points"), ("km", "kg"), ("pounds", "lb")],
)
def test_units_of_different_dimensions(one: str, other: str) -> None:
    left, right = english.unit(one), english.unit(other)
    assert left is not None
    assert right is not None
    assert left.dimension != right.dimension


@pytest.mark.parametrize("form", ["people", "soldiers", "", "meeting", "million", "k"])
def test_no_unit(form: str) -> None:
    assert english.unit(form) is None


def test_a_form_names_one_unit() -> None:
    _, body = read("units.csv")
    forms = [form for row in body for form in dict.fromkeys([row[0], *row[1].split("|")]) if form]
    assert not [form for form, count in Counter(forms).items() if count > 1]
