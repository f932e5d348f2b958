"""One group as "their" and as "our"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.person_shifts import find

Read = Callable[..., Single]

CASES = [
    # text, the readings of each finding
    (
        "Peru and Chile are opening their ports, allowing us to trade.",
        [["their ports", "us"]],
    ),
    (
        "Peru and Chile are opening their ports by:\n\n• Building our cranes.\n• Digging.",
        [["their ports", "our cranes"]],
    ),
    (
        "We widened our fish trade. We met our guests. Peru and Chile build up their trade by:\n\n• Digging.",
        [["their trade", "our fish trade"]],  # the earlier place that speaks of the same thing
    ),
    ("Peru and Chile are opening their ports.", []),
    ("Peru and Chile opened their ports. “It is our gain,” she said.", []),  # a quotation has its own speaker
    ("Peru and Chile opened their ports. “It is our gain.", []),
    ("We thank our guests for their help.", []),  # of others
    ("Fishermen brought their boats to our port.", []),  # no states: abstains
    ("Peru opened its ports to our fleet.", []),  # one state may be a member of the group: abstains
]


@pytest.mark.parametrize(("text", "readings"), CASES)
def test_persons(read: Read, text: str, readings: list[list[str]]) -> None:
    found = list(find(read(text)))
    assert [[r.quote for r in d.readings] for d in found] == readings
    assert all((d.relation, d.materiality) == ("differs", "cosmetic") for d in found)
