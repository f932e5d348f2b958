"""What comes nearest to a claim that has no counterpart: side by side for a reader, and never a finding."""

from __future__ import annotations

from collections import Counter

import pytest
from written import pair

from scripts.comparing import discrepancies
from scripts.comparing.pairing import nearest_claims
from scripts.comparing.pairing.nearest_claims import nearest
from scripts.reading.syntax.elements import Element

NEAR = [
    # a claim of the left account, the right account, the claim that comes nearest ("" for none)
    (
        "No arrests have been made.",
        "The van was blue. One of the workmen has been taken into custody and arrested.",
        "One of the workmen has been taken into custody and arrested.",
    ),
    (
        "Schools in the valley remain open.",
        "Rain fell on the hills. In the valley classrooms were shut.",
        "In the valley classrooms were shut.",
    ),
    ("The dam is of grey stone.", "Nurses sang two songs.", ""),
]


@pytest.mark.parametrize(("left", "right", "expected"), NEAR)
def test_the_nearest_claim(left: str, right: str, expected: str) -> None:
    both = pair(left, right)
    found = nearest(both.left.account.claims, both.left.account, both.right.account)
    assert [near.claim.quote for near in found.values()] == [expected] * bool(expected)


def test_of_two_claims_as_near_the_one_at_about_the_same_place_is_the_nearest() -> None:
    both = pair(
        "Rain fell. Crews dug. Two firemen were hurt.",
        "Two policemen were hurt. Crews slept. Snow fell. Two policemen were hurt, they say.",
    )
    (lone,) = [claim for claim in both.left.account.claims if "firemen" in claim.quote]
    (near,) = nearest([lone], both.left.account, both.right.account).values()
    assert near.claim.quote.endswith("they say.")


def test_a_lone_claim_keeps_its_words_and_gains_a_pointer() -> None:
    both = pair(
        "Cranes of Callao turn. Schools remain open.", "Cranes of Callao turn. Classrooms were closed."
    )
    told = [d for d in discrepancies.across(both) if d.relation == "only in one source"]
    assert all(d.sources == (d.readings[0].source,) for d in told)
    assert all(d.nearest is None or d.nearest.source not in d.sources for d in told)
    plain = discrepancies.across(both, every_word=False)
    assert all(d.nearest is None for d in plain)


SIDE_BY_SIDE = [
    # two accounts, and whether the claims that are nearest to each other are shown as one row
    ("Rain fell. Schools remain open until Friday.", "Dogs sang. Children stay at home on Monday.", True),
    ("Schools in the valley remain open.", "Classrooms were shut down for a week by snow and ice.", False),
]


@pytest.mark.parametrize(("left", "right", "expected"), SIDE_BY_SIDE)
def test_two_lone_claims_stand_side_by_side_if_they_are_near_enough(
    left: str, right: str, expected: bool
) -> None:
    told = discrepancies.across(pair(left, right))
    assert any(d.relation == "undetermined" for d in told) == expected
    assert any(d.nearest is not None for d in told) != expected


BOTH_WAYS = (
    "The old mayor of Callao will open a third bridge on 4 March, said Ida Falk. All 40 sheds are closed. "
    "Profits rose by 12 percent. No animal died. He denied that strength failed the Harbour Council of Peru.",
    "A weakness was found on Tuesday. Mayor Falk closed two bridges in port, and half of the sheds opened. "
    "A strong dog fell by 3 metres. The Peruvian council confirmed a success and a fall.",
)


def test_how_near_the_senses_of_two_words_are_is_the_same_from_either() -> None:
    both = pair(*BOTH_WAYS)
    items = [i for one in (both.left, both.right) for i in one.account.reading.items]
    asked = {(one.key, one.part, other.key, other.part) for one in items for other in items}
    near = {words: nearest_claims._in_sense.__wrapped__(*words) for words in asked}
    assert all(near[c, d, a, b] == near[a, b, c, d] for a, b, c, d in asked)
    assert set(near.values()) == {0.0, 0.4, 0.6, 1.0}


def test_each_two_words_are_weighed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[tuple[str, str]] = Counter()

    def near(mine: Element, its: Element) -> float:
        asked[mine.quote, its.quote] += 1
        return 0.5

    monkeypatch.setattr(nearest_claims, "_near_words", near)
    monkeypatch.setattr(nearest_claims, "_KNOWN", nearest_claims._KnownWords())
    both = pair(
        "Tugs met ships. Tugs met ferries. Tugs met boats.", "Cranes fell. Cranes rose. Cranes shook."
    )
    for _ in range(2):
        nearest(both.left.account.claims, both.left.account, both.right.account)
    assert asked["Tugs", "Cranes"] == 1
    assert set(asked.values()) == {1}


def test_what_is_known_of_words_is_forgotten_before_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    known = nearest_claims._KnownWords()
    monkeypatch.setattr(nearest_claims, "_KNOWN", known)
    both = pair("Tugs met ships.", "Cranes met ships.")
    nearest(both.left.account.claims, both.left.account, both.right.account)
    kept = sum(map(len, known.rows))
    assert kept
    known.make_room()
    assert sum(map(len, known.rows)) == kept
    monkeypatch.setattr(nearest_claims, "_REMEMBERED", kept - 1)
    known.make_room()
    assert not known.rows
