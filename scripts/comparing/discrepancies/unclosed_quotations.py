"""A quotation that is opened and never closed, so that nobody can tell where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MINOR, Discrepancy
from scripts.comparing.discrepancies.places import claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.passages import CHROME

_MARK = re.compile("[“”\"]|''|’’|``|‘‘")
_BEFORE_OPENING = " \t\n\u00a0([{—–-/‘'"


@dataclass(frozen=True)
class _Mark:
    """A double quotation mark: its place, and whether it opens."""

    at: int
    end: int
    opens: bool


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each double quotation mark that opens a quotation which is never closed.

    A quotation is closed if the next mark is a closing one, even paragraphs later. A quotation of several
    paragraphs opens each paragraph again, so nothing is yielded if the next mark begins a paragraph, or if
    the paragraph has as many opening as closing marks. Single marks are ignored because they also serve as
    apostrophes, but two of them count as one double mark. A text that uses the low mark „ is ignored as a
    whole: its closing mark looks like an opening one.
    """
    text = single.account.source.text
    marks = [] if "„" in text else list(_marks(text))
    for number, mark in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        closed = following is not None and (not following.opens or _begins_paragraph(text, following.at))
        if not mark.opens or closed or _balanced(text, marks, mark):
            continue
        at = bisect_right(single.account.passages, mark.at, key=lambda p: p.start)
        passage = single.account.passages[at - 1] if at else None
        if passage is None or passage.end <= mark.at or passage.kind == CHROME:
            continue
        opening = " ".join(text[mark.end : passage.end].split()[:4])
        yield Discrepancy(
            "unclosed-quotation",
            DIFFERS,
            MINOR,
            "quotation",
            (reading_at(single.account, mark.at, passage.end),),
            f"The quotation that begins “{opening}” is never closed.",
            single.pillar(claim_at(single.account, mark.at)),
        )


def _marks(text: str) -> Iterator[_Mark]:
    """Yield the double quotation marks. A straight mark opens if a word begins after it, else it closes.

    A straight mark behind a digit, with no quotation open, means inches or seconds and is skipped.
    """
    pending = False
    for match in _MARK.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        opens = match.group() in {"“", "``", "‘‘"}
        if match.group() == '"':
            opens = (not before or before in _BEFORE_OPENING) and bool(after.strip(" \n\t.,;:!?"))
            if not opens and not pending and before.isdigit():
                continue
        pending = opens
        yield _Mark(match.start(), match.end(), opens)


def _begins_paragraph(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t•-*")


def _balanced(text: str, marks: Sequence[_Mark], mark: _Mark) -> bool:
    """Say whether the paragraph of a mark has as many closing as opening marks: a nested quotation."""
    begin = text.rfind("\n", 0, mark.at) + 1
    end = text.find("\n", mark.at)
    first = bisect_left(marks, begin, key=_place)
    own = marks[first : bisect_left(marks, end, key=_place) if end >= 0 else len(marks)]
    return sum(m.opens for m in own) * 2 == len(own)


def _place(mark: _Mark) -> int:
    return mark.at
