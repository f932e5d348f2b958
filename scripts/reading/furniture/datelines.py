"""Datelines: the place, the day and the agency before the first words of a report.

A dateline says where and when a report was filed, not what happened there; it is separated from the sentence
behind it.
"""

from __future__ import annotations

import re

from scripts import english
from scripts.reading.furniture.lines import is_day, is_prose
from scripts.reading.words import words

_REACH = 140
_SEPARATOR = re.compile(
    r"(?<=/)\.?[ \t]+(?:(?:--?|–|—)[ \t]+)?|[ \t]*(?:--|—)[ \t]*|[ \t]+[-–][ \t]+|:[ \t]+"
)
_AGENCY = re.compile(r"[ ,.]*(?:\(([^()]{2,60})\)|/([^/]{2,60})/)\.?\Z")
_PARTICLES = (
    "of", "the", "de", "da", "do", "dos", "du", "del", "di", "el", "al", "la", "las", "los", "le", "les",
    "van", "von", "der", "den", "and", "y",
)  # fmt: skip
_LEADING = frozenset(("the", "al", "el", "la", "le", "los", "las", "den", "new"))
_DETERMINERS = (
    "the", "a", "an", "in", "on", "at",
)  # fmt: skip
_SHORTEST = 20


def dateline_end(text: str, start: int, end: int, first: bool) -> int:
    """Return the end of the dateline at the head of a paragraph, ``start`` where there is none.

    With ``first`` the paragraph is the first prose of its account: there a bare place before a dash is a
    dateline; elsewhere it needs a day or an agency.

    >>> text = "LIMA, March 5 (Reuters) - The port is open again."
    >>> text[dateline_end(text, 0, len(text), False):]
    'The port is open again.'
    """
    head = text[start : min(end, start + _REACH)].split("\n", 1)[0]
    for match in _SEPARATOR.finditer(head):
        follows = text[start + match.end() : min(end, start + match.end() + 60)]
        if end - start - match.end() < _SHORTEST or not follows.strip():
            return start
        opening = follows.lstrip("\"'“‘«(")[:1]
        if not (opening.isupper() or opening.isdecimal()):
            return start
        prefix = head[: match.start()].strip()
        if _is_dateline(prefix, follows, first, match.group().strip() == ":"):
            return start + match.end() if is_prose(text[start + match.end() : end].rstrip()) else start
        if match.group().strip() not in {"-", "–", ":"}:
            return start
    return start


def _is_dateline(prefix: str, follows: str, first: bool, colon: bool) -> bool:
    prefix, agency = _without_agency(prefix)
    if agency and not prefix:
        return _is_agency(agency)
    places, dated = _without_day(prefix)
    if not places or len(places) > 3 or not all(_is_place(place) for place in places):
        return False
    if dated or is_day(agency) or (agency and _is_agency(agency) and not colon):
        return True
    known = places[-1].lower() in english.country_forms() or _is_capital(places[0])
    if not first or (colon and not known):
        return False
    shouted = places[0].isupper() and sum(c.isalpha() for c in places[0]) > 3
    following = words(follows)[:1]
    determined = bool(following) and following[0].lower in _DETERMINERS
    return known or shouted or (determined and not agency and len(places[0].split()) <= 3)


def _without_agency(prefix: str) -> tuple[str, str]:
    match = _AGENCY.search(prefix)
    if not match:
        return prefix, ""
    return prefix[: match.start()].rstrip(" ,."), (match.group(1) or match.group(2)).strip()


def _is_agency(written: str) -> bool:
    """Say whether brackets hold an agency: a known one, or a wire service by its name."""
    terms = {w.lower for w in words(written)}
    return bool(terms & english.agencies()) or bool(re.search(r"(?i)news|wire|press|corr\.", written))


def _without_day(prefix: str) -> tuple[list[str], bool]:
    """Return the places of a dateline, and whether a day follows them."""
    parts = [part.strip() for part in prefix.split(",") if part.strip()]
    places = list(parts)
    while places and (is_day(places[-1]) or _is_weekday_or_year(places[-1])):
        places.pop()
    return places, len(places) < len(parts)


def _is_weekday_or_year(part: str) -> bool:
    return part.lower().rstrip(".") in english.weekdays() or bool(re.fullmatch(r"(?:19|20)\d\d", part))


def _is_place(part: str) -> bool:
    terms = part.split()
    if (
        not 0 < len(terms) <= 4
        or any(c in "!?:;" for c in part)
        or any(c.isdecimal() or c in '()"“”' for c in part)
    ):
        return False
    small = english.stopwords() - _LEADING
    if (terms[0].lower() in small and not terms[0].isupper()) or any(
        t.lower() in english.weekdays() for t in terms
    ):
        return False
    return terms[0][0].isupper() and all(t[0].isupper() or t.lower() in _PARTICLES or "-" in t for t in terms)


def _is_capital(place: str) -> bool:
    return place.lower() in english.capitals()
