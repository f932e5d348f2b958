"""Quantities: a number, how it is compared, its unit, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail, covered
from scripts.reading.words import Word, gap, unwrapped, words

_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
_SCALES = {"m", "k"}  # letters that are magnitudes only directly behind a number with a currency sign
_ROUNDING = 0.1  # "about 100" leaves room for 90 to 110
_LOOK_BACK = 4
_RELATIONS = ("=", "~", ">", ">=", ">~", "<", "<=", "<~")


@dataclass(frozen=True)
class Quantity(Detail):
    """A number in its context.

    ``relation`` is one of ``= ~ > >= < <=``; ``unit`` the unit's canonical name or ""; ``counted`` the keys
    of the words after it that name the things counted; ``ordinal`` is true of "56th"; ``whole`` of a number
    that another is a part of (the ten in "six of the ten"). A person's age has the dimension ``age``.
    """

    kind: ClassVar[str] = "number"
    value: float = 0.0
    relation: str = "="
    unit: str = ""
    dimension: str = ""
    counted: tuple[str, ...] = ()
    ordinal: bool = False
    number_start: int = 0
    number_end: int = 0
    whole: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """The range of values that the wording allows."""
        return self._bounds(self.value)

    def _bounds(self, value: float) -> tuple[float, float]:
        slack = abs(value) * _ROUNDING
        return {
            "=": (value, value),
            "~": (value - slack, value + slack),
            ">": (value, float("inf")),
            ">=": (value, float("inf")),
            ">~": (value, value + slack),
            "<~": (value - slack, value),
            "<": (float("-inf"), value),
            "<=": (float("-inf"), value),
        }[self.relation]

    def _values(self, other: Quantity) -> tuple[float, float]:
        """Return both values, in their base unit where their units differ but measure one thing."""
        one, two = english.unit(self.unit), english.unit(other.unit)
        if one and two and one != two and self.dimension == other.dimension:
            values = one.base(self.value), two.base(other.value)
            if values[0] is not None and values[1] is not None:
                return values[0], values[1]
        return self.value, other.value

    def contradicts(self, other: Quantity) -> bool:
        """Say whether no value satisfies both, for quantities of the same thing.

        >>> a, b = quantities("at least 12 dead")[0], quantities("14 dead")[0]
        >>> a.contradicts(b)
        False
        """
        mine, theirs = self._values(other)
        (low, high), (other_low, other_high) = self._bounds(mine), other._bounds(theirs)
        if max(low, other_low) > min(high, other_high):
            return True
        strict = {self.relation, other.relation} & {">", ">~", "<", "<~"}
        return bool(strict) and mine == theirs and self.relation[0] != other.relation[0]


def quantities(
    text: str, start: int = 0, end: int | None = None, skip: Sequence[Detail] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities in ``text[start:end]``; numbers inside ``skip`` (dates, names) are left out."""
    terms = words(text, start, end)
    within = covered(skip)
    found: list[Quantity] = []
    position = 0
    while position < len(terms):
        word = terms[position]
        value, used = _value(text, terms, position)
        if value is None or within(word.start):
            position += 1
            continue
        found.append(_quantity(text, terms, position, used, value))
        position += used
    return tuple(_parts_of_wholes(text, found))


_OF_A_WHOLE = re.compile(
    r"\s+(?:of|out of|in)\s+(?:(?:the|its|their|our|his|her|all|every)\s+){0,2}(?:[^\W\d_]+['’]s?\s+)?"
)
_AGE_BEHIND = re.compile(r"[-\s]years?[-\s]olds?\b")
_AGED = re.compile(r"\b(?:aged|age|at the age of) $")
_NAMED_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]+), $")
_YOUNGEST = 15  # below this, a number after a name and a comma may also be a count


def _parts_of_wholes(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Mark the second of two numbers joined by "of" as the whole; both count the same things."""
    for at, quantity in enumerate(found):
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if before and _joined(text, before, quantity):
            yield replace(quantity, whole=True)
        elif after and not quantity.counted and _joined(text, quantity, after):
            yield replace(quantity, counted=after.counted)
        else:
            yield quantity


def _joined(text: str, part: Quantity, whole: Quantity) -> bool:
    between = text[part.number_end : whole.number_start]
    return not (part.ordinal or whole.ordinal or part.unit) and bool(_OF_A_WHOLE.fullmatch(between))


def _is_age(text: str, first: Word, last: Word, value: float) -> bool:
    """Say whether a number is a person's age: "Ana Duarte, 43," or "a 43-year-old"."""
    if not 0 < value < 120 or value != int(value):
        return False
    before = text[max(0, first.start - 40) : first.start]
    if _AGE_BEHIND.match(text, last.end) or _AGED.search(before):
        return True
    named = _NAMED_BEFORE.search(before)
    closed = re.match(r"[,.;)](?!\d)|\Z", text[last.end : last.end + 2])
    return bool(named and closed) and value >= _YOUNGEST and not _is_place(named["name"] if named else "")


def _is_place(name: str) -> bool:
    lower = name.lower()
    return english.country(name) is not None or lower in english.capitals() or lower in english.months()


def _value(text: str, terms: Sequence[Word], at: int) -> tuple[float | None, int]:
    """Read a number at ``at``: (value, words used), or (None, 0)."""
    word = terms[at]
    ordinal = english.ordinal(word.lower)
    if word.is_number and "+" not in word.text:
        # No real ordinal has so many digits, but such a text must not stop the reading.
        figures = word.text.replace(",", "").rstrip("stndrh")
        value = float(ordinal if ordinal is not None else figures)
        if _part_of_name(text, word) or _on_the_clock(text, word) or _is_footnote(text, word):
            return None, 0
        return _magnified(text, terms, at, value)
    number = english.number_word(word.lower)
    if number is not None and number < 1 and ordinal is not None and not _is_fraction(terms, at):
        return float(ordinal), 1  # the fourth, not a fourth
    if number is None or (word.lower in {"a", "an", "one"} and not _counts(terms, at)):
        return None, 0
    if number >= 20 and number < 100 and at + 1 < len(terms):
        unit = english.number_word(terms[at + 1].lower)
        if unit is not None and 0 < unit < 10 and gap(text, word, terms[at + 1]) in {"-", " "}:
            value, used = _magnified(text, terms, at + 1, number + unit)
            return value, used + 1
    return _magnified(text, terms, at, float(number))


def _is_fraction(terms: Sequence[Word], at: int) -> bool:
    """Say whether "third" is a share (a third, two thirds, one third of) and not an ordinal."""
    before = terms[at - 1].lower if at else ""
    return before in {"a", "one"} or english.number_word(before) is not None


def _counts(terms: Sequence[Word], at: int) -> bool:
    """Say whether "one" (or "a") is a number here: before a magnitude, or one counted among several."""
    following = terms[at + 1].lower if at + 1 < len(terms) else ""
    return following in _MAGNITUDES and following not in _SCALES


def _part_of_name(text: str, word: Word) -> bool:
    """Say whether the number is part of a name, with letters joined to it (F-16), or of a type (737-800)."""
    before = text[max(0, word.start - 12) : word.start]
    joined = re.search(r"[^\W\d_](?:-|\d+-)?$", before) and not re.search(
        r"(?:mid|pre|post|US|USD|EUR)-?$", before
    )
    return bool(joined) or _is_type(before, _FOLLOWING.match(text, word.end))


_FOLLOWING = re.compile(r" ([a-z]+)\b")
_SHORT_NAME = re.compile(r"\b[A-Z]{2,4} $")


def _is_type(before: str, following: re.Match[str] | None) -> bool:
    """Say whether the number names a type: it is between a short name and a singular noun."""
    if following is None or not _SHORT_NAME.search(before):
        return False
    noun = following.group(1)
    measured = noun in _MAGNITUDES or english.unit(noun) or english.number_word(noun) is not None
    several = noun.endswith("s") or noun in {"people", "men", "women", "children", "dead", "per"}
    return not (measured or several or noun in english.stopwords() or english.verb_form(noun))


def _on_the_clock(text: str, word: Word) -> bool:
    """Say whether the number is part of a time of day (09:40)."""
    return bool(re.search(r"\d:$", text[max(0, word.start - 2) : word.start])) or bool(
        re.match(r":\d\d", text[word.end : word.end + 3])
    )


def _is_footnote(text: str, word: Word) -> bool:
    """Say whether a number is a footnote mark, in brackets right after a word: fell.[3]"""
    touches = re.search(r"\S\[$", text[max(0, word.start - 2) : word.start])
    return bool(touches) and text.startswith("]", word.end)


def _magnified(text: str, terms: Sequence[Word], at: int, value: float) -> tuple[float, int]:
    used = 1
    while at + used < len(terms):
        following = terms[at + used]
        between = gap(text, terms[at + used - 1], following)
        name = following.lower.rstrip(".")
        if between.strip("- ") or name not in _MAGNITUDES or (name in _SCALES and between):
            break
        value *= _MAGNITUDES[name]
        used += 1
    return value, used


def _quantity(text: str, terms: Sequence[Word], at: int, used: int, value: float) -> Quantity:
    first, last = terms[at], terms[at + used - 1]
    start, end = first.start, last.end
    relation, begin = _relation(text, terms, at)
    unit_name, dimension = "", ""
    if at and terms[at - 1].end == first.start and (unit := english.unit(terms[at - 1].text)):
        unit_name, dimension, start = unit.name, unit.dimension, terms[at - 1].start
    counted: list[str] = []
    if _is_age(text, first, last, value):
        return Quantity(
            min(begin, start), end, text[min(begin, start) : end], value, relation, "", "age",
            (), False, first.start, last.end,
        )  # fmt: skip
    for place, follower in enumerate(terms[at + used : at + used + 3], start=at + used):
        between = unwrapped(text[end : follower.start])
        if between.strip("- "):
            break
        unit = english.unit(follower.text) or english.unit(follower.lower)
        if unit and follower.lower in english.stopwords() and "-" not in between:
            unit = None  # a preposition, not inches
        pair = _two_words(text, terms, place)
        if pair and not counted and (not unit_name or end == terms[place - 1].end):
            unit_name, dimension, end = pair.name, pair.dimension, terms[place + 1].end
            break
        if unit and not unit_name and not counted:
            unit_name, dimension = unit.name, unit.dimension
        elif follower.lower in english.stopwords() or follower.is_number:
            break
        else:
            counted.append(follower.key)
        end = follower.end if unit and not counted else end
    ordinal = english.ordinal(first.lower) is not None and used == 1
    return Quantity(
        min(begin, start), end, text[min(begin, start) : end], value, relation, unit_name, dimension,
        tuple(counted), ordinal, first.start, last.end,
    )  # fmt: skip


def _two_words(text: str, terms: Sequence[Word], at: int) -> english.Unit | None:
    """Return the unit that two words make (per cent, degrees Celsius)."""
    if at + 1 >= len(terms) or gap(text, terms[at], terms[at + 1]) != " ":
        return None
    return english.unit(f"{terms[at].text} {terms[at + 1].text}")


def _relation(text: str, terms: Sequence[Word], at: int) -> tuple[str, int]:
    """Return how the number is compared, and where the comparing words begin."""
    number = at
    while at and number - at < 2 and _is_currency(terms[at - 1]):
        at -= 1
    for length in range(min(_LOOK_BACK, at), 0, -1):
        first = terms[at - length]
        phrase = " ".join(w.lower for w in terms[at - length : at])
        if gap(text, terms[at - 1], terms[at]).strip("$€£¥₩ "):
            continue
        comparative = english.comparative(phrase)
        if phrase == "from" and number == at:
            continue  # "from" is a minimum before a price; else a place or a beginning
        if comparative and comparative.relation in _RELATIONS:
            return comparative.relation, first.start
    behind = english.comparative(" ".join(w.lower for w in terms[number + 1 : number + 3]))
    if behind and behind.relation in {">=", "<="} and terms[number + 1].lower in {"or", "and"}:
        return behind.relation, terms[number].start
    return "=", terms[number].start


def _is_currency(word: Word) -> bool:
    unit = english.unit(word.text) if word.text in "$€£¥₩" or word.is_acronym else None
    return unit is not None and unit.dimension.startswith("money")
