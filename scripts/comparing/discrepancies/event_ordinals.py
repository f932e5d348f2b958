"""Ordinals of events: which meeting of a series it was, by one account or differently by both."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    MATERIAL,
    MINOR,
    ONLY_IN_ONE,
    Discrepancy,
    Reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single, event_title
from scripts.reading.claims import Claim
from scripts.reading.words import Word
from scripts.record.standings import of_event_ordinal


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield events that the accounts number differently, and numbers that only one of them gives."""
    for key, other in pair.events.items():
        ours, theirs = _ordinal(pair.left, key), _ordinal(pair.right, other)
        title = event_title(pair.left, key)
        if ours and theirs and ours.value != theirs.value:
            yield Discrepancy(
                "number", CONFLICTS, MATERIAL, f"number of {title}", (ours, theirs),
                f"{ours.source} counts the event as the {ours.quote}, {theirs.source} as the {theirs.quote}.",
            )  # fmt: skip
        elif bool(ours) != bool(theirs):
            said = ours or theirs
            assert said is not None
            silent = pair.right.siglum if ours else pair.left.siglum
            yield Discrepancy(
                "only-in-one", ONLY_IN_ONE, MINOR, f"number of {title}, not in {silent}", (said,),
                f"{said.source} counts the event as the {said.quote}; {silent} gives no number.", "outside",
            )  # fmt: skip


def _ordinal(single: Single, key: str) -> Reading | None:
    """Return the first ordinal before the event's name in an account."""
    for claim, mention in single.account.mentions_of.get(key, ()):
        if mention.ordinal is not None:
            word = _word(claim, mention.start, mention.ordinal)
            if word:
                standing = of_event_ordinal(single.reference, single.event(key), mention.ordinal)
                return span_reading(claim, word.start, word.end, str(mention.ordinal), standing)
    return None


def _word(claim: Claim, near: int, ordinal: int) -> Word | None:
    found = [w for w in claim.words if english.ordinal(w.lower) == ordinal]
    return min(found, key=lambda w: abs(w.start - near)) if found else None
