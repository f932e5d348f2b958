"""To come, or done: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The board will reopen the ferry line in spring.",
        "The board reopened the ferry line in spring.",
        [("tense", "differs", "will reopen", "reopened")],
    ),
    (
        "The ferry line will be reopened by the board in spring.",
        "The board will reopen the ferry line in spring.",
        [("wording", "cosmetic", "reopened by the board", "The board will reopen")],
    ),
    ("The board says the ferry line is safe.", "The board said the ferry line was safe.", []),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_tenses(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
