"""Two bounds or shares that both claims set on one thing, and not the same: within 45 minutes, within 54.

A value that satisfies the closer bound satisfies the wider one as well, so nothing conflicts; but what the
one claim rules out the other leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, NUMBER, SHARE, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_proofs import proof
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the bounds and shares of which only one bears out the other, and a share that one denies."""
    turned = ((ours, theirs) for theirs, ours in meeting.turned.pairs)
    for ours, theirs in dict.fromkeys([*meeting.pairs, *turned]):
        mine, its = meeting.left.items[ours], meeting.right.items[theirs]
        if mine.kind == its.kind == kinds.SHARE:
            denied = meeting.left.states[ours].denied != meeting.right.states[theirs].denied
            if denied or _is_one_sided(mine, its):
                yield Change(SHARE, DIFFERENT, (ours,), (theirs,))
        elif _is_bound(mine) and _is_bound(its) and _is_one_sided(mine, its) and _apart(mine, its):
            yield Change(NUMBER, DIFFERENT, (ours,), (theirs,))


def _is_one_sided(mine: Element, its: Element) -> bool:
    return (proof(mine, its) is None) != (proof(its, mine) is None)


def _apart(mine: Element, its: Element) -> bool:
    """Say whether two bounds lie apart: less than three minutes and within three do not; counts do."""
    one, other = mine.value, its.value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    return not one.dimension or (one.low, one.high) != (other.low, other.high)


def _is_bound(item: Element) -> bool:
    return isinstance(item.value, Figure) and not item.value.exact and not item.value.about
