"""Two values of one thing of which one leaves more open: 3,200 and thousands, 2 July and July.

A value that satisfies the closer one satisfies the wider one as well, so nothing conflicts; but what the one
claim rules out the other leaves open. A number that is given as about what the other rounds to tells no less.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import (
    DIFFERENT,
    EXACTNESS,
    NUMBER,
    OPEN,
    ROUNDING,
    SHARE,
    Change,
)
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_proofs import proof
from scripts.reading.details.dates import Dating
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import Reading

_EDGES = frozenset({"beginning", "close", "end", "mid", "middle", "start"})  # of a month: nearly one day


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the values of which only one bears out the other, and a share that one denies."""
    turned = ((ours, theirs) for theirs, ours in meeting.turned.pairs)
    for ours, theirs in dict.fromkeys([*meeting.pairs, *turned]):
        if (kind := _kind(meeting, ours, theirs)) is not None:
            values = meeting.left.items[ours].value, meeting.right.items[theirs].value
            yield Change(kind, OPEN if _may_be_as_exact(*values) else DIFFERENT, (ours,), (theirs,))


def _kind(meeting: Meeting, ours: int, theirs: int) -> str | None:
    """Return which kind of change two values are, of which one bears out the other; None if they are none."""
    mine, its = meeting.left.items[ours], meeting.right.items[theirs]
    if mine.kind == its.kind == kinds.SHARE:
        denied = meeting.left.states[ours].denied != meeting.right.states[theirs].denied
        return SHARE if denied or _is_one_sided(mine, its) else None
    if not _is_one_sided(mine, its):
        return None
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        if _is_bound(mine.value) and _is_bound(its.value):
            return NUMBER if _lie_apart(mine.value, its.value) else None
        if _is_one_term(mine.value, its.value):
            return None
        return ROUNDING if mine.value.is_rounded(its.value) or its.value.is_rounded(mine.value) else EXACTNESS
    if isinstance(mine.value, Dating) and isinstance(its.value, Dating):
        edges = _is_edge(meeting.left, mine), _is_edge(meeting.right, its)
        return EXACTNESS if _only_one_has_a_day(mine.value, its.value) and not any(edges) else None
    return None


def _is_one_sided(mine: Element, its: Element) -> bool:
    return (proof(mine, its) is None) != (proof(its, mine) is None)


def _may_be_as_exact(one: object, other: object) -> bool:
    """Say whether an "over" may be no bound: spread over three countries, a race over 24 kilometres."""
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.low != other.low:
        return False
    return any(f.quote.lower().startswith("over ") and not f.strict for f in (one, other))


def _lie_apart(one: Figure, other: Figure) -> bool:
    """Say whether two bounds lie apart: less than three minutes and within three do not; counts do."""
    return not one.dimension or (one.low, one.high) != (other.low, other.high)


def _is_bound(figure: Figure) -> bool:
    return not figure.exact and not figure.about


def _is_one_term(one: Figure, other: Figure) -> bool:
    """Say whether two lengths of time set one term: within six months, in half a year."""
    within = any(f.quote.lower().startswith("within") for f in (one, other))
    return within and one.high == other.high


def _only_one_has_a_day(one: Dating, other: Dating) -> bool:
    """Say whether one date is a day, and the other a month; a year alone may be that of another matter."""
    days = [bool(d.day or d.weekday) for d in (one, other)]
    return days[0] != days[1] and bool(one.month or days[0]) and bool(other.month or days[1])


def _is_edge(read: Reading, date: Element) -> bool:
    """Say whether a date is told by its end or middle, which may be a day: the end of May, mid-November."""
    before = read.roles.parse.tokens[max(0, date.first - 3) : date.first]
    return not _EDGES.isdisjoint(t.lower for t in before)
