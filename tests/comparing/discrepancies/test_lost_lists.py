"""Lists whose items run on in one paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.lost_lists import find

Read = Callable[..., Single]

CASES = [
    # text, how many items each finding counts
    ("They will help by:\n\nSend money to Lima. Build a port. Dig a canal.", [3]),
    ("They will help by:\n\nSending money to Lima. It is much. Building a port.", [2]),  # a sentence between
    ("They will help by:\n\n• Send money to Lima.\n• Build a port.", []),  # a list, whole
    ("They will help by:\n\nSend money to Lima.", []),  # one item
    ("She said this:\n\nThe port is open. It is deep.", []),
    ("He recalled it:\n\nGiven the storm, they stayed. The port was shut.", []),  # no item
    ("Send money to Lima. Build a port.", []),  # no lead-in
]


@pytest.mark.parametrize(("text", "items"), CASES)
def test_lists(read: Read, text: str, items: list[int]) -> None:
    found = list(find(read(text)))
    assert [int(d.rationale.split("” ")[1].split()[0]) for d in found] == items
    assert all((d.relation, d.materiality) == ("differs", "cosmetic") for d in found)
    for discrepancy in found:
        assert discrepancy.readings[0].quote == text.split("\n\n")[1]
