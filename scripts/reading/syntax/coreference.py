"""Coreference: which elements refer to one person, body or thing by name, pronoun, title or apposition.

A pronoun with two equally good candidates stays unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scripts import english
from scripts.reading.syntax.elements import NAME, PRONOUN, TITLE, WORD, Element
from scripts.reading.syntax.firmness import State
from scripts.reading.syntax.name_matching import name_keys, one_name
from scripts.reading.syntax.semantic_roles import IS, Roles

_PERSONS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_SPEAKERS = frozenset(["i", "me", "my", "mine", "we", "us", "our", "ours"])
_SPEAKING = frozenset(
    ["say", "tell", "add", "write", "state", "declare", "announce", "insist", "explain", "warn"]
)
_FAR = 2  # how many sentences back to search


def mentions(read: Roles, said: Sequence[State]) -> tuple[int, ...]:
    """Return for each element the number of the thing that it speaks of; `said` is how each is said."""
    things = _Things(len(read.items))
    _join_names(read, things)
    for arc in read.arcs:
        state = said[arc.head]
        firm = not (state.denied or state.levels or state.unsettled)
        if arc.role == IS and firm and all(_is_thing(read.items[i]) for i in (arc.head, arc.dep)):
            things.join(arc.dep, arc.head)
    before = _Before()
    for item in read.items:
        taken_up = _antecedent(read, item, before) if item.kind == PRONOUN else _taken_up(read, item, before)
        if taken_up is not None:
            things.join(item.index, taken_up.index)
        before.add(item, read.sentence(item.index))
    return tuple(things.of(k) for k in range(len(read.items)))


class _Before:
    """The elements before one, by their sentence; titles by what they say."""

    def __init__(self) -> None:
        self.in_sentence: dict[int, list[Element]] = defaultdict(list)
        self.titles: dict[str, list[Element]] = defaultdict(list)

    def add(self, item: Element, sentence: int) -> None:
        self.in_sentence[sentence].append(item)
        if item.kind == TITLE:
            self.titles[item.key].append(item)


class _Things:
    """Which elements have been joined into one thing."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, one: int) -> int:
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]  # the next way is half as long
            one = self._above[one]
        return one

    def join(self, one: int, other: int) -> None:
        self._above[self.of(one)] = self.of(other)


def _join_names(read: Roles, things: _Things) -> None:
    names: dict[str, list[Element]] = defaultdict(list)  # by key, so that a name is not held against all
    known: dict[tuple[str, ...], Element | None] = {}
    for item in read.items:
        after = read.items[item.index + 1] if item.index + 1 < len(read.items) else None
        if item.kind == TITLE and after is not None and after.kind == NAME and after.first - item.last <= 1:
            things.join(item.index, after.index)
        elif item.kind == NAME:
            same = known.get(item.words)
            if same is None:
                keys = name_keys(item.words)
                like = {n.index: n for key in keys for n in names[key] if one_name(n.words, item.words)}
                same = like[min(like)] if like else None
                known[item.words] = same or item
                for key in keys if same is None else ():
                    names[key].append(item)
            if same is not None:
                things.join(item.index, same.index)


def _is_thing(item: Element) -> bool:
    return item.kind in (NAME, TITLE) or item.part == "n"


def _antecedent(read: Roles, pronoun: Element, before: _Before) -> Element | None:
    """Return the one subject before a pronoun that it can stand for; else the one name."""
    if pronoun.key in _SPEAKERS:
        return _speaker(read, pronoun)
    person = pronoun.key in _PERSONS
    sentence = read.sentence(pronoun.index)
    for back in range(_FAR + 1):
        inside = before.in_sentence.get(sentence - back, [])
        fitting = [e for e in inside if _fits(read, e, person, pronoun.key)]
        subjects = [e for e in fitting if _is_subject(read, e)]
        if person and len({e.words for e in subjects if e.kind == NAME}) == 1:
            return next(e for e in subjects if e.kind == NAME)
        if len(subjects) == 1 or (subjects and not person):
            return subjects[0]
        others = [e for e in fitting if e.kind == NAME]
        if len({e.words for e in others}) == 1:
            return others[0]
        if subjects or others:
            return None
        objects = [e for e in fitting if not person and _is_object(read, e)]
        if len(objects) == 1:
            return objects[0]
    return None


def _speaker(read: Roles, pronoun: Element) -> Element | None:
    """Return who says what "I" or "we" stands in: "I saw no light," the captain told them."""
    for above in read.parse.above(pronoun.head):
        if above.part == "VERB" and above.lemma in _SPEAKING:
            for subject in read.parse.below(above.index, "nsubj"):
                own = read.elements.of_token.get(subject.index)
                if own is not None and own != pronoun.index:
                    return read.items[own]
    return None


def _fits(read: Roles, item: Element, person: bool, pronoun: str) -> bool:
    token = read.parse.tokens[item.head]
    if pronoun in ("they", "them", "their", "theirs"):
        return token.tag in ("NNS", "NNPS") or item.kind == NAME
    if person:
        return item.kind == NAME or (token.tag == "NN" and token.lemma in english.titles())
    if item.kind == NAME and _titled(read, item):
        return False
    return token.tag in ("NN", "NNP") and item.part == "n" and token.lemma not in english.titles()


def _titled(read: Roles, item: Element) -> bool:
    return (
        bool(item.index)
        and read.items[item.index - 1].kind == TITLE
        and item.first - read.items[item.index - 1].last <= 1
    )


def _is_subject(read: Roles, item: Element) -> bool:
    return read.parse.tokens[item.head].role in ("nsubj", "nsubjpass")


def _is_object(read: Roles, item: Element) -> bool:
    return read.parse.tokens[item.head].role in ("dobj", "attr")


def _taken_up(read: Roles, item: Element, before: _Before) -> Element | None:
    """Return what "the minister", "the firm" takes up: the same noun, or a person of that title, before."""
    if (
        item.kind != WORD
        or item.part != "n"
        or not any(t.lower in ("the", "that", "this") for t in read.parse.below(item.head, "det"))
    ):
        return None
    titles = before.titles.get(item.key, [])
    if titles:
        return titles[-1] if len({read.items[t.index + 1].words for t in titles}) == 1 else None
    sentence = read.sentence(item.index)
    near = (e for back in range(_FAR, 0, -1) for e in before.in_sentence.get(sentence - back, ()))
    earlier = [e for e in near if e.kind == WORD and e.part == "n" and e.key == item.key]
    return earlier[-1] if len(earlier) == 1 else None
