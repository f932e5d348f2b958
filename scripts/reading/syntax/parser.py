"""Parsing a text with spaCy: words with lemma, part of speech, role and head.

Texts are parsed whole. The parser (`model`) reads them with broken words joined and lost spaces restored, but
spans count code points of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from scripts import english
from scripts.reading.syntax.model import model

_LONGEST = 20_000  # at most this many code points are parsed at once
_BATCH = 256  # short texts that the parser is given together; of a long one, one piece after the other
_MOST, _KEPT = 1_000, 1_000  # sentences that are kept, those asked for last, and how long one may be
_SENTENCES: dict[str, Parse] = {}
# Damage from print or the web: a word broken at a line's end, a space lost after a full stop.
_BROKEN = re.compile(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])|(?<=[a-z][a-z][.!?])(?=[A-Z][a-z]+\b[ ,'’])")
_HALVES = re.compile("[\ud800-\udfff]")  # surrogates, which are not text
_HYPHENATED = frozenset(
    [
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "non",
        "self",
        "co",
        "anti",
        "pro",
        "ex",
        "re-elect",
    ]
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: `part` is its universal part of speech, `role` its dependency, `head` an index."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    part: str
    tag: str
    role: str
    head: int
    sentence: int

    lower: str = field(init=False, repr=False, compare=False)
    """The word in lower case, with a straight apostrophe."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower().replace("’", "'"))


@dataclass(frozen=True)
class Parse:
    """The tokens of a text; indices are places in `tokens`."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, its dependents in text order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(tuple(f) for f in found)

    @cached_property
    def names_within(self) -> frozenset[str]:
        """The words that are written with a capital behind another word of their sentence."""
        found: set[str] = set()
        sentence = -1
        for token in self.tokens:
            if token.sentence == sentence and token.text[0].isupper():
                found.add(token.text)
            sentence = token.sentence if token.text[-1].isalnum() or token.sentence == sentence else -1
        return frozenset(found)

    def below(self, index: int, *roles: str) -> Iterator[Token]:
        """Yield the dependents of a token in any of the given roles; all of them if no role is given."""
        for child in self.children[index]:
            if not roles or self.tokens[child].role in roles:
                yield self.tokens[child]

    def above(self, index: int) -> Iterator[Token]:
        """Yield the heads of a token, nearest first, up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield self.tokens[index]

    def subtree(self, index: int) -> list[int]:
        """Return a token and all tokens below it, in text order."""
        found, waiting = [], [index]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(self.children[one])
        return sorted(found)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The first token of each sentence, and the token after its last."""
        bounds: list[tuple[int, int]] = []
        begin = 0
        for at, token in enumerate(self.tokens):
            if at and token.sentence != self.tokens[at - 1].sentence:
                bounds.append((begin, at))
                begin = at
        return (*bounds, (begin, len(self.tokens))) if self.tokens else ()

    def of_sentences(self, numbers: Set[int]) -> Iterator[Token]:
        """Yield the tokens of the sentences with these numbers, in text order."""
        for begin, end in self.sentences:
            if self.tokens[begin].sentence in numbers:
                yield from self.tokens[begin:end]


def _readable(text: str) -> tuple[str, list[int]]:
    """Return the text for the parser, and the original place of each of its characters."""
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _BROKEN.finditer(text):
        pieces.append(text[done : match.start()])
        places.extend(range(done, match.start()))
        done = match.end()
        before = re.search(r"[a-z]+$", text[: match.start()])
        if match.start() == match.end():
            pieces.append(" ")
            places.append(match.start())
        elif before and before.group() in _HYPHENATED:
            pieces.append("-")
            places.append(match.start())
    pieces.append(text[done:])
    places.extend(range(done, len(text)))
    shown = re.sub(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)", lambda m: " " * len(m.group()), "".join(pieces))
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", shown), places


@lru_cache(maxsize=512)
def parse(text: str) -> Parse:
    """Parse a text.

    >>> [t.lemma for t in parse("The ministers have met.").tokens]
    ['the', 'minister', 'have', 'meet', '.']
    """
    return next(parse_all([text]))


def parse_all(texts: Sequence[str]) -> Iterator[Parse]:
    """Parse texts in batches, several times faster than one by one; a long text is cut in pieces."""
    read = [_readable(text) for text in texts]
    pieces = [list(_pieces(shown)) for shown, _ in read]
    docs = model().pipe(
        (shown[a:b] for (shown, _), several in zip(read, pieces, strict=True) for a, b in several),
        batch_size=_BATCH if all(len(several) < 2 for several in pieces) else 1,
    )
    for text, (_, places), several in zip(texts, read, pieces, strict=True):
        tokens: list[Token] = []
        for start, _ in several:
            _add(tokens, places, start, next(docs))
        yield Parse(text, tuple(tokens))


def parse_stretches(text: str, spans: Sequence[tuple[int, int]]) -> Parse:
    """Parse stretches of a text, each by itself and as one sentence; what lies between them is left out.

    Tokens count code points of the whole text. The spans follow each other and do not overlap.
    """
    tokens: list[Token] = []
    parsed = _known([text[start:end] for start, end in spans])
    for number, ((begin, _), found) in enumerate(zip(spans, parsed, strict=True)):
        before = len(tokens)
        tokens += [
            Token(
                before + t.index, begin + t.start, begin + t.end, t.text, t.lemma, t.part, t.tag, t.role,
                before + t.head, number,
            )
            for t in found.tokens
        ]  # fmt: skip
    return Parse(text, tuple(tokens))


def _known(sentences: Sequence[str]) -> list[Parse]:
    """Parse sentences, but for those that were parsed not long ago: accounts of one event copy each other."""
    found = {one: kept for one in sentences if (kept := _SENTENCES.get(one)) is not None}
    new = [one for one in dict.fromkeys(sentences) if one not in found]
    found.update(zip(new, parse_all(new), strict=True))
    for one, parsed in found.items():
        if len(one) <= _KEPT:
            _SENTENCES.pop(one, None)
            _SENTENCES[one] = parsed
    for oldest in list(_SENTENCES)[: max(len(_SENTENCES) - _MOST, 0)]:
        _SENTENCES.pop(oldest, None)
    return [found[one] for one in sentences]


def _pieces(shown: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are parsed one by one, cut after a sentence or a word."""
    start = 0
    while start < len(shown):
        end = min(start + _LONGEST, len(shown))
        if end < len(shown):
            cuts = (shown.rfind(sign, start + _LONGEST // 2, end) for sign in (". ", " "))
            end = next((cut + 1 for cut in cuts if cut > 0), end)
        yield start, end
        start = end


def _lemma(token: Any) -> str:
    """Return the base form of a word; that of a verb by the table of verbs, where the parser has another."""
    lemma = str(token.lemma_).lower()
    bases = english.verb_forms(token.lower_) if token.pos_ == "VERB" else {}
    return lemma if not bases or lemma in bases else min(bases)


def _add(tokens: list[Token], places: list[int], start: int, doc: Any) -> None:
    """Add the tokens of a piece to those of the earlier pieces."""
    kept = [t for t in doc if not t.is_space]
    before = len(tokens)
    sentences = tokens[-1].sentence + 1 if tokens else 0
    index_of = {token.i: before + number for number, token in enumerate(kept)}
    sentence_of = {t.i: sentences + number for number, sentence in enumerate(doc.sents) for t in sentence}
    for token in kept:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        own, at = index_of[token.i], start + token.idx
        top = index_of.get(head.i, own)
        # What hangs on white space alone hangs on nothing: it is the top, whatever the parser calls it.
        role = "ROOT" if top == own else token.dep_
        tokens.append(
            Token(
                own, places[at], places[at + len(token.text) - 1] + 1, token.text, _lemma(token),
                token.pos_, token.tag_, role, top, sentence_of[token.i],
            )
        )  # fmt: skip
