"""Elements of several tokens: names (without their titles), phrases, and verbs with a particle."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from scripts import english
from scripts.english import lexicon, rows, wordings
from scripts.reading.details.dates import Dating
from scripts.reading.syntax.parser import Parse, Token

_PARTICLES = frozenset(["down", "up", "out", "off", "away", "over", "apart", "aside"])
_PREPOSITIONS = frozenset({
    "about", "after", "against", "ahead", "around", "at", "by", "down", "for", "from", "in", "into", "of",
    "off", "on", "over", "through", "to", "upon", "with", "without",
})  # fmt: skip
_DENYING = frozenset({"no", "not", "never"})
_LONG = 3
_WITH_PORTFOLIOS = frozenset({"minister", "secretary"})
_LONGEST_PORTFOLIO = 6  # words
_LONGEST_OBJECT = 6  # words of an object between the parts of a phrase
_IN_OBJECTS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_ENDS_OBJECTS = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})
_BEFORE_MONTHS = frozenset({
    "in", "of", "since", "by", "until", "last", "next", "early", "late", "mid", "this", "from", "through",
    "for", "-", "before", "after", "and",
})  # fmt: skip
_BEFORE_YEARS = frozenset({"in", "of", "since", "until", "by", "from"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEHIND_NAMES = re.compile(r"[IVX]+|Jr\.?|Sr\.?")
_JOINS = frozenset({"-", ".", "&", "’", "'"})


class Phrase(NamedTuple):
    """A phrase that counts as one element: its words, and its part of speech."""

    words: tuple[str, ...]
    part: str

    @property
    def inside(self) -> tuple[str, ...]:
        """The words that stand in its element: all but the "be" of "be in charge of"."""
        return self.words[1:] if self.words[0] == "be" else self.words


def name_end(read: Parse, at: int, taken: Container[int]) -> int:
    """Return the last token of the name that begins at a token; the token before it if none does."""
    tokens = read.tokens
    if not (tokens[at].part == "PROPN" and tokens[at].text[0].isupper()) and not _is_named(read, at):
        return at - 1
    last = at
    while not _ends_name(tokens[last]) and (step := _step(read, last, taken)):
        last += step
    return at - 1 if last == at and _is_plain_word(read, at) else last


def _is_named(read: Parse, at: int) -> bool:
    """Say whether a word that the lexicon lacks is a name elsewhere in the text: Te-Whaiti will brief."""
    token = read.tokens[at]
    known = any(lexicon.senses(token.lower, part) for part in "nvar")
    return token.part == "NOUN" and token.text in read.names_within and not known


def _is_plain_word(read: Parse, at: int) -> bool:
    """Say whether a capital only marks the beginning of a sentence: "Turnout was 71 per cent".

    It does where the lexicon has the word as a noun and the text never has it with a capital elsewhere.
    """
    token = read.tokens[at]
    before = at - 1
    while before >= 0 and read.tokens[before].sentence == token.sentence:
        if read.tokens[before].text[-1].isalnum():
            return False
        before -= 1
    return bool(lexicon.senses(token.lower, "n")) and token.text not in read.names_within


def _ends_name(token: Token) -> bool:
    """Say whether a token is a suffix that ends a name: Inc., Ltd., Jr."""
    return token.text.endswith(".") and token.lower.rstrip(".") in english.firm_forms() | {"jr", "sr"}


def _step(read: Parse, last: int, taken: Container[int]) -> int:
    """Return by how many tokens a name continues; 0 if it ends."""
    following = read.tokens[last + 1 : last + 3]
    if not following or following[0].index in taken:
        return 0
    first, sentence = following[0], read.tokens[last].sentence
    if first.part == "PROPN" and first.text[0].isalnum() and first.sentence == sentence:
        return 1
    touches = first.text == "&" or first.start == read.tokens[last].end
    if first.text in _JOINS and touches and len(following) > 1 and following[1].index not in taken:
        return 2 if following[1].part == "PROPN" and following[1].sentence == sentence else 0
    return int(bool(_BEHIND_NAMES.fullmatch(first.text)) and first.start > read.tokens[last].end)


def title_end(read: Parse, first: int, last: int) -> int:
    """Return the last token of the titles before a name; without titles, the token before the name."""
    return next((k for k in range(last, first - 1, -1) if _is_title(read.tokens[k])), first - 1)


def portfolio_end(read: Parse, title: int) -> int:
    """Return the last token of the portfolio behind a title, else the title: Minister of Trade and Labour."""
    tokens, last = read.tokens, title
    behind = tokens[title + 1].lower if title + 1 < len(tokens) else ""
    if tokens[title].lower not in _WITH_PORTFOLIOS or behind not in ("of", "for"):
        return title
    for token in tokens[title + 2 : title + 2 + _LONGEST_PORTFOLIO]:
        if token.text[0].isupper() and english.key(token.lower) in _portfolios():
            last = token.index
        elif token.lower not in ("and", "the", ","):
            break
    return last


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(english.key(word) for word in rows.words("portfolios.txt"))


def _is_title(token: Token) -> bool:
    return any(part in english.titles() for part in re.split(r"[-.]+", token.lower) if part)


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of several words by their first word, the longest first, without phrasal verbs."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for silent in english.silent_words():
        if " " in silent:
            found[silent.split()[0]].append(Phrase(tuple(silent.split()), "r"))
    for part in ("v", "n", "a", "r"):
        for wording in wordings.phrases()[part]:
            words = tuple(wording.split())
            if words[0] in _DENYING:
                continue  # that is for how firmly something is said to show
            if part == "v" and _is_governed(words):
                continue
            one = Phrase(words, part)
            found[one.inside[0]].append(one)
    return {
        first: tuple(sorted(several, key=lambda p: (-len(p.words), p))) for first, several in found.items()
    }


def _is_governed(words: Sequence[str]) -> bool:
    """Say whether a wording is a verb with its particle or preposition, or a "be" that the grammar reads."""
    if words[0] == "be":
        return len(words) < _LONG or words[-1] not in _PREPOSITIONS - {"by"}
    return len(words) == 2 and words[1] in _PARTICLES | _PREPOSITIONS


def governed(read: Parse, verb: int, key: str) -> tuple[str, ...]:
    """Return a verb with each preposition behind it that a table has as one wording: object to."""
    if read.tokens[verb].part != "VERB":
        return ()
    both = (f"{key} {one.lower}" for one in read.below(verb, "prep", "agent", "dative"))
    return tuple(one for one in both if one in wordings.phrases()["v"])


def phrase(read: Parse, at: int, taken: Container[int]) -> Phrase | None:
    """Return the longest phrase that begins at a token."""
    token = read.tokens[at]
    for first in dict.fromkeys((token.lemma, token.lower)):
        for one in _phrases().get(first, ()):
            fits = one.part != "v" or token.part in ("VERB", "AUX") or one.words[0] == "be"
            if (
                fits
                and not _goes_on(read, at, one)
                and _follow(read, at, one.inside, taken)
                and _has_its_be(read, at, one)
            ):
                return one
    return None


def parted(read: Parse, at: int, taken: Container[int]) -> tuple[Phrase, range] | None:
    """Return the phrase that a verb begins and its object parts, and where it goes on: took her to task."""
    if read.tokens[at].part != "VERB":
        return None
    for one in _phrases().get(read.tokens[at].lemma, ()):
        if one.part != "v" or one.words[0] == "be":
            continue
        rest = one.words[1:]
        for goes_on in range(at + 2, min(at + 2 + _LONGEST_OBJECT, len(read.tokens))):
            gap = read.tokens[at + 1 : goes_on]
            if gap[-1].part not in _IN_OBJECTS or gap[-1].sentence != read.tokens[at].sentence:
                break
            is_object = gap[-1].tag in _ENDS_OBJECTS and gap[-1].head == at
            if is_object and _goes_with(read, at, goes_on) and _follow(read, goes_on, rest, taken):
                return one, range(goes_on, goes_on + len(rest))
    return None


def _goes_with(read: Parse, verb: int, at: int) -> bool:
    """Say whether a word is tied to a verb, as the second part of a phrase: to task, redundant."""
    token = read.tokens[at] if at < len(read.tokens) else None
    return token is not None and token.head == verb and token.part in ("ADJ", "ADP")


def _goes_on(read: Parse, at: int, one: Phrase) -> bool:
    """Say whether an "of" makes a phrase with a noun of what would be an adverb: in all of the villages."""
    behind = at + len(one.inside)
    return one.part == "r" and behind < len(read.tokens) and read.tokens[behind].lower == "of"


def _has_its_be(read: Parse, at: int, one: Phrase) -> bool:
    """Say whether a wording that begins with "be" has it before: was not in charge of."""
    if one.words[0] != "be":
        return True
    if read.tokens[at + len(one.inside) - 1].tag == "TO" or read.tokens[at].part == "VERB":
        return False  # is obliged to carry: how firmly something else is said; was held in: the passive voice
    before = (t for t in reversed(read.tokens[max(0, at - 3) : at]) if t.part not in ("ADV", "PART"))
    return next((t.lemma == "be" for t in before), False)


def _follow(read: Parse, at: int, words: Sequence[str], taken: Container[int]) -> bool:
    """Say whether the words of a phrase follow from a token on; "one's" matches any possessive pronoun."""
    inside = read.tokens[at : at + len(words)]
    return len(inside) == len(words) and all(
        token.index not in taken
        and (word in (token.lower, token.lemma) or (word == "one's" and token.tag == "PRP$"))
        for token, word in zip(inside, words, strict=True)
    )


def particle(read: Parse, verb: int) -> Token | None:
    """Return the particle of a phrasal verb: step down, carry out."""
    if read.tokens[verb].part != "VERB":
        return None
    for child in read.below(verb, "prt", "advmod"):
        if child.role == "prt" or (child.index == verb + 1 and child.lower in _PARTICLES):
            return child
    return None


def in_preposition(read: Parse, token: Token) -> bool:
    """Say whether a word is part of a preposition of several words: in spite of, according to, no longer."""
    if token.lower not in english.long_prepositions():
        return False
    if token.lower == "longer":
        return bool(token.index) and read.tokens[token.index - 1].lower == "no"
    after = read.tokens[token.index + 1].lower if token.index + 1 < len(read.tokens) else ""
    return after in ("of", "to", "with")


def lone_date(read: Parse, token: Token) -> Dating | None:
    """Read a month alone (in March), or a year that `details.dates` does not read (the 1996 law)."""
    text = token.text
    before = read.tokens[token.index - 1].lower if token.index else ""
    after = read.tokens[token.index + 1].part if token.index + 1 < len(read.tokens) else ""
    month = english.months().get(text.lower().rstrip("."))
    if (
        month
        and text[0].isupper()
        and token.part == "PROPN"
        and before in _BEFORE_MONTHS
        and after != "PROPN"
    ):
        return Dating(token.start, token.end, text, month=month)
    head = read.tokens[token.head]
    of_one = token.role == "nummod" and head.tag in ("NN", "NNP") and head.index > token.index
    placed = token.role in ("pobj", "npadvmod", "appos") or before in _BEFORE_YEARS
    if _YEAR.fullmatch(text) and (placed or (of_one and head.lower != "people")):
        return Dating(token.start, token.end, text, year=int(text))
    return None
