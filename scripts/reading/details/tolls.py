"""Tolls: how many were killed, hurt, missing, rescued or arrested, as a claim counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail
from scripts.reading.details.quantities import Quantity
from scripts.reading.words import Word

_BEHIND, _TOLL_BEFORE = 6, 8
_ENDING = """
    after among and as because but if including or that when which while who whose
"""
_COUNTING_WORDS = """
    a about almost another approximately around as at bringing estimated further least many more nearly
    of over roughly some than the to total up
"""
_RISING_WORDS = """
    at climbed climbs from grew had has hit hits in increased increases is least now of passed reached reaches
    rise risen rises rising rose stand stands stood the to topped was
"""
_UNSURE_WORDS = """
    believed could feared if may might never not possibly potentially presumed save saved would
"""
_DEGREE_WORDS = """
    bad badly critical critically grave gravely light lightly major minor serious seriously severe severely
    slight slightly
"""
_TAKING_WORDS = """
    claim claimed claiming claims cost costing lose loss lost taken taking took
"""
_ENDS, _COUNTING, _RISING = (frozenset(found.split()) for found in (_ENDING, _COUNTING_WORDS, _RISING_WORDS))
_DEGREES = frozenset(_DEGREE_WORDS.split())
_UNSURE, _TAKING = (frozenset(found.split()) for found in (_UNSURE_WORDS, _TAKING_WORDS))
_WHOLES = frozenset({"loss", "number", "toll", "total"})
_NOBODY = frozenset({"nobody", "none"})
_ALL = frozenset({"people", "persons", "victims"})  # nouns for people in general, unlike "nurses"
_NONE = Quantity(0, 0, "")


@dataclass(frozen=True)
class Toll(Detail):
    """How many people were killed, hurt and so on; ``of`` says which: deaths, injured, missing ..."""

    kind: ClassVar[str] = "toll"
    of: str = ""
    quantity: Quantity = _NONE


def tolls(terms: Sequence[Word], numbers: Sequence[Quantity]) -> tuple[Toll, ...]:
    """Return the tolls that the words of one claim give, in their order.

    >>> from scripts.reading.details.quantities import quantities
    >>> from scripts.reading.words import words
    >>> said = "The crash killed at least 12 people and injured 30."
    >>> [(t.of, t.quantity.value) for t in tolls(words(said), quantities(said))]
    [('deaths', 12.0), ('injured', 30.0)]
    """
    counted = {q.number_start: q for q in numbers if not (q.ordinal or q.dimension or q.whole)}
    found: list[Toll] = []
    for at, word in enumerate(terms):
        quantity = counted.get(word.start) or _in_words(terms, at)
        if quantity is None:
            continue
        stop = next((i for i in range(at, len(terms)) if terms[i].start >= quantity.number_end), len(terms))
        if _is_share(terms, at, counted):
            continue
        kind = _behind(terms, stop, counted) or _before(terms, at)
        if kind and not (stop < len(terms) and terms[stop].lower in _DEGREES):
            found.append(Toll(quantity.start, quantity.end, quantity.quote, kind, quantity))
    return tuple(found)


def _is_share(terms: Sequence[Word], at: int, counted: Mapping[int, Quantity]) -> bool:
    """Say whether a number shares its noun with another: 115 in "115 and 18 deaths"."""
    if at < 2 or terms[at - 1].lower not in {"and", "or"}:
        return False
    return terms[at - 2].start in counted and terms[at - 1].start - terms[at - 2].end == 1


def _in_words(terms: Sequence[Word], at: int) -> Quantity | None:
    """Read "one" before a noun as 1, and "no", "nobody", "no one" as 0."""
    word, following = terms[at], terms[at + 1].lower if at + 1 < len(terms) else ""
    if word.lower == "one" and (at == 0 or terms[at - 1].lower != "no"):
        named = following not in english.stopwords() and following.isalpha()
        return _quantity(word, 1.0) if named else None
    if word.lower in _NOBODY or (word.lower == "no" and following):
        return _quantity(word, 0.0)
    return None


def _quantity(word: Word, value: float) -> Quantity:
    return Quantity(word.start, word.end, word.text, value, number_start=word.start, number_end=word.end)


def _behind(terms: Sequence[Word], begin: int, counted: Mapping[int, Quantity]) -> str:
    """Return the toll named after a number, in the same clause: "12 people were killed"."""
    if begin > 1 and terms[begin - 2].lower == "of" and terms[max(0, begin - 3)].lower not in _WHOLES:
        return ""  # "a man of 34" gives an age; "a total of 34" and "the loss of 34 lives" count
    for at in range(begin, min(begin + _BEHIND, len(terms))):
        word = terms[at]
        apart = word.start - terms[at - 1].end > 1
        if word.lower == "who" and terms[at - 1].lower in _ALL and at == begin + 1:
            continue  # the 32 people who died
        if apart or word.lower in _ENDS or word.start in counted or (at == begin and word.lower == "of"):
            return ""
        if word.lower in _UNSURE | _DEGREES:
            return ""
        kind = _kind(terms, at, begin)
        if kind:
            return kind
    return ""


def _kind(terms: Sequence[Word], at: int, begin: int) -> str:
    """Return the toll that a word names. Lives are a toll only where lost; one person's death is no count."""
    word = terms[at].lower
    if word == "lives":
        near = [w.lower for w in (*terms[max(0, begin - 5) : at], *terms[at + 1 : at + 4])]
        return english.tolls().get(word, "") if _TAKING & set(near) else ""
    return "" if word in {"death", "toll", "injury"} and at != begin else english.tolls().get(word, "")


def _before(terms: Sequence[Word], at: int) -> str:
    """Return the toll named before a number: "killing 12", "the death toll rose to 80", "Fatalities: 3"."""
    place = at - 1
    while place >= 0 and at - place < 5 and terms[place].lower in _COUNTING:
        place -= 1
    if place < 0:
        return ""
    named, apart = terms[place].lower, terms[place + 1].start - terms[place].end
    before = terms[place - 1].lower if place else ""
    if before in _UNSURE:
        return ""
    form = english.verb_form(named)
    acts = form is not None and bool(form[1] & {"past", "gerund", "third"}) and apart == 1
    if acts and named in english.tolls() and before not in {"was", "were", "been", "people", "who"}:
        return english.tolls()[named]
    if apart == 2 and place == 0:  # a label and a colon
        return english.tolls().get(named, "")
    for back in range(at - 1, max(-1, at - _TOLL_BEFORE), -1):
        if terms[back + 1].start - terms[back].end > 1:
            break  # the toll, he said, and 23 others
        if terms[back].lower == "toll":
            between = [w.lower for w in terms[back + 1 : at]]
            bare = [w for w in between if w not in _RISING and w not in _COUNTING]
            return "deaths" if len(bare) <= 2 and between[-1:] != ["from"] else ""
    return ""
