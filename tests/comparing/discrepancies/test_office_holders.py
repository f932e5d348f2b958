"""Who holds an office: conflict, agreement in other spellings, and where nothing can be said."""

from __future__ import annotations

import pytest
from written import pair

from scripts.comparing.discrepancies.office_holders import find

ANA, LUIS = "Peru’s Health Minister Ana Duarte", "Peru’s Health Minister Luis Poe"
CASES = [
    # left, right, (type, relation) of what is found
    (f"{ANA} spoke.", f"{LUIS} left.", [("office-holder", "conflicts")]),
    (f"{ANA} spoke.", f"{ANA} left.", [("agreement", "agrees")]),
    (f"{ANA} spoke.", "Ana Duarte, Peru’s health minister, left.", [("agreement", "agrees")]),
    (f"{ANA} spoke.", "Peru’s Health Minister Duarte left.", [("agreement", "agrees")]),
    (f"{ANA} spoke.", "Peru’s Health Minister Ana M. Duarte left.", [("agreement", "agrees")]),
    (f"{ANA} spoke.", "Peru’s Health Minister Ana Duartes left.", [("office-holder", "undetermined")]),
    (f"{ANA} spoke.", "Chile’s Health Minister Luis Poe left.", []),  # of another country
    (f"{ANA} spoke.", "Peru’s Trade Minister Luis Poe left.", []),  # another office
    (f"{ANA} spoke.", "Luis Poe left.", []),  # no office
    (f"{ANA} spoke. {LUIS} followed.", f"{LUIS} left.", [("office-holder", "undetermined")]),  # two in one
    ("Minister Duarte spoke.", "Minister Poe left.", []),  # ministers of what?
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
@pytest.mark.parametrize("turned", [False, True])
def test_office_holders(left: str, right: str, expected: list[tuple[str, str]], turned: bool) -> None:
    both = (right, left) if turned else (left, right)
    found = list(find(pair(*both)))
    assert [(d.type, d.relation) for d in found] == expected
    for discrepancy in found:
        assert discrepancy.sources == ("L", "R")
        assert discrepancy.materiality == ("minor" if discrepancy.relation == "undetermined" else "material")


def test_a_conflict_shows_both_names_in_full() -> None:
    (found,) = find(pair(f"{ANA} spoke. Minister Duarte left.", f"{LUIS} spoke."))
    assert [r.value for r in found.readings] == ["Ana Duarte", "Luis Poe"]
    assert [r.quote for r in found.readings] == [ANA, LUIS]
    assert "L names Ana Duarte" in found.rationale
    assert "R names Luis Poe" in found.rationale
