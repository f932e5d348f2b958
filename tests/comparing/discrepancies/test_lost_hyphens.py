"""A term whose hyphen carries its sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.lost_hyphens import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    ("They discussed land sea transport in Lima.", ["land sea transport"]),
    ("They discussed land-sea transport in Lima.", []),
    ("They discussed land–sea transport in Lima.", []),  # a dash joins as well
    ("They discussed transport by land and by sea.", []),
    ("They discussed industrial base planning.", []),  # a compound that is not on record
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_lost_hyphens(read: Read, record: Reference, text: str, quotes: list[str]) -> None:
    found = list(find(read(text, record)))
    assert [d.readings[0].quote for d in found] == quotes
    assert all(d.readings[0].standing.verdict == "near" for d in found)
    assert not list(find(read(text)))
