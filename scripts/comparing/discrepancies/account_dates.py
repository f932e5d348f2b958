"""The days of two accounts that lie weeks apart: an event dated otherwise, or another event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    DIFFERS,
    MATERIAL,
    Discrepancy,
    Reading,
    passage_reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.comparing.discrepancies.same_event import same_event
from scripts.reading.details.dates import Dating


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield the first full dates of two accounts where they clash, unless ``found`` has them in conflict.

    Both could stand: an account may be of a later day, and the one day may be of another event.
    """
    days = same_event(pair).days
    if not days:
        return
    ours, theirs = (_reading(s, d) for s, d in zip((pair.left, pair.right), days, strict=True))
    told = {(r.source, r.start) for d in found if d.relation == CONFLICTS for r in d.readings}
    if {(ours.source, ours.start), (theirs.source, theirs.start)} <= told:
        return
    why = (
        f"{ours.source} is of {ours.value}, {theirs.source} of {theirs.value}: one event on two days, or two "
        "events."
    )
    yield Discrepancy("event-date", DIFFERS, MATERIAL, "day of the account", (ours, theirs), why)


def _reading(single: Single, day: Dating) -> Reading:
    """Return a date as what a claim says, or, in a dateline or a heading, the passage."""
    claim = next((c for c in single.account.claims if c.start <= day.start and day.end <= c.end), None)
    if claim:
        return span_reading(claim, day.start, day.end, day.value)
    passage = next(p for p in single.account.passages if p.start <= day.start and day.end <= p.end)
    return passage_reading(passage, day.start, day.end, day.value)
