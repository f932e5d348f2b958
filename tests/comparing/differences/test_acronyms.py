"""Short names: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The Northern Ferry Board (NFB) will meet the unions.",
        "The Northern Ferry Board (NBF) will meet the unions.",
        [("acronym", "conflicts", "NFB", "NBF")],
    ),
    (
        "The NFB will meet the unions in spring.",
        "The RSPB will meet the unions in spring.",
        [("acronym", "conflicts", "NFB", "RSPB")],
    ),
    (
        "The NFB will meet the unions in spring.",
        "The Northern Ferry Board will meet the unions in spring.",
        [("acronym", "cosmetic", "NFB", "Northern Ferry Board")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_acronyms(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
