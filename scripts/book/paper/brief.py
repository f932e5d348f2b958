"""A brief on one page of paper, set in the book's typefaces."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from scripts.book.paper.inline_elements import Node
from scripts.book.paper.running_typst import print_tree
from scripts.ground.faults import Fault
from scripts.record import Citation
from scripts.report.briefs import TOGETHER, Brief, Entry, Evidence, reference

# Steps of cutting when the page is too small: length of quotes, number of citations (0: all).
_ROOM = ((0, 0), (400, 4), (240, 3), (160, 2), (100, 1), (60, 1))


def print_brief(found: Brief, into: Path) -> Brief:
    """Print ``found`` on one page, the same bytes at every call; return the brief as printed.

    Long quotes and lists of citations are cut until it fits. From a brief of a pillar, findings are then left
    out from the end, and the page says how many. Raises Fault if it still does not fit.
    """
    tried, day = found, found.work.released
    while True:
        for quote, cited in _ROOM:
            fitted = _cut(tried, quote, cited)
            printed = print_tree("brief.typ", tree(fitted), datetime.combine(day, time(), UTC))
            if printed.count == 1:
                into.write_bytes(printed.pdf)
                return fitted
        if not found.of_pillar or len(tried.entries) == 1:
            problem = f"{len(found.entries)} findings do not fit on one page"
            raise Fault("brief", found.title, problem, "name fewer")
        # The page was too long by about this share.
        kept = max(1, min(len(tried.entries) - 1, len(tried.entries) // printed.count + 1))
        tried = replace(found, entries=found.entries[:kept], left_out=len(found.entries) - kept)


def _cut(found: Brief, quote: int, cited: int) -> Brief:
    def cut(said: Evidence) -> Evidence:
        words = (
            said.quote if not quote or len(said.quote) <= quote else f"{said.quote[: quote - 2].rstrip()} …"
        )
        return replace(said, quote=words, citations=said.citations[: cited or None])

    return replace(
        found, entries=tuple(replace(e, evidence=tuple(map(cut, e.evidence))) for e in found.entries)
    )


def tree(found: Brief) -> dict[str, Any]:
    """The whole contents of a brief as data for its template."""
    work = found.work
    numbers = {cited: number for number, cited in enumerate(found.references, 1)}
    count = "finding" if found.left_out == 1 else "findings"
    return {
        "title": f"{found.title}: {work.title}",
        "author": work.publisher,
        "language": work.language,
        "description": f"Version {work.version}",
        "source": f"{work.title}, version {work.version}",
        "heading": found.title,
        "accounts": [f"Account {account}" for account in found.accounts],
        "entries": [_entry(entry, numbers) for entry in found.entries],
        "more": f"{found.left_out} more {count} of this pillar: see the ledger." if found.left_out else "",
        "citation": f"{TOGETHER} {found.citation}" if found.citation else "",
        "references": [reference(cited) for cited in numbers],
    }


def _entry(entry: Entry, numbers: dict[Citation, int]) -> dict[str, Any]:
    return {
        "heading": entry.heading,
        "rationale": entry.rationale,
        "evidence": [_said(said, numbers) for said in entry.evidence],
        "citation": f"Cite as: {entry.citation}" if entry.citation else "",
    }


def _said(said: Evidence, numbers: dict[Citation, int]) -> list[Node]:
    cited = ", ".join(str(number) for number in sorted(numbers[c] for c in said.citations))
    return [
        {"kind": "strong", "body": [said.siglum]},
        f" “{said.quote}” ({said.where}). ",
        {"kind": "em", "body": [said.standing]},
        f": {said.note}" if said.note else "",
        f" [{cited}]" if cited else "",
    ]
