"""Bearings from a place that both accounts name: north of it in one, south in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.claims import Claim

_BEARING = re.compile(
    r"\b(?P<bearing>(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern|ward)? of (?:the )?"
    r"(?P<anchor>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield places from which the two accounts give contrary directions, each a single one."""
    theirs = _bearings(pair.right)
    for anchor, found in _bearings(pair.left).items():
        others = theirs.get(anchor, [])
        if len({b for b, *_ in found}) != 1 or len({b for b, *_ in others}) != 1:
            continue
        (ours, claim, start, end), (other, other_claim, begin, stop) = found[0], others[0]
        if contrary(ours, other):
            readings = (span_reading(claim, start, end, ours), span_reading(other_claim, begin, stop, other))
            yield Discrepancy(
                "place", CONFLICTS, MATERIAL, f"bearing from {anchor}", readings,
                f"{ours} of {anchor} in {claim.source}, {other} of it in {other_claim.source}.",
                pair.left.pillar(claim),
            )  # fmt: skip


def contrary(one: str, other: str) -> bool:
    """Say whether two bearings have contrary parts (north-east and south, but not north and north-east).

    >>> contrary("northeast", "southwest"), contrary("north", "northwest")
    (True, False)
    """
    return any(part in one and opposite in other for part, opposite in _OPPOSITE.items())


def _bearings(single: Single) -> dict[str, list[tuple[str, Claim, int, int]]]:
    found: dict[str, list[tuple[str, Claim, int, int]]] = {}
    for claim in single.account.claims:
        for match in _BEARING.finditer(claim.quote):
            bearing = re.sub(r"[- ]", "", match["bearing"])
            found.setdefault(match["anchor"], []).append(
                (bearing, claim, claim.start + match.start(), claim.start + match.end())
            )
    return found
