"""Proofs that two elements mean the same. Each proof has a name; without one nothing counts as the same.

Words are proved in `word_proofs`; figures, dates, times, shares, names and titles here. A proof is one-sided:
the other element (`theirs`) bears out this one (`ours`). 60 bears out "more than 50", a husband a spouse; not
the reverse.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from scripts import english
from scripts.comparing.proofs.word_proofs import IDENTICAL, Proof, spelled_alike, word_proof
from scripts.reading.details.dates import Dating
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, LIMIT, NAME, PRONOUN, SHARE, TITLE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.name_matching import one_name
from scripts.reading.syntax.times_of_day import Hour

_WEEKEND = frozenset({6, 7})  # Saturday and Sunday, from Monday on
ARITHMETIC = Proof("arithmetic")
_ROUNDED = 0.015  # tolerance for a measure that was converted to another unit


def proof(ours: Element, theirs: Element, without: frozenset[str] = frozenset()) -> Proof | None:
    """Return the proof that the other element bears out this one, or None; `without` names what to skip."""
    found = _proof(ours, theirs, without)
    return None if found is not None and found.name in without else found


def _proof(ours: Element, theirs: Element, without: frozenset[str]) -> Proof | None:
    if ours.kind == FIGURE or theirs.kind == FIGURE:
        return _figures(ours.value, theirs.value) if ours.kind == theirs.kind else None
    if ours.key == "weekend" and isinstance(theirs.value, Dating):
        return Proof("calendar") if theirs.value.weekday in _WEEKEND else None
    if ours.kind == DATE or theirs.kind == DATE:
        return _dates(ours.value, theirs.value) if ours.kind == theirs.kind else None
    if ours.kind == HOUR or theirs.kind == HOUR:
        return _hours(ours.value, theirs.value) if ours.kind == theirs.kind else None
    if ours.kind == SHARE or theirs.kind == SHARE:
        return _shares(ours, theirs)
    if ours.kind in (LIMIT, PRONOUN) or theirs.kind in (LIMIT, PRONOUN):
        return IDENTICAL if ours.kind == theirs.kind == LIMIT else None
    if ours.kind == NAME and theirs.kind == NAME:
        return _names(ours, theirs)
    if NAME in (ours.kind, theirs.kind):
        return _name_and_word(ours, theirs)
    if TITLE in (ours.kind, theirs.kind):
        return _titles(ours.key, theirs.key)
    found = word_proof(ours.key, ours.part, theirs.key, theirs.part, without)
    return found or _governing(ours, theirs, without)


def _governing(ours: Element, theirs: Element, without: frozenset[str]) -> Proof | None:
    """Return why a verb with its preposition is the same as another: objected to, opposed."""
    for mine in (ours.key, *ours.governs):
        for its in (theirs.key, *theirs.governs):
            if (mine, its) != (ours.key, theirs.key):
                found = word_proof(mine, ours.part, its, theirs.part, without)
                if found is not None and found != IDENTICAL:
                    return replace(found, governs=True)
    return None


def _figures(ours: object, theirs: object) -> Proof | None:
    if not isinstance(ours, Figure) or not isinstance(theirs, Figure):
        return None
    if not comparable(ours, theirs):
        return None
    if ours.about and theirs.about:
        same = (ours.low, ours.high) == (theirs.low, theirs.high) or _converted(ours, theirs)
        return ARITHMETIC if same else None
    if ours.about and theirs.exact:
        return ARITHMETIC if ours.meets(theirs) else None
    if ours.holds(theirs):
        same = (ours.low, ours.high) == (
            theirs.low,
            theirs.high,
        ) and ours.quote.lower() == theirs.quote.lower()
        return IDENTICAL if same else ARITHMETIC
    return ARITHMETIC if ours.exact and theirs.exact and _converted(ours, theirs) else None


def _converted(ours: Figure, theirs: Figure) -> bool:
    """Say whether one measure is the other in another unit, in round numbers: 14 metres, 46 feet."""
    if not (ours.unit and theirs.unit) or ours.unit == theirs.unit:
        return False
    return abs(ours.high - theirs.high) <= _ROUNDED * abs(theirs.high)


def comparable(ours: Figure, theirs: Figure) -> bool:
    """Say whether two figures have one dimension: dollars with dollars, a share with a share."""
    return ours.dimension == theirs.dimension


def _dates(ours: object, theirs: object) -> Proof | None:
    """A full day bears out its month, its year and its weekday; not the reverse."""
    if not isinstance(ours, Dating) or not isinstance(theirs, Dating) or ours.contradicts(theirs):
        return None
    if ours.quote.lower() == theirs.quote.lower():
        return IDENTICAL
    day = theirs.calendar
    given = {
        "year": theirs.year or theirs.inherited, "month": theirs.month, "day": theirs.day,
        "weekday": theirs.weekday or (day.isoweekday() if day else 0),
    }  # fmt: skip
    asked = {"year": ours.year, "month": ours.month, "day": ours.day, "weekday": ours.weekday}
    own = ours.calendar if ours.year else None
    one_day = own and (given["year"], given["month"], given["day"]) == (own.year, own.month, own.day)
    if one_day and theirs.weekday in (0, ours.weekday):
        asked["weekday"] = 0
    return Proof("calendar") if all(not a or a == given[k] for k, a in asked.items()) else None


def _hours(ours: object, theirs: object) -> Proof | None:
    if not isinstance(ours, Hour) or not isinstance(theirs, Hour):
        return None
    return Proof("calendar") if ours.holds(theirs) else None


def _shares(ours: Element, theirs: Element) -> Proof | None:
    one, other = share(ours), share(theirs)
    if one is None or other is None:
        return None
    if ours.key == theirs.key:
        return IDENTICAL
    return Proof("quantifier") if one[0] <= other[0] and other[1] <= one[1] else None


def share(item: Element) -> tuple[float, float] | None:
    """Return the share of a whole that an element names, as a range from 0 to 1, or None."""
    if isinstance(item.value, english.Quantifier):
        return item.value.low, item.value.high
    if isinstance(item.value, Figure) and item.value.dimension == "share":
        return item.value.low, item.value.high
    return None


def _names(ours: Element, theirs: Element) -> Proof | None:
    if ours.quote == theirs.quote:
        return IDENTICAL
    if one_name(ours.words, theirs.words):
        return Proof("name variant")
    code = state(ours.quote)
    if code is not None and code == state(theirs.quote):
        return Proof("name variant")
    if len(ours.words) == len(theirs.words) == 1:
        return _people(ours.key, theirs.key)
    return None


def _titles(ours: str, theirs: str) -> Proof | None:
    """A prime minister is a minister; a lieutenant general is not a general."""
    if ours == theirs or spelled_alike(ours, theirs):
        return IDENTICAL
    is_rank = english.titles().get(ours.split()[-1]) == "rank"
    before = theirs.removesuffix(ours).split()
    lesser = any(english.titles().get(word) == "deputy" for word in before)
    return Proof("title") if theirs.endswith(f" {ours}") and not (is_rank or lesser) else None


def _name_and_word(ours: Element, theirs: Element) -> Proof | None:
    """A word is part of a name (council, Halvik Council), or names the people of a place (Calderian)."""
    word, name = (theirs, ours) if ours.kind == NAME else (ours, theirs)
    if word.quote == name.quote and word.quote[0].isupper():
        return IDENTICAL  # a name that begins a sentence may be read as a word
    if word is ours and len(name.words) > 1 and word.key in name.words:
        return Proof("part of a name")
    if len(name.words) == 1:
        return _people(folded_key(word), name.words[0])
    return None


def folded_key(item: Element) -> str:
    """Return the word of an element without diacritics."""
    return "".join(item.words) or item.key


def state(word: str) -> str | None:
    """Return the code of the state that a word names, or whose people or adjective it is: Spain, Spanish."""
    return english.country(word) or english.demonyms().get(word.lower())


@lru_cache(maxsize=8192)
def _people(one: str, other: str) -> Proof | None:
    """Say whether one word is the adjective or the people of the other: Calderia, Calderian."""
    country, land = state(one), state(other)
    if country is not None and country == land:
        return Proof("derivation")
    short, long = sorted((one, other), key=len)
    for ending in ("n", "an", "ian", "ese", "ish", "i", "s", "ns", "ans", "ians", "er", "ers"):
        if long.endswith(ending) and len(short) > 3:
            stem = long.removesuffix(ending)
            if stem in (short, short[:-1], short[:-2]) and len(stem) > 3:
                return Proof("derivation")
    return None
