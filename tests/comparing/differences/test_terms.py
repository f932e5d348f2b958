"""Names of things: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The board adopted a fuel surcharge rule.",
        "The board adopted a fuel subsidy rule.",
        [("term", "conflicts", "surcharge", "subsidy")],
    ),
    (
        "The panel studied tidal energy storage.",
        "The panel studied titanic energy storage.",
        [("term", "conflicts", "tidal", "titanic")],
    ),
    (
        "The board scolded the crew of the ferry.",
        "The board chided the crew of the ferry.",
        [("wording", "cosmetic", "scolded", "chided")],
    ),
    (
        "The panel heard the undertaker in private.",
        "The panel heard the undertaking in private.",
        [("term", "conflicts", "undertaker", "undertaking")],
    ),
    (
        "The board of the port adopted a fuel surcharge rule for ferries in the spring.",
        "The board of the port adopted a fuel levy rule for ferries and tugs in the spring.",
        [
            ("term", "differs", "surcharge", "levy"),
            ("wording", "cosmetic", "in", "and tugs in"),
        ],
    ),
    ("The board bought fuel.", "The panel heard witnesses.", []),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_terms(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
