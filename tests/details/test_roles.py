"""What somebody is said to be, and full names."""

from __future__ import annotations

import pytest

from scripts.details.roles import full_names, role_bearers, roles
from scripts.words import words

CASES = [
    # text, the words that say what somebody is
    ("The deputy finance minister spoke.", "deputy finance minister"),
    ("The Danish pilot Greta Holm landed.", "pilot"),
    ("Greta Holm, a local pilot, landed.", "local pilot"),
    ("The pilot landed in Aarhus.", ""),  # no name beside it, and no title of an office
    ("The Northern Ferry Board met.", ""),  # a body is nobody
    ("Rain fell on the quiet town.", ""),
]
NAMES = [
    ("The pilot Greta Holm landed.", ["Greta Holm"]),
    ("Captain Greta Holm landed.", ["Greta Holm"]),
    ("The Northern Ferry Board met.", []),
    ("Holm landed.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_roles(text: str, expected: str) -> None:
    terms = words(text)
    found = roles(terms)
    assert " ".join(w.text for w in terms if w.start in found) == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_full_names(text: str, expected: list[str]) -> None:
    assert [" ".join(w.text for w in name) for name, _ in full_names(words(text))] == expected


def test_role_bearers_are_known_by_each_part_of_the_name() -> None:
    assert role_bearers(words("The pilot Greta Holm landed beside Aarhus Bay.")) == {"greta", "holm"}
