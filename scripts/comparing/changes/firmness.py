"""How far something is said to hold: what may be and what is, what was asked for and what was done.

A step between two levels is a finding: what may be, is reported, asked for, needed, proposed, expected. That
something is to be, will be or is planned to be is one level: news of one event uses each for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, FIRMNESS, TENSE, Change
from scripts.comparing.changes.denials import predicates
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.word_proofs import SAYING
from scripts.reading.syntax.firmness import is_past

_STEPS = frozenset({"possible", "reported", "asked", "needed", "able", "proposed", "expected"})
_AHEAD = frozenset({"proposed", "expected", "planned", "future"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the predicates that the claims say to hold to two degrees, or as to come and as done."""
    for ours, theirs in meeting.pairs:
        if not predicates(meeting, ours, theirs) or meeting.left.items[ours].key in SAYING:
            continue  # who said it how firmly is told by what was said
        mine, its = meeting.left.states[ours], meeting.right.states[theirs]
        if mine.denied != its.denied:
            continue
        if _STEPS & (mine.levels ^ its.levels):
            yield Change(FIRMNESS, DIFFERENT, (ours,), (theirs,))
        elif bool(_AHEAD & mine.levels) != bool(_AHEAD & its.levels):
            ahead = bool(_AHEAD & mine.levels)
            if is_past(meeting.right.roles, theirs) if ahead else is_past(meeting.left.roles, ours):
                yield Change(TENSE, DIFFERENT, (ours,), (theirs,))
