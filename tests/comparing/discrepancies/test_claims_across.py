"""Claims of two accounts side by side: epithets, how far they go, details, what one has alone, agreements."""

from __future__ import annotations

import pytest
from written import pair

from scripts.comparing.discrepancies import (
    across,
    commitment_levels,
    commitments,
    only_in_one,
    shared_topics,
    specificity,
)
from scripts.comparing.discrepancies.same_event import DIFFERENT, ONE, UNCLEAR, same_event
from scripts.record import Reference, Term, Topic

RECORD = Reference(
    terms=(
        Term("lantern", "exercise", "Iron Lantern", "", (), ("joint drills",), "", ("x",), "H", ""),
        Term("nsb", "body", "Nautical Safety Board", "NSB", (), ("safety bodies",), "", ("x",), "H", ""),
    ),
    topics=(
        Topic(
            "drills", "drills", ("drills", "Iron Lantern"), "D", "p. 1", "stated", "drills", ("x",), "H", ""
        ),
        Topic("herring", "herring", ("herring",), "D", "p. 2", "stated", "herring", ("x",), "H", ""),
    ),
)
REST = "Rain fell on the hills. Ships wait at noon."

COMMITMENTS = [
    (
        "Peru said that its commitment to the port of Callao is unwavering.",
        "Peru stated its unwavering commitment to the fishing fleet.",
        1,
    ),
    (
        "Peru said that its commitment to the fishing fleet is unwavering.",
        "Peru said that its commitment to the fishing fleet is unwavering.",
        0,
    ),
    ("Peru will buy an unwavering compass.", "Peru stated its unwavering commitment to the fleet.", 0),
]


@pytest.mark.parametrize(("left", "right", "count"), COMMITMENTS)
def test_commitments(left: str, right: str, count: int) -> None:
    found = list(commitments.find(pair(left, f"{right} {REST}")))
    assert [(d.type, d.relation) for d in found] == [("commitment", "differs")] * count


LEVELS = [
    # left, right, materiality of the difference ("" for none)
    ("Peru opened the new Harbour Cranes Agency.", "Peru will discuss the harbour cranes.", "material"),
    ("Peru agreed to buy harbour cranes.", "Peru discussed harbour cranes.", "minor"),
    ("Peru agreed to buy harbour cranes.", "Peru decided to buy harbour cranes.", ""),
    ("Peru agreed to discuss harbour cranes.", "Peru discussed harbour cranes.", ""),  # as far as its object
]


@pytest.mark.parametrize(("left", "right", "materiality"), LEVELS)
def test_how_far_claims_go(left: str, right: str, materiality: str) -> None:
    found = list(commitment_levels.find(pair(f"{left} {REST}", f"{right} Nurses left.")))
    assert [d.materiality for d in found] == ([materiality] if materiality else [])


SPECIFIC = [
    ("Troops held Iron Lantern at sea.", "Troops held joint drills at sea.", [("specificity", "lantern")]),
    ("Troops held Iron Lantern at sea.", "Troops held Iron Lantern at sea.", []),
    ("Troops held Iron Lantern at sea.", "Nurses of Quito went on strike.", []),
    ("Troops held joint drills at sea.", "Troops held joint drills at sea.", []),
]


@pytest.mark.parametrize(("left", "right", "expected"), SPECIFIC)
@pytest.mark.parametrize("turned", [False, True])
def test_a_name_against_plain_words(
    left: str, right: str, expected: list[tuple[str, str]], turned: bool
) -> None:
    both = (right, left) if turned else (left, right)
    found = list(specificity.find(pair(*both, RECORD)))
    assert [(d.type, d.slot.removeprefix("term ")) for d in found] == expected
    assert all(d.relation == "differs" and d.sources == ("L", "R") for d in found)


def test_topics_of_both_are_left_open_and_topics_of_one_stand_alone() -> None:
    both = pair("Troops held drills. Herring came.", "Drills were held in May.", RECORD)
    assert [(d.slot, d.relation) for d in shared_topics.find(both)] == [("topic drills", "undetermined")]
    alone = list(only_in_one.find(both))
    assert [(d.slot, d.sources, d.relation) for d in alone] == [
        ("topic herring, not in R", ("L",), "only in one source"),
    ]


ALONE = [
    # what only the left account says, materiality
    ("The museum has a garden.", "minor"),
    ("The museum has 40 gardens.", "material"),
    ("The council decided to close the museum.", "material"),
]


@pytest.mark.parametrize(("text", "materiality"), ALONE)
def test_what_only_one_account_says(text: str, materiality: str) -> None:
    found = list(only_in_one.find(pair(f"Cranes of Callao turn. {text}", "Cranes of Callao turn.")))
    assert [(d.readings[0].quote, d.materiality) for d in found] == [(text, materiality)]


SAME = "The harbour of Callao bought {} from Chile on {} May 2021 for its northern pier."
DETAILS = [
    # what fills the gaps on each side, types and relations above cosmetic
    (("12 cranes", "3"), ("14 cranes", "3"), [("number", "conflicts")]),
    (("12 cranes", "3"), ("12 cranes", "4"), [("date", "conflicts")]),
    (("12 cranes", "3"), ("12 cranes", "3"), []),
    (("twelve cranes", "3"), ("12 cranes", "3"), []),
]


@pytest.mark.parametrize(("left", "right", "expected"), DETAILS)
def test_details_of_near_identical_claims(
    left: tuple[str, str], right: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    found = across(pair(SAME.format(*left), SAME.format(*right)))
    assert [(d.type, d.relation) for d in found if d.type != "agreement"] == expected


def test_two_holders_of_an_office_are_told_once() -> None:
    left = "Peru’s Minister of Fisheries Ana Duarte opened the Callao pier in May."
    right = "Peru’s Minister of Fisheries Luis Poe opened the Callao pier in May."
    assert [d.type for d in across(pair(left, right)) if d.relation == "conflicts"] == ["office-holder"]


EVENTS = [
    ("The Lima Port Forum met on 3 May 2021.", "The Lima Port Forum met on 4 May 2021.", ONE),
    ("Cranes of Callao turned at noon.", "At noon the cranes of Callao turned.", ONE),
    ("On 3 May 2021 ships sank off Callao.", "On 9 June 1998 ships sank off Callao.", DIFFERENT),
    ("Herring came to Riga.", "Nurses left Quito.", DIFFERENT),
]


@pytest.mark.parametrize(("left", "right", "verdict"), EVENTS)
def test_whether_two_accounts_are_of_one_event(left: str, right: str, verdict: str) -> None:
    answer = same_event(pair(left, right))
    assert answer.verdict == verdict
    assert answer.why


def test_names_without_claims_in_common_leave_it_open() -> None:
    answer = same_event(pair("Rain wet Callao, then Moro.", "Nurses of Moro strike. Callao burns."))
    assert answer.verdict in {UNCLEAR, ONE}
