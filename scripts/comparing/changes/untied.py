"""What two claims in the same words tie otherwise, where nothing else tells: fell to 12, fell by 12.

Each word of either is proved the same, but not all that it is tied to. A number that is tied otherwise where
all else stands in its place tells something else. Of words, and where a sentence is built otherwise, the
parser may have erred: they are left open, and shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, OPEN, ROLES, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import COPY
from scripts.comparing.proofs.unsupported import ROLE, leftovers
from scripts.reading.syntax.elements import FIGURE, SCORE, SHARE

_VALUES = frozenset({FIGURE, SCORE, SHARE})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the words of a copy that are tied to another word, or in another way, than in the other claim."""
    if not meeting.closest or meeting.alignment.common < COPY or any(meeting.unproved):
        return
    told: set[tuple[int, int]] = set()
    placed = _is_in_place(meeting)
    for ours, theirs in (*_tied(meeting), *((its, mine) for mine, its in _tied(meeting.turned))):
        if (ours[-1], theirs[-1]) not in told:
            told.add((ours[-1], theirs[-1]))
            is_value = meeting.left.items[ours[-1]].kind in _VALUES
            sure = DIFFERENT if is_value and placed else OPEN
            yield Change(ROLES, sure, tuple(sorted(ours)), tuple(sorted(theirs)))


def _is_in_place(meeting: Meeting) -> bool:
    """Say whether the words stand in one order, but for two that are exchanged."""
    order = [theirs for _, theirs in sorted(meeting.pairs)]
    moved = [at for at, (one, other) in enumerate(zip(order, sorted(order), strict=True)) if one != other]
    return len(moved) in (0, 2)


def _tied(meeting: Meeting) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield the elements of a tie that has no answer, with their answers: what is tied is the last."""
    over = meeting.over
    for left in leftovers(over):
        if left.kind == ROLE and left.ours in over.matches:
            heads = [left.arc.head] if left.arc is not None and left.arc.head in over.matches else []
            own = tuple(dict.fromkeys([*heads, left.ours]))
            yield own, tuple(dict.fromkeys(over.matches[k].theirs for k in own))
