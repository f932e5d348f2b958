"""Checking a summary against its source: does anything in it conflict with the source, or lack support there?

A summary may use other words, so a missing word proves nothing. A conflict does, and so does a name that the
source never mentions, or a figure that nothing in the source supports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scripts.comparing.proofs.element_proofs import proof
from scripts.comparing.statements.statement_verdicts import NOT_ENOUGH, judge
from scripts.reading.sentences import sentence_spans
from scripts.reading.syntax.elements import FIGURE, NAME, Element, elements, folded

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Consistency:
    """Whether a summary says only what its source says, and if not, why."""

    consistent: bool
    why: tuple[str, ...]


def check_summary(summary: str, source: str) -> Consistency:
    """Check every sentence of a summary."""
    why = [reason for start, end in sentence_spans(summary) for reason in _faults(summary[start:end], source)]
    return Consistency(not why, tuple(dict.fromkeys(why)))


def _faults(sentence: str, source: str) -> Iterator[str]:
    verdict = judge(sentence, source)
    if verdict.conflict:
        yield verdict.why
    if verdict.verdict == NOT_ENOUGH:
        words, figures = _read(source)
        for item in elements(sentence).items:
            if item.kind == NAME and not set(item.words) & words:
                yield f"The source does not mention “{item.quote}”."
            elif item.kind == FIGURE and not any(proof(item, other) for other in figures):
                yield f"The source does not bear out “{item.quote}”."


@lru_cache(maxsize=8)
def _read(source: str) -> tuple[frozenset[str], tuple[Element, ...]]:
    """Read the words and figures of a source; cached for several summaries of one source in a row."""
    words = frozenset(_WORD.findall(folded(source).lower()))
    return words, tuple(e for e in elements(source).items if e.kind == FIGURE)
