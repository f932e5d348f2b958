"""One acronym that two accounts expand differently, or one name with two acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.claims import Claim
from scripts.reading.details.acronym_expansions import Expansion
from scripts.reading.words import words

_ONE_NAME = 0.85


class _Told(NamedTuple):
    """A short form and the words it stands for, with the claim that has them."""

    claim: Claim
    expansion: Expansion


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield acronyms with two expansions, and names, the same word for word, with two acronyms.

    An expansion that shortens or rewords the other is no second one; nor is an acronym that the other account
    uses too.
    """
    ours, theirs = _expansions(pair.left), _expansions(pair.right)
    named = {told.expansion.name.lower(): told for told in theirs.values()}
    for acronym, own in ours.items():
        if acronym in theirs:
            other = theirs[acronym]
            if not _one_name(own.expansion.name, other.expansion.name):
                yield _finding(pair, f"expansion of {acronym}", own, other)
        elif (found := named.get(own.expansion.name.lower())) and found.expansion.acronym not in ours:
            yield _finding(pair, f"acronym of {own.expansion.name}", own, found)


def _finding(pair: Pair, slot: str, own: _Told, other: _Told) -> Discrepancy:
    readings = tuple(
        span_reading(told.claim, told.expansion.start, told.expansion.end, told.expansion.name)
        for told in (own, other)
    )
    said = " and ".join(
        f"{told.expansion.acronym} for “{told.expansion.name}” in {told.claim.source}"
        for told in (own, other)
    )
    return Discrepancy(
        "acronym", CONFLICTS, MATERIAL, slot, readings, f"It is {said}.", pair.left.pillar(own.claim)
    )


def _expansions(single: Single) -> dict[str, _Told]:
    found: dict[str, _Told] = {}
    for claim in single.account.claims:
        for expansion in claim.of(Expansion):
            found.setdefault(expansion.acronym, _Told(claim, expansion))
    return found


def _one_name(one: str, other: str) -> bool:
    ours, theirs = {w.key for w in words(one)}, {w.key for w in words(other)}
    if ours <= theirs or theirs <= ours:
        return True
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio() >= _ONE_NAME
