"""Furniture of a single line: a byline, a stamp, a share bar, a rule."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scripts import english
from scripts.reading.words import words

RULE, BYLINE, STAMP, DATELINE = "rule", "byline", "stamp", "dateline"
_LONGEST = 600  # characters; longer lines are never furniture, so no pattern is tried on them
# Match a run of marks from its beginning only, or a long run would be read again from each mark.
_MARKS = re.compile(r"^[*_\s]++|(?<![*_\s])[*_\s]++$")
_PARTS = re.compile(r"\s*[|•·]\s*")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CLOCK_OR_DAY = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?!\d)|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\bago\b", re.IGNORECASE
)
_BY = re.compile(
    r"(?:(?:additional|with|further)\s+)?"
    r"(?:(?:reporting|writing|editing|written|reported|edited|compiled|posted|story|words|text|report)\s+)?"
    r"by:?\s+(?=\S)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:additional|with|further|reporting|writing|editing|reported|edited)\b", re.IGNORECASE
)
_MOST_NAMES = 24


@lru_cache(maxsize=8192)
def line_kind(line: str) -> str:
    """Return the kind of furniture that ``line`` is as a whole, or an empty string.

    >>> line_kind("By Ana Ruiz and Edwin Poe"), line_kind("Updated: 11:03, 9 October 2024")
    ('byline', 'stamp')
    >>> line_kind("By Monday, Parliament had voted."), line_kind("The port is open.")
    ('', '')
    """
    plain = plain_line(line)
    if not any(c.isalnum() for c in plain):
        return RULE
    if len(plain) > _LONGEST:
        return ""
    for kind, pattern, _ in english.chrome_patterns():
        if pattern.search(plain):
            return kind
    if _is_date(plain):
        return DATELINE
    if _is_stamp(plain):
        return STAMP
    return BYLINE if _is_byline(plain) else ""


def plain_line(line: str) -> str:
    """Return a line without the emphasis marks around it.

    >>> plain_line("**Why it matters** ")
    'Why it matters'
    """
    return _MARKS.sub("", line) or line.strip()


def is_verbless(line: str) -> bool:
    """Say whether ``line`` has no word that can be a finite verb, as a name, a title or a label has none.

    Capitalised words inside a line count as parts of names.
    """
    if _CONTRACTED.search(line):
        return False
    terms = words(line)
    named = len(terms) > 1 and terms[1].is_capital
    for number, word in enumerate(terms):
        if word.lower in _AUXILIARIES:
            return False
        form = None if word.is_capital and (number or named) else english.verb_form(word.lower)
        if form and form[1] & {"past", "third"}:
            return False
    return True


_CONTRACTED = re.compile(
    r"n['’]t\b|['’](?:re|ve|ll|m|d)\b|\b(?:it|that|here|there|what|who|where|let|he|she)['’]s\b",
    re.IGNORECASE,
)
_AUXILIARIES = (
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "will",
    "would", "can", "could", "shall", "should", "may", "might", "must",
)  # fmt: skip


def is_prose(quote: str) -> bool:
    """Say whether a passage looks like a sentence: five words or more, and a mark at its end."""
    plain = quote.rstrip("\"'”’)]* ")
    return plain[-1:] in {".", "!", "?", "…", ":"} and len(quote.split()) > 4


def is_day(text: str) -> bool:
    """Say whether ``text`` is only a day, perhaps with a time."""
    return _is_date(text) or _is_stamp_part(text)


@cache
def _days() -> frozenset[str]:
    return frozenset(english.months()) | frozenset(english.weekdays())


def _is_date(plain: str) -> bool:
    """Say whether a line is only a date."""
    terms = words(plain)
    names = _days()
    return 1 < len(terms) <= 5 and all(t.is_number or t.lower.rstrip(".") in names for t in terms)


def _is_stamp(plain: str) -> bool:
    """Say whether a line tells when the text was published: one part does, the others are labels."""
    parts = _PARTS.split(plain)
    if not any(_is_stamp_part(part) for part in parts):
        return False
    rest = [part for part in parts if part and not _is_stamp_part(part)]
    return all(len(part.split()) <= 6 and part[-1] not in ".!?" and is_verbless(part) for part in rest)


def _is_stamp_part(part: str) -> bool:
    tokens = [t.lower() for t in _TOKEN.findall(part)]
    if not 0 < len(tokens) <= 24 or not any(t.isdecimal() for t in tokens):
        return False
    names = _days()
    if not all(t.isdecimal() or t in names or t in english.stamp_words() for t in tokens):
        return False
    if sum(t in english.months() for t in tokens) > 1 and not any(t in _PUBLISHED for t in tokens):
        return False  # from one day to another: when something lasted
    return any(t in english.months() for t in tokens) or _CLOCK_OR_DAY.search(part) is not None


_PUBLISHED = (
    "published", "updated", "posted", "modified", "revised", "issued", "released", "created", "edited",
)  # fmt: skip


def _is_byline(plain: str) -> bool:
    """Say whether a line names the authors: "By" and names, perhaps with a desk, a place or a label."""
    bare = plain.strip("()[]– —-")
    parts = [part for part in re.split(r"\s*[|•·;]\s*", bare) if part]
    named = [part for part in parts if _names_writer(part)]
    if not named:
        return False
    return all(
        part in named or _is_stamp_part(part) or (len(part.split()) <= 4 and is_verbless(part))
        for part in parts
    )


def _names_writer(part: str) -> bool:
    match = _BY.match(part)
    if not match:
        return False
    if part.endswith((".", "?", "!", ":")) and not _CREDITED.match(part):
        return False
    terms = words(part, match.end())
    if not terms or len(terms) > _MOST_NAMES:
        return False
    days, roles = _days(), english.byline_words()
    if terms[0].is_number or (terms[0].lower in days and len(terms) < 3):
        return False
    dated = [t for t in terms if t.is_number or t.lower in days or t.lower in english.stamp_words()]
    named = [t for t in terms if t.is_capital and t not in dated and t.lower not in english.stopwords()]
    staffed = any(t.lower in roles for t in terms)
    fits = all(t.is_capital or t.lower in roles or t in dated or t.lower in _LINKS for t in terms)
    fits = fits or (staffed and len(terms) < 6 and terms[0].lower in {"a", "our", "the", "staff"})
    begins = terms[0].is_capital or terms[0].lower in {*_LINKS, *roles}
    return fits and begins and (len(named) > 1 or staffed) and is_verbless(part[match.end() :].title())


_LINKS = (
    "and", "in", "of", "for", "the", "our", "at", "from", "with", "a", "an", "de", "da", "di", "van",
    "von", "der", "den", "el", "al", "bin", "ibn", "la", "le",
)  # fmt: skip
