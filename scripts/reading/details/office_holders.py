"""Persons in offices: which person an account gives which office, of which country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scripts import english
from scripts.english import rows
from scripts.reading.details.detail import Detail
from scripts.reading.words import Word, gap, words

_JOINERS = {"and", "&"}
_EMPTY_PORTFOLIO = {english.key(w) for w in ("national", "affairs", "general")}
_PREFIXES = {
    "prime",
    "vice",
    "deputy",
    "first",
    "acting",
    "interim",
    "assistant",
    "under",
    "former",
    "foreign",
    "chief",
}
_WHEN = frozenset({"earlier", "later", "meanwhile", "now", "recently", "then", "today", "yesterday"})
_NAME_WORDS = 5
_PORTFOLIO_WORDS = 5
_OFFICE_WORDS = 8


@cache
def portfolios() -> Mapping[str, str]:
    """Return the words that name what an office is in charge of, by key; one spelling of each."""
    return {english.key(word): word for word in sorted(rows.words("portfolios.txt"))}


@dataclass(frozen=True)
class OfficeHolder(Detail):
    """A person named with an office; ``office`` is empty where there is only a title ("Minister Duarte").

    ``portfolio`` holds the keys of the words that distinguish offices of one rank (defense, state, foreign);
    ``country`` is an ISO 3166-1 code or "".
    """

    kind: ClassVar[str] = "office"
    person: str = ""
    office: str = ""
    country: str = ""
    title: str = ""
    portfolio: frozenset[str] = frozenset()
    office_start: int = 0
    office_end: int = 0

    @property
    def slot(self) -> str:
        """The office in a fixed form (``KR defense minister``), for showing and for identity."""
        rank = "minister" if self.title in {"minister", "secretary"} else self.title
        portfolio = sorted(portfolios().get(key, key) for key in self.portfolio)
        return " ".join(p for p in (self.country, *portfolio, rank) if p)


def office_holders(text: str, start: int = 0, end: int | None = None) -> tuple[OfficeHolder, ...]:
    """Return the persons in offices named in ``text[start:end]``.

    Reads "Finance Minister Ana Duarte", "the minister of finance of Peru, Ana Duarte" and "Ana Duarte,
    Peru's finance minister"; a title without a name beside it is left alone.

    >>> h = office_holders("Secretary of Health of Republic of Korea Rhee Sun Ok spoke.")[0]
    >>> h.person, h.country, sorted(h.portfolio)
    ('Rhee Sun Ok', 'KR', ['health'])
    """
    terms = words(text, start, end)
    found: list[OfficeHolder] = []
    position = 0
    while position < len(terms):
        if english.titles().get(terms[position].lower.rstrip(".")) in {"head", "deputy", "rank"}:
            holder, last = _holder(text, terms, position)
            if holder and (not found or holder.start >= found[-1].end):
                found.append(holder)
            position = max(position, last)
        position += 1
    return tuple(found)


def _holder(text: str, terms: Sequence[Word], at: int) -> tuple[OfficeHolder | None, int]:
    """Read the office around the title word at ``at`` and the person beside it."""
    last_title = at
    while (
        last_title + 1 < len(terms) and is_title(terms[last_title + 1]) and _joined(text, terms, last_title)
    ):
        last_title += 1
    first, country = _left(text, terms, at)
    last, right_country = _right(text, terms, last_title)
    country = country or right_country
    name = _name_after(text, terms, last)
    if not name:
        name = _name_before(text, terms, first)
    if not name:
        return None, last
    office = text[terms[first].start : terms[last].end]
    portfolio = _portfolio(terms[first : last + 1])
    begin, stop = min(name[0].start, terms[first].start), max(name[-1].end, terms[last].end)
    person = text[name[0].start : name[-1].end].removesuffix("’s").removesuffix("'s")
    holder = OfficeHolder(
        begin, stop, text[begin:stop], person, office, country, terms[last_title].lower.rstrip("."),
        portfolio, terms[first].start, terms[last].end,
    )  # fmt: skip
    return holder, last


def is_title(word: Word) -> bool:
    """Say whether a word is a title of an office."""
    return word.lower.rstrip(".") in english.titles()


def _joined(text: str, terms: Sequence[Word], at: int) -> bool:
    """Say whether only a space or a hyphen stands between word ``at`` and the next."""
    return gap(text, terms[at], terms[at + 1]) in {" ", "-"}


def _left(text: str, terms: Sequence[Word], at: int) -> tuple[int, str]:
    """Return the first word of the office, and the country named before its portfolio."""
    first = at
    while (
        first
        and at - first < _OFFICE_WORDS
        and _joined(text, terms, first - 1)
        and _describes(terms[first - 1], terms[at])
    ):
        first -= 1
    for length in range(5, 0, -1):
        for end in range(first, at + 1):
            begin = end - length
            if 0 <= begin <= first and (found := _country(text, terms, begin, end)):
                closed = end <= first and ")" in text[terms[end - 1].end : terms[first].start]
                return (first if closed else begin), found
    return first, ""


def _describes(word: Word, title: Word) -> bool:
    """Say whether a word before a title belongs to the office's name."""
    if word.lower in _PREFIXES or (word.key in portfolios() and word.is_capital == title.is_capital):
        return True
    if english.capitals().get(word.lower) or word.lower in english.stopwords() | _WHEN:
        return False
    if word.is_capital:
        return bool(title.is_capital and english.stance_of(word.lower) is None)
    return not title.is_capital and english.verb_form(word.lower) is None and not word.is_number


def _country(text: str, terms: Sequence[Word], begin: int, end: int) -> str:
    if end > len(terms) or begin >= end:
        return ""
    phrase = text[terms[begin].start : terms[end - 1].end]
    if ")" in phrase:
        return ""
    return english.country(phrase) or english.demonyms().get(phrase.lower(), "")


def _right(text: str, terms: Sequence[Word], at: int) -> tuple[int, str]:
    """Return the last word of the office after its title word: "of X", "for X and Y", "of COUNTRY"."""
    last, country = at, ""
    while last + 2 < len(terms) and terms[last + 1].lower in {"of", "for"} and text[terms[last].end] == " ":
        begin = last + 2 + (terms[last + 2].lower == "the")
        for length in range(5, 0, -1):
            if begin + length <= len(terms) and (found := _country(text, terms, begin, begin + length)):
                last, country = begin + length - 1, found
                break
        else:
            stop = _portfolio_end(text, terms, begin, bool(terms[at].is_capital))
            if stop == begin:
                break
            last = stop - 1
    return last, country


def _portfolio_end(text: str, terms: Sequence[Word], begin: int, capital: bool) -> int:
    """Return the end of the portfolio that begins at ``begin``; an unlisted word may only be its first."""
    known = portfolios()
    stop = begin
    while stop < len(terms) and stop - begin < _PORTFOLIO_WORDS:
        word = terms[stop]
        joiner = word.lower in _JOINERS or gap(text, terms[stop - 1], word) == ", "
        if word.lower in _JOINERS and stop > begin and stop + 1 < len(terms) and terms[stop + 1].key in known:
            stop += 2
        elif (word.key in known and not (joiner and stop > begin)) or (
            stop == begin and word.is_capital and capital and word.text[0].isalpha()
        ):
            stop += 1
        else:
            break
    return stop


def _portfolio(office: Sequence[Word]) -> frozenset[str]:
    """Return the keys that distinguish this office from others of its rank, without the country's name."""
    listed = rows.words("portfolios.txt")
    # A manager is no holder of the portfolio management, though the words have one stem.
    told = [w for w in office if w.key in portfolios() and (w.lower in listed or not is_title(w))]
    text = [w.key for w in office if w in told or w.lower in {"foreign", "prime", "vice"}]
    return frozenset(k for k in text if k not in _EMPTY_PORTFOLIO)


def _name_after(text: str, terms: Sequence[Word], last: int) -> Sequence[Word]:
    """Return the words of a name that follows the office, directly or after a comma."""
    begin = last + 1
    if begin >= len(terms):
        return ()
    between = gap(text, terms[last], terms[begin])
    if between not in {" ", ", ", ". "}:
        return ()
    name = _name(text, terms, begin)
    after = begin + len(name)
    if len(name) == 1 and after < len(terms) and terms[after].lower == "of":
        return ()  # the Southern District of New York
    if between.startswith(",") and (len(name) < 2 or _office_ahead(text, terms, begin + len(name))):
        return ()
    return name


def _office_ahead(text: str, terms: Sequence[Word], at: int) -> bool:
    """Say whether another office follows the name directly; the name then belongs to that office."""
    return (
        at < len(terms)
        and gap(text, terms[at - 1], terms[at]) == ", "
        and any(is_title(w) for w in terms[at : at + 5])
    )


def _name(text: str, terms: Sequence[Word], begin: int) -> Sequence[Word]:
    """Return the capitalised words that begin at ``begin`` and can be a person's name."""
    stop = begin
    while stop < len(terms) and stop - begin < _NAME_WORDS:
        word = terms[stop]
        between = gap(text, terms[stop - 1], word) if stop > begin else ""
        particle = word.lower in {"de", "van", "von", "der", "al", "bin", "da", "del", "di", "la", "el"}
        if not (word.is_capital or (particle and stop > begin) or (between == "-" and word.text.isalpha())):
            break
        initial = between == ". " and len(terms[stop - 1].text) == 1
        if (between not in {"", " ", "-"} and not initial) or word.is_number:
            break
        if word.lower in english.body_nouns() or word.lower in english.event_nouns():
            return ()
        if is_title(word) or word.lower in english.function_words() or _country(text, terms, stop, stop + 1):
            break
        if word.is_acronym and len(word.text) > 3 and not _family_name(text, terms, stop, begin):
            break
        stop += 1
        if word.text.endswith(("'s", "’s")):
            break
    return terms[begin:stop]


def _family_name(text: str, terms: Sequence[Word], at: int, begin: int) -> bool:
    """Say whether a word in capitals is a family name so written (HAYASHI Yoshimasa, Emmanuel MACRON)."""
    word = terms[at]
    if not word.text.isalpha():
        return False
    if at == begin:
        before = terms[at - 1].lower.rstrip(".") if at else ""
        follows = at + 1 < len(terms) and gap(text, word, terms[at + 1]) == " "
        titled = english.titles().get(before) == "honorific"
        return titled and follows and terms[at + 1].is_capital and not terms[at + 1].is_acronym
    closed = text[word.end : word.end + 1] in {"", ",", ".", ";", ")"}
    return at == begin + 1 and closed and not terms[at - 1].is_acronym


def _name_before(text: str, terms: Sequence[Word], first: int) -> Sequence[Word]:
    """Return the name in "NAME, [the] OFFICE": two words or more, set off by a comma."""
    at = first - 1
    while (
        at >= 0
        and terms[at].lower in {"the", "a", "an", "who", "is"}
        and "," not in text[terms[at].end : terms[at + 1].start]
    ):
        at -= 1
    if at < 0 or gap(text, terms[at], terms[at + 1]) != ", ":
        return ()
    begin = at
    while begin >= 0 and at - begin < _NAME_WORDS:
        if len(_name(text, terms[: at + 1], begin)) != at + 1 - begin:
            break
        begin -= 1
    name = terms[begin + 1 : at + 1]
    return name if len(name) > 1 else ()
