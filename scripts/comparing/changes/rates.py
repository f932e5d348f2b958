"""One amount that two claims tell for other lengths of time, or each and in all: 2 million a day, in all."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, NUMBER, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.slots.rates import differ, rate
from scripts.reading.syntax.elements import FIGURE
from scripts.reading.syntax.figure import Figure

_NO_AMOUNTS = frozenset({"age", "order", "time"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the amounts that both claims have, where each says what it is for, and not the same."""
    for ours, theirs in meeting.pairs:
        mine, its = meeting.left.items[ours], meeting.right.items[theirs]
        if mine.kind == its.kind == FIGURE and isinstance(mine.value, Figure):
            told = differ(rate(meeting.left, mine), rate(meeting.right, its))
            if told and mine.value.dimension not in _NO_AMOUNTS:
                yield Change(NUMBER, DIFFERENT, (ours,), (theirs,))
