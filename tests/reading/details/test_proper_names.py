"""Names of states, places and bodies."""

from __future__ import annotations

import pytest

from scripts.reading.details.proper_names import names, states
from scripts.reading.words import words

CASES: list[tuple[str, list[tuple[str, str, bool]]]] = [
    (
        "Talks between Peru and the Andean Bank were held in Quito.",
        [("Peru", "PE", True), ("Andean Bank", "", False), ("Quito", "", True)],
    ),
    ("Crews of the Bank of New Zealand met on Monday in May.", [("Bank of New Zealand", "", False)]),
    ("U.S. crews left near Port Moro.", [("U.S.", "US", True), ("Port Moro", "", True)]),
    ("The NSB met.", [("NSB", "", False)]),
    ("Peru’s crews left.", [("Peru", "PE", True)]),
    ("North Korean boats left Ana-Maria.", [("North Korean", "KP", False), ("Ana-Maria", "", False)]),
    ("From Lima to Callao.", [("Lima", "", True), ("Callao", "", False)]),
    ("Chile and Peru", [("Chile", "CL", True), ("Peru", "PE", True)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = names(text)
    assert [(n.quote, n.country, n.place) for n in found] == expected
    assert all(text[n.start : n.end] == n.quote for n in found)


def test_names_outside_what_is_read_already() -> None:
    text = "Crews of Peru met the Andean Bank in Quito."
    first = names(text)[0]
    assert [n.quote for n in names(text, skip=[first])] == ["Andean Bank", "Quito"]
    assert [n.quote for n in names(text, 9, 33)] == ["Peru", "Andean Bank"]


STATES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Talks between Peru and the Andean Bank were held in Quito.", [("Peru", "PE")]),
    ("Crews of the Bank of New Zealand met on Monday in May.", [("New Zealand", "NZ")]),
    ("U.S. crews left near Port Moro.", [("U.S.", "US")]),
    ("The NSB met.", []),
    ("Peru’s crews left.", [("Peru’s", "PE")]),
    ("North Korean boats left Ana-Maria.", []),
    ("From Lima to Callao.", []),
    ("Chile and Peru", [("Chile", "CL"), ("Peru", "PE")]),
    (
        "The United States and South Korea met the Korean crew.",
        [("The United States", "US"), ("South Korea", "KR")],
    ),
    ("the Peru Chile talks", [("Peru", "PE"), ("Chile", "CL")]),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(" ".join(w.text for w in run), code) for run, code in states(words(text))] == expected
