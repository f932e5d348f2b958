"""Showing the verdicts of `check`: as a table for a terminal, as lines for other programs, as JSON."""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.commands.texts import as_row as source_row
from scripts.commands.texts import told
from scripts.comparing.statements.statement_verdicts import (
    CONTRADICTED,
    NOT_ENOUGH,
    SUPPORTED,
    Quote,
    Shown,
    Verdict,
)
from scripts.ground.invisible_characters import visible
from scripts.reading.sources import Source
from scripts.report.places import UNSURE, offsets, paged

VERSION = 1  # of the form of the JSON, which scripts/report/schemas/check.schema.json describes
WORST_FIRST = (CONTRADICTED, NOT_ENOUGH, SUPPORTED)
_WORDS = {CONTRADICTED: "contradicted", NOT_ENOUGH: "not enough", SUPPORTED: "supported"}
_TOTALS = {CONTRADICTED: "contradicted", NOT_ENOUGH: "not enough to tell", SUPPORTED: "supported"}
_NARROWEST, _WIDEST = 60, 120  # characters of a line of the table
_EDGE = 21  # characters of its first columns


@dataclass(frozen=True)
class Checked:
    """A statement, the line on which it begins, and its verdict."""

    line: int
    statement: str
    verdict: Verdict


def ordered(checked: Sequence[Checked]) -> list[Checked]:
    """Return the statements, worst verdict first, then in the order of the file."""
    return sorted(checked, key=lambda one: (WORST_FIRST.index(one.verdict.verdict), one.line))


def as_table(checked: Sequence[Checked], source: Source, width: int = 0) -> str:
    """Return a table that fits a terminal, worst verdict first. ``width`` is in characters."""
    width = min(max(width or shutil.get_terminal_size((100, 24)).columns, _NARROWEST), _WIDEST)
    counts = Counter(one.verdict.verdict for one in checked)
    said = ", ".join(f"{counts[kind]} {_TOTALS[kind]}" for kind in WORST_FIRST if counts[kind])
    lines = [*told(source, width), said, "", "line  verdict        statement"]
    for one in ordered(checked):
        first, *rest = _wrapped(one.statement, width - _EDGE) or [""]
        lines.append(f"{one.line:>4}  {_WORDS[one.verdict.verdict]:<13}  {first}")
        for part in (*rest, *_because(one.verdict, source, width - _EDGE)):
            lines.append(" " * _EDGE + part)
    return "\n".join(lines) + "\n"


def _because(verdict: Verdict, source: Source, width: int) -> Iterator[str]:
    """Yield the lines below a statement: the reason, and the sentence of the source that decides."""
    if verdict.verdict != SUPPORTED:
        yield from _wrapped(verdict.why, width, "  ")
    if verdict.sentence:
        text = f"{place(source, verdict.sentence)}: {' '.join(verdict.sentence.text.split())}"
        yield from _wrapped(text, width, "  ")


def _wrapped(text: str, width: int, margin: str = "") -> list[str]:
    return textwrap.wrap(
        visible(text), width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False
    )


def place(source: Source, quote: Quote) -> str:
    """Return where a quotation stands in the source, with its page in a printed one."""
    row = {"start": quote.start, "end": quote.end, **paged(source, quote.start)}
    return f"{offsets(row)}{f' ({UNSURE})' if row['order_unsure'] else ''}"


def as_lines(checked: Sequence[Checked], path: Path, source: Source, kinds: Sequence[str]) -> str:
    """Return a line `path:line: message` for each verdict of some kinds, as compilers write theirs."""
    lines = []
    for one in checked:
        if one.verdict.verdict in kinds:
            at = f" [{source.file} {place(source, one.verdict.sentence)}]" if one.verdict.sentence else ""
            said = " ".join(f"{_TOTALS[one.verdict.verdict]}: {one.verdict.why}{at}".split())
            lines.append(f"{path}:{one.line}: {said}")
    return "".join(f"{visible(line)}\n" for line in lines)


def as_object(checked: Sequence[Checked], path: Path, source: Source) -> dict[str, Any]:
    """Return all verdicts as one object of JSON, in the order of the statements."""
    return {
        "version": VERSION,
        "statements": str(path),
        "source": source_row(source),
        "verdicts": [as_row(one.line, one.statement, one.verdict, source) for one in checked],
    }


def as_row(line: int, statement: str, verdict: Verdict, source: Source | None = None) -> dict[str, Any]:
    """Return a verdict as one JSON row; spans count code points of the statement and of the source's text."""
    conflict = verdict.conflict
    page = paged(source, verdict.sentence.start) if source and verdict.sentence else {}
    return {
        "line": line,
        "statement": statement,
        "verdict": verdict.verdict,
        "sentence": verdict.sentence and {**(_quoted(verdict.sentence) or {}), **page},
        "conflict": conflict and {"type": conflict.what, **_sides(conflict), "why": verdict.why},
        "why": verdict.why,
        "proofs": [{"proof": one.what, **_sides(one)} for one in verdict.proofs],
        "missing": [{"what": one.what, **_sides(one)} for one in verdict.missing],
    }


def _sides(shown: Shown) -> dict[str, Any]:
    return {"statement": _quoted(shown.statement), "source": _quoted(shown.source)}


def _quoted(quote: Quote | None) -> dict[str, Any] | None:
    return {"start": quote.start, "end": quote.end, "quote": quote.text} if quote else None
