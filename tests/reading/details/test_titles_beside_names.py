"""What somebody is said to be, and full names."""

from __future__ import annotations

import pytest

from scripts.reading.details.titles_beside_names import full_names, in_role, role_bearers, roles
from scripts.reading.words import words

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


# A text; the words that say what somebody is, the words of names beside a role, full names with their roles.
BESIDE: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    (
        "The deputy health minister Ana Duarte left.",
        "deputy health minister",
        "ana duarte",
        [("Ana Duarte", "minister health deputy")],
    ),
    ("The Irish sculptor Ana Duarte left.", "sculptor", "ana duarte", [("Ana Duarte", "sculptor")]),
    ("The sculptor Ana Duarte left.", "sculptor", "ana duarte", [("Ana Duarte", "sculptor")]),
    ("Ana Duarte, pilot of tugs, left.", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, her old pilot, left.", "old pilot", "ana duarte", [("Ana Duarte", "old pilot")]),
    ("Ana Duarte left.", "", "", [("Ana Duarte", "")]),
    ("Ana Duarte, who left, swam.", "", "", [("Ana Duarte", "")]),
    ("General Ana Duarte left.", "General", "", [("Ana Duarte", "General")]),
    ("Dr Ana Duarte left.", "", "", [("Ana Duarte", "Dr")]),
    ("The Harbour Board left.", "", "", []),
    (
        "Chief of staff Ana Duarte and pilot Luis Poe left.",
        "Chief of staff pilot",
        "ana duarte luis poe",
        [("Ana Duarte", "staff"), ("Luis Poe", "pilot")],
    ),
    ("Minister of trade Ana Duarte left.", "Minister of trade", "ana duarte", [("Ana Duarte", "trade")]),
    ("The minister of Lima left.", "minister", "", []),
    ("Peru pilot Ana Duarte left.", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("the sculptor, Ana Duarte, left", "sculptor", "ana duarte", [("Ana Duarte", "sculptor")]),
    ("Secretary-General Ana Duarte left.", "Secretary General", "", [("Ana Duarte", "Secretary General")]),
    ("They met pilot Ana Maria Luisa Duarte Poe.", "pilot", "ana duarte luisa maria poe", []),
    ("the running Ana Duarte left", "", "", [("Ana Duarte", "")]),
    ("tired pilot Ana Duarte", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Lima Port Forum Ana Duarte left", "", "", []),
    ("pilot A Duarte left", "pilot", "a duarte", []),
    ("The old pilot Ana Duarte left.", "old pilot", "ana duarte", [("Ana Duarte", "pilot old")]),
    ("the pilot Ana Duarte, the mayor, left", "pilot mayor", "ana duarte", [("Ana Duarte", "pilot mayor")]),
    ("pilot: Ana Duarte left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("pilot – Ana Duarte left", "", "", [("Ana Duarte", "")]),
    ("the pilot and mayor Ana Duarte left", "mayor", "", [("Ana Duarte", "mayor")]),
    ("Ana Duarte, Peru pilot, left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, the Peruvian pilot, left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, their pilot, left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, his pilot, left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, pilot of old tugs and boats, left", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte - pilot", "", "", [("Ana Duarte", "")]),
    ("Ana Duarte: pilot", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, one two three four five six pilots", "", "", [("Ana Duarte", "")]),
    ("Ana Duarte, pilot", "pilot", "ana duarte", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, a badly retired pilot, left", "", "", [("Ana Duarte", "")]),
    ("Ana Duarte, painter, left", "painter", "ana duarte", [("Ana Duarte", "painter")]),
    ("Ana Duarte, painting, left", "", "", [("Ana Duarte", "")]),
    (
        "Deputy minister of health and trade Ana Duarte left.",
        "Deputy minister of health trade",
        "ana duarte",
        [("Ana Duarte", "trade")],
    ),
    (
        "The deputy minister for health Ana Duarte left.",
        "deputy minister for health",
        "ana duarte",
        [("Ana Duarte", "health")],
    ),
    ("minister of boats left", "minister", "", []),
    ("minister of health left", "minister of health", "", []),
    ("the Peru health minister left", "health minister", "", []),
    ("health minister secretary left", "health minister secretary", "", []),
    ("Minister-President Ana Duarte left.", "Minister President", "", [("Ana Duarte", "Minister President")]),
    ("old deputy left", "old deputy", "", []),
    ("the national health minister left", "national health minister", "", []),
    ("Ana Duarte Poe Holm left.", "", "", [("Ana Duarte Poe Holm", "")]),
    ("Ana Duarte Poe Holm Lind left.", "", "", []),
    ("Captain Dr Ana Duarte left.", "Captain Dr", "", [("Ana Duarte", "Captain Dr")]),
]


@pytest.mark.parametrize(("text", "said", "bearers", "names"), BESIDE)
def test_roles_and_their_bearers(text: str, said: str, bearers: str, names: list[tuple[str, str]]) -> None:
    terms = words(text)
    starts = roles(terms)
    assert " ".join(w.text for w in terms if w.start in starts) == said
    assert " ".join(sorted(role_bearers(terms))) == bearers
    told = [
        (" ".join(w.text for w in name), " ".join(w.text for w in role)) for name, role in full_names(terms)
    ]
    assert told == names


# A text, a name in it, and whether the name stands beside what its bearer is.
IN_ROLE: list[tuple[str, str, bool]] = [
    ("The pilot Ana Duarte left.", "Ana Duarte", True),
    ("The Peruvian Ana Duarte left.", "Ana Duarte", True),
    ("Minister Duarte left.", "Duarte", True),
    ("Crews met Duarte.", "Duarte", False),
    ("Ana Duarte, a pilot, left.", "Ana Duarte", True),
    ("the Peru Duarte left", "Peru Duarte", True),
    ("Ana Duarte left.", "Ana Duarte", False),
    ("Minister, as Duarte left.", "Duarte", False),
]


@pytest.mark.parametrize(("text", "name", "expected"), IN_ROLE)
def test_names_in_a_role(text: str, name: str, expected: bool) -> None:
    terms = words(text)
    assert in_role(terms, [w for w in terms if w.text in name.split()]) is expected
