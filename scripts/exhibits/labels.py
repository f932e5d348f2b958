"""Examples of citations: the report, a finding, a claim; and the register of the labels that they name."""

from __future__ import annotations

from scripts import citation_formats, citations
from scripts import report as whole
from scripts.citations import Citable
from scripts.exhibits.grids import Cell, Column, Grid, Line, cell
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.links import UNBROKEN, claim_link, finding_link
from scripts.report import Report


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
    return Grid("Citations to copy", columns, lines).exhibit()


def _said(one: Citable) -> Cell:
    return cell(citation_formats.formatted(one))


def _place(one: Citable) -> Cell:
    """The address, or where nobody has said where the book is published the place within it."""
    where = one.url or one.address.rpartition("/")[2]
    return Cell(tag("code", where), where) if where else cell("its first page")


def register_table(report: Report, kind: str | None = None) -> Exhibit:
    """Every label ever given: since which version, for what, and whether it still stands.

    `kind` "finding" or "claim" keeps those alone.
    """
    standing = {found.label: finding_link(found) for found in report.findings}
    standing |= {found.label: claim_link(found) for found in report.claims}
    columns = [
        Column("Label", 10, heads=True), Column("Since", 10), Column("For", 64), Column("Now", 16),
    ]  # fmt: skip
    lines = []
    for entry in report.register.entries:
        if kind is None or ("-" in entry.label) == (kind == "claim"):
            label = standing.get(entry.label, Cell(tag("span", entry.label, style=UNBROKEN), entry.label))
            now = "stands" if entry.label in standing else "withdrawn"
            lines.append(Line((label, entry.first, entry.gist, now)))
    name = {"finding": "Labels of findings", "claim": "Labels of claims"}.get(
        kind or "", "Labels given so far"
    )
    return Grid(name, columns, lines).exhibit()
