"""What somebody is: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "Transport Minister Greta Holm opened the ferry line.",
        "Finance Minister Greta Holm opened the ferry line.",
        [("office", "conflicts", "Transport", "Finance")],
    ),
    (
        "Greta Holm, the Danish pilot, opened the ferry line.",
        "Greta Holm, the Danish lawyer, opened the ferry line.",
        [("office", "conflicts", "pilot", "lawyer")],
    ),
    (
        "Professor Greta Holm opened the ferry line.",
        "Prof. Greta Holm opened the ferry line.",
        [("wording", "cosmetic", "Professor", "Prof.")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_offices(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
