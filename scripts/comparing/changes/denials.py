"""What one claim denies and the other asserts, with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import CONFLICTING, DENIAL, DIFFERENT, OPEN, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.role_matching import SAME
from scripts.comparing.word_proofs import SAYING
from scripts.reading.syntax.elements import WORD
from scripts.reading.syntax.whole_text import Reading

_NO = frozenset({"no", "not", "n't", "never", "none", "neither", "nor"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the predicates, and the nouns behind a "no", that only one claim denies."""
    for ours, theirs in meeting.pairs:
        mine, its = meeting.left.states[ours], meeting.right.states[theirs]
        if mine.denied == its.denied:
            continue
        if predicate(meeting.left, ours) and predicate(meeting.right, theirs):
            said = meeting.left.items[ours].key in SAYING  # who declines to say one thing may say another
            plain = not (mine.levels | its.levels) and not said
            sure = CONFLICTING if plain and _shares_a_part(meeting, ours) else OPEN if said else DIFFERENT
            yield Change(DENIAL, sure, (ours,), (theirs,))
        elif _no(meeting.left, ours) != _no(meeting.right, theirs):
            yield Change(DENIAL, DIFFERENT, (ours,), (theirs,))


def predicate(read: Reading, index: int) -> bool:
    """Say whether an element is the verb of a clause."""
    item, tokens = read.items[index], read.roles.parse.tokens
    is_verb = item.kind == WORD and item.part == "v" and tokens[item.head].part in ("VERB", "AUX")
    return is_verb and tokens[item.head].role not in ("amod", "compound", "nmod")


def _no(read: Reading, index: int) -> bool:
    """Say whether a word of denial stands right at a noun: no oil, not the president."""
    return any(t.lower in _NO for t in read.roles.parse.below(read.items[index].head))


def _shares_a_part(meeting: Meeting, ours: int) -> bool:
    """Say whether a part in what is told is the same in both claims."""
    over = meeting.over
    arcs = over.ours.roles.at_head.get(ours, ())
    return any(a.dep in over.matches and over.stand(a) == SAME for a in arcs)
