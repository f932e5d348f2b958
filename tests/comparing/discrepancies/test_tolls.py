"""Tolls of two accounts: a table of accounts of one accident, and what comes of their counts."""

from __future__ import annotations

import pytest
from written import single

from scripts.comparing.discrepancies import tolls
from scripts.comparing.discrepancies.rule_inputs import Pair

LEAD = "A tram left the rails in Porto Velho on Monday."
CASES: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        f"{LEAD} Seven people were killed.",
        "The tram accident in Porto Velho cost nine lives, the mayor said.",
        [("number", "conflicts", "number of deaths")],
    ),
    (
        f"{LEAD} At least seven people were killed.",
        "The tram accident in Porto Velho cost nine lives, the mayor said.",
        [("number", "differs", "number of deaths")],
    ),
    (
        f"{LEAD} Nine people died and 20 were injured.",
        "The tram accident in Porto Velho cost nine lives, the mayor said.",
        [("agreement", "agrees", "number of deaths")],
    ),
    (
        f"{LEAD} No one was killed.",
        "The tram accident in Porto Velho killed one person, the mayor said.",
        [("number", "conflicts", "number of deaths")],
    ),
    # A later number that is larger may be the total: which one is meant cannot be told.
    (
        f"{LEAD} Two people died at once. By evening nine people had died.",
        "The tram accident in Porto Velho cost seven lives, the mayor said.",
        [],
    ),
    # ... unless the account says that it is the sum.
    (
        f"{LEAD} Two people died at once. By evening a total of nine people had died.",
        "The tram accident in Porto Velho cost seven lives, the mayor said.",
        [("number", "conflicts", "number of deaths")],
    ),
    # What is counted before a rank among others is of this accident, what comes behind it may be of another.
    (
        f"{LEAD} It killed nine people, the worst accident since a fire in 1998 that injured 30.",
        "The tram accident in Porto Velho cost seven lives and injured 12, the mayor said.",
        [("number", "conflicts", "number of deaths")],
    ),
    # Of a sentence with two days the count may be that of either.
    (
        "A tram left the rails on 3 May 2021, months after the crash of 4 January 2021, which killed no one.",
        "The tram accident in Porto Velho cost seven lives, the mayor said.",
        [],
    ),
    # What was so in a later month is no count of the day.
    (
        f"{LEAD} As of January 2022, six people were still missing.",
        "After the tram accident in Porto Velho about 250 people are missing.",
        [],
    ),
    # Another year's accident is another accident.
    (
        f"{LEAD} In 1998 a tram killed 12 people there.",
        "The tram accident in Porto Velho cost nine lives, the mayor said.",
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_tolls(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    found = list(tolls.find(Pair(single(left, "A"), single(right, "B"))))
    assert [(d.type, d.relation, d.slot) for d in found] == expected
    for discrepancy in found:
        for reading in discrepancy.readings:
            text = left if reading.source == "A" else right
            assert text[reading.start : reading.end] == reading.quote
