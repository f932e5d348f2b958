"""The elements of a text: every word and sign that carries sense, each with its place, kind and value.

What is no element (articles, auxiliaries, prepositions, punctuation) is reflected in the roles between
elements, or in how firmly something is said.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from scripts import english
from scripts.reading.details.dates import Dating, dates_of, with_years
from scripts.reading.syntax.amounts import figures
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.multiword_elements import (
    Phrase,
    governed,
    in_preposition,
    lone_date,
    name_end,
    parted,
    particle,
    phrase,
    portfolio_end,
    title_end,
)
from scripts.reading.syntax.parser import Parse, Token, parse
from scripts.reading.syntax.scores import Score, scores
from scripts.reading.syntax.times_of_day import Hour, hours

WORD, NAME, TITLE, FIGURE, SCORE, DATE, HOUR, LIMIT, SHARE, PRONOUN = (
    "word", "name", "title", "figure", "score", "date", "hour", "limit", "share", "pronoun",
)  # fmt: skip
Value = Figure | Score | Dating | Hour | english.Quantifier | None
_PORTFOLIO_BEHIND = re.compile(r"(minister|secretary) (?:of|for) (?:the )?(.+)")
_SILENT = ""  # the kind of what is no element
_LIMITS = frozenset(["only", "just", "solely", "merely", "alone", "except", "exclusively", "sole", "purely"])
_PRONOUNS = frozenset({
    "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "himself",
    "herself", "itself", "themselves",
})  # fmt: skip
_SPEAKERS = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
_OPENING = frozenset({"I", "My", "We", "Our"})  # with a capital elsewhere they are part of a name
_NO_SHARES = frozenset({"no", "neither", "any", "both", "few", "such", "other"})
_DENYING = frozenset({"no", "not"})
_NO_ONE = "no one"
_BEFORE_NOUNS = frozenset(["amod", "compound", "nmod"])
_SILENT_ROLES = frozenset(["aux", "auxpass", "case", "expl", "mark", "neg", "prt"])
_PARTS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
_QUESTIONS = frozenset(["WDT", "WP", "WP$", "WRB"])
_SILENT_PARTS = frozenset(["DET", "AUX", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ", "SPACE", "SYM"])
_FOLDED = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "Œ": "Oe", "ı": "i", "’": "'", "ʼ": "'",
})  # fmt: skip


@dataclass(frozen=True)
class Element:
    """One element: tokens `first` to `last`, its grammatical head at `head`, and its normal form `key`.

    `governs` has a verb with each preposition that makes one wording with it: object to.
    """

    index: int
    kind: str
    first: int
    last: int
    head: int
    start: int
    end: int
    quote: str
    key: str
    part: str = ""
    value: Value = None
    words: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()


def folded(text: str) -> str:
    """Return letters without their marks: Łukasz Gołąb as Lukasz Golab.

    >>> folded("Sørli, Łucja Gołąb")
    'Sorli, Lucja Golab'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True)
class Elements:
    """The elements of one parsed text, in order, and the element of each token."""

    parse: Parse
    items: tuple[Element, ...]

    @cached_property
    def of_token(self) -> dict[int, int]:
        """The element of each token that belongs to one."""
        return {t: e.index for e in self.items for t in range(e.first, e.last + 1)}


@lru_cache(maxsize=512)
def elements(text: str) -> Elements:
    """Read the elements of a text."""
    return elements_of(parse(text))


def elements_of(read: Parse) -> Elements:
    """Read the elements of a parsed text, or of the stretches of it that were parsed."""
    return Elements(read, tuple(_elements(read)))


@dataclass(frozen=True)
class _Run:
    """Tokens with a value."""

    kind: str
    first: int
    last: int
    value: Value | Phrase


def _elements(read: Parse) -> Iterator[Element]:
    valued = _valued(read)
    count = itertools.count()
    at = 0
    while at < len(read.tokens):
        runs = list(_runs(read, at, valued))
        for run in runs:
            if run.kind != _SILENT:
                yield _made(read, next(count), run)
        at = max([at, *(run.last for run in runs)]) + 1


def _valued(read: Parse) -> dict[int, _Run]:
    """Read the dates, times of day and figures of a text; each token belongs to the first that takes it."""
    found: dict[int, _Run] = {}
    for run in (*_times(read), *_lone_dates(read), *_scores(read)):
        if not any(k in found for k in range(run.first, run.last + 1)):
            found.update(dict.fromkeys(range(run.first, run.last + 1), run))
    for token in read.tokens:
        if token.index not in found and (two := parted(read, token.index, found)) is not None:
            found[token.index] = _Run(WORD, token.index, token.index, two[0])
            found.update({k: _Run(_SILENT, k, k, None) for k in two[1]})
    for figure in figures(read, frozenset(found)):
        for at in range(figure.first, figure.last + 1):
            found.setdefault(at, _Run(FIGURE, figure.first, figure.last, figure))
    return found


def _times(read: Parse) -> Iterator[_Run]:
    """Yield the dates, then the times of day."""
    starts = [token.start for token in read.tokens]
    for kind, values in ((DATE, with_years(dates_of(read.text))), (HOUR, hours(read.text))):
        for value in values:
            first = max(bisect_right(starts, value.start) - 1, 0)
            last = bisect_right(starts, value.end - 1) - 1
            if last < first or read.tokens[first].end <= value.start:
                continue  # it lies between the stretches that were parsed
            if isinstance(value, Hour) and value.span and read.tokens[last].role in _BEFORE_NOUNS:
                continue  # the night train
            yield _Run(kind, first, last, value)


def _lone_dates(read: Parse) -> Iterator[_Run]:
    """Yield the months and years that stand alone."""
    for token in read.tokens:
        if (lone := lone_date(read, token)) is not None:
            yield _Run(DATE, token.index, token.index, lone)


def _scores(read: Parse) -> Iterator[_Run]:
    return (_Run(SCORE, score.first, score.last, score) for score in scores(read))


def _runs(read: Parse, at: int, valued: Mapping[int, _Run]) -> Iterator[_Run]:
    """Yield what begins at a token: a value, a name with its titles, a phrase, or the token alone."""
    if at in valued:
        run = valued[at]
        last = max(k for k in range(at, run.last + 1) if valued.get(k) == run)
        yield replace(run, first=at, last=last)
        return
    last = name_end(read, at, valued)
    if last >= at:
        titles = title_end(read, at, last)
        if titles >= at:
            yield _Run(TITLE, at, portfolio_end(read, titles) if titles == last else titles, None)
        name = next((k for k in range(titles + 1, last + 1) if read.tokens[k].text[0].isalpha()), None)
        if name is not None:
            yield _Run(NAME, name, last, None)
        return
    if (share := _share(read, at, valued)) is not None:
        yield share
        return
    if (several := phrase(read, at, valued)) is not None:
        kind = _SILENT if " ".join(several.words) in english.silent_words() else WORD
        yield _Run(kind, at, at + len(several.inside) - 1, several)
        return
    kind, value = _kind(read, read.tokens[at])
    if kind:
        yield _Run(kind, at, at, value)


def _share(read: Parse, at: int, valued: Mapping[int, _Run]) -> _Run | None:
    """Read a share of a whole in two words: the majority of the coins, nearly all of them."""
    tokens = read.tokens[at : at + 3]
    if len(tokens) < 2 or valued.keys() & {at, at + 1}:
        return None
    words, of = f"{tokens[0].lower} {tokens[1].lower}", len(tokens) > 2 and tokens[2].lower == "of"
    if words == _NO_ONE and tokens[1].role != "nummod":
        return _Run(SHARE, at, at + 1, english.quantifier(words))
    share = english.quantifier(words) if tokens[0].lower not in _DENYING else None
    is_noun = tokens[1].part == "NOUN"
    if share is None or tokens[1].lower in _NO_SHARES | {"of", "number"} or (is_noun and not of):
        return None
    return _Run(SHARE, at, at + 1, share)


def _kind(read: Parse, token: Token) -> tuple[str, Value]:
    lower = token.lower
    if lower in _LIMITS and not (lower == "alone" and read.tokens[token.head].part == "VERB"):
        return LIMIT, None
    is_speaker = lower in _SPEAKERS and (token.text.islower() or token.text in _OPENING)
    if (is_speaker or lower in _PRONOUNS) and token.tag in ("PRP", "PRP$"):
        return PRONOUN, None
    share = english.quantifier(lower) if token.part in ("DET", "ADJ", "PRON", "ADV") else None
    idle = token.tag == "RBS" or (lower == "all" and _is_no_share(read, token))  # most important
    of_two = lower == "both" and token.role in ("det", "predet") and read.tokens[token.head].tag == "NNS"
    of_two = of_two or (lower == "neither" and token.role == "pobj")
    if share is not None and (lower not in _NO_SHARES or of_two) and not idle:
        return SHARE, share
    return ("" if _is_silent(read, token) else WORD), None


def _is_no_share(read: Parse, all_: Token) -> bool:
    """Say whether an "all" is no share of anything: at all, all told, all but gone; all but the mayor is."""
    behind = read.tokens[all_.index + 1 : all_.index + 3]
    words = [t.lower for t in behind]
    nearly = words[:1] == ["but"] and behind[-1].part in ("ADJ", "ADV", "AUX", "VERB")
    before = read.tokens[all_.index - 1].lower if all_.index else ""
    return before in ("above", "after", "at") or words[:1] == ["told"] or nearly


def _is_silent(read: Parse, token: Token) -> bool:
    """Say whether a word is no element: its sense is in roles and firmness, or it has none."""
    is_sign = not any(c.isalnum() for c in token.text)
    by_grammar = (
        token.part in _SILENT_PARTS | {"PRON"} or token.role in _SILENT_ROLES or token.tag in _QUESTIONS
    )
    if token.lower == "be" and token.index and read.tokens[token.index - 1].text == "-":
        return False  # a would-be mayor
    if token.part == "ADP" and token.role == "advmod" and read.tokens[token.head].part in ("AUX", "NOUN"):
        return False  # the gas is on, with its wheels up
    if is_sign or by_grammar or token.lower in english.silent_words() or token.lemma in ("be", "'s"):
        return True
    is_particle = token.role == "advmod" and particle(read, token.head) is token
    return is_particle or in_preposition(read, token)


def _made(read: Parse, index: int, run: _Run) -> Element:
    tokens, first, last = read.tokens, run.first, run.last
    inside = range(first, last + 1)
    tops = [k for k in inside if tokens[k].head not in inside or tokens[k].head == k]
    # A sign may depend on the verb by itself: fell to | -14 | degrees.
    head = next((k for k in tops if tokens[k].role != "punct"), tops[0] if tops else last)
    start, end = tokens[first].start, tokens[last].end
    quote = read.text[start:end]
    part, value = _PARTS.get(tokens[head].part, ""), run.value
    if isinstance(value, Phrase):
        head = first if value.part == "v" and value.inside == value.words else head
        key, part, value = " ".join(value.words), value.part, None
    else:
        key = _key(read, run.kind, head, quote)
    words = _name_words(quote) if run.kind == NAME else ()
    behind = governed(read, head, key) if run.kind == WORD and part == "v" else ()
    return Element(index, run.kind, first, last, head, start, end, quote, key, part, value, words, behind)


def _key(read: Parse, kind: str, head: int, quote: str) -> str:
    if kind == TITLE:
        return _PORTFOLIO_BEHIND.sub(r"\2 \1", english.full_title(quote)).replace(" affairs", "")
    if kind == WORD:
        behind = particle(read, head)
        return f"{read.tokens[head].lemma} {behind.lower}" if behind else read.tokens[head].lemma
    if kind == SCORE:
        return quote.replace("–", "-").replace(" ", "")
    return read.tokens[head].lemma if kind in (LIMIT, PRONOUN) else folded(quote).lower()


def _name_words(quote: str) -> tuple[str, ...]:
    """Return the words of a name without marks on letters and without a possessive ending."""
    words = tuple(re.findall(r"[^\W_]+", folded(quote.replace(".", "")).lower()))
    return words[:-1] if words[-1:] == ("s",) and re.search(r"['’]s$", quote) else words
