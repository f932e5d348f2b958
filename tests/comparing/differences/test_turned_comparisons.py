"""Comparisons turned round: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The new bridge is longer than the old one.",
        "The new bridge is shorter than the old one.",
        [("comparison", "conflicts", "longer", "shorter")],
    ),
    (
        "The Danes finished ahead of the Swedes in the relay.",
        "The Danes finished behind the Swedes in the relay.",
        [("comparison", "conflicts", "ahead of", "behind")],
    ),
    (
        "The Danes finished ahead of the Swedes in the relay.",
        "The Swedes finished ahead of the Danes in the relay.",
        [
            (
                "comparison",
                "conflicts",
                "Danes finished ahead of the Swedes",
                "Swedes finished ahead of the Danes",
            )
        ],
    ),
    (
        "By weight, the Danes finished ahead of the Swedes.",
        "The Danes finished ahead of the Swedes by weight.",
        [("wording", "cosmetic", "By weight", "by weight")],
    ),
    (
        "The board must spend at least 10 percent of its income on safety.",
        "The board must spend at most 10 percent of its income on safety.",
        [("comparison", "conflicts", "at least 10 percent", "at most 10 percent")],
    ),
    (
        "At least 300 people marched in Lund on Sunday.",
        "Fewer than 300 people marched in Lund on Sunday.",
        [("comparison", "conflicts", "At least 300", "Fewer than 300")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_comparisons(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
