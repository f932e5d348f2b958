"""What two claims give as the cause of one thing, where nothing proves that it is one: a fault, arson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts import english
from scripts.comparing.changes.change import CAUSE, DIFFERENT, Change
from scripts.comparing.laid_claims import Meeting
from scripts.reading.syntax.elements import WORD
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.whole_text import Reading

_NEAR = 4  # words from a verb to its preposition: traced back mainly to


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the causes that two claims name, where each names one and nothing proves that they are one."""
    ours = _causes(meeting.left, meeting.ours)
    theirs = _causes(meeting.right, meeting.theirs)
    if len(ours) == len(theirs) == 1 and not _is_one(meeting, ours[0], theirs[0]):
        yield Change(CAUSE, DIFFERENT, (ours[0],), (theirs[0],))


def _is_one(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether a cause is an answer to the other, whichever claim is laid over the other."""
    over, under = meeting.over.matches.get(ours), meeting.under.matches.get(theirs)
    mentions = {*meeting.right.alike(theirs)}
    return (over is not None and over.theirs in mentions) or (under is not None and under.theirs == ours)


def _causes(read: Reading, own: Iterable[int]) -> list[int]:
    """Return the elements of a claim that are told to cause something."""
    parse, within = read.roles.parse, {*own}
    told: list[Token] = []
    for token in parse.of_sentences({read.roles.sentence(k) for k in within}):
        told += _behind(read, token)
        if token.lemma == "cause" and token.part == "VERB":
            told += parse.below(token.index, "nsubj")
    found = {read.roles.elements.of_token.get(token.index) for token in told}
    return sorted(k for k in found if k in within and read.items[k].kind == WORD)


def _behind(read: Reading, token: Token) -> Iterator[Token]:
    """Yield what stands behind the preposition of a word that tells of a cause: due chiefly to | a strike."""
    parse, prepositions = read.roles.parse, _prepositions(read, token)
    for near in parse.tokens[token.index + 1 : token.index + 1 + _NEAR]:
        if near.lower in prepositions:
            yield from parse.below(near.index, "pobj", "pcomp")
            if near.role == "pcomp":  # because | of | a strike
                yield from parse.below(token.index, "pobj")
            return


def _prepositions(read: Reading, token: Token) -> tuple[str, ...]:
    """Return the prepositions behind which the cause stands at a word, with its particle: passed on by."""
    index, table = read.roles.elements.of_token.get(token.index), english.causes()
    key = read.items[index].key if index is not None else token.lemma
    for words in (key, key.rpartition(" ")[0], token.lower):  # put down to, due to
        if found := table.get(words):
            return found if token.part != "NOUN" else tuple(p for p in found if p == "of")
    return ()
