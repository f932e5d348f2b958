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
    (
        "The winger was tripped by Ruiz as substitute Ana Duarte looked on from the bench.",
        "The winger was tripped by Ruiz as the impressive Ana Duarte looked on from the bench in the rain.",
        [
            ("office", "differs", "substitute", "the impressive"),
            ("wording", "cosmetic", "bench", "in the rain"),
        ],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_offices(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
