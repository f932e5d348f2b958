"""The numbers and dates of a text, read with how they are meant and the words beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from scripts import english
from scripts.comparing.verdicts.figures import COUNT, DATE, MONEY, ORDINAL, PERCENT, RESULT, Figure
from scripts.reading.details.dates import Dating, dates
from scripts.reading.details.numbers import Quantity, quantities
from scripts.reading.words import Word, unwrapped

_MONEY = re.compile(r"[$€£¥₹]|(?:US|A|C)\$")
# "Until", "since" and "from" give the day itself: what lasted until 4 May did not last until 4 April.
_BEFORE = {"before", "pre"}
_AFTER = {"after", "following", "post"}
_BY = {"by"}
_BETWEEN = {
    "the",
    "of",
    "start",
    "end",
    "month",
    "year",
    "early",
    "mid",
    "late",
    "circa",
    "c",
    "ca",
    "around",
    "about",
}
_OUT_OF = re.compile(r"\s?(?:/|out of)\s?(?P<whole>\d+)(?![\d/])")
_PARTNER = re.compile(r"\s?[-–—]\s?(?P<other>\d{1,3})(?![\d,.]\d|\w|-\w)")
_YEARS = (1400, 2100)
_PREPOSITIONS = {
    "and",
    "between",
    "to",
    "in",
    "by",
    "before",
    "after",
    "since",
    "until",
    "till",
    "of",
    "from",
    "through",
    "late",
    "early",
    "mid",
}
_SMALL = {"one": 1.0, "no": 0.0}
_LARGE = {"crore": 1e7, "crores": 1e7, "lakh": 1e5, "lakhs": 1e5}
_CLOCK = re.compile(r":\d\d|\s?(?:a\.?m\b|p\.?m\b)", re.IGNORECASE)
_SCALES = {"hundred", "thousand", "million", "billion", "trillion"}
_REACH = 4


def figures(text: str, terms: Sequence[Word]) -> tuple[Figure, ...]:
    """Return the numbers and dates of a text, in its order."""
    if not any(w.is_number or _may_count(w) for w in terms):
        return ()
    dated = [d for d in dates(text) if d.year or d.month]
    dated += _bare_months(text, terms, dated)
    counted = quantities(text, skip=dated)
    found = [*_dates(text, terms, dated), *_numbers(text, terms, counted)]
    found += _ordinals(text, terms, found)
    return tuple(sorted(found, key=lambda f: f.start))


@cache
def _ordinal(word: str) -> int | None:
    return english.ordinal(word)


def _ordinals(text: str, terms: Sequence[Word], found: Sequence[Figure]) -> Iterator[Figure]:
    """Read the ordinals written as words that no quantity was made of (second, twelfth)."""
    for place, word in enumerate(terms):
        before = terms[place - 1] if place else word
        if word.lower in _SMALL and place + 1 < len(terms) and _tells(terms[place + 1]):
            if not any(f.start <= word.start < f.end for f in found):
                yield _small(text, terms, word)
            continue
        value = _ordinal(word.lower) if place else None
        if (
            value is None
            or word.is_number
            or word.is_capital
            or any(f.start <= word.start < f.end for f in found)
        ):
            continue
        if before.lower in english.numbers() or before.is_number or before.lower in {"at", "per"}:
            continue
        left, right = _context(terms, word.start, word.end)
        yield Figure(word.start, word.end, word.text, ORDINAL, value, value, value, "=", left, right)


def _small(text: str, terms: Sequence[Word], word: Word) -> Figure:
    """Read "one" before what it counts, and "no": the sentence says that there are none."""
    value = _SMALL[word.lower]
    relation, start = _amount_relation(terms, word.start)
    low, high = _bounds(value, relation)
    left, right = _context(terms, start, word.end)
    quote = text[start : word.end]
    return Figure(start, word.end, quote, COUNT, value, low, high, relation, left, right, implied=True)


def _may_count(word: Word) -> bool:
    """Say whether a word can begin a figure: a number word, an ordinal, a month."""
    name = word.lower
    return (
        name in _SMALL or name in english.numbers() or name in english.months() or _ordinal(name) is not None
    )


def _bare_months(text: str, terms: Sequence[Word], dated: Sequence[Dating]) -> Iterator[Dating]:
    """Read a month that stands alone after a preposition ("before July"), with a year that follows "in"."""
    for before, word in pairwise(terms):
        month = english.months().get(word.lower.rstrip("."))
        apart = not any(d.start <= word.start < d.end for d in dated)
        if month and apart and word.is_capital and before.lower in _PREPOSITIONS:
            yield Dating(word.start, word.end, text[word.start : word.end], month=month)


def _dates(text: str, terms: Sequence[Word], dated: Sequence[Dating]) -> Iterator[Figure]:
    for dating in dated:
        yield _date(terms, dating, dating.start, dating.end, dating.quote)


def _date(terms: Sequence[Word], dating: Dating, start: int, end: int, quote: str) -> Figure:
    relation, begin = _time_relation(terms, start)
    before, after = _context(terms, begin, end)
    return Figure(start, end, quote, DATE, 0.0, 0.0, 0.0, relation, before, after, dating)


def _time_relation(terms: Sequence[Word], start: int) -> tuple[str, int]:
    """Return how a date is meant: before it, after it, by it, from it on, or on it."""
    near = [w for w in terms if w.end <= start][-_REACH:]
    for word in reversed(near):
        for relation, group in (("<", _BEFORE), (">", _AFTER), ("<=", _BY)):
            if word.lower in group:
                return relation, word.start
        if word.lower in {"to", "than"}:
            phrase = " ".join(w.lower for w in near)
            if "prior to" in phrase or "earlier than" in phrase:
                return "<", near[0].start
            if "later than" in phrase:
                return ("<=" if "no later" in phrase or "not later" in phrase else ">"), near[0].start
        if word.lower not in _BETWEEN:
            break
    return "=", start


def _numbers(text: str, terms: Sequence[Word], counted: Sequence[Quantity]) -> Iterator[Figure]:
    taken = -1
    for quantity in counted:
        plain = text[quantity.number_start : quantity.number_end]
        if (
            quantity.number_start < taken
            or plain.lower() in _LARGE
            or _names_something(text, terms, quantity)
        ):
            continue
        if _CLOCK.match(text, quantity.number_end):
            taken = quantity.number_end + 3
            continue
        year = int(plain) if len(plain) == 4 and plain.isdigit() else 0
        partner = _PARTNER.match(text, quantity.number_end)
        if partner:
            taken = partner.end()
        if _YEARS[0] <= year <= _YEARS[1] and quantity.unit in {"", "inch"} and not _counts_things(quantity):
            dating = Dating(quantity.number_start, quantity.number_end, plain, year=year)
            yield _date(terms, dating, dating.start, dating.end, plain)
        elif partner and quantity.value < 200 and plain.isdigit():
            yield _result(text, terms, quantity, partner)
        else:
            whole = _OUT_OF.match(text, quantity.number_end)
            taken = whole.end() if whole else taken
            yield _number(text, terms, quantity, whole)


def _result(text: str, terms: Sequence[Word], quantity: Quantity, partner: re.Match[str]) -> Figure:
    """Read two numbers joined by a dash (a score of 3-1) as one figure."""
    start, end = quantity.number_start, partner.end()
    value = quantity.value + int(partner["other"]) / 1000
    before, after = _context(terms, start, end)
    return Figure(start, end, text[start:end], RESULT, value, value, value, "=", before, after)


def _names_something(text: str, terms: Sequence[Word], quantity: Quantity) -> bool:
    """Say whether a number is the end of a name (Apollo 11, Part 2): a capital before it, nothing counted."""
    plain = text[quantity.number_start : quantity.number_end]
    meant = quantity.relation != "=" or quantity.unit or quantity.ordinal
    if meant or not plain.isdigit() or _PARTNER.match(text, quantity.number_end):
        return False
    place = next((k for k, w in enumerate(terms) if w.start == quantity.number_start), 0)
    before = terms[place - 1] if place > 1 else None
    if (
        before is None
        or not before.is_capital
        or unwrapped(text[before.end : quantity.number_start]) not in {" ", " #"}
    ):
        return False
    if before.lower in english.months() | english.weekdays() or before.lower in english.function_words():
        return False
    following = terms[place + 1].text if place + 1 < len(terms) else ""
    year = len(plain) == 4 and quantity.value < _YEARS[1]
    return not year and not (following.islower() and following.endswith("s"))


def _counts_things(quantity: Quantity) -> bool:
    return quantity.relation not in {"=", ">="} and bool(quantity.counted)


def _number(text: str, terms: Sequence[Word], quantity: Quantity, whole: re.Match[str] | None) -> Figure:
    begin = quantity.number_start
    sign = next((w for w in terms if begin - 1 <= w.end <= begin and _is_currency(w)), None)
    relation, start = quantity.relation, min(quantity.start, sign.start if sign else begin)
    if relation == "=" and sign:
        relation, start = _amount_relation(terms, sign.start)
    kind, value = COUNT, quantity.value
    if quantity.ordinal:
        # Some ordinals are fractions as well; here they count.
        kind, value = ORDINAL, float(_ordinal(text[begin : quantity.number_end].lower()) or value)
    elif quantity.unit in {"percent", "percentage point"} or "percent" in quantity.unit:
        kind = PERCENT
    elif sign or quantity.dimension.startswith("money"):
        kind = MONEY
    unit = "" if kind in {MONEY, PERCENT} or quantity.unit == "inch" else quantity.unit
    following = next((w for w in terms if w.start >= quantity.number_end), None)
    value *= _LARGE.get(following.lower, 1) if following else 1
    if whole and kind == COUNT:
        kind, unit = (PERCENT, "") if whole["whole"] == "100" else (COUNT, f"/{whole['whole']}")
    low, high = _bounds(value, relation)
    before, after = _context(terms, start, quantity.number_end)
    end = max(quantity.end, quantity.number_end, whole.end() if whole else 0)
    return Figure(start, end, text[start:end], kind, value, low, high, relation, before, after, None, unit)


def _is_currency(word: Word) -> bool:
    """Say whether a word is a sign or a code of a currency (€, GBP)."""
    if _MONEY.fullmatch(word.text):
        return True
    unit = english.unit(word.text) if word.is_acronym and len(word.text) == 3 else None
    return unit is not None and unit.dimension.startswith("money")


def _amount_relation(terms: Sequence[Word], start: int) -> tuple[str, int]:
    near = [w for w in terms if w.end <= start][-_REACH:]
    for length in range(len(near), 0, -1):
        found = english.comparative(" ".join(w.lower for w in near[-length:]))
        if found and found.relation != "record":
            return found.relation, near[-length].start
    return "=", start


def _bounds(value: float, relation: str) -> tuple[float, float]:
    nudge = 1e-9 * max(1.0, abs(value))
    return {
        ">": (value + nudge, math.inf), ">=": (value, math.inf),
        "<": (-math.inf, value - nudge), "<=": (-math.inf, value),
    }.get(relation, (value, value))  # fmt: skip


def _context(terms: Sequence[Word], start: int, end: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the telling words before and after a figure, nearest first; another number ends the search."""
    after: list[Word] = []
    for word in terms:
        if word.start < end:
            continue
        if (word.is_number and after) or len(after) == _REACH:
            break
        if _tells(word):
            after.append(word)
    before = [w for w in terms if w.end <= start and _tells(w)][-_REACH:]
    return tuple(reversed(before)), tuple(after)


def _tells(word: Word) -> bool:
    return (
        word.text[0].isalpha()
        and word.lower not in english.stopwords()
        and word.lower not in english.months()
        and word.lower not in _SCALES
    )
