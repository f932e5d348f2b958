"""How far something is said to hold: what may be and what is, what was asked for and what was done.

A step between two levels is a finding: what may be, is reported, asked for, needed, proposed, expected. That
something is to be, will be or is planned to be is one level: news of one event uses each for the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, repeat

from scripts.comparing.changes.change import DIFFERENT, FIRMNESS, OPEN, TENSE, Change
from scripts.comparing.changes.denials import predicates
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.reading.syntax.firmness import State, is_infinitive, is_past
from scripts.reading.syntax.whole_text import Reading

_STEPS = frozenset({"possible", "reported", "asked", "needed", "nearly", "able", "proposed", "expected"})
_ONE_LEVEL = {"able": "possible"}  # may choose, can choose
_AHEAD = frozenset({"proposed", "expected", "planned", "future"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the predicates that the claims say to hold to two degrees, or as to come and as done."""
    for ours, theirs in meeting.pairs:
        if not predicates(meeting, ours, theirs) or meeting.left.items[ours].key in SAYING:
            continue  # who said it how firmly is told by what was said
        mine, its = meeting.left.states[ours], meeting.right.states[theirs]
        if mine.denied != its.denied:
            continue
        steps = _STEPS & (_levels(meeting.left, ours, its) ^ _levels(meeting.right, theirs, mine))
        if steps:
            if not _are_open(meeting, ours, theirs):
                cannot = mine.denied and steps == {"possible"}  # who cannot do it does not do it
                yield Change(FIRMNESS, OPEN if cannot else DIFFERENT, (ours,), (theirs,))
        elif bool(_AHEAD & mine.levels) != bool(_AHEAD & its.levels):
            ahead = bool(_AHEAD & mine.levels)
            if is_past(meeting.right.roles, theirs) if ahead else is_past(meeting.left.roles, ours):
                yield Change(TENSE, DIFFERENT, (ours,), (theirs,))


def _levels(read: Reading, index: int, other: State) -> set[str]:
    """Return the levels of a predicate, as far as they tell it from another one.

    Who was able to go on went on, and what one reports the other may tell as said by somebody.
    """
    found = {_ONE_LEVEL.get(level, level) for level in read.states[index].levels}
    if "able" in read.states[index].levels and (is_past(read.roles, index) or _was_able(read, index)):
        found.discard("possible")
    return found - {"reported"} if other.said else found


def _was_able(read: Reading, index: int) -> bool:
    """Say whether what a verb tells could be done, and was: two riders were able to go on."""
    able, be = islice(chain(read.roles.parse.above(read.items[index].head), repeat(None)), 2)
    return able is not None and be is not None and able.lower == "able" and be.tag == "VBD"


def _are_open(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether an infinitive leaves open how firm it is: has until Tuesday to decide, must decide."""
    sides = ((meeting.left, ours), (meeting.right, theirs))
    plain = [(read, k) for read, k in sides if not read.states[k].levels]
    needed = any("needed" in read.states[k].levels for read, k in sides)
    return needed and any(is_infinitive(read.roles, k) for read, k in plain)
