"""Examples of citations for the report, a finding and a claim; and the register of all labels."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import report as whole
from scripts.exhibits.html import Exhibit, slug, tag
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked
from scripts.report import Report, citation_formats, citations
from scripts.report.citations import Citable
from scripts.report.labels import Entry

_GONE = "withdrawn"


def cite_examples(report: Report, label: str) -> Exhibit:
    """The report, a finding and the first claim it speaks of, as a note would cite them.

    Raises Fault for a label that the ledger does not have, and where the record of the report cannot be read.
    """
    finding = report.finding(label)
    work = citations.read_work(whole.ROOT)
    claims = [report.claim(r.claim) for r in finding.discrepancy.readings if r.claim][:1]
    shown = [("The report", citations.of_book(work))]
    shown.append((f"Finding {finding.label}", citations.of_finding(work, finding)))
    shown += [(f"Claim {claim.label}", citations.of_claim(work, claim)) for claim in claims]
    columns = [
        Column("What", 14, heads=True), Column("As a note cites it", 52), Column("Where it stands", 34),
    ]  # fmt: skip
    lines = [Line((name, _said(one), _place(one))) for name, one in shown]
    return Grid("Citations to copy", columns, lines, name=slug("examples", label)).exhibit()


def _said(one: Citable) -> Cell:
    return cell(citation_formats.formatted(one))


def _place(one: Citable) -> Cell:
    """The address, or the place within the book if it has no published address."""
    where = one.url or one.address.rpartition("/")[2]
    return Cell(tag("code", where), where) if where else cell("its first page")


def register_table(report: Report, kind: str | None = None) -> Exhibit:
    """The labels given so far: runs by version, and each label that has fallen away, with the reason.

    The ledger and the claim register have the others, the data of the table every label. `kind` "finding" or
    "claim" keeps that kind alone.
    """
    standing = {f.label for f in report.findings} | {c.label for c in report.claims}
    entries = [e for e in report.register.entries if kind is None or ("-" in e.label) == (kind == "claim")]
    name = {"finding": "Labels of findings", "claim": "Labels of claims"}.get(kind or "", "Labels so far")
    columns = [
        Column("Since", 12, heads=True), Column("Labels", 38), Column("Number", 10, counts=True),
        Column("Fallen away since", 40),
    ]  # fmt: skip
    lines = []
    for version, prefix in dict.fromkeys((e.first, _prefix(e)) for e in entries):
        own = [e for e in entries if (e.first, _prefix(e)) == (version, prefix)]
        gone = [cell(f"{e.label}:", e.withdrawn or e.gist) for e in own if e.label not in standing]
        lines.append(Line((version, _runs(own), str(len(own)), stacked(gone) if gone else "none")))
    rows = [_row(entry, entry.label in standing) for entry in entries]
    return Grid(name, columns, lines, name=slug("labels", kind or "")).exhibit(rows)


def _row(entry: Entry, stands: bool) -> dict[str, str]:
    return {
        "Label": entry.label, "Given to": "claim" if "-" in entry.label else "finding",
        "Since": entry.first, "What it is for": entry.gist, "Now": "stands" if stands else _GONE,
        "Why": "" if stands else entry.withdrawn,
    }  # fmt: skip


def _prefix(entry: Entry) -> str:
    return entry.label.rstrip("0123456789")


def _runs(entries: Sequence[Entry]) -> str:
    """Labels of one prefix as runs of numbers: A-1 to A-18, A-20."""
    prefix = _prefix(entries[0])
    numbers = sorted(int(e.label.removeprefix(prefix)) for e in entries)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{prefix}{run[0]}" if len(run) == 1 else f"{prefix}{run[0]} to {prefix}{run[-1]}" for run in runs
    )
