"""A table of two accounts that fits a screen: who, when, where, how many, how firmly, in whose words.

Each line holds what one account has where the other has something else, or how much of it is proved the same.
It is made of the same changes as the ledger, and says nothing that the ledger does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.comparing.changes import change as kinds
from scripts.comparing.changes.change import ALONE, CONFLICTING, DIFFERENT, OPEN, Change
from scripts.comparing.discrepancies import Pair
from scripts.comparing.discrepancies.discrepancy import AGREES, CONFLICTS, DIFFERS, UNDETERMINED
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.proofs.element_proofs import proof
from scripts.comparing.word_classes import CLASSES, word_classes
from scripts.reading.syntax import elements
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.quoting import joined_spans
from scripts.reading.syntax.whole_text import Reading

WHO, WHEN, WHERE, HOW_MANY, HOW_MUCH = "who", "when", "where", "how many", "how much"
HOW_FIRM, QUOTED, WHAT = "how firmly", "in whose words", "what"
QUESTIONS = (WHO, WHEN, WHERE, HOW_MANY, HOW_MUCH, HOW_FIRM, QUOTED, WHAT)
_SURE = {CONFLICTING: CONFLICTS, DIFFERENT: DIFFERS, OPEN: UNDETERMINED}
_WORST = (CONFLICTING, DIFFERENT, OPEN)
_OF_KIND = {
    kinds.DENIAL: HOW_FIRM, kinds.FIRMNESS: HOW_FIRM, kinds.TENSE: HOW_FIRM, kinds.LIMIT: HOW_FIRM,
    kinds.QUOTATION: QUOTED, kinds.DATE: WHEN, kinds.TIME: WHEN, kinds.TITLE: WHO, kinds.SHARE: HOW_MANY,
}  # fmt: skip
_PLACED = frozenset({"at", "from", "to", "near"})
_SHOWN = 3  # values of one account on one line


@dataclass
class Line:
    """What two accounts have to one question: values of each, how they stand, how many are the same."""

    question: str
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    relation: str = ""
    same: int = 0


def overview(pair: Pair) -> tuple[Line, ...]:
    """Return a line for each question to which both accounts say something."""
    changed: dict[str, list[_Told]] = {question: [] for question in QUESTIONS}
    same: dict[str, list[tuple[str, str]]] = {question: [] for question in QUESTIONS}
    for meeting, found in pair.changes:
        for change in found:
            if change.sure != ALONE:
                told = _told(meeting, change)
                changed[told.question].append(told)
        for question, left, right in _same(meeting):
            same[question].append((left, right))
    lines = (_line(question, changed[question], dict.fromkeys(same[question])) for question in QUESTIONS)
    return tuple(line for line in lines if line.relation)


class _Told(NamedTuple):
    """A change as the table shows it: the question, how sure it is, the words of either account."""

    question: str
    sure: str
    left: str
    right: str


def _line(question: str, changed: Sequence[_Told], same: Collection[tuple[str, str]]) -> Line:
    worst = next((sure for sure in _WORST if any(told.sure == sure for told in changed)), "")
    shown = [(told.left, told.right) for told in changed if told.sure == worst] if worst else list(same)
    relation = _SURE[worst] if worst else AGREES if same else ""
    shown = list(dict.fromkeys(shown))
    return Line(question, [left for left, _ in shown], [right for _, right in shown], relation, len(same))


def _told(meeting: Meeting, change: Change) -> _Told:
    """Return a change with the values at issue in it, where both sides have such; else with all its words."""
    question, left, right = _OF_KIND.get(change.kind, ""), change.left, change.right
    if not question and change.kind not in (kinds.OPPOSITE, kinds.THING, kinds.BOUND):
        ours = {k: _asked(meeting.left, meeting.left.items[k]) for k in change.left}
        theirs = {k: _asked(meeting.right, meeting.right.items[k]) for k in change.right}
        both = [q for q in QUESTIONS if q in ours.values() and q in theirs.values()]
        if both:
            question = both[0]
            left = tuple(k for k, q in ours.items() if q == question)
            right = tuple(k for k, q in theirs.items() if q == question)
    return _Told(question or WHAT, change.sure, _words(meeting.left, left), _words(meeting.right, right))


def _same(meeting: Meeting) -> Iterator[tuple[str, str, str]]:
    """Yield the values that each account bears out: the question, and the words of both."""
    for ours, theirs in meeting.pairs:
        mine, its = meeting.left.items[ours], meeting.right.items[theirs]
        question = _asked(meeting.left, mine)
        if question and proof(mine, its) and proof(its, mine):
            yield question, mine.quote, its.quote


def _words(read: Reading, indices: Sequence[int]) -> str:
    return " … ".join(read.text[a:b] for a, b in joined_spans(read, sorted(indices)))


def _asked(read: Reading, item: Element) -> str:
    """Return the question that a value answers; "" for words."""
    if item.kind in (elements.DATE, elements.HOUR):
        return WHEN
    if isinstance(item.value, Figure):
        return HOW_MANY if item.value.dimension in ("", "order", "share") else HOW_MUCH
    if item.kind == elements.SHARE:
        return HOW_MANY
    if item.kind == elements.NAME:
        placed = any(arc.role in _PLACED for arc in read.roles.of_dep.get(item.index, ()))
        return WHERE if placed else WHO
    return WHO if item.kind == elements.TITLE else ""


def as_text(lines: Sequence[Line], sigla: tuple[str, str], width: int = 100) -> Iterator[str]:
    """Yield the table for a terminal: a line for each question, cut to the width."""
    column = (width - 30) // 2
    yield f"{'':<16}{sigla[0]:<{column}}{sigla[1]:<{column}}"
    for line in lines:
        more = f" ({line.same} the same)" if line.same and line.relation != AGREES else ""
        sides = [_cut("; ".join(side[:_SHOWN]), column - 2) for side in (line.left, line.right)]
        told = f"{line.relation}{more}" if line.relation != AGREES else f"{line.same} agree"
        yield f"{line.question:<16}{sides[0]:<{column}}{sides[1]:<{column}}{told}"


def _cut(text: str, width: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else f"{plain[: width - 1]}…"


def words_as_text(pair: Pair) -> Iterator[str]:
    """Yield for each account the share of its words in each class."""
    for single, counts in zip((pair.left, pair.right), word_classes(pair), strict=True):
        shares = (f"{counts[name] / max(1, counts.total()):.0%} {name}" for name in CLASSES)
        yield f"{single.siglum}: of {counts.total()} words {', '.join(shares)}"


def as_rows(pair: Pair) -> dict[str, Any]:
    """Return the table as data: the two sigla, the words of each by class, and a row for each question."""
    return {
        "accounts": [pair.left.siglum, pair.right.siglum],
        "words": [{name: counts[name] for name in CLASSES} for counts in word_classes(pair)],
        "lines": [
            {
                "question": line.question, "left": line.left, "right": line.right,
                "relation": line.relation, "same": line.same,
            }
            for line in overview(pair)
        ],
    }  # fmt: skip
