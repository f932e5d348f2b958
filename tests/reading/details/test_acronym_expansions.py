"""Names with their acronyms, and whether the words make them: golden/acronym_expansions.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.details.acronym_expansions import expansions, spells

CASES = listed(Path(__file__).with_name("golden") / "acronym_expansions.txt")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_short_forms(case: Listed) -> None:
    found = expansions(case.text)
    told = (f"{e.quote} | {e.name} | {e.acronym} | {e.fit} | {e.acronym_start}" for e in found)
    assert tuple(told) == case.expected
    assert all(case.text[e.start : e.end] == e.quote for e in found)


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
