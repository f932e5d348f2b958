"""The parts in what is told, exchanged: who rammed whom, who apologised to whom."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, ROLES, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.role_matching import CROSSED
from scripts.reading.syntax.elements import PRONOUN


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the elements that play another's part in the other claim."""
    over = meeting.over
    for ours, theirs in meeting.pairs:
        if PRONOUN in (over.ours.items[ours].kind, over.theirs.items[theirs].kind):
            continue
        for arc in over.ours.roles.tree_of_dep.get(ours, ()):
            if arc.head in over.matches and over.stand(arc) == CROSSED:
                yield Change(ROLES, DIFFERENT, (ours,), (theirs,))
                break
