"""One acronym that two accounts expand differently, or one name with two acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.claims import Claim
from scripts.reading.details.acronym_expansions import Expansion
from scripts.reading.words import words

_ONE_NAME = 0.85


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield acronyms with two expansions, unless one expansion shortens or rewords the other."""
    theirs = _expansions(pair.right)
    for acronym, (claim, ours) in _expansions(pair.left).items():
        if acronym not in theirs:
            continue
        other_claim, other = theirs[acronym]
        if _one_name(ours.name, other.name):
            continue
        readings = (
            span_reading(claim, ours.start, ours.end, ours.name),
            span_reading(other_claim, other.start, other.end, other.name),
        )
        yield Discrepancy(
            "acronym", CONFLICTS, MATERIAL, f"expansion of {acronym}", readings,
            f"{acronym} is “{ours.name}” in {claim.source} and “{other.name}” in {other_claim.source}.",
            pair.left.pillar(claim),
        )  # fmt: skip
    yield from _shortened_otherwise(pair)


def _shortened_otherwise(pair: Pair) -> Iterator[Discrepancy]:
    """Yield names, the same word for word, that each account gives another acronym."""
    ours, theirs = _expansions(pair.left), _expansions(pair.right)
    named = {other.name.lower(): (claim, other) for claim, other in theirs.values()}
    for acronym, (claim, own) in ours.items():
        if acronym in theirs or own.name.lower() not in named:
            continue
        other_claim, other = named[own.name.lower()]
        if other.acronym in ours:
            continue  # the account uses that one too
        readings = (
            span_reading(claim, own.start, own.end, acronym),
            span_reading(other_claim, other.start, other.end, other.acronym),
        )
        yield Discrepancy(
            "acronym", CONFLICTS, MATERIAL, f"acronym of {own.name}", readings,
            f"{own.name} is {acronym} in {claim.source} and {other.acronym} in {other_claim.source}.",
            pair.left.pillar(claim),
        )  # fmt: skip


def _expansions(single: Single) -> dict[str, tuple[Claim, Expansion]]:
    found: dict[str, tuple[Claim, Expansion]] = {}
    for claim in single.account.claims:
        for expansion in claim.of(Expansion):
            found.setdefault(expansion.acronym, (claim, expansion))
    return found


def _one_name(one: str, other: str) -> bool:
    ours, theirs = {w.key for w in words(one)}, {w.key for w in words(other)}
    if ours <= theirs or theirs <= ours:
        return True
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio() >= _ONE_NAME
