"""Words not to repeat, beside what to say instead: finding by finding, and term by term."""

from __future__ import annotations

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.exhibits.badges import quoted, siglum_badge
from scripts.exhibits.citation_names import document_words
from scripts.exhibits.html import Exhibit, slug
from scripts.exhibits.links import claim_link, finding_link, noted
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.record.briefing import NAME, SENSE, STYLE, OfficialWording
from scripts.record.standings import REFUTED
from scripts.report import Finding, LabelledClaim, Report

_WEIGHTS = {SENSE: "what changes the sense", NAME: "names, titles and terms", STYLE: "style alone"}
_DAY = "event-date"
_SHOWN = 1  # citations of a cell


def say_instead_table(report: Report) -> Exhibit:
    """The words that findings refute, as each account has them; the official ones; why; the finding.

    Each is cited by itself, except a reason that the official words bear out.
    Raises Fault where a row of the record names a finding that is not in the ledger.
    """
    columns = [
        Column("Do not say", 37, heads=True), Column("Say instead", 33), Column("Why", 30),
    ]  # fmt: skip
    lines = []
    for row in report.reference.briefing.replacements:
        finding = report.finding(row.finding)
        say = cell(row.say, noted(report, row.citations[:_SHOWN]))
        why = cell(row.why, finding_link(finding), noted(report, row.why_citations[:_SHOWN]))
        lines.append(Line((_refuted(finding), say, why)))
    return Grid("Do not say, say instead", columns, lines, name="say-instead").exhibit()


def _refuted(finding: Finding) -> Cell:
    """The first words of each account that the record refutes; a day with what it is not the day of."""
    words: dict[str, Reading] = {}
    for reading in finding.discrepancy.readings:
        if reading.standing.verdict == REFUTED:
            words.setdefault(reading.source, reading)
    said = []
    for siglum, one in words.items():
        event = one.claim.event if one.claim and finding.discrepancy.type == _DAY else ""
        of_what = f"(of the {event.upper()})" if event else ""
        said.append(cell(siglum_badge(siglum), quoted(siglum, one.quote), of_what))
    return stacked(said) if said else NOTHING


def official_wordings_table(report: Report, weight: str) -> Exhibit:
    """An account beside the document that it renders, term by term, as far as that was read.

    ``weight`` says of which changes: those to the `sense`, to a `name` or term, to the `style` alone.
    """
    columns = [
        Column("The account has", 36, heads=True), Column("Say instead", 36), Column("By", 28),
    ]  # fmt: skip
    lines = [_wording(report, row) for row in report.reference.briefing.wordings if row.weight == weight]
    caption = f"The account beside the official text: {_WEIGHTS[weight]}"
    return Grid(caption, columns, lines, name=slug("official-wordings", weight)).exhibit()


def _wording(report: Report, row: OfficialWording) -> Line:
    claim = _claim(report, row)
    where = cell("(", claim_link(claim), ")", between="") if claim else cell("(in a heading)")
    document = report.reference.document(row.document)
    words = document_words(report, document) if document else "the name itself"
    said = cell(siglum_badge(row.account), quoted(row.account, row.words), where)
    return Line((said, row.official, cell(words, noted(report, row.citations))))


def _claim(report: Report, row: OfficialWording) -> LabelledClaim | None:
    """The first claim of the account that has the words."""
    own = (c for c in report.claims if c.claim.source == row.account)
    return next((c for c in own if row.words in c.claim.quote), None)
