"""Who is said to have said it, where two claims name two sources for much the same: police, insurers.

Two sources are set against each other only where nothing says that they are one: no word and no other mention
that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.comparing.changes.change import ATTRIBUTION, DIFFERENT, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_proofs import proof
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.arcs import AGENT
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.whole_text import Reading

_ACCORDING = "according"
_NAMING = frozenset({kinds.WORD, kinds.NAME, kinds.TITLE})
_ALIKE = 0.2  # of the weight of both claims, shared


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the sources of two claims that are closest, where nothing says that they are one."""
    if not meeting.closest or meeting.alignment.common < _ALIKE:
        return
    if (two := two_speakers(meeting)) is not None:
        yield Change(ATTRIBUTION, DIFFERENT, (two[0],), (two[1],))


def two_speakers(meeting: Meeting) -> tuple[int, int] | None:
    """Return who says it in either claim, where each names one source and nothing says that they are one."""
    ours, theirs = _speakers(meeting.left, meeting.ours), _speakers(meeting.right, meeting.theirs)
    one_each = len(ours) == len(theirs) == 1
    return (ours[0], theirs[0]) if one_each and _are_two(meeting, ours[0], theirs[0]) else None


def _speakers(read: Reading, own: Iterable[int]) -> list[int]:
    """Return the elements of a claim that are told to say something."""
    return [
        k
        for k in sorted(own)
        if any(
            arc.role == _ACCORDING or (arc.role == AGENT and read.items[arc.head].key in SAYING)
            for arc in read.roles.of_dep.get(k, ())
        )
    ]


def _are_two(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether nothing that the one source is called is proved the same as what the other is called."""
    kinds_of_both = {meeting.left.items[ours].kind, meeting.right.items[theirs].kind}
    if not kinds_of_both <= _NAMING:
        return False
    mine, its = _named(meeting.left, ours), _named(meeting.right, theirs)
    return not any(_share(a, b) for a in mine for b in its)


def _share(mine: Element, its: Element) -> bool:
    """Say whether two elements have a word in common, or one bears out the other."""
    return bool({*mine.words} & {*its.words}) or bool(proof(mine, its) or proof(its, mine))


def _named(read: Reading, index: int) -> list[Element]:
    """Return what an element is called: its own words, those that hang on it, and its other mentions."""
    found = {*read.alike(index)}
    found |= {arc.dep for k in [*found] for arc in read.roles.at_head.get(k, ())}
    return [read.items[k] for k in sorted(found) if read.items[k].kind != kinds.PRONOUN]
