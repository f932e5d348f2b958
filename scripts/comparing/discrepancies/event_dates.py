"""Dates of events: if two accounts give one event two days, they cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    MATERIAL,
    UNDETERMINED,
    Discrepancy,
    Reading,
    reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.accounts import EventDate
from scripts.record.standings import of_event_date


def find(pair: Pair) -> Iterator[Discrepancy]:
    """For each event that both accounts date, yield whether the days agree; several days abstain."""
    for _, title, ours, theirs in pair.at_events(_dates):
        readings = (_reading(pair.left, ours[0]), _reading(pair.right, theirs[0]))
        said = ((r.source, d[0].dating) for r, d in zip(readings, (ours, theirs), strict=True))
        values = " and ".join(f"{dating.written} ({siglum})" for siglum, dating in said)
        slot = f"date of {title}"
        if len({d.dating.value for d in ours}) > 1 or len({d.dating.value for d in theirs}) > 1:
            yield Discrepancy(
                "event-date",
                UNDETERMINED,
                MATERIAL,
                slot,
                readings,
                f"An account gives the {title} more than one date: they cannot be set against each other.",
            )
        elif ours[0].dating.contradicts(theirs[0].dating):
            yield Discrepancy(
                "event-date",
                CONFLICTS,
                MATERIAL,
                slot,
                readings,
                f"The accounts date the {title} differently: {values}.",
            )
        else:
            yield Discrepancy(
                "agreement",
                AGREES,
                MATERIAL,
                slot,
                readings,
                f"Each dates the {title} to {ours[0].dating.written}.",
            )


def _dates(single: Single, key: str) -> list[EventDate]:
    return single.account.dates_of.get(key, [])


def _reading(single: Single, found: EventDate) -> Reading:
    standing = of_event_date(single.reference, single.event(found.event), found.dating)
    return reading(found.claim, found.dating, found.dating.value, standing)
