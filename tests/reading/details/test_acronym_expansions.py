"""Names with their short forms: what the letters stand for, and whether the words make them."""

from __future__ import annotations

import pytest

from scripts.reading.details.acronym_expansions import expansions, spells

# A text; the words, the name, its short form, whether the one makes the other, where the bracket stands.
Told = tuple[str, str, str, str, int]
CASES: list[tuple[str, list[Told]]] = [
    (
        "the Coastal Advisory Board (CAB) met",
        [("Coastal Advisory Board (CAB)", "Coastal Advisory Board", "CAB", "fits", 27)],
    ),
    (
        "the Coastal Advisory Board (CFB) met",
        [("Coastal Advisory Board (CFB)", "Coastal Advisory Board", "CFB", "misfit", 27)],
    ),
    (
        "the Coastal Advisory Board (BCA) met",
        [("Coastal Advisory Board (BCA)", "Coastal Advisory Board", "BCA", "reordered", 27)],
    ),
    (
        "the Coastal Advisory Board of Lima (CAB) met",
        [("Coastal Advisory Board of Lima (CAB)", "Coastal Advisory Board of Lima", "CAB", "displaced", 35)],
    ),
    (
        "the Coastal Advisory Board in south Lima (CAB) met",
        [
            (
                "Coastal Advisory Board in south Lima (CAB)",
                "Coastal Advisory Board in south Lima",
                "CAB",
                "displaced",
                41,
            )
        ],
    ),
    (
        "tonnage and draught survey (TDS)",
        [("tonnage and draught survey (TDS)", "tonnage and draught survey", "TDS", "fits", 27)],
    ),
    ("tonnage survey of boats (TSX)", []),
    ("crews met (CAB)", []),
    ("Lima. Coastal Board (CB)", [("Coastal Board (CB)", "Coastal Board", "CB", "fits", 20)]),
    ("the Board (CB) met", []),
    ("the “Coastal Board” (“CB”) met", [("Coastal Board” (“CB”)", "Coastal Board", "CB", "fits", 20)]),
    ("the Coastal Boards (CBs) met", [("Coastal Boards (CBs)", "Coastal Boards", "CB", "fits", 19)]),
    (
        "Department for Trade & Industry (DTI)",
        [("Department for Trade & Industry (DTI)", "Department for Trade & Industry", "DTI", "fits", 32)],
    ),
    ("the Coastal Board (C.B.) met", [("Coastal Board (C.B.)", "Coastal Board", "C.B.", "fits", 18)]),
    ("Lima Ports; Coastal Board (CB)", [("Coastal Board (CB)", "Coastal Board", "CB", "fits", 26)]),
    ("The Old (TO)", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_short_forms(text: str, expected: list[Told]) -> None:
    found = expansions(text)
    assert [(e.quote, e.name, e.acronym, e.fit, e.acronym_start) for e in found] == expected
    assert all(text[e.start : e.end] == e.quote for e in found)


@pytest.mark.parametrize(
    ("run", "letters", "expected"),
    [
        ([("COASTAL", False), ("BOARD", False)], "CB", True),
        ([("COASTAL", False), ("OF", True), ("BOARD", False)], "CB", True),
        ([("COASTAL", False), ("OF", True), ("BOARD", False)], "COB", True),
        ([("COASTAL", False), ("OLD", False), ("BOARD", False)], "CB", False),
        ([("COASTAL", False), ("BOARD", False)], "CBX", False),
        ([("COASTAL", False)], "CB", False),
        ([], "C", False),
    ],
)
def test_whether_initials_spell_a_short_form(
    run: list[tuple[str, bool]], letters: str, expected: bool
) -> None:
    assert spells(run, letters) is expected
