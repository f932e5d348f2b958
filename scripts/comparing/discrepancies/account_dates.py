"""Two accounts whose dates lie weeks apart: the event is dated differently, or it is another event."""

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
    """Yield the first full dates of two accounts if they clash, unless ``found`` has them as a conflict.

    It is no conflict: one account may be of a later day, and one date may belong to another event.
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
    """Return a date as a claim's reading or, in a dateline or a heading, as the passage's."""
    claim = next((c for c in single.account.claims if c.start <= day.start and day.end <= c.end), None)
    if claim:
        return span_reading(claim, day.start, day.end, day.value)
    passage = next(p for p in single.account.passages if p.start <= day.start and day.end <= p.end)
    return passage_reading(passage, day.start, day.end, day.value)
