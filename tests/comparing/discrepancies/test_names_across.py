"""Names over two whole accounts: first names, states of persons, short forms, bearings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from written import pair

from scripts.comparing.discrepancies import Discrepancy, Pair
from scripts.comparing.discrepancies.acronym_senses import find as senses
from scripts.comparing.discrepancies.bearings import find as bearings
from scripts.comparing.discrepancies.namesakes import find as namesakes
from scripts.comparing.discrepancies.nationalities import find as nationalities

Rule = Callable[[Pair], Iterator[Discrepancy]]
CASES: list[tuple[Rule, str, str, list[str]]] = [
    (
        namesakes,
        "Judge Helena Brandt read the verdict. Rain fell.",
        "The case was heard by Judge Peter Brandt at noon.",
        ["conflicts"],
    ),
    (namesakes, "Judge Helena Brandt read the verdict.", "Judge Helen Brandt sat at noon.", []),  # cut short
    (namesakes, "Judge Beatrix Brandt read it.", "The case went to Judge Bea Brandt.", []),
    (namesakes, "Judge William Brandt read it.", "The case went to Judge Will Brandt.", []),
    (namesakes, "Judge Margit Brandt read it.", "The case went to Judge Margot Brandt.", ["undetermined"]),
    (namesakes, "Judge William Brandt read it.", "The case went to Judge Bill Brandt.", []),
    (
        nationalities,
        "On Sunday Kenyan Ken Adoh won the race.",
        "The winner was Ken Adoh of Ethiopia.",
        ["conflicts"],
    ),
    (nationalities, "On Sunday Kenya's Ken Adoh won.", "The winner was Ken Adoh of Kenya.", []),
    (nationalities, "On Sunday Kenyan Ken Adoh won.", "The winner was Lea Adoh of Ethiopia.", []),
    # An account that gives one person two states says nothing of either; a body is no person.
    (
        nationalities,
        "Kenyan Ken Adoh beat Ethiopia's Ken Adoh.",
        "The winner was Ken Adoh of Ethiopia.",
        [],
    ),
    (nationalities, "The Central Bank of Kenya acted.", "Ethiopia's Central Bank acted.", []),
    # Two bearers in one account: a family, which says nothing.
    (namesakes, "Judge Helena Brandt met Judge Otto Brandt.", "Judge Peter Brandt sat at noon.", []),
    # Neither one role nor aligned claims.
    (namesakes, "Judge Helena Brandt read the verdict.", "The baker Peter Brandt sold pies.", []),
    (
        senses,
        "The Harbour Rescue Board (HRB) met in May.",
        "The Highland Railway Board (HRB) was told.",
        ["conflicts"],
    ),
    (senses, "The Harbour Rescue Board (HRB) met.", "The Harbour Rescue Board (HRB) was told.", []),
    (senses, "The Harbour Rescue Board (HRB) met.", "The HRB was told.", []),
    (bearings, "It sank 9 miles east of Port Ash.", "It sank 9 miles west of Port Ash.", ["conflicts"]),
    (bearings, "It sank north-east of Port Ash.", "It lies 3 km southwest of Port Ash.", ["conflicts"]),
    (bearings, "It sank north of Port Ash.", "It sank north-west of Port Ash.", []),
    (bearings, "It sank north of Port Ash.", "It sank south of Cape Dun.", []),
    # An account with two things at two bearings of one place says nothing of either.
    (
        bearings,
        "Fires burn east of Port Ash. Crews rest west of Port Ash.",
        "Fires burn west of Port Ash.",
        [],
    ),
]


@pytest.mark.parametrize(("rule", "left", "right", "relations"), CASES)
def test_names_across(rule: Rule, left: str, right: str, relations: list[str]) -> None:
    assert [d.relation for d in rule(pair(left, right))] == relations
