"""Details in which aligned claims differ, lifted to findings: numbers, dates, names and the rest."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.details.dates import Dating
from scripts.differences.difference import Difference
from scripts.discrepancies.comparison import Pair
from scripts.discrepancies.discrepancy import COSMETIC, MATERIAL, MINOR, Discrepancy, span_reading


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield what the rules of `scripts.differences` find in each pair of aligned claims."""
    dated = {id(d.dating) for s in (pair.left, pair.right) for d in s.account.event_dates}
    for aligned in pair.settled:
        event_days = {d.start for c in (aligned.left, aligned.right) for d in c.of(Dating) if id(d) in dated}
        for found in pair.differences(aligned):
            if found.type == "date" and found.left.start in event_days and found.right.start in event_days:
                continue  # the rule for dates of events speaks of these, over the whole account
            readings = (
                span_reading(aligned.left, found.left.start, found.left.end, found.left.value),
                span_reading(aligned.right, found.right.start, found.right.end, found.right.value),
            )
            yield Discrepancy(
                found.type,
                found.relation,
                _materiality(found),
                found.type,
                readings,
                found.why,
                pair.left.pillar(aligned.left),
            )


def _materiality(found: Difference) -> str:
    if found.cosmetic:
        return COSMETIC
    return MATERIAL if found.relation == "conflicts" else MINOR
