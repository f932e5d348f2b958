"""Findings as JSON, CSV and Markdown: the output formats of `compare` and of data files.

The rows of a finding are described by ``scripts/report/schemas/finding.schema.json``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from typing import Any

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.ground.invisible_characters import escaped_json
from scripts.ground.invisible_characters import visible as visible
from scripts.reading.claims import Claim
from scripts.report import Finding, Report, places

Row = dict[str, Any]
# Characters that begin a formula in a spreadsheet; some spreadsheets take the wide forms too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Marks of an address; a bare site name has a dot before letters.
_ADDRESS = re.compile(r"://|(?<=\S)\.(?=[^\W\d_]{2})|(?i:\bwww\.)|@")
_QUOTE = 160
# The columns of a table with a row for each reading.
_OF_FINDING = ("id", "type", "relation", "materiality", "pillar", "slot", "rationale")
_OF_READING = (
    "source", "claim", "quote", "start", "end", "value", "standing", "citation", "note", "page",
    "order_unsure",
)  # fmt: skip
COLUMNS = (*_OF_FINDING, *_OF_READING)


def rows(report: Report, findings: Sequence[Finding] | None = None) -> list[Row]:
    """Return one row for each finding, in ledger order."""
    return [_row(report, f) for f in (report.findings if findings is None else findings)]


def _row(report: Report, finding: Finding) -> Row:
    found = finding.discrepancy
    return {
        "id": finding.label,
        "identity": finding.identity,
        "type": found.type,
        "relation": found.relation,
        "materiality": found.materiality,
        "pillar": found.pillar,
        "slot": found.slot,
        "readings": [_reading(report, r) for r in found.readings],
        "rationale": found.rationale,
        "nearest": _nearest(report, found.nearest) if found.nearest else None,
    }


def _nearest(report: Report, claim: Claim) -> Row:
    """Return the claim that comes nearest to one without a counterpart: whose, where, the sentence."""
    return {
        "source": claim.source, "claim": report.claim(claim).label, "start": claim.start, "end": claim.end,
        "sentence": claim.quote,
    }  # fmt: skip


def _reading(report: Report, reading: Reading) -> Row:
    return {
        "source": reading.source,
        "claim": report.claim(reading.claim).label if reading.claim else "",
        "quote": reading.quote,
        "start": reading.start,
        "end": reading.end,
        "value": reading.value,
        "sentence": reading.claim.quote if reading.claim else reading.quote,
        "standing": reading.standing.verdict,
        "citation": list(reading.standing.citations),
        "note": reading.standing.note,
        "searched": list(reading.standing.searched),
        **places.paged(report.source(reading.source), reading.start),
    }


def as_json(found: Sequence[Row] | Row) -> str:
    """Return rows, or an object with them, as JSON, with terminal codes escaped."""
    return escaped_json(json.dumps(found, ensure_ascii=False, indent=1)) + "\n"


def flat(found: Sequence[Row]) -> list[Row]:
    """Return a row for each reading, with what its finding says before it: a table to read or to count."""
    return [
        {**{k: row[k] for k in _OF_FINDING}, **{k: reading.get(k) for k in _OF_READING}}
        for row in found
        for reading in row["readings"]
    ]


def as_csv(found: Sequence[Row]) -> str:
    """Return CSV, one line for a reading; a cell that a spreadsheet would run starts with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in row.values()] for row in flat(found))
    return text.getvalue()


def cell(value: object) -> str:
    """Return a cell of a CSV file: no formula, no hidden character; several values with |."""
    written = "|".join(value) if isinstance(value, list) else "" if value is None else str(value)
    guarded = f"'{written}" if written.startswith(FORMULA) else written
    return "\n".join(visible(line) for line in guarded.split("\n"))


def as_markdown(found: Sequence[Row], sigla: Sequence[str]) -> str:
    """Return a Markdown table with a column for each source; the accounts' words are escaped."""
    lines = ["| | type | relation | materiality | " + " | ".join(sigla) + " | why |"]
    lines.append("|---" * (5 + len(sigla)) + "|")
    for row in found:
        cells = [row["id"], row["type"], row["relation"], row["materiality"]]
        cells += ["; ".join(_said(r) for r in row["readings"] if r["source"] == s) for s in sigla]
        lines.append("| " + " | ".join(plain_markdown(c) for c in (*cells, row["rationale"])) + " |")
    return "\n".join(lines) + "\n"


def _said(reading: Row) -> str:
    standing = "" if reading["standing"] == "not checked" else f" ({reading['standing']})"
    page = f" ({words})" if (words := places.page_words(reading)) else ""
    return f"“{short(reading['quote'])}”{page}{standing}"


def plain_markdown(text: str) -> str:
    """Return text on one line, with anything escaped that is markup or an address in Markdown or HTML."""
    plain = visible(" ".join(text.split()))
    marked = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~$&!" else c for c in plain)
    # Many Markdown readers turn a bare address into a link.
    return _ADDRESS.sub(lambda m: f"{m[0][:-1]}\\." if m[0][-1] == "." else f"\\{m[0]}", marked)


def short(quote: str) -> str:
    """Return a quotation on one line, cut where it is long."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTE else f"{plain[: _QUOTE - 1]}…"
