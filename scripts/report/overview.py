"""A table of two accounts that fits a screen: who, when, where, how many, how firmly, in whose words.

Each line holds what one account has where the other has something else, or how much of it is proved the same.
It is made of the same changes as the ledger, and says nothing that the ledger does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.comparing.changes import change as kinds
from scripts.comparing.changes import changes
from scripts.comparing.changes.change import ALONE, CONFLICTING, DIFFERENT, OPEN, Change
from scripts.comparing.discrepancies import Pair
from scripts.comparing.discrepancies.discrepancy import AGREES, CONFLICTS, DIFFERS, UNDETERMINED
from scripts.comparing.laid_claims import Meeting
from scripts.reading.syntax import elements
from scripts.reading.syntax.amounts import Figure
from scripts.reading.syntax.elements import Element
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
    laid = pair.laid
    found: dict[str, list[tuple[Meeting, Change]]] = {question: [] for question in QUESTIONS}
    for aligned in laid.aligned:
        meeting = laid.meeting(aligned)
        for change in changes(meeting):
            if change.sure != ALONE:
                found[_question(meeting, change)].append((meeting, change))
    same = _same(laid.left.reading, laid.proved[0])
    lines = (_line(question, found[question], same) for question in QUESTIONS)
    return tuple(line for line in lines if line.relation)


def _line(question: str, found: Sequence[tuple[Meeting, Change]], same: Mapping[str, Sequence[str]]) -> Line:
    values = list(dict.fromkeys(same.get(question, ())))
    worst = next((sure for sure in _WORST if any(c.sure == sure for _, c in found)), "")
    if not worst or (worst == OPEN and values):
        shown = values[:_SHOWN]
        return Line(question, shown, shown, AGREES if values else "", len(values))
    line = Line(question, relation=_SURE[worst], same=len(values))
    for meeting, change in found:
        if change.sure == worst:
            line.left.append(_words(meeting.left, change.left))
            line.right.append(_words(meeting.right, change.right))
    return line


def _words(read: Reading, indices: Sequence[int]) -> str:
    return " … ".join(read.text[a:b] for a, b in joined_spans(read, sorted(indices)))


def _question(meeting: Meeting, change: Change) -> str:
    """Return the question that a change is about: that of its kind, or of the first value in it."""
    if change.kind in _OF_KIND:
        return _OF_KIND[change.kind]
    items = [(meeting.left, meeting.left.items[k]) for k in change.left]
    if change.kind in (kinds.WORDING, kinds.OPPOSITE, kinds.THING, kinds.BOUND) or not items:
        return WHAT
    return next((q for read, item in items if (q := _asked(read, item))), WHAT)


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


def _same(read: Reading, proved: frozenset[int]) -> dict[str, list[str]]:
    """Return the values of an account that the other bears out, by the question that they answer."""
    found: dict[str, list[str]] = {}
    for index in sorted(proved):
        if question := _asked(read, read.items[index]):
            found.setdefault(question, []).append(read.items[index].quote)
    return found


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
