"""What two claims that speak of the same say otherwise: a row for each conflict, one for all that differs.

Agreement is proved as well: where every word of both claims is borne out by the other account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.comparing.alignments import Alignment, own_alignments
from scripts.comparing.changes import changes
from scripts.comparing.changes.change import ALONE, CONFLICTING, DIFFERENT, OPEN, WORDING, Change
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
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
from scripts.comparing.laid_claims import LaidClaims, Meeting
from scripts.comparing.unsupported import leftovers
from scripts.reading.claims import Claim
from scripts.reading.syntax import whole_text

_MOST = 10  # words left open in one row; a reader of more reads the sentences
_RELATIONS = {CONFLICTING: CONFLICTS, DIFFERENT: DIFFERS, OPEN: UNDETERMINED}


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield what the claims of two accounts say otherwise, but what is ``found`` already."""
    laid = LaidClaims(pair.left.account, pair.right.account, own_alignments(pair.settled))
    for aligned in laid.aligned:
        meeting = laid.meeting(aligned)
        told = [c for c in changes(meeting) if not _is_told(found, meeting, c)]
        if any(c.sure == CONFLICTING for c in told):  # other words beside a conflict are no finding of their own
            told = [replace(c, sure=OPEN) if c.kind == WORDING else c for c in told]
        pillar = pair.left.pillar(aligned.left)
        for change in told:
            if change.sure == CONFLICTING:
                yield _row(meeting, [change], pillar)
        for sure in (DIFFERENT, OPEN):
            if some := [c for c in told if c.sure == sure]:
                yield _row(meeting, some, pillar)
        for left in (True, False):
            if some := [c for c in told if c.sure == ALONE and (c.left if left else c.right)]:
                yield _added(meeting, some, left, pillar)
        if not told and _is_proved(meeting):
            yield _agreed(aligned, pillar)


def _row(meeting: Meeting, told: Sequence[Change], pillar: str) -> Discrepancy:
    """Return a row for changes of one sureness between two claims."""
    left = dict.fromkeys(k for c in told for k in c.left)
    right = dict.fromkeys(k for c in told for k in c.right)
    claims = meeting.alignment.left, meeting.alignment.right
    ours = [_reading(claims[0], meeting.left, k) for k in sorted(left)]
    theirs = [_reading(claims[1], meeting.right, k) for k in sorted(right)]
    named = [c.kind for c in told if c.kind != WORDING]
    weight = MATERIAL if named and told[0].sure != OPEN else MINOR
    kind = "same-subject" if told[0].sure == OPEN else named[0] if named else WORDING
    slot = "words left over" if told[0].sure == OPEN else ", ".join(dict.fromkeys(c.kind for c in told))
    readings = (*(ours[:_MOST] or [whole(claims[0])]), *(theirs[:_MOST] or [whole(claims[1])]))
    return Discrepancy(
        kind, _RELATIONS[told[0].sure], weight, slot, readings, _why(told, claims, meeting), pillar
    )


def _added(meeting: Meeting, told: Sequence[Change], left: bool, pillar: str) -> Discrepancy:
    """Return a row for what one of two claims says beyond the other."""
    claim, other = meeting.alignment.left, meeting.alignment.right
    claim, other, read = (claim, other, meeting.left) if left else (other, claim, meeting.right)
    readings = []
    for change in told:
        inside = [read.items[k] for k in (change.left if left else change.right)]
        readings.append(span_reading(claim, inside[0].start, inside[-1].end))
    why = f"Only {claim.source} says this here; nothing stands in its place in {other.source}."
    return Discrepancy("only-in-one", ONLY_IN_ONE, MINOR, "words of a claim", tuple(readings), why, pillar)


def _why(told: Sequence[Change], claims: tuple[Claim, Claim], meeting: Meeting) -> str:
    """Say what stands on either side, in the words of the claims."""
    if told[0].sure == OPEN:
        return "The claims share much; whether these words make a difference was not determined."
    parts = []
    for change in told[:_MOST]:
        ours = " … ".join(meeting.left.items[k].quote for k in change.left)
        theirs = " … ".join(meeting.right.items[k].quote for k in change.right)
        parts.append(f"{claims[0].source}: “{ours}”. {claims[1].source}: “{theirs}”.")
    return " ".join(parts)


def _reading(claim: Claim, read: whole_text.Reading, index: int) -> Reading:
    item = read.items[index]
    return span_reading(claim, item.start, item.end)


def _is_told(found: Sequence[Discrepancy], meeting: Meeting, change: Change) -> bool:
    """Say whether one finding has readings over the words of both sides."""
    sides = (
        (meeting.alignment.left, meeting.left, change.left),
        (meeting.alignment.right, meeting.right, change.right),
    )
    return any(
        len(one.sources) > 1
        and all(
            any(
                r.source == claim.source and r.start < read.items[k].end and read.items[k].start < r.end
                for r in one.readings for k in indices
            )
            for claim, read, indices in sides
        )
        for one in found
        if one.relation in {CONFLICTS, DIFFERS, AGREES}
    )  # fmt: skip


def _is_proved(meeting: Meeting) -> bool:
    """Say whether each claim is borne out, word by word, by what the other account says of the same."""
    return all(found.laid and not any(leftovers(found)) for found in (meeting.over, meeting.under))


def _agreed(aligned: Alignment, pillar: str) -> Discrepancy:
    words = ", ".join(s.left.text for s in aligned.shared[:6])
    why = f"Each word of either is proved the same in the other; they share {words}."
    return Discrepancy(
        "agreement", AGREES, MINOR, "claim", (whole(aligned.left), whole(aligned.right)), why, pillar
    )
