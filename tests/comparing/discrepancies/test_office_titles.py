"""An office under a title that it does not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.office_titles import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    ("Peru's Secretary of Foreign Trade Ana Duarte spoke.", ["Secretary of Foreign Trade"]),
    ("Peru's Minister of Foreign Trade Ana Duarte spoke.", []),
    (
        "Peru's foreign trade minister, Ana Duarte, spoke.",
        [],
    ),  # the words in another order, the title its own
    ("Chile's Minister of Fisheries Luis Rojas spoke.", ["Minister of Fisheries"]),
    ("Chile's Fisheries Secretary Luis Rojas spoke.", []),
    ("Chile's former Fisheries Secretary Luis Rojas spoke.", []),
    ("Chile's fisheries chief, Luis Rojas, spoke.", []),  # a description, no title
    ("Minister Duarte spoke.", []),  # a title alone
    ("Brazil's Secretary of Fisheries Caio Lima spoke.", []),  # not on record
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_titles_of_offices(read: Read, record: Reference, text: str, quotes: list[str]) -> None:
    found = list(find(read(text, record)))
    assert [d.readings[0].quote.removeprefix("Peru's ").removeprefix("Chile's ") for d in found] == quotes
    assert all(d.readings[0].standing.verdict == "near" for d in found)
    assert not list(find(read(text)))
