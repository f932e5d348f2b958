"""The elements of a text: every word and sign that carries sense, each with its place, kind and value.

What is no element (articles, auxiliaries, prepositions, punctuation) shows in the roles between elements,
or in how firmly something is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Union

from scripts import english
from scripts.english import wordings
from scripts.reading.details.dates import Dating, dates, with_years
from scripts.reading.figures import Figure, figures
from scripts.reading.hours import Hour, hours
from scripts.reading.syntax import Parse, Token, parse

WORD, NAME, TITLE, FIGURE, DATE, HOUR, LIMIT, SHARE, PRONOUN = (
    "word", "name", "title", "figure", "date", "hour", "limit", "share", "pronoun",
)  # fmt: skip
Value = Union[Figure, Dating, Hour, english.Quantifier, None]
_LIMITS = frozenset(["only", "just", "solely", "merely", "alone", "except", "exclusively", "sole", "purely"])
_SILENT = frozenset(
    [
        "also",
        "however",
        "too",
        "meanwhile",
        "moreover",
        "therefore",
        "thus",
        "so",
        "well",
        "then",
        "there",
        "here",
        "both",
        "either",
        "neither",
        "not",
        "n't",
        "never",
        "no",
        "as",
        "such",
        "own",
        "very",
        "quite",
        "rather",
        "even",
        "indeed",
        "etc",
        "one",
        "ones",
        "other",
    ]
)
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "hers",
        "its",
        "their",
        "theirs",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
_SILENT_PARTS = frozenset(["DET", "AUX", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ", "SPACE", "SYM"])
_PARTICLES = frozenset(["down", "up", "out", "off", "away", "over", "apart", "aside"])
_FOLDED = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "Œ": "Oe", "ı": "i", "’": "'", "ʼ": "'",
})  # fmt: skip


@dataclass(frozen=True)
class Element:
    """One element: tokens `first` to `last`, `head` the one the others hang on; `key` its normal form."""

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


def folded(text: str) -> str:
    """Return letters without their marks: Łukasz Gołąb as Lukasz Golab.

    >>> folded("Sørli, Łucja Gołąb")
    'Sorli, Lucja Golab'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True)
class Elements:
    """The elements of one parsed text, in order, and which element each token belongs to."""

    parse: Parse
    items: tuple[Element, ...]

    @cached_property
    def of_token(self) -> dict[int, int]:
        """The element of each token that belongs to one."""
        return {t: e.index for e in self.items for t in range(e.first, e.last + 1)}


@lru_cache(maxsize=512)
def elements(text: str) -> Elements:
    """Read the elements of a text."""
    return Elements(found := parse(text), tuple(_elements(found)))


def _elements(read: Parse) -> list[Element]:
    taken: dict[int, tuple[str, int, int, Value]] = {}
    for dating in with_years(dates(read.text)):
        _take(read, taken, DATE, dating.start, dating.end, dating)
    for hour in hours(read.text):
        _take(read, taken, HOUR, hour.start, hour.end, hour)
    for token in read.tokens:
        value = _lone_date(read, token)
        if value is not None and token.index not in taken:
            taken[token.index] = (DATE, token.index, token.index, value)
    for figure in figures(read, frozenset(taken)):
        for at in range(figure.first, figure.last + 1):
            taken.setdefault(at, (FIGURE, figure.first, figure.last, figure))
    found: list[Element] = []
    at = 0
    while at < len(read.tokens):
        if at in taken:
            kind, first, last, value = taken[at]
            last = max(k for k in range(at, last + 1) if taken.get(k, ("", -1))[1] == first)
            found.append(_made(read, len(found), kind, at, last, value))
            at = last + 1
            continue
        last = _name_end(read, at, taken)
        if last >= at:
            for kind, first, end in _titles_apart(read, at, last):
                found.append(_made(read, len(found), kind, first, end, None))
            at = last + 1
            continue
        last = _phrase_end(read, at, taken)
        if last > at:
            found.append(_phrase(read, len(found), at, last))
            at = last + 1
            continue
        kind, value = _kind(read, read.tokens[at])
        if kind:
            found.append(_made(read, len(found), kind, at, at, value))
        at += 1
    return found


def _take(
    read: Parse, taken: dict[int, tuple[str, int, int, Value]], kind: str, start: int, end: int, value: Value
) -> None:
    inside = [t.index for t in read.tokens if t.start < end and start < t.end]
    if inside and not any(i in taken for i in inside):
        for index in inside:
            taken[index] = (kind, inside[0], inside[-1], value)


def _lone_date(read: Parse, token: Token) -> Dating | None:
    """Read a month alone (in March) and a year that a date reader leaves alone (the 1996 law, of 1996)."""
    text = token.text
    month = english.months().get(text.lower().rstrip("."))
    before = read.tokens[token.index - 1].lower if token.index else ""
    if (
        month
        and text[0].isupper()
        and token.part == "PROPN"
        and (
            before
            in {
                "in",
                "of",
                "since",
                "by",
                "until",
                "last",
                "next",
                "early",
                "late",
                "mid",
                "this",
                "from",
                "through",
                "for",
                "-",
                "before",
                "after",
                "and",
            }
        )
        and not (token.index + 1 < len(read.tokens) and read.tokens[token.index + 1].part == "PROPN")
    ):
        return Dating(token.start, token.end, text, month=month)
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text) and (
        token.role in ("pobj", "npadvmod", "appos")
        or (token.role == "nummod" and _singular(read, token))
        or before in {"in", "of", "since", "until", "by", "from"}
    ):
        return Dating(token.start, token.end, text, year=int(text))
    return None


def _singular(read: Parse, token: Token) -> bool:
    head = read.tokens[token.head]
    return head.tag in ("NN", "NNP") and head.index > token.index and head.lower != "people"


def _name_end(read: Parse, at: int, taken: dict[int, tuple[str, int, int, Value]]) -> int:
    """Return the last token of the name that begins at a token; one before it where none does."""
    tokens = read.tokens
    if tokens[at].part != "PROPN" or not tokens[at].text[0].isupper():
        return at - 1
    last = at
    while last + 1 < len(tokens) and last + 1 not in taken:
        if tokens[last].text.endswith(".") and tokens[last].lower.rstrip(".") in english.firm_forms() | {
            "jr",
            "sr",
        }:
            break
        following, after = tokens[last + 1], tokens[last + 2] if last + 2 < len(tokens) else None
        if (
            following.part == "PROPN"
            and following.text[0].isalnum()
            and following.sentence == tokens[at].sentence
        ):
            last += 1
        elif (
            following.text in ("-", ".", "&", "’", "'")
            and after is not None
            and after.part == "PROPN"
            and (following.start == tokens[last].end or following.text == "&")
            and after.sentence == tokens[at].sentence
            and last + 2 not in taken
        ):
            last += 2
        elif re.fullmatch(r"[IVX]+|Jr\.?|Sr\.?", following.text) and following.start > tokens[last].end:
            last += 1
        else:
            break
    return last


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Wordings of several words that stand for one, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for part in ("v", "n", "a", "r"):
        for wording in wordings.phrases()[part]:
            words = tuple(wording.split())
            if words[0] != "be" and not (part == "v" and len(words) == 2 and words[1] in _PARTICLES):
                found[words[0]].append((words, part))
    return {first: tuple(sorted(several, key=lambda w: (-len(w[0]), w))) for first, several in found.items()}


def _phrase_end(read: Parse, at: int, taken: Mapping[int, object]) -> int:
    """Return the last token of a wording of several words that begins here; the token itself where none does."""
    return at + len(_wording(read, at, taken)[0]) - 1 if _wording(read, at, taken)[0] else at


def _wording(read: Parse, at: int, taken: Mapping[int, object]) -> tuple[tuple[str, ...], str]:
    token = read.tokens[at]
    for first in dict.fromkeys((token.lemma, token.lower)):
        for words, part in _phrases().get(first, ()):
            inside = read.tokens[at : at + len(words)]
            if (
                len(inside) == len(words)
                and all(
                    t.index not in taken and (w in (t.lower, t.lemma) or (w == "one's" and t.tag == "PRP$"))
                    for t, w in zip(inside, words, strict=True)
                )
                and (part != "v" or token.part in ("VERB", "AUX"))
            ):
                return words, part
    return (), ""


def _phrase(read: Parse, index: int, first: int, last: int) -> Element:
    words, part = _wording(read, first, {})
    made = _made(read, index, WORD, first, last, None)
    head = first if part == "v" else made.head
    return replace(made, key=" ".join(words), part=part, head=head)


def _titles_apart(read: Parse, first: int, last: int) -> list[tuple[str, int, int]]:
    """Part the titles that lead a name from it: Prime Minister | Ana Poe."""
    titles = [k for k in range(first, last + 1) if _is_title(read.tokens[k])]
    if not titles:
        return [(NAME, first, last)]
    at = titles[-1] + 1
    while at <= last and not read.tokens[at].text[0].isalpha():
        at += 1
    lead = [(TITLE, first, titles[-1])]
    return [*lead, (NAME, at, last)] if at <= last else lead


def _is_title(token: Token) -> bool:
    return any(part in english.titles() for part in re.split(r"[-.]+", token.lower) if part)


def _kind(read: Parse, token: Token) -> tuple[str, Value]:
    lower = token.lower
    if lower in _LIMITS:
        return LIMIT, None
    if lower in _PRONOUNS and token.tag in ("PRP", "PRP$"):
        return PRONOUN, None
    share = english.quantifier(lower) if token.part in ("DET", "ADJ", "PRON", "ADV") else None
    if share is not None and lower not in {"no", "neither", "any", "both", "few"} | _SILENT:
        return SHARE, share
    if (
        token.part in _SILENT_PARTS
        or lower in _SILENT
        or token.role in ("aux", "auxpass", "case", "expl", "mark", "neg")
    ):
        return "", None
    if _in_preposition(read, token):
        return "", None
    if token.role == "advmod" and _particle(read, token.head) is token:
        return "", None
    if token.part in ("PRON",) or token.tag in ("WDT", "WP", "WP$", "WRB") or token.role == "prt":
        return "", None
    if token.lemma in ("be", "'s") or not any(c.isalnum() for c in token.text):
        return "", None
    return WORD, None


def _in_preposition(read: Parse, token: Token) -> bool:
    """Say whether a word is part of a preposition of several: in spite of, according to, no longer."""
    before = read.tokens[token.index - 1].lower if token.index else ""
    after = read.tokens[token.index + 1].lower if token.index + 1 < len(read.tokens) else ""
    return token.lower in english.long_prepositions() and (
        (after in ("of", "to", "with") and token.lower != "longer")
        or (before == "no" and token.lower == "longer")
    )


def _particle(read: Parse, verb: int) -> Token | None:
    """Return the particle that makes one word with a verb: step down, carry out."""
    if read.tokens[verb].part != "VERB":
        return None
    for child in read.below(verb, "prt", "advmod"):
        if child.role == "prt" or (child.index == verb + 1 and child.lower in _PARTICLES):
            return child
    return None


def _made(read: Parse, index: int, kind: str, first: int, last: int, value: Value) -> Element:
    tokens = read.tokens
    head = next(
        (k for k in range(first, last + 1) if not first <= tokens[k].head <= last or tokens[k].head == k),
        last,
    )
    start, end = tokens[first].start, tokens[last].end
    quote = read.text[start:end]
    key = tokens[head].lemma if kind in (WORD, TITLE, LIMIT, PRONOUN) else folded(quote).lower()
    if kind == WORD:
        key = f"{key} {particle.lower}" if (particle := _particle(read, head)) else key
    if kind == TITLE:
        key = english.full_title(quote)
    words = tuple(re.findall(r"[^\W_]+", folded(quote.replace(".", "")).lower())) if kind == NAME else ()
    if words and words[-1] == "s" and re.search(r"['’]s$", quote):
        words = words[:-1]
    part = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}.get(
        tokens[head].part, ""
    )
    return Element(index, kind, first, last, head, start, end, quote, key, part, value, words)
