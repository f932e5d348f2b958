"""Harmless changes of wording: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "In spring the board will reopen the ferry line.",
        "The board will reopen the ferry line in spring.",
        [("wording", "cosmetic", "In spring", "in spring")],
    ),
    (
        "The board bought a big ferry.",
        "The board purchased a large ferry.",
        [("wording", "cosmetic", "bought a big", "purchased a large")],
    ),
    ("The colour of the ferry was grey.", "The color of the ferry was gray.", []),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_wording(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
