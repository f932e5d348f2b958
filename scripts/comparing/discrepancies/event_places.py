"""Places of events: two accounts that name two places for one event."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    MATERIAL,
    MINOR,
    UNDETERMINED,
    Discrepancy,
    Reading,
    reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.details.proper_names import Name
from scripts.record.standings import of_event_place

_HOLDING = frozenset(english.key(w) for w in ("hold", "meet", "host", "take", "convene", "gather", "open"))


def find(pair: Pair) -> Iterator[Discrepancy]:
    """For each event to which both accounts give a place, yield whether the places agree.

    Two capitals or two states cannot both be right. Any other two names may be a city and a building in it,
    so they stay undetermined.
    """
    for _, title, ours, theirs in pair.at_events(_place):
        one, two = ours.value.lower(), theirs.value.lower()
        readings = (ours, theirs)
        if one == two or one in two or two in one:
            yield Discrepancy(
                "agreement", AGREES, MINOR, f"place of {title}", readings, f"Each places it in {ours.value}."
            )
            continue
        capitals = english.capitals()
        known = (one in capitals and two in capitals) or bool(english.country(one) and english.country(two))
        yield Discrepancy(
            "event-place",
            CONFLICTS if known else UNDETERMINED,
            MATERIAL if known else MINOR,
            f"place of {title}",
            readings,
            f"{title}: {ours.source} has {ours.value}, {theirs.source} has {theirs.value}.",
        )


def _place(single: Single, key: str) -> Reading | None:
    """Return the place that a claim gives for its event: "in PLACE" where the event is said to be held."""
    for claim, mention in single.account.mentions_of.get(key, ()):
        if not any(w.key in _HOLDING for w in claim.words):
            continue
        for name in claim.of(Name):
            if not name.place or name.start <= mention.start:
                continue
            before = claim.quote[: name.start - claim.start].rstrip().rsplit(" ", 1)[-1].lower()
            owns = claim.quote.startswith(("'s ", "’s "), name.end - claim.start)  # in Poe's honour
            if before in {"in", "at"} and not owns:
                standing = of_event_place(single.reference, single.event(key), name.quote)
                return reading(claim, name, name.quote, standing)
    return None
