"""What the tables of cases share: two sentences compared, and what the rules tell of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from written import source

from scripts.comparing import differences
from scripts.comparing.alignments import Alignment, Vocabulary, compare
from scripts.reading.claims import Claim, claims
from scripts.reading.passages import passages

Told = list[tuple[str, str, str, str]]


def _claim(text: str, siglum: str) -> Claim:
    account = source(text, siglum)
    return claims(account, passages(account))[0]


@cache  # reading is most of a case's time, and the mutants of the rules (tests/mutants) share one reading
def _aligned(left: str, right: str) -> Alignment | None:
    one, other = _claim(left, "A"), _claim(right, "B")
    return compare(one, other, Vocabulary([one, other]))


@pytest.fixture
def told() -> Callable[[str, str], Told]:
    """Type, relation (or "cosmetic") and the words on either side, for every difference of two sentences."""

    def tell(left: str, right: str) -> Told:
        aligned = _aligned(left, right)
        if aligned is None:
            return []
        found = differences.between(aligned)
        for difference in found:
            for text, side in ((left, difference.left), (right, difference.right)):
                assert text[side.start : side.end] == side.quote
        return [
            (d.type, "cosmetic" if d.cosmetic else d.relation, d.left.quote, d.right.quote) for d in found
        ]

    return tell
