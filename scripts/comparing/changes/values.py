"""One value for another in one slot: two numbers, two days, two names, two words that are held apart.

Both must be unproved, and both must hang together with something that the claims share: that is the slot.
Which of them conflict is decided in `conflicts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts import english
from scripts.comparing.changes.change import (
    DATE,
    DIFFERENT,
    NAME,
    NUMBER,
    OPEN,
    OPPOSITE,
    SHARE,
    THING,
    TIME,
    TITLE,
    Change,
)
from scripts.comparing.changes.denials import says_little
from scripts.comparing.laid_claims import Meeting, neighbours
from scripts.comparing.pairing.alignments import COPY
from scripts.comparing.proofs.element_proofs import comparable, proof, state
from scripts.comparing.proofs.wholes_and_parts import is_part
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.comparing.slots.incompatible_values import opposed
from scripts.comparing.slots.rates import differ, rate
from scripts.comparing.slots.slot_rivals import counts_same
from scripts.english import lexicon, wordings
from scripts.reading.details.dates import Dating
from scripts.reading.syntax import elements as kinds
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.scores import Score
from scripts.reading.syntax.times_of_day import Hour
from scripts.reading.syntax.whole_text import Reading

_WORDS = frozenset({kinds.WORD, kinds.TITLE})
_VALUES = frozenset({kinds.FIGURE, kinds.DATE, kinds.HOUR, kinds.SHARE})
_BOUNDS = frozenset({"after", "before", "from", "since", "till", "until"})
_AHEAD = frozenset({"expected", "future", "planned", "proposed"})
_TIMES = frozenset({kinds.DATE, kinds.HOUR})
_SAME_KIND = {kinds.HOUR: TIME, kinds.SHARE: SHARE}
# Of the words that must be held apart: those for how a thing ended, how much, how firmly. Two words for an
# office, a place or a time may be two ways to name one.
_TELLING = frozenset({"outcome", "quantity", "firmness", "stance"})
_ALIKE = 0.2  # of the weight of both claims, shared
_ANYBODY = frozenset({"man", "other", "people", "person", "woman"})
_SHORTEST = 3  # letters of a word that tells a name: not "al", not an initial
_SPELT_ALIKE = 0.8  # of the letters of two names, in common: one name may be spelt in two ways


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the unproved values of the left claim for which the right one has others in the same slot."""
    ours, theirs = meeting.unproved
    slots = _Slots(meeting)
    for mine in ours:
        for its in theirs:
            if _is_told_beside(meeting.right, its, mine) or _is_told_beside(meeting.left, mine, its):
                continue
            if found := _kind(mine, its) if slots.one(mine, its) else None:
                kind, sure = found
                if kind == TITLE and slots.copied and not _is_nested(mine, its):
                    sure = DIFFERENT  # a person may have two offices; the writer has changed one
                elif _may_be_as_one(meeting, slots, kind, mine, its):
                    sure = OPEN
                yield Change(kind, sure, (mine.index,), (its.index,))


def _may_be_as_one(meeting: Meeting, slots: _Slots, kind: str, mine: Element, its: Element) -> bool:
    """Say whether two values may tell one thing, by what else is said of them."""
    if meeting.left.states[mine.index].denied != meeting.right.states[its.index].denied:
        return True  # not realistic may be what the other calls unrealistic
    if kind == NUMBER:
        return differ(rate(meeting.left, mine), rate(meeting.right, its))  # 1.2 for each share, six for five
    if kind == THING:
        return not slots.alike  # two things of one kind in claims that share little
    if kind == NAME:
        return (state(mine.quote) is None) != (state(its.quote) is None)  # Poe, the Kenyan
    if kind == OPPOSITE and not slots.copied:
        ahead = meeting.left.states[mine.index].levels | meeting.right.states[its.index].levels
        firm = wordings.held_apart(mine.key, its.key, mine.part)
        return bool({mine.key, its.key} & SAYING) or (
            firm is not None and firm.kind == "firmness" and bool(ahead & _AHEAD)  # offers it, will pay it
        )
    return False


def _is_told_beside(read: Reading, one: Element, other: Element) -> bool:
    """Say whether a claim has the other's number too, beside its own: expected 655 million, and made 612."""
    if not isinstance(other.value, Figure) or not isinstance(one.value, Figure) or not other.value.exact:
        return False
    sentence, value = read.roles.sentence(one.index), other.value
    return any(
        isinstance(item.value, Figure)
        and item.value.exact
        and item.value.dimension in (value.dimension, "")
        and item.value.low == value.low
        for item in read.items
        if item.index != one.index and read.roles.sentence(item.index) == sentence
    )


class _Slots:
    """Which elements of two claims are in one slot."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.copied = meeting.closest and meeting.alignment.common >= COPY
        self.alike = meeting.closest and meeting.alignment.common >= _ALIKE
        answers = meeting.over.matches
        ours, theirs = meeting.unproved
        self._around = {
            e.index: {answers[k].theirs for k in self._anchors(e.index) if k in answers} for e in ours
        }
        self._beside = {e.index: neighbours(meeting.right, e.index) for e in theirs}

    def _anchors(self, index: int) -> set[int]:
        """Return what an element of ours hangs on or carries; two may have said what shares little."""
        read = self._meeting.left
        found = neighbours(read, index)
        return found if self.alike else {k for k in found if not says_little(read.items[k].key)}

    def one(self, mine: Element, its: Element) -> bool:
        """Say whether two elements hang together with one that the claims share; contraries need less."""
        if mine.kind != its.kind and not {mine.kind, its.kind} <= _WORDS:
            return False
        if is_part(self._meeting.left, mine) != is_part(self._meeting.right, its):
            return False  # six of the passengers are not all 31
        if mine.kind in _TIMES and not self.alike and not self._are_of_one_bound(mine, its):
            return False  # on Friday; since Tuesday
        if not self._around[mine.index].isdisjoint(self._beside[its.index]):
            return True
        if mine.kind == its.kind == kinds.WORD:
            return self.alike and opposed(mine, its)
        if mine.kind == kinds.FIGURE and counts_same(self._meeting.over, mine, its):
            return not self._count_anybody(mine)
        placed = mine.kind in (_VALUES if self.alike else _TIMES)
        return placed and _at_one_place(self._meeting, mine, its)

    def _are_of_one_bound(self, mine: Element, its: Element) -> bool:
        """Say whether two times are both that of an act, or both bound it in one way: since, until."""
        arcs = self._meeting.left.roles.of_dep, self._meeting.right.roles.of_dep
        ours, theirs = (
            {a.role for a in own.get(e.index, ())} for own, e in zip(arcs, (mine, its), strict=True)
        )
        return ours & _BOUNDS == theirs & _BOUNDS

    def _count_anybody(self, mine: Element) -> bool:
        """Say whether a figure counts just anybody: two people, 8,300 people."""
        counted = mine.value.counted if isinstance(mine.value, Figure) else None
        return counted is not None and self._meeting.left.roles.parse.tokens[counted].lemma in _ANYBODY


def _kind(mine: Element, its: Element) -> tuple[str, str] | None:
    """Return which kind of change two values in one slot are, and how sure; None where they are none."""
    if proof(mine, its) or proof(its, mine):
        return None
    if mine.kind == its.kind == kinds.TITLE:
        ranks = _is_rank(mine) and _is_rank(its) and not _is_nested(mine, its)
        return TITLE, DIFFERENT if ranks else OPEN
    if {mine.kind, its.kind} <= _WORDS:
        return _words(mine, its)
    if mine.kind != its.kind:
        return None
    if isinstance(mine.value, Figure) and isinstance(its.value, Figure):
        alike = comparable(mine.value, its.value) or _leaves_out_the_unit(mine.value, its.value)
        return (NUMBER, DIFFERENT) if alike and _are_two(mine.value, its.value) else None
    if isinstance(mine.value, Dating) and isinstance(its.value, Dating):
        return DATE, DIFFERENT if mine.value.contradicts(its.value) else OPEN
    if isinstance(mine.value, Score) and isinstance(its.value, Score):
        return NUMBER, OPEN if mine.value.sides == its.value.sides else DIFFERENT
    if isinstance(mine.value, Hour) and isinstance(its.value, Hour):
        return TIME, OPEN if mine.value.is_nearly(its.value) else DIFFERENT  # in the evening, at night
    if mine.kind == kinds.NAME:
        return NAME, OPEN if _may_be_one(mine, its) else DIFFERENT
    return (_SAME_KIND[mine.kind], DIFFERENT) if mine.kind in _SAME_KIND else None


def _are_two(one: Figure, other: Figure) -> bool:
    """Say whether two figures cannot be one, or are two rough ones: about 185,000, about 158,000."""
    if not one.meets(other):
        return True
    ends = max(one.low, other.low), min(one.high, other.high)
    if ends[0] == ends[1] and not (one.exact or other.exact):
        return True  # at most five, at least five
    return one.about and other.about and one.middle != other.middle and not one.middle.rounds(other.middle)


def _leaves_out_the_unit(one: Figure, other: Figure) -> bool:
    """Say whether one figure counts nothing and the other is money: 140 million, 120 million euros."""
    bare, full = (one, other) if not one.dimension else (other, one)
    return not bare.dimension and bare.counted is None and full.dimension.startswith("money")


def _words(mine: Element, its: Element) -> tuple[str, str] | None:
    if opposed(mine, its):
        return OPPOSITE, DIFFERENT
    if mine.part != its.part:
        return None
    apart = next((a for part in "nvar" if (a := wordings.held_apart(mine.key, its.key, part))), None)
    if apart is not None:
        return OPPOSITE, DIFFERENT if apart.kind in _TELLING else OPEN
    is_thing = mine.part in ("n", "a") and lexicon.siblings(mine.key, its.key, mine.part)
    return (THING, DIFFERENT) if is_thing else None


def _is_nested(mine: Element, its: Element) -> bool:
    """Say whether one title begins or ends with the other: minister, prime minister."""
    short, long = sorted((mine.key, its.key), key=len)
    return long.startswith(short) or long.endswith(short)


def _is_rank(title: Element) -> bool:
    """Say whether a title is a rank, of which a person has one; of offices one may have several."""
    return english.titles().get(title.key.split()[-1]) == "rank"


def _may_be_one(mine: Element, its: Element) -> bool:
    """Say whether two names may be one, in two forms or two spellings; that they are is not proved."""
    if all(lexicon.senses(word, "n") for word in (*mine.words, *its.words)):
        return True  # words of the language with a capital: the Festival, the Feast
    own, other = _telling_words(mine), _telling_words(its)
    if own & other or own | other <= english.body_nouns():
        return True
    return SequenceMatcher(None, mine.key, its.key).ratio() > _SPELT_ALIKE


def _telling_words(name: Element) -> set[str]:
    """Return the words of a name that tell whom it names: of the Canadian Ana Poe, not "Canadian"."""
    people = {word.lower() for word in english.demonyms()}
    return set(name.words) - {w for w in name.words[:-1] if len(w) < _SHORTEST or w in people}


def _at_one_place(meeting: Meeting, mine: Element, its: Element) -> bool:
    """Say whether two values stand between the same pairs, each the only one of its kind there."""
    for ours, theirs in meeting.stretches:
        if mine.index in ours and its.index in theirs:
            left = [k for k in ours if meeting.left.items[k].kind == mine.kind]
            right = [k for k in theirs if meeting.right.items[k].kind == its.kind]
            return len(left) == len(right) == 1
    return False
