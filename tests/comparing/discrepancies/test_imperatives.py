"""Orders where a lead-in asks for a verb in -ing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.imperatives import find

Read = Callable[..., Single]

CASES = [
    ("They will help by:\n\n• Send money to Lima.\n• Build a port.", ["Send", "Build"]),
    ("They will help by:\n\n• Sending money to Lima.\n• Building a port.", []),
    (
        "They will help by:\n\nSend money to Lima. Build a port.",
        ["Send", "Build"],
    ),  # a list that lost its marks
    ("They agreed to:\n\n• Send money to Lima.\n• Build a port.", []),  # the base form is due
    ("The plan has two steps:\n\n• Send money to Lima.\n• Build a port.", []),
    ("It was welcomed by:\n\n• Support for schools in Lima.\n• Work of the port.", []),  # nouns: abstains
    ("They help through:\n\n• Support of schools.\n• Build the port.", ["Build"]),
    # two lists, one fault
    ("They help by:\n\n• Send money.\n\nThey work by:\n\n• Build a port.", ["Send", "Build"]),
    ("KEY POINTS\n\n• Agreed to send money.\n• Discussed a port.", []),  # no lead-in
]


@pytest.mark.parametrize(("text", "verbs"), CASES)
def test_items_after_a_lead_in(read: Read, text: str, verbs: list[str]) -> None:
    found = list(find(read(text)))
    assert [r.quote for d in found for r in d.readings] == verbs
    assert len(found) == bool(verbs), "one fault, in however many places"
    assert all((d.relation, d.materiality) == ("differs", "cosmetic") for d in found)
