"""Small words that turn the sense, in one of two claims alone: above and below, before and after.

Only where one claim copies the other: there each word has its place. Words of denial are told by `denials`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts import english
from scripts.comparing.changes.change import BOUND, DIFFERENT, OPEN, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import COPY
from scripts.reading.syntax.whole_text import Reading

_ALIKE = {"below": "under", "above": "over", "beneath": "under"}
_OF_PLACE = frozenset({"ahead", "behind", "beyond", "over", "outside", "under"})
_DENYING = frozenset({"neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield what such a word of one claim stands at, with its answer in the other."""
    if not meeting.closest or meeting.alignment.common < COPY:
        return
    ours, theirs = _turned(meeting.left, meeting.ours), _turned(meeting.right, meeting.theirs)
    every, other = sum(ours.values(), Counter()), sum(theirs.values(), Counter())
    only_ours, only_theirs = every - other, other - every
    if not (only_ours or only_theirs):
        return  # the same words: what they are tied to is told by `roles`
    of_place = not (only_ours and only_theirs) and {*only_ours, *only_theirs} <= _OF_PLACE
    sure = OPEN if of_place else DIFFERENT
    for mine, its in meeting.pairs:
        if ours.get(mine) == theirs.get(its):
            continue
        # Under the chair of her, chaired by her: a word of place may have no counterpart.
        if not of_place or (_is_behind(meeting.left, mine) and _is_behind(meeting.right, its)):
            yield Change(BOUND, sure, (mine,), (its,))


def _is_behind(read: Reading, index: int) -> bool:
    """Say whether an element stands behind a preposition."""
    return read.roles.parse.tokens[read.items[index].head].role == "pobj"


def _turned(read: Reading, own: frozenset[int]) -> dict[int, Counter[str]]:
    """Return the elements at which words that turn the sense stand, with those words."""
    found: dict[int, Counter[str]] = {}
    of_token, parse = read.roles.elements.of_token, read.roles.parse
    turning = english.turning() - _DENYING
    inside = {t for k in own for t in range(read.items[k].first, read.items[k].last + 1)}  # nine or more
    # What hangs on a word, and what it hangs on, stand in its sentence: the others cannot have one of these.
    for token in parse.of_sentences({read.roles.sentence(index) for index in own}):
        if token.lower in turning and token.index not in inside:
            near = next((c for c in parse.below(token.index) if c.role in ("pobj", "pcomp")), None)
            index = of_token.get(near.index if near is not None else token.head)
            if index is not None and index in own:
                found.setdefault(index, Counter())[_ALIKE.get(token.lower, token.lower)] += 1
    return found
