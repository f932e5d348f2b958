"""What two claims give as the cause of one thing, where nothing proves that it is one: a fault, arson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts import english
from scripts.comparing.changes.change import CAUSE, DIFFERENT, Change
from scripts.comparing.laid_claims import Meeting
from scripts.reading.syntax.elements import WORD
from scripts.reading.syntax.whole_text import Reading

_NEAR = 4  # words from a verb to its preposition: traced back mainly to


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the causes that two claims name, where each names one and nothing proves that they are one."""
    ours = _causes(meeting.left, meeting.ours)
    theirs = _causes(meeting.right, meeting.theirs)
    if len(ours) != 1 or len(theirs) != 1:
        return
    if not _is_one(meeting, ours[0], theirs[0]):
        yield Change(CAUSE, DIFFERENT, (ours[0],), (theirs[0],))


def _is_one(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether a cause is an answer to the other, whichever claim is laid over the other."""
    over, under = meeting.over.matches.get(ours), meeting.under.matches.get(theirs)
    mentions = {*meeting.right.alike(theirs)}
    return (over is not None and over.theirs in mentions) or (under is not None and under.theirs == ours)


def _causes(read: Reading, own: Iterable[int]) -> list[int]:
    """Return the elements of a claim that are told to cause something."""
    parse, of_token = read.roles.parse, read.roles.elements.of_token
    within = {*own}
    found = set()
    for token in parse.of_sentences({read.roles.sentence(k) for k in within}):
        for preposition in english.causes().get(token.lower) or english.causes().get(token.lemma, ()):
            for near in parse.tokens[token.index + 1 : token.index + 1 + _NEAR]:
                if near.lower != preposition:
                    continue
                behind = next((t for t in parse.below(near.index) if t.role in ("pobj", "pcomp")), None)
                index = of_token.get(behind.index) if behind is not None else None
                if index in within:
                    found.add(index)
                break
        if token.lemma == "cause" and token.part == "VERB":
            found |= {k for t in parse.below(token.index, "nsubj") if (k := of_token.get(t.index)) in within}
    return sorted(k for k in found if read.items[k].kind == WORD)
