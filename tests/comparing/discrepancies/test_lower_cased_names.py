"""Proper names written as common words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.lower_cased_names import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    # text, what is found, materiality
    ("They founded a nautical safety board in Lima.", ["nautical safety board"], "material"),
    ("They founded the Nautical safety Board in Lima.", ["Nautical safety Board"], "material"),
    ("They founded the Nautical Safety Board in Lima.", [], ""),
    ("NAUTICAL SAFETY BOARD\n\nIt met in Lima on Monday.", [], ""),  # a heading has capitals of its own
    ("They spoke of extended protection.", [], ""),  # a term of art has none to lose
    ("The 3+3 meeting took place in Lima.", ["3+3 meeting"], "cosmetic"),
    ("The 3+3 Meeting took place in Lima.", [], ""),
    ("The board for safety met in Lima.", [], ""),
]


@pytest.mark.parametrize(("text", "quotes", "materiality"), CASES)
def test_names_in_lower_case(
    read: Read, record: Reference, text: str, quotes: list[str], materiality: str
) -> None:
    found = list(find(read(text, record)))
    assert [d.readings[0].quote for d in found] == quotes
    assert all(d.materiality == materiality for d in found)
    assert not list(find(read(text)))
