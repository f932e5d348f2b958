"""What comes nearest to a claim that has no counterpart: side by side for a reader, and never a finding."""

from __future__ import annotations

import pytest
from written import pair

from scripts.comparing import discrepancies
from scripts.comparing.nearest_claims import nearest

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
    assert [claim.quote for claim in found.values()] == [expected] * bool(expected)


def test_a_lone_claim_keeps_its_words_and_gains_a_pointer() -> None:
    both = pair(
        "Cranes of Callao turn. Schools remain open.", "Cranes of Callao turn. Classrooms were closed."
    )
    told = [d for d in discrepancies.across(both) if d.relation == "only in one source"]
    assert all(d.sources == (d.readings[0].source,) for d in told)
    assert all(d.nearest is None or d.nearest.source not in d.sources for d in told)
    plain = discrepancies.across(both, every_word=False)
    assert all(d.nearest is None for d in plain)
