"""Contraries: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "Ticket prices on the ferry line rose in spring.",
        "Ticket prices on the ferry line fell in spring.",
        [("opposite", "conflicts", "rose", "fell")],
    ),
    (
        "Ticket prices on the ferry line rose in spring.",
        "Ticket prices on the ferry line climbed in spring.",
        [("wording", "cosmetic", "rose", "climbed")],
    ),
    (
        "The harvest of barley in the valley fell by 12 percent last season.",
        "Barley crops across the valley climbed by 12 percent last season, farmers say.",
        [
            ("opposite", "conflicts", "fell", "climbed"),
            ("wording", "cosmetic", "The harvest of barley", "Barley"),
            ("wording", "cosmetic", "in", "crops across"),
            ("wording", "cosmetic", "season", "farmers say"),
        ],
    ),
    ("The harvest fell.", "Tourism to the northern islands climbed in the same year.", []),
    (
        "It was the first title for Duarte, who had the most goals of his team.",
        "Duarte won the last trophy that was missing, with most goals of his team.",
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_opposites(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
