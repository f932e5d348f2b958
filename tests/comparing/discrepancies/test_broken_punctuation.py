"""Marks that collide, and capitals amid a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.broken_punctuation import find

Read = Callable[..., Single]

CASES = [
    ("They widened the harbour. , deepened it and left.", ["harbour. , deepened"]),
    ("They widened the harbour, , deepened it and left.", ["harbour, , deepened"]),
    ("They widened the harbour ( ) and left.", ["harbour ( ) and"]),
    ("They widened the harbour.. Then they left.", ["harbour.."]),
    ("They widened it. , dug and. , left.", ["it. , dug", "and. , left."]),
    ("They widened the harbour, deepened it... and left.", []),  # an ellipsis
    ("They met Acme Corp., the builder, at 9 a.m., and left.", []),  # a stop that the word owns
    ("Prices rose .5 percent, it said.", []),
    ("They agreed on dialogue, and Increased trade in fish.", ["and Increased trade"]),
    ("They agreed on dialogue, and increased trade in fish.", []),
    ("He spoke to Walker and United fans. Then United won.", []),  # a name elsewhere: abstains
    ("They work in Research and Advanced Materials.", []),  # part of a name
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_punctuation(read: Read, text: str, quotes: list[str]) -> None:
    found = list(find(read(text)))
    assert [d.readings[0].quote for d in found] == quotes
    assert all((d.relation, d.materiality) == ("differs", "cosmetic") for d in found)
