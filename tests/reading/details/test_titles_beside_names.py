"""Full names of persons, with the words beside them that say what they are."""

from __future__ import annotations

import pytest

from scripts.reading.details.titles_beside_names import full_names
from scripts.reading.words import words

# A text; the full names in it, each with the words of its role, nearest first.
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("The pilot Greta Holm landed.", [("Greta Holm", "pilot")]),
    ("Captain Greta Holm landed.", [("Greta Holm", "Captain")]),
    ("The Northern Ferry Board met.", []),
    ("Holm landed.", []),
    ("Rain fell on the quiet town.", []),
    ("The deputy health minister Ana Duarte left.", [("Ana Duarte", "minister health deputy")]),
    ("The Irish sculptor Ana Duarte left.", [("Ana Duarte", "sculptor")]),
    ("The sculptor Ana Duarte left.", [("Ana Duarte", "sculptor")]),
    ("Ana Duarte, pilot of tugs, left.", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, her old pilot, left.", [("Ana Duarte", "old pilot")]),
    ("Ana Duarte left.", [("Ana Duarte", "")]),
    ("Ana Duarte, who left, swam.", [("Ana Duarte", "")]),
    ("General Ana Duarte left.", [("Ana Duarte", "General")]),
    ("Dr Ana Duarte left.", [("Ana Duarte", "Dr")]),
    ("The Harbour Board left.", []),
    ("Chief of staff Ana Duarte and pilot Luis Poe left.", [("Ana Duarte", "staff"), ("Luis Poe", "pilot")]),
    ("Minister of trade Ana Duarte left.", [("Ana Duarte", "trade")]),
    ("Peru pilot Ana Duarte left.", [("Ana Duarte", "pilot")]),
    ("the sculptor, Ana Duarte, left", [("Ana Duarte", "sculptor")]),
    ("Secretary-General Ana Duarte left.", [("Ana Duarte", "Secretary General")]),
    ("They met pilot Ana Maria Luisa Duarte Poe.", []),
    ("the running Ana Duarte left", [("Ana Duarte", "")]),
    ("tired pilot Ana Duarte", [("Ana Duarte", "pilot")]),
    ("Lima Port Forum Ana Duarte left", []),
    ("The old pilot Ana Duarte left.", [("Ana Duarte", "pilot old")]),
    ("the pilot Ana Duarte, the mayor, left", [("Ana Duarte", "pilot mayor")]),
    ("pilot: Ana Duarte left", [("Ana Duarte", "pilot")]),
    ("pilot – Ana Duarte left", [("Ana Duarte", "")]),
    ("the pilot and mayor Ana Duarte left", [("Ana Duarte", "mayor")]),
    ("Ana Duarte, Peru pilot, left", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, the Peruvian pilot, left", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, their pilot, left", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, his pilot, left", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, pilot of old tugs and boats, left", [("Ana Duarte", "pilot")]),
    ("Ana Duarte - pilot", [("Ana Duarte", "")]),
    ("Ana Duarte: pilot", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, one two three four five six pilots", [("Ana Duarte", "")]),
    ("Ana Duarte, pilot", [("Ana Duarte", "pilot")]),
    ("Ana Duarte, a badly retired pilot, left", [("Ana Duarte", "")]),
    ("Ana Duarte, painter, left", [("Ana Duarte", "painter")]),
    ("Ana Duarte, painting, left", [("Ana Duarte", "")]),
    ("Deputy minister of health and trade Ana Duarte left.", [("Ana Duarte", "trade")]),
    ("The deputy minister for health Ana Duarte left.", [("Ana Duarte", "health")]),
    ("Minister-President Ana Duarte left.", [("Ana Duarte", "Minister President")]),
    ("Ana Duarte Poe Holm left.", [("Ana Duarte Poe Holm", "")]),
    ("Ana Duarte Poe Holm Lind left.", []),
    ("Captain Dr Ana Duarte left.", [("Ana Duarte", "Captain Dr")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_full_names(text: str, expected: list[tuple[str, str]]) -> None:
    found = full_names(words(text))
    assert [tuple(" ".join(w.text for w in part) for part in one) for one in found] == expected
