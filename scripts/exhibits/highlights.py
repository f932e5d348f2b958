"""Computed lines of the first page: the accounts in short, the ledger in numbers."""

from __future__ import annotations

from scripts.comparing.discrepancies.discrepancy import RELATIONS
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.judgments import sentence
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


def sources_line(report: Report, graded: bool = True, then: str = "") -> Exhibit:
    """Each account in a few words: where it stands, what it very likely is, and, if ``graded``, its grade.

    The text of ``then`` follows.
    """
    told = "; ".join(_source(source, graded) for source in report.sources)
    return sentence(report, f"{'' if graded else 'Compared here: '}{told}. {then}".rstrip())


def _source(source: Source, graded: bool) -> str:
    where = f" ({source.publisher.partition(' (')[0]})" if source.publisher else ""
    kind = _kind(source)
    if not graded:
        return f"**{source.siglum}**{where}, {kind}"
    grades = [
        f"{grade} for {of}, {scale[grade]}"
        for grade, scale, of in (
            (source.reliability, RELIABILITIES, "who publishes it"),
            (source.credibility, CREDIBILITIES, "what it says"),
        )
        if grade
    ]
    told = f", graded {source.reliability}{source.credibility} ({'; '.join(grades)})" if grades else ""
    return f"**{source.siglum}**{where}: {kind}{told}"


def _kind(source: Source) -> str:
    """What an account is, and how likely that is: "an article written by ... (almost certain)"."""
    if not source.kind:
        return "of no known kind"
    article = "an" if source.kind[0].lower() in "aeiou" else "a"
    return f"{article} {source.kind}" + (f" ({source.likelihood})" if source.likelihood else "")


def counts_line(report: Report, then: str = "") -> Exhibit:
    """How many findings there are of each relation, which add up to the ledger; then the text of `then`."""
    counts = {r: sum(f.discrepancy.relation == r for f in report.findings) for r in RELATIONS}
    parts = [f"{counts[r]} {_COUNTED[r][counts[r] != 1]}" for r in _ORDER if counts[r]]
    said = f"In all: {listed(parts)}." if parts else "In all no finding."
    return sentence(report, f"{said} {then}".rstrip())
