"""A defence given to the state it is aimed at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.possessors import find
from scripts.record import Reference

Read = Callable[..., Single]

ALLIES = "Peru and Chile are working together by:\n\n"
CASES = [
    # text, whose the capability is said to be
    (ALLIES + "Strengthen Bolivia's combined missile defense by training crews. Build roads.", "Bolivia"),
    (ALLIES + "Strengthen Bolivia's air defence by training crews. Build roads.", ""),  # aid: abstains
    (ALLIES + "Strengthen Peru's combined defence capabilities. Build roads.", ""),  # one of those who act
    (ALLIES + "Study Bolivia's combined defence capabilities. Build roads.", ""),  # nothing is strengthened
    (ALLIES + "Strengthen Bolivia's combined road network. Build roads.", ""),  # not a defence
    ("Bolivia strengthened Bolivia's combined defence posture.", ""),
    (
        "Peru and Chile, with Bolivia, are at work. Chile improved Bolivia's joint defence posture.",
        "",
    ),  # a partner
    ("The ministers improved Bolivia's joint defence posture.", ""),  # who acts is not told: abstains
]


@pytest.mark.parametrize(("text", "owner"), CASES)
def test_whose_defence_it_is(read: Read, text: str, owner: str) -> None:
    found = list(find(read(text)))
    assert [d.readings[0].value for d in found] == ([owner] if owner else [])
    assert all((d.relation, d.materiality) == ("conflicts", "material") for d in found)
    assert all(d.readings[0].standing.verdict == "not checked" for d in found)


@pytest.mark.parametrize(
    "quote",
    [
        "Peru’s missile deterrence",  # the record has others deter Peru missiles
        "Bolivia's raid deterrence",  # it names the state by its people
    ],
)
def test_the_record_says_whom_it_is_directed_at(read: Read, record: Reference, quote: str) -> None:
    text = f"Chile and Brazil are at work. Chile will improve {quote} by training crews."
    found = list(find(read(text, record)))
    assert [d.readings[0].quote for d in found] == [quote]
    assert [d.readings[0].standing.verdict for d in found] == ["refuted"]


def test_the_record_has_another_state(read: Read, record: Reference) -> None:
    text = "Chile and Brazil are at work. Chile will improve Ecuador’s missile deterrence by training crews."
    assert not list(find(read(text, record)))
