"""Words that nothing proves the same, at one place of two claims: other words for it, or something else.

The place is what lies between two words that the claims share, in their order. One word for another is most
often the same in other words: it is left open, and so is a verb for a noun. A longer stretch for which the
other claim has another tells something else, if the claims share enough to be about one thing; and so does
one with a value of the same kind, or one that is less than firm. A headline and the sentence below it sum up
what is told again further down: what they say otherwise is left open; and so is what sentences say of which
most is told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.changes.change import ADDED, ALONE, DIFFERENT, LIMIT, OPEN, WORDING, Change
from scripts.comparing.changes.unrivalled import alone
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import COPY
from scripts.comparing.proofs.element_proofs import share
from scripts.comparing.proofs.wholes_and_parts import is_part
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.whole_text import Reading

_LONG = 4  # elements of both stretches together
_SOME, _MUCH = 2, 6  # elements of each stretch, and of both: enough to tell of two things
_MUCH_ELSE = 6  # elements beside a stretch that nothing proves the same
_BALANCED = 1 / 3  # the shorter stretch as a part of the longer one
_ADDED = 2  # elements of a stretch that only one claim has
_ALIKE = 0.2  # of the weight of both claims, shared
_NEAR = 0.3  # so much that what stands at one place is said of one thing
_EACH, _FOR_EACH = frozenset({"each", "every"}), frozenset({"a", "an", "per"})
_LIMITS = frozenset({kinds.LIMIT, kinds.SHARE})
_VALUES = frozenset({kinds.FIGURE, kinds.DATE, kinds.HOUR, kinds.SHARE})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the stretches that stand for each other, and the limits that only one claim has."""
    for ours, theirs in meeting.stretches:
        if ours and theirs and _tells(meeting, ours, theirs):
            yield Change(WORDING, DIFFERENT, ours, theirs)
        elif ours and theirs:
            yield from _open(meeting, ours, theirs)
        elif (ours or theirs) and not _is_for_each(meeting, ours, theirs):
            limits = tuple(_limit(meeting, ours, theirs))
            yield from limits
            if (
                meeting.nearest[not ours]
                and _is_added(meeting, ours, theirs)
                and not (limits and len(ours) + len(theirs) == 1)
            ):
                yield Change(ADDED, ALONE, ours, theirs)


def _open(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Iterator[Change]:
    """Yield two stretches as left open, and their values to which the other account has no rival as added.

    Where nothing else would be left on a side, the value may be what stands for the words of the other side.
    """
    left, right = ([e.index for e in side] for side in meeting.unproved)
    lone = alone(meeting.left, ours, meeting.right, right), alone(meeting.right, theirs, meeting.left, left)
    rest = tuple(k for k in ours if k not in lone[0]), tuple(k for k in theirs if k not in lone[1])
    if not all(rest):
        yield Change(WORDING, OPEN, ours, theirs)
        return
    yield Change(WORDING, OPEN, *rest)
    if lone[0]:
        yield Change(ADDED, ALONE, lone[0], ())
    if lone[1]:
        yield Change(ADDED, ALONE, (), lone[1])


def _is_added(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Say whether what only one claim has is worth telling: several words, or any word where one copies."""
    if len(ours) + len(theirs) >= _ADDED:
        return True
    if _is_form_of_address(meeting.left, ours) or _is_form_of_address(meeting.right, theirs):
        return False
    # In a copy, and where all the rest is the same, each word has its place.
    alone = meeting.ours - meeting.proved[0] == {*ours} and meeting.theirs - meeting.proved[1] == {*theirs}
    copied = meeting.closest and (alone or meeting.alignment.common >= COPY)
    return copied and not (_is_firmness(meeting.left, ours) or _is_firmness(meeting.right, theirs))


def _is_form_of_address(read: Reading, stretch: tuple[int, ...]) -> bool:
    """Say whether a stretch is one word that only addresses a person: Mr, Ms."""
    return len(stretch) == 1 and english.titles().get(read.items[stretch[0]].key) == "honorific"


def _is_firmness(read: Reading, stretch: tuple[int, ...]) -> bool:
    """Say whether a stretch is one word of firmness: that shows in how what it governs is said."""
    return len(stretch) == 1 and read.items[stretch[0]].key in english.firmness()


def _tells(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Say whether two stretches tell two things, rather than one thing in other words."""
    values = _have_values(meeting, ours, theirs)
    if not values and _has_verb(meeting.left, ours) != _has_verb(meeting.right, theirs):
        return False  # built otherwise, they are most often one thing in other words
    common = meeting.alignment.common
    if common >= COPY:
        return meeting.closest  # in a copy each word has its place
    if meeting.sums_up:
        return False  # what a headline says otherwise is told again below it
    beside = meeting.ours - meeting.proved[0] - {*ours}, meeting.theirs - meeting.proved[1] - {*theirs}
    if max(map(len, beside)) >= _MUCH_ELSE:
        return False  # two sentences of which most is told otherwise
    short, long = sorted((len(ours), len(theirs)))
    if short >= _SOME and short + long >= _MUCH:
        return True
    if not meeting.closest:
        return False
    balanced = short >= _BALANCED * long
    firm = not (_is_less_than_firm(meeting.left, ours) or _is_less_than_firm(meeting.right, theirs))
    if (values and balanced) or not firm:
        return True
    if not any(beside):
        return True  # all the rest is proved the same
    if common < _NEAR and not any(meeting.hang_together(k, j) for k in ours for j in theirs):
        return False  # two things said of nothing that the claims share
    return short + long >= _LONG and common >= _ALIKE and balanced


def _have_values(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Say whether two stretches have each a value of one kind, of a part or of a whole both: a day, a sum."""
    mine, its = _values(meeting.left, ours), _values(meeting.right, theirs)
    return bool(mine & its)


def _values(read: Reading, stretch: tuple[int, ...]) -> set[tuple[str, bool]]:
    found = (read.items[k] for k in stretch)
    return {(item.kind, is_part(read, item)) for item in found if item.kind in _VALUES}


def _has_verb(read: Reading, stretch: tuple[int, ...]) -> bool:
    return any(read.items[k].part == "v" for k in stretch)


def _is_less_than_firm(read: Reading, stretch: tuple[int, ...]) -> bool:
    """Say whether anything in a stretch is denied, or said less than firmly."""
    return any(read.states[k].denied or read.states[k].levels for k in stretch)


def _is_for_each(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Say whether a stretch is an "each" where the other claim has "per" or "a": 12 euros for each share."""
    if len(ours) + len(theirs) != 1:
        return False
    read, other = (meeting.left, meeting.right) if ours else (meeting.right, meeting.left)
    answers = dict(meeting.pairs) if ours else {theirs: ours for ours, theirs in meeting.pairs}
    (index,) = ours or theirs
    answer = answers.get(index + 1)
    tokens = other.roles.parse.tokens
    before = tokens[other.items[answer].first - 1].lower if answer is not None else ""
    return read.items[index].key in _EACH and before in _FOR_EACH


def _is_telling(meeting: Meeting, limit: Element) -> bool:
    """Say whether claims share enough for a limit in one alone to be a difference.

    A share needs more than an "only", and "all" and "each" need most: the ports may be every port.
    """
    least = _ALIKE if limit.kind == kinds.LIMIT else COPY if share(limit) == (1, 1) else _NEAR
    return meeting.closest and meeting.alignment.common >= least


def _limit(meeting: Meeting, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Iterator[Change]:
    """Yield a limit that only one claim has (only, all), with the word that it bears on in both."""
    read, own = (meeting.left, ours) if ours else (meeting.right, theirs)
    answers = dict(meeting.pairs) if ours else {theirs: ours for ours, theirs in meeting.pairs}
    for index in own:
        if read.items[index].kind not in _LIMITS or not _is_telling(meeting, read.items[index]):
            continue
        borne = next((arc.head for arc in read.roles.of_dep.get(index, ()) if arc.head in answers), None)
        borne = (
            borne if borne is not None else next((k for k in (index + 1, index - 1) if k in answers), None)
        )
        if borne is not None:
            mine, its = (index, borne), (answers[borne],)
            yield Change(LIMIT, DIFFERENT, *((mine, its) if ours else (its, mine)))
