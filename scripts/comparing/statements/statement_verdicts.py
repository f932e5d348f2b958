"""Judging a statement against a source: supported, contradicted, or not enough to tell; and by which words.

A statement is supported if every element is proved, and contradicted if something conflicts by two signs
while the rest is the same. Everything else is not enough, and the answer says what is missing. A long source
is judged by the stretches that are nearest to the statement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.unsupported import (
    BOUND,
    DENIAL,
    FIRMNESS,
    LIMITED,
    PLACE,
    RANK,
    ROLE,
    WORDS,
    leftovers,
)
from scripts.comparing.proofs.word_proofs import IDENTICAL
from scripts.comparing.statements.contradicted import conflicts
from scripts.comparing.statements.sentence_ranking import Wording, ranking
from scripts.comparing.statements.spaced_out_text import closed
from scripts.reading.sentences import sentence_spans
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.whole_text import Reading, reading

SUPPORTED, CONTRADICTED, NOT_ENOUGH = "supported", "contradicted", "not-enough-information"
SLOT = "slot"  # before a kind of conflict that is left out
VERDICTS = (SUPPORTED, CONTRADICTED, NOT_ENOUGH)
_WHOLE = 8  # at most this many sentences are read as one stretch
_NEAREST = 4  # the nearest sentences of a longer source, around which stretches are read
_BEFORE, _AFTER = 2, 1  # sentences before and after, which belong to the stretch
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_TELLING = re.compile(r"\w")
Span = tuple[int, int]
_REASONS = {
    WORDS: "is not borne out",
    ROLE: "has another part in it, or none",
    DENIAL: "is said by one and denied by the other",
    FIRMNESS: "is not said to hold as far",
    LIMITED: "has an exception in the source",
    RANK: "has another place in the order",
    PLACE: "stands where the source has another word, and that stands in its place",
    BOUND: "is said by the source within bounds that are left out",
}


@dataclass(frozen=True)
class Quote:
    """A stretch of the statement or of the source, with its place in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Shown:
    """What is shown of one element: its proof, or what is missing, and both places if known."""

    what: str
    statement: Quote
    source: Quote | None


@dataclass(frozen=True)
class Verdict:
    """What a source says of a statement.

    `sentence` is the one that bears most of it, `place` its number; `conflict` says which detail conflicts;
    `proofs` why each element that is borne out is the same, `missing` what is not borne out.
    """

    verdict: str
    place: int | None
    sentence: Quote | None
    conflict: Shown | None
    proofs: tuple[Shown, ...]
    missing: tuple[Shown, ...]

    @property
    def why(self) -> str:
        """The reason in one sentence."""
        if self.conflict:
            its = f"; the source has “{self.conflict.source.text}”" if self.conflict.source else ""
            return f"The statement has “{self.conflict.statement.text}”{its}."
        if self.missing:
            told = dict.fromkeys(f"“{one.statement.text}” {one.what}" for one in self.missing)
            return f"{'; '.join(told)}."
        told = dict.fromkeys(
            f"“{one.statement.text}” is “{one.source.text}” ({one.what})"
            for one in self.proofs
            if one.source and one.what != IDENTICAL.name
        )
        return f"{'; '.join(told)}." if told else "The source has all its words in the same parts."


def judge(statement: str, source: str, without: frozenset[str] = frozenset()) -> Verdict:
    """Judge a statement by a source of any length.

    `without` names what is left out, to see what it adds: a proof ("synonym"), a slot ("slot number").
    """
    return _judge(statement, source, list(_sentences(source)), without)


def judge_by(statement: str, sentences: Sequence[str]) -> Verdict:
    """Judge a statement by consecutive sentences, numbered from the first."""
    spans, begin = [], 0
    for sentence in sentences:
        spans.append((begin, begin + len(sentence)))
        begin += len(sentence) + 1
    return _judge(statement, "\n".join(sentences), spans)


def _judge(
    statement: str, source: str, spans: Sequence[Span], without: frozenset[str] = frozenset()
) -> Verdict:
    if not spans:
        return Verdict(NOT_ENOUGH, None, None, None, (), ())
    windows = _windows(statement, source, spans)
    answers = [_Answer(statement, source, spans, window, without) for window in windows]
    judged = [answer.verdict() for answer in answers]
    return min(judged, key=lambda one: (VERDICTS.index(one.verdict), len(one.missing)))


def _sentences(source: str) -> Iterator[Span]:
    for part in _PARAGRAPH.finditer(source):
        for start, end in sentence_spans(source, part.start(), part.end()):
            if _TELLING.search(source, start, end):
                yield start, end


def _windows(statement: str, source: str, spans: Sequence[Span]) -> Iterator[range]:
    """Yield the stretches to judge by: the whole source, or those around the nearest sentences."""
    if len(spans) <= _WHOLE:
        yield range(len(spans))
        return
    ranked = ranking(Wording(statement), [Wording(source[a:b]) for a, b in spans])
    windows = (
        range(max(0, near.place - _BEFORE), min(len(spans), near.place + _AFTER + 1))
        for near in ranked[:_NEAREST]
    )
    yield from dict.fromkeys(windows)


class _Side:
    """A text with its spaced-out signs closed up, and the places in the original."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._closed, self._start, self._given = closed(text), start, text

    @property
    def reading(self) -> Reading:
        """The text as read."""
        return reading(self._closed.text)

    def quote(self, item: Element) -> Quote:
        """Return an element as written in the original."""
        first, last = self._closed.span(item.start, item.end)
        return Quote(self._start + first, self._start + last, self._given[first:last])


class _Answer:
    """What one stretch of a source says of a statement."""

    def __init__(
        self, statement: str, source: str, spans: Sequence[Span], window: range, without: frozenset[str]
    ) -> None:
        start, end = spans[window[0]][0], spans[window[-1]][1]
        self._source, self._spans, self._window = source, spans, window
        self._ours, self._theirs = _Side(statement), _Side(source[start:end], start)
        self.found = Matching(self._ours.reading, self._theirs.reading, without=without)
        self.left = tuple(leftovers(self.found))
        told = conflicts(self.found, self.left) if self.left else iter(())
        self.conflict = next((c for c in told if f"{SLOT} {c.kind}" not in without), None)

    def verdict(self) -> Verdict:
        """Return the verdict with all that bears it out."""
        proved = not self.left and bool(self.found.matches)
        conflict = self.conflict
        place = self._place()
        start, end = self._spans[place] if place is not None else (0, 0)
        return Verdict(
            CONTRADICTED if conflict else SUPPORTED if proved else NOT_ENOUGH,
            place,
            None if place is None else Quote(start, end, self._source[start:end]),
            self._shown(conflict.kind, conflict.ours, conflict.theirs) if conflict else None,
            tuple(self._shown(m.proof.name, m.ours, m.theirs) for m in self.found.matches.values()),
            tuple(self._shown(_REASONS[one.kind], one.ours, one.theirs) for one in self.left),
        )

    def _shown(self, what: str, ours: int, theirs: int | None) -> Shown:
        mine = self._ours.quote(self.found.ours.items[ours])
        return Shown(
            what, mine, None if theirs is None else self._theirs.quote(self.found.theirs.items[theirs])
        )

    def _place(self) -> int | None:
        """Return the number of the sentence that answers most of the statement."""
        counted: Counter[int] = Counter()
        for match in self.found.matches.values():
            item = self.found.theirs.items[match.theirs]
            start = self._theirs.quote(item).start
            place = next(k for k in reversed(self._window) if self._spans[k][0] <= start)
            counted[place] += 2 if item.part == "v" else 1
        return max(sorted(counted), key=lambda k: counted[k]) if counted else None
