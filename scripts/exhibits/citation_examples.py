"""Examples of citations for the report, a finding and a claim; and the register of all labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from scripts import report as whole
from scripts.exhibits.html import Exhibit, joined, slug, tag
from scripts.exhibits.links import claim_link, finding_link
from scripts.exhibits.table_filters import Choice, Tools
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked
from scripts.report import Report, citation_formats, citations
from scripts.report.citations import Citable
from scripts.report.labels import Entry

_GONE = "withdrawn"
_KINDS = {"finding": "findings", "claim": "claims"}


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
    """Every label given so far: since which version, for what, and whether it is still in use.

    On paper it is short: runs of labels by version, and each withdrawn label with what it was for. The ledger
    and the claim register print the others. `kind` "finding" or "claim" keeps that kind alone.
    """
    standing = {f.label: finding_link(f) for f in report.findings}
    standing |= {c.label: claim_link(c) for c in report.claims}
    entries = [e for e in report.register.entries if kind is None or ("-" in e.label) == (kind == "claim")]
    name = {"finding": "Labels of findings", "claim": "Labels of claims"}.get(kind or "", "Labels so far")
    columns = [
        Column("Label", 10, heads=True), Column("Given to", 12), Column("Since", 12),
        Column("What it is for", 52), Column("Now", 14),
    ]  # fmt: skip
    lines = [_entry(entry, standing.get(entry.label)) for entry in entries]
    choices = [Choice("kind", "Given to", _KINDS), Choice("now", "Now", {"stands": "stands", _GONE: _GONE})]
    anchor = slug("labels", kind or "")
    whole = Grid(name, columns, lines, "", anchor, Tools("labels", choices)).exhibit()
    short = _in_runs(name, entries, set(standing))
    return replace(whole, markup=joined([tag("div", whole.markup, class_="screen-only"), short]))


def _entry(entry: Entry, link: Cell | None) -> Line:
    """A label of the register, what it was given to, and whether it is still in use."""
    kind, now = ("claim" if "-" in entry.label else "finding"), "stands" if link else _GONE
    prefix = _prefix(entry)
    label = replace(link or cell(entry.label), order=f"{prefix:9}{entry.label.removeprefix(prefix):>9}")
    said = stacked([entry.gist, *([entry.withdrawn] if entry.withdrawn and not link else [])])
    cells = (label, kind, entry.first, said, now)
    return Line(cells, about={"kind": kind, "now": now})


def _in_runs(name: str, entries: Sequence[Entry], standing: set[str]) -> Markup:
    """The same for paper."""
    columns = [
        Column("Since", 12, heads=True), Column("Labels", 38), Column("Number", 10, counts=True),
        Column("Fallen away since", 40),
    ]  # fmt: skip
    lines = []
    for version, prefix in dict.fromkeys((e.first, _prefix(e)) for e in entries):
        own = [e for e in entries if (e.first, _prefix(e)) == (version, prefix)]
        gone = [cell(f"{e.label}:", e.withdrawn or e.gist) for e in own if e.label not in standing]
        lines.append(Line((version, _runs(own), str(len(own)), stacked(gone) if gone else "none")))
    shown = Grid(f"{name}, in short", columns, lines).exhibit(rows=())
    return tag("div", shown.markup, class_="print-only")


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
