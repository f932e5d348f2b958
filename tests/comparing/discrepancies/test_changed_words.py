"""What nothing proves the same is told of two accounts, and nothing of it where likelihood is enough."""

from __future__ import annotations

import pytest
from written import pair

from scripts.comparing.discrepancies import Discrepancy, across
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    COSMETIC,
    DIFFERS,
    ONLY_IN_ONE,
    UNDETERMINED,
)

NURSE = "The nurse who won the lottery in Quito gave the clinic a new scanner in the spring."
Told = list[tuple[str, str, str]]


def told(left: str, right: str) -> list[Discrepancy]:
    return list(across(pair(left, right)))


def texts(found: list[Discrepancy]) -> Told:
    """Relation, and the words of either side."""
    sides = [[", ".join(r.quote for r in d.readings if r.source == s) for s in "LR"] for d in found]
    return [(d.relation, left, right) for d, (left, right) in zip(found, sides, strict=True)]


# One word changes and the sense may; its twin says the same in another form.
CASES: list[tuple[str, str, Told]] = [
    ("a word for a word", NURSE.replace("scanner", "roof"), [(DIFFERS, "scanner", "roof")]),
    (
        "a verb for a verb",
        NURSE.replace("gave", "promised"),
        [(DIFFERS, "nurse, gave", "nurse who won, promised")],
    ),
    ("the same word in the plural", NURSE.replace("a new scanner", "new scanners"), []),
    ("a name for a word", NURSE.replace("The nurse", "Ana Poe"), [(DIFFERS, "nurse", "Ana Poe")]),
    ("a hedge", NURSE.replace("gave", "may have given"), [(DIFFERS, "gave", "may have given")]),
    ("another tense of the past", NURSE.replace("gave", "has given"), []),
    ("a limiter", NURSE.replace("gave the", "gave only the"), [(DIFFERS, "clinic", "only the clinic")]),
    ("an article", NURSE.replace("gave the", "gave a"), []),
    ("a word less in a copy", NURSE.replace("new scanner", "scanner"), [(ONLY_IN_ONE, "new", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("other", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_told_of_two_claims(other: str, expected: Told) -> None:
    found = told(NURSE, other)
    assert texts([d for d in found if d.relation != AGREES]) == expected
    assert any(d.relation == AGREES and d.slot == "claim" for d in found) == (not expected)


def test_what_is_loosely_alike_is_left_open_in_one_row() -> None:
    found = told(NURSE, "For the clinic a scanner was bought: a nurse had paid.")
    (row,) = [d for d in found if d.slot == "words left over"]
    assert row.relation == UNDETERMINED
    assert {r.source for r in row.readings} == {"L", "R"}
    assert all(len(r.quote) < len(NURSE) for r in row.readings)
    assert not [d for d in found if d.relation == AGREES]


LEAD = "Thick ice shut the harbour of Orne on Sunday after midnight."
LEAD_OTHERWISE = "Two trawlers broke out of the harbour of Orne on Sunday after midnight."
BODY = (
    " Two ferries were moved to Lund. The mayor praised the crews. The school stays closed. Divers will"
    " look at the hull."
)


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("", "", DIFFERS),  # it is all that is told
        ("", BODY, UNDETERMINED),  # the first sentence sums up what follows
        ("Ice in Orne\n\n", BODY, UNDETERMINED),  # below a headline as well
        ("A mild week is ahead of us. Few ships came. ", BODY, DIFFERS),
    ],
    ids=["alone", "first", "below a headline", "third"],
)
def test_other_words_in_what_sums_up_an_account_are_left_open(
    before: str, behind: str, expected: str
) -> None:
    found = told(before + LEAD + behind, before + LEAD_OTHERWISE + behind)
    words = [d for d in found if d.type in ("wording", "same-subject") and "shut" in str(d.readings)]
    assert [d.relation for d in words] == [expected]


def test_what_is_told_less_exactly_is_minor() -> None:
    (found,) = told("Some 3,200 dockers left Orne.", "Thousands of dockers left Orne.")
    assert (found.type, found.relation, found.materiality) == ("exactness", DIFFERS, "minor")


def test_the_same_words_in_another_order_do_not_agree() -> None:
    found = told("The old dog of the vicar bit the young cat.", "The young cat of the vicar bit the old dog.")
    assert AGREES not in {d.relation for d in found}
    assert found


def test_nothing_is_cosmetic_for_being_likely() -> None:
    """Where likelihood is enough, the same two claims agree and what changed is cosmetic."""
    other = NURSE.replace("scanner", "heater")
    likely = across(pair(NURSE, other))
    assert not [d for d in likely if d.slot == "words left over"]
    assert not [d for d in told(NURSE, other) if d.materiality == COSMETIC or d.relation == AGREES]


def test_what_other_rules_told_is_not_told_again() -> None:
    found = told("The mine has 12 lifts and 3 doors.", "The mine has 14 lifts and 3 doors.")
    assert [(d.type, d.relation) for d in found] == [("number", CONFLICTS)]


def test_each_claim_meets_its_best_partner_only() -> None:
    left = f"{NURSE} The clinic in Quito has a scanner."
    found = [d for d in told(left, NURSE) if d.slot == "claim"]
    assert [d.relation for d in found if len(d.sources) > 1] == [AGREES]


def test_a_denial_and_an_exchange_are_marked_with_what_they_turn_on() -> None:
    (denial, *_) = told("No old scanner was sold.", "One old scanner was sold.")
    assert "No" in {r.quote for r in denial.readings if r.source == "L"}
    (roles,) = told("The nurse thanked the vicar of Quito.", "The vicar of Quito thanked the nurse.")
    assert all("thanked" in " ".join(r.quote for r in roles.readings if r.source == s) for s in "LR")
