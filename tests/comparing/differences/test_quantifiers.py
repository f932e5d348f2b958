"""Shares of a whole: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "All ferries sailed on time in the morning.",
        "Most ferries sailed on time in the morning.",
        [("quantifier", "conflicts", "All", "Most")],
    ),
    (
        "Most ferries sailed on time in the morning.",
        "The majority of ferries sailed on time in the morning.",
        [("quantifier", "cosmetic", "Most", "The majority")],
    ),
    (
        "No ferry sailed on time in the morning.",
        "Every ferry sailed on time in the morning.",
        [("quantifier", "conflicts", "No", "Every")],
    ),
    (
        "Ferries sailed on time in the morning fog.",
        "All ferries sailed on time in the morning fog.",
        [("quantifier", "differs", "Ferries", "All ferries")],
    ),
    (
        "The pact was signed by all nine coastal towns in March.",
        "Leaders said the pact had been signed by most of the nine coastal towns.",
        [
            ("quantifier", "conflicts", "all", "most of"),
            ("wording", "cosmetic", "in March", "towns"),
            ("wording", "cosmetic", "The", "Leaders said the"),
        ],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_quantifiers(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
