"""Computed lines of the first page: the accounts in short, the ledger in numbers, the missing headlines."""

from __future__ import annotations

from scripts.comparing.discrepancies.discrepancy import RELATIONS
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.judgments import sentence, statement
from scripts.reading.manifest import CREDIBILITIES, RELIABILITIES
from scripts.reading.sources import Source
from scripts.report import Report

# How a sentence counts findings of a relation: the words for one, the words for several.
_COUNTED = {
    "conflicts": ("conflict", "conflicts"),
    "differs": ("finding that differs in a detail", "findings that differ in a detail"),
    "only in one source": ("that stands in one source only", "that stand in one source only"),
    "agrees": ("agreement", "agreements"),
    "undetermined": ("that the rules leave open", "that the rules leave open"),
}
_ORDER = ("conflicts", "differs", "only in one source", "agrees", "undetermined")
_SHOWN = 2  # citations of the first headline


def sources_line(report: Report) -> Exhibit:
    """Each account in a few words: where it stands, what it very likely is, its grade in words."""
    return sentence(report, "; ".join(_source(source) for source in report.sources) + ".")


def _source(source: Source) -> str:
    where = f" ({source.publisher.partition(' (')[0]})" if source.publisher else ""
    kind = " ".join(part for part in (source.likelihood, source.kind) if part) or "of no known kind"
    grades = [
        f"{grade} for {of}, {scale[grade]}"
        for grade, scale, of in (
            (source.reliability, RELIABILITIES, "who publishes it"),
            (source.credibility, CREDIBILITIES, "what it says"),
        )
        if grade
    ]
    graded = f", graded {source.reliability}{source.credibility} ({'; '.join(grades)})" if grades else ""
    return f"**{source.siglum}**{where}: {kind}{graded}"


def counts_line(report: Report, then: str = "") -> Exhibit:
    """How many findings there are of each relation, which add up to the ledger; then the text of `then`."""
    counts = {r: sum(f.discrepancy.relation == r for f in report.findings) for r in RELATIONS}
    parts = [f"{counts[r]} {_COUNTED[r][counts[r] != 1]}" for r in _ORDER if counts[r]]
    said = f"In all: {listed(parts)}." if parts else "In all no finding."
    return sentence(report, f"{said} {then}".rstrip())


def headline_statement(report: Report) -> Exhibit:
    """How many headlines of those days no account mentions, and the first of them with its citations."""
    said = {m.id for c in report.claims for m in report.reference.unsaid_in(c.claim.quote)}
    silent = [fact for fact in report.reference.unsaid if fact.id not in said]
    known = f"Of {len(report.reference.unsaid)} headlines of those days on record, "
    if not silent:
        return statement(report, f"{known}none stands in no account.")
    stand = "stands" if len(silent) == 1 else "stand"
    first = f"{len(silent)} {stand} in no account, the first being this: {silent[0].statement}"
    return statement(report, known + first, silent[0].citations[:_SHOWN])
