"""Numbers and ordinals in words and figures."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0),
        ("one", 1),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("one thousand two hundred", 1200),
        ("one hundred twenty thousand", 120_000),
        ("3.2 million", 3_200_000),
        ("1,234", 1234),
        ("2.5bn", 2.5e9),
        ("5m", 5_000_000),
        ("10k", 10_000),
        ("two and a half million", 2_500_000),
        ("six and a half", 6.5),
        ("half", 0.5),
        ("a quarter", 0.25),
        ("two thirds", 2 / 3),
        ("three-quarters", 0.75),
        ("4 trillion", 4e12),
        ("half a million", 500_000),
        ("a million", 1_000_000),
        ("two million three hundred thousand", 2_300_000),
        ("2½", 2.5),
        ("Twelve", 12),
        ("0.5", 0.5),
        ("2 lakh", 200_000),
        ("the", None),
        ("", None),
        ("a", None),
        ("m", None),
        ("two three", None),
        ("nineteen ninety", None),
        ("dozens", None),
        ("millions", None),
        ("and", None),
        ("one and", None),
        ("many", None),
        ("k", None),
    ],
)
def test_numbers_in_words(words: str, value: float | None) -> None:
    found = english.number_word(words)
    assert found is None if value is None else found == pytest.approx(value)


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("56th", 56),
        ("1st", 1),
        ("22nd", 22),
        ("first", 1),
        ("Second", 2),
        ("twenty-first", 21),
        ("hundredth", 100),
        ("thirtieth", 30),
        ("sixty eighth", 68),
        ("two", None),
        ("56", None),
        ("th", None),
        ("twenty-tenth", None),
        ("", None),
    ],
)
def test_ordinals(token: str, value: int | None) -> None:
    assert english.ordinal(token) == value
