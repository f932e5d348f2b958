"""Findings as JSON, CSV, Markdown and plain text: the output formats of `compare` and of data files.

The rows of a finding are described by ``scripts/report/schemas/finding.schema.json``.
"""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.ground.invisible_characters import escaped_json
from scripts.ground.invisible_characters import visible as visible
from scripts.report import Finding, Report

Row = dict[str, Any]
# Characters that begin a formula in a spreadsheet; some spreadsheets take the wide forms too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Marks of an address; a bare site name has a dot before letters.
_ADDRESS = re.compile(r"://|(?<=\S)\.(?=[^\W\d_]{2})|(?i:\bwww\.)|@")
_QUOTE = 160


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
    }


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
    }


def as_json(found: Sequence[Row] | Row) -> str:
    """Return rows, or an object with them, as JSON, with terminal codes escaped."""
    return escaped_json(json.dumps(found, ensure_ascii=False, indent=1)) + "\n"


def as_csv(found: Sequence[Row]) -> str:
    """Return CSV, one line for a reading; a cell that a spreadsheet would run starts with an apostrophe."""
    head = ("id", "type", "relation", "materiality", "pillar", "slot", "rationale")
    tail = ("source", "claim", "quote", "start", "end", "value", "standing", "citation", "note")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*head, *tail))
    for row in found:
        for reading in row["readings"]:
            cells = [row[k] for k in head] + [reading[k] for k in tail]
            writer.writerow([cell(c) for c in cells])
    return text.getvalue()


def cell(value: object) -> str:
    """Return a cell of a CSV file: no formula, no hidden character; several values with |."""
    written = "|".join(value) if isinstance(value, list) else str(value)
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
    return f"“{_short(reading['quote'])}”{standing}"


def plain_markdown(text: str) -> str:
    """Return text on one line, with anything escaped that is markup or an address in Markdown or HTML."""
    plain = visible(" ".join(text.split()))
    marked = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~$&!" else c for c in plain)
    # Many Markdown readers turn a bare address into a link.
    return _ADDRESS.sub(lambda m: f"{m[0][:-1]}\\." if m[0][-1] == "." else f"\\{m[0]}", marked)


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTE else f"{plain[: _QUOTE - 1]}…"


def as_text(found: Sequence[Row], width: int = 100) -> str:
    """Return text for a terminal: a block for each finding, a line for each reading."""
    blocks = []
    for row in found:
        head = f"{row['id']}  {row['relation'].upper()}  {row['type']}  [{row['materiality']}]"
        lines = [head if row["type"] == row["slot"] else f"{head}  {row['slot']}"]
        for reading, then in pairwise([*row["readings"], None]):
            standing = "" if reading["standing"] == "not checked" else f"  = {reading['standing']}"
            where = f"{reading['source']} {reading['start']}-{reading['end']}"
            lines.append(f"    {where:<14} “{visible(_short(reading['quote']))}”{standing}")
            if not then or (then["source"], then["sentence"]) != (reading["source"], reading["sentence"]):
                lines += _context(row["readings"], reading, width)
            if standing and reading["note"]:
                lines += _wrapped(reading["note"], 19, width)
        lines += _wrapped(row["rationale"], 4, width)
        blocks.append("\n".join(visible(line) for line in lines))
    return "\n\n".join(blocks) + "\n"


def _context(readings: Sequence[Row], last: Row, width: int) -> list[str]:
    """Return the sentence of the last of the readings, with all words that are read in brackets.

    None if the sentence is no longer than the words.
    """
    sentence = " ".join(last["sentence"].split())
    own = [r for r in readings if (r["source"], r["sentence"]) == (last["source"], last["sentence"])]
    marked, rest = "", sentence
    for reading in sorted(own, key=lambda r: int(r["start"])):
        quote = " ".join(reading["quote"].split())
        before, found, after = rest.partition(quote) if quote else (rest, "", "")
        if found and len(sentence) > len(quote) + 2:
            marked, rest = f"{marked}{before}[{quote}]", after
    return _wrapped(visible(marked + rest), 19, width) if marked else []


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    """Break text into lines, but not at a hyphen."""
    margin = " " * indent
    return textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
