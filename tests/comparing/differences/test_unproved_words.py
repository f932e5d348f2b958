"""What two sentences have at one place and nothing proves the same, and what is seen of the place."""

from __future__ import annotations

import golden
import pytest

from scripts.comparing import differences
from scripts.comparing.differences.difference import ClaimPair
from scripts.comparing.differences.unproved_words import in_one_order, leftovers

COOK = "The cook of the Harbour Inn served hot soup to 40 miners on 3 May 2021."

LEFT = [
    # what it shows, the other sentence, the words left over on either side
    ("nothing changed", COOK, []),
    ("another form of a word", COOK.replace("served", "serves"), []),
    ("a near-equivalent of the list", COOK.replace("miners", "mineworkers"), []),
    ("another spelling", COOK.replace("Harbour", "Harbor"), []),
    ("a number in words", COOK.replace("40", "forty"), []),
    ("a day in another form", COOK.replace("3 May 2021", "May 3, 2021"), []),
    ("another word", COOK.replace("soup", "bread"), [("soup", "bread")]),
    ("a word less", COOK.replace("hot soup", "soup"), [("hot", "")]),
    ("a small word that carries no sense", COOK.replace("The cook", "A cook"), []),
    ("a small word that limits", COOK.replace("to 40", "to only 40"), [("", "only")]),
    ("a small word that hedges", COOK.replace("served", "may have served"), [("", "may")]),
    ("a word cut short", COOK.replace("The cook", "Prof. Ash"), [("cook", "Prof. Ash")]),
]


def paired(left: str, right: str) -> ClaimPair:
    aligned = golden.aligned(left, right)
    assert aligned is not None
    return ClaimPair(aligned)


@pytest.mark.parametrize(("other", "left"), [row[1:] for row in LEFT], ids=[row[0] for row in LEFT])
def test_what_is_left_over(other: str, left: list[tuple[str, str]]) -> None:
    found = paired(COOK, other)
    told = differences.between(found.alignment, rest=False)
    texts = [
        tuple(" ".join(w.text for w in side) for side in (one.left, one.right))
        for one in leftovers(found, [d for d in told if d.cosmetic])
    ]
    assert texts == left


def test_what_another_rule_has_told_is_not_left_over() -> None:
    found = paired(COOK, COOK.replace("40 miners", "50 miners"))
    told = differences.between(found.alignment, rest=False)
    assert [d.type for d in told] == ["number"]
    assert not leftovers(found, told)
    assert leftovers(found, ())


PLACES = [
    # the other sentence, whether what surrounds the words is the same, a name among them, two numbers
    (COOK.replace("soup", "bread"), True, False, False),
    (COOK.replace("The cook", "Ana Poe"), True, True, False),
    (COOK.replace("soup to", "tea for"), True, False, False),
    (COOK.replace("40 miners", "50 divers"), True, False, True),
    (COOK.replace("40 miners", "old divers"), True, False, False),
]


@pytest.mark.parametrize(("other", "fenced", "named", "counts"), PLACES)
def test_what_is_seen_of_their_place(other: str, fenced: bool, named: bool, counts: bool) -> None:
    (one,) = leftovers(paired(COOK, other), ())
    assert (one.fenced, one.named, one.counts) == (fenced, named, counts)


def test_words_in_another_order_are_not_in_one() -> None:
    assert in_one_order(paired(COOK, COOK))
    assert not in_one_order(paired("The cook thanked the miner.", "The miner thanked the cook."))
