"""What two claims that speak of the same say otherwise: a row for each conflict, one for all that differs.

What neither conflicts nor differs for certain is left open in a row of its own, and what one claim says
beyond the other is told of that one. Agreement is proved as well: every word of both claims is borne out by
the other account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from scripts.comparing.changes.change import (
    ALONE,
    BOUND,
    CONFLICTING,
    DATE,
    DENIAL,
    DIFFERENT,
    EXACTNESS,
    NUMBER,
    OPEN,
    ROLES,
    ROUNDING,
    WORDING,
    Change,
)
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    COSMETIC,
    DIFFERS,
    MATERIAL,
    MINOR,
    ONLY_IN_ONE,
    UNDETERMINED,
    Discrepancy,
    Reading,
    span_reading,
    whole,
)
from scripts.comparing.discrepancies.rule_inputs import Pair
from scripts.comparing.discrepancies.tolls import days_apart
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import Alignment
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.quoting import joined_spans
from scripts.reading.syntax.whole_text import Reading as WholeText

OPEN_WORDS, ADDED_WORDS = "words left over", "words of a claim"
# The slots of words left over, of no kind: other words, words left open, words of one claim alone.
LEFT_OVER = frozenset({WORDING, OPEN_WORDS, ADDED_WORDS})
_MOST = 10  # words in one row; a reader of more reads the sentences
_RELATIONS = {CONFLICTING: CONFLICTS, DIFFERENT: DIFFERS, OPEN: UNDETERMINED}
_LEFT_OPEN = "The claims share much; whether these words make a difference was not determined."
# Findings by the claims that they quote: account and place.
Told = Mapping[tuple[str, int], Sequence[Discrepancy]]


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield what the claims of two accounts say otherwise, but what is ``found`` already."""
    told = _by_claim(found)
    laid = pair.laid
    apart = days_apart(pair)
    met = [(meeting, _new(pair, meeting, found_here, told, apart)) for meeting, found_here in pair.changes]
    for meeting, new in _once(met):
        aligned = meeting.alignment
        yield from _rows(meeting, new, pair.left.pillar(aligned.left))
        if not new and laid.is_proved(aligned):
            yield _agreed(aligned, pair.left.pillar(aligned.left))


def _new(pair: Pair, meeting: Meeting, found: Sequence[Change], told: Told, apart: bool) -> list[Change]:
    """Return the changes between two claims that no other finding tells; are the accounts of two days?"""
    new = [c for c in found if not _is_told(told, meeting, c)]
    if not _may_be_one_event(pair, meeting):  # each has a day of its own
        new = [replace(c, sure=OPEN) if c.kind == DATE else c for c in new]
    if apart:
        new = [replace(c, sure=DIFFERENT) if _is_count(meeting, c) else c for c in new]
    if any(c.sure == CONFLICTING for c in new):  # other words beside a conflict are no finding
        return [replace(c, sure=OPEN) if c.kind == WORDING else c for c in new]
    return new


def _is_count(meeting: Meeting, change: Change) -> bool:
    """Say whether two numbers that conflict count things; such a count may rise from one day to the next."""
    if change.kind != NUMBER or change.sure != CONFLICTING:
        return False
    values = [meeting.left.items[k].value for k in change.left]
    return all(isinstance(value, Figure) and not value.dimension for value in values)


def _may_be_one_event(pair: Pair, meeting: Meeting) -> bool:
    """Say whether two claims are not told of two events."""
    ours, theirs = meeting.alignment.left.event, meeting.alignment.right.event
    return not (ours and theirs) or ours == theirs or pair.events.get(ours) == theirs


def _once(met: Sequence[tuple[Meeting, list[Change]]]) -> Iterator[tuple[Meeting, list[Change]]]:
    """Yield each meeting with its changes, no words of which are told as surer elsewhere.

    A claim may meet two others: what conflicts or differs with the one is not left open with the other, and
    what is left open is not said to stand in one account only.
    """
    surer: tuple[set[int], set[int]] = (set(), set())
    kept: dict[int, list[Change]] = defaultdict(list)
    for sures in ((CONFLICTING, DIFFERENT), (OPEN,), (ALONE,)):
        level = [(place, c) for place, (_, new) in enumerate(met) for c in new if c.sure in sures]
        for place, change in level:
            if rest := change if DIFFERENT in sures else _rest(change, surer):
                kept[place].append(rest)
        for _, change in level:
            surer[0].update(change.left)
            surer[1].update(change.right)
    for place, (meeting, _) in enumerate(met):
        yield meeting, kept[place]


def _rest(change: Change, surer: tuple[set[int], set[int]]) -> Change | None:
    """Return what of a change is told nowhere as surer; None where nothing is left of a side that it had."""
    left = tuple(k for k in change.left if k not in surer[0])
    right = tuple(k for k in change.right if k not in surer[1])
    if bool(left) != bool(change.left) or bool(right) != bool(change.right):
        return None
    return replace(change, left=left, right=right)


def _rows(meeting: Meeting, new: Sequence[Change], pillar: str) -> Iterator[Discrepancy]:
    """Yield the rows of two claims: each conflict, what differs, what is left open, what is added."""
    for change in new:
        if change.sure == CONFLICTING:
            yield _row(meeting, [change], pillar)
    for sure, rounded in ((DIFFERENT, False), (DIFFERENT, True), (OPEN, False)):
        if some := [c for c in new if c.sure == sure and (c.kind == ROUNDING) == rounded]:
            yield _row(meeting, some, pillar)
    for left in (True, False):
        if some := [c for c in new if c.sure == ALONE and (c.left if left else c.right)]:
            yield _added(meeting, some, left, pillar)


def _row(meeting: Meeting, told: Sequence[Change], pillar: str) -> Discrepancy:
    """Return a row for changes of one sureness between two claims."""
    sure = told[0].sure
    kinds = list(dict.fromkeys(c.kind for c in told))
    named = [kind for kind in kinds if kind != WORDING]
    of = frozenset(kinds) if sure != OPEN else frozenset()
    readings = (
        *_readings(meeting, {k for c in told for k in c.left}, of, left=True),
        *_readings(meeting, {k for c in told for k in c.right}, of, left=False),
    )
    if sure == OPEN:
        return Discrepancy("same-subject", UNDETERMINED, MINOR, OPEN_WORDS, readings, _LEFT_OPEN, pillar)
    weight = MATERIAL if {*named} - {EXACTNESS} else MINOR
    weight = COSMETIC if kinds == [ROUNDING] else weight
    return Discrepancy(
        named[0] if named else WORDING, _RELATIONS[sure], weight, ", ".join(kinds), readings,
        " ".join(_said(meeting, change) for change in told[:_MOST]), pillar,
    )  # fmt: skip


def _readings(meeting: Meeting, indices: set[int], of: Set[str], *, left: bool) -> list[Reading]:
    """Return the words at issue of one claim; the whole claim where there are none."""
    claim, read = (meeting.alignment.left, meeting.left) if left else (meeting.alignment.right, meeting.right)
    spans = _spans(read, sorted(indices), of)[:_MOST]
    return [span_reading(claim, start, end) for start, end in spans] or [whole(claim)]


def _spans(read: WholeText, indices: Sequence[int], of: Set[str]) -> list[tuple[int, int]]:
    """Return the words at issue in changes of these kinds, with the small words on which they turn."""
    return joined_spans(read, indices, prepositions=bool(of & {BOUND, ROLES}), denials=DENIAL in of)


def _said(meeting: Meeting, change: Change) -> str:
    """Say what stands on either side of a change."""
    sides = (
        (meeting.alignment.left, meeting.left, change.left),
        (meeting.alignment.right, meeting.right, change.right),
    )
    said = []
    for claim, read, indices in sides:
        spans = _spans(read, sorted(indices), frozenset({change.kind}))
        said.append(f"{claim.source}: “{' … '.join(read.text[a:b] for a, b in spans)}”.")
    return " ".join(said)


def _added(meeting: Meeting, told: Sequence[Change], left: bool, pillar: str) -> Discrepancy:
    """Return a row for what one of two claims says beyond the other."""
    claims = meeting.alignment.left, meeting.alignment.right
    (claim, other), read = (claims, meeting.left) if left else (claims[::-1], meeting.right)
    indices = sorted(k for c in told for k in (c.left if left else c.right))
    readings = tuple(span_reading(claim, start, end) for start, end in joined_spans(read, indices))
    why = f"Only {claim.source} says this here; nothing stands in its place in {other.source}."
    return Discrepancy("only-in-one", ONLY_IN_ONE, MINOR, ADDED_WORDS, readings, why, pillar)


def _by_claim(found: Sequence[Discrepancy]) -> Told:
    """Return the findings that set words of two accounts against each other, by the claims they quote."""
    told: defaultdict[tuple[str, int], list[Discrepancy]] = defaultdict(list)
    for one in found:
        if one.relation in {CONFLICTS, DIFFERS, AGREES} and len(one.sources) > 1:
            for place in {(r.source, r.claim.start) for r in one.readings if r.claim}:
                told[place].append(one)
    return told


def _is_told(told: Told, meeting: Meeting, change: Change) -> bool:
    """Say whether one finding has readings over the words of both sides of a change."""
    left, right = meeting.alignment.left, meeting.alignment.right
    ours = [(meeting.left.items[k].start, meeting.left.items[k].end) for k in change.left]
    theirs = [(meeting.right.items[k].start, meeting.right.items[k].end) for k in change.right]
    return any(
        _lies_over(one, left.source, ours) and _lies_over(one, right.source, theirs)
        for one in told.get((left.source, left.start), ())
    )


def _lies_over(found: Discrepancy, source: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        r.source == source and r.start < end and start < r.end for r in found.readings for start, end in spans
    )


def _agreed(aligned: Alignment, pillar: str) -> Discrepancy:
    words = ", ".join(s.left.text for s in aligned.shared[:6])
    why = f"Each word of either is proved the same in the other; they share {words}."
    sides = whole(aligned.left), whole(aligned.right)
    return Discrepancy("agreement", AGREES, MINOR, "claim", sides, why, pillar)
