"""How much of one thing each claim tells of, where one has a number and the other a word for a share.

Two of the three wells and all of them, 17 and nobody: no value satisfies both.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, SHARE, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_proofs import share
from scripts.comparing.proofs.wholes_and_parts import is_part
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.semantic_roles import COUNT
from scripts.reading.syntax.whole_text import Reading

_NONE, _ALL = (0.0, 0.0), (1.0, 1.0)


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the numbers and shares that cannot both be told of one whole."""
    ours, theirs = meeting.unproved
    for mine in ours:
        for its in theirs:
            apart = _apart(meeting.left, mine, its) or _apart(meeting.right, its, mine)
            if apart and _of_one_whole(meeting, mine, its):
                yield Change(SHARE, DIFFERENT, (mine.index,), (its.index,))


def _apart(read: Reading, counted: Element, told: Element) -> bool:
    """Say whether a number excludes a share: 17 and nobody, two of the three and all."""
    if not isinstance(counted.value, Figure) or isinstance(told.value, Figure) or counted.value.dimension:
        return False
    found = share(told)
    return (found == _NONE and counted.value.low > 0) or (found == _ALL and is_part(read, counted))


def _of_one_whole(meeting: Meeting, mine: Element, its: Element) -> bool:
    """Say whether two amounts are told of what is the same on both sides, or of it as a whole."""
    whole, other = _whole(meeting.left, mine.index), _whole(meeting.right, its.index)
    answer = meeting.over.matches.get(whole)
    if answer is not None and answer.theirs in meeting.right.alike(other):
        return True
    return meeting.hang_together(mine.index, its.index) or meeting.hang_together(whole, other)


def _whole(read: Reading, index: int) -> int:
    """Return what an amount counts, or counts some of: all | three of the wells."""
    seen = {index}
    while True:
        above = next((a.head for a in read.roles.of_dep.get(index, ()) if a.role == COUNT), index)
        if above in seen:
            return index
        seen.add(above)
        index = above
