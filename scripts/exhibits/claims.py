"""The claim register, and the alignments of claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from scripts.exhibits.badges import quoted
from scripts.exhibits.exhibit_foot import unfilled, unregistered
from scripts.exhibits.html import Exhibit, slug
from scripts.exhibits.links import claim_link
from scripts.exhibits.prose import event_short
from scripts.exhibits.search_names import also_called
from scripts.exhibits.table_filters import Choice, Tools
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.details.dates import Dating
from scripts.reading.details.office_holders import OfficeHolder
from scripts.record.pillars import OUTSIDE
from scripts.report import LabelledClaim, Report

WHO_AND_WHEN = "who-and-when"


def pillar_ids(report: Report) -> tuple[str, ...]:
    """The pillars in their order, and what lies outside them."""
    return (*(p.id for p in report.pillars.pillars), OUTSIDE)


def claims_table(
    report: Report, pillar: str | None = None, siglum: str | None = None, home: bool = False
) -> Exhibit:
    """The claims: their words, event, pillar, and why that pillar. `home` makes the table the claim register.

    A table of one pillar needs no column for it: the reasons share a column with the event.
    """
    shown = [
        c for c in report.claims if pillar in (None, c.assignment.pillar) and siglum in (None, c.claim.source)
    ]
    columns = [
        Column("Claim", 10, heads=True), Column("What it says, and of which event", 50),
        Column("Pillar, and the words for it", 40),
    ]  # fmt: skip
    if pillar:
        columns = [Column("Claim", 8, heads=True), Column("What it says, of which event, and why here", 92)]
    lines = [_line(report, c, home, apart=not pillar) for c in shown]
    rows = tuple(
        {
            "Claim": c.label, "Account": c.claim.source, "What it says": c.claim.quote,
            "Under": " / ".join(c.claim.passage.section), "Event": _event(report, c).plain,
            "Pillar": report.pillars.title(c.assignment.pillar), "Words for it": _pillar(report, c).plain,
        }
        for c in shown
    )  # fmt: skip
    choices = [
        Choice("account", "Account", {s.siglum: s.siglum for s in report.sources}),
        Choice("pillar", "Pillar", {p: report.pillars.title(p) for p in pillar_ids(report)}),
    ]  # fmt: skip
    tools = Tools("claims", choices) if home else None
    name = slug("claims", pillar or "", siglum or "")
    return Grid(_caption(report, pillar, siglum), columns, lines, "", name, tools).exhibit(rows)


def _caption(report: Report, pillar: str | None, siglum: str | None) -> str:
    """A caption that tells the tables of claims on one page apart."""
    whose = f"Claims of {siglum}" if siglum else "Claims"
    return f"{whose}: {report.pillars.title(pillar)}" if pillar else whose


def _line(report: Report, claim: LabelledClaim, home: bool, apart: bool) -> Line:
    said = claim.claim
    words = [quoted(said.source, said.quote)]
    told: list[Cell | str] = []
    if said.passage.section:
        told.append(cell("Under", *(quoted(said.source, heading) for heading in said.passage.section)))
    if (event := _event(report, claim)).plain:
        told.append(event)
    if not apart:
        told.append(cell(*_evidence(report, claim), between="; "))
    if told:
        words.append(wrapped("small", cell(*told, between="; ")))
    place = pillar_ids(report).index(claim.assignment.pillar)
    last = [replace(wrapped("small", _pillar(report, claim)), order=str(place))] if apart else []
    label = claim_link(claim, home)
    if home:
        label = stacked([label, Cell(unfilled(claim.anchor) if claim.registered else unregistered(), "")])
    order, names = f"{said.source:9}{said.start:9}", also_called(report, said.quote)
    label = replace(label, plain=claim.label, order=order, words=names)
    about = {"account": said.source, "pillar": claim.assignment.pillar}
    return Line((label, stacked(words), *last), claim.anchor if home else "", about)


def _event(report: Report, claim: LabelledClaim) -> Cell:
    """The event a claim is about, by its short name on record, and how it was found."""
    said = claim.claim
    single = next(s for s in report.singles if s.siglum == said.source)
    found = single.event(said.event)
    name = event_short(found) if found else said.event
    return cell(name, f"({said.event_reason})") if name else cell()


def _pillar(report: Report, claim: LabelledClaim) -> Cell:
    """The pillar, and the words that put the claim there."""
    title = report.pillars.title(claim.assignment.pillar)
    return stacked([wrapped("strong", title), *_evidence(report, claim)])


def _evidence(report: Report, claim: LabelledClaim) -> Iterator[Cell | str]:
    """For each pillar the words that count for it, with their weights."""
    evidence = claim.assignment.evidence
    for pillar in dict.fromkeys(e.pillar for e in evidence):
        own = [e for e in evidence if e.pillar == pillar]
        words = [
            cell(
                quoted(claim.claim.source, e.quote),
                "in a heading" if e.where == "heading" else "",
                f"{e.weight}",
            )
            for e in own
        ]
        of = "for it" if pillar == claim.assignment.pillar else f"for {report.pillars.title(pillar)}"
        yield cell(of, f"{sum(e.weight for e in own)}:", cell(*words, between=", "))
    if not evidence:
        yield "no word speaks for a pillar"


def alignments_table(report: Report) -> Exhibit:
    """Claims of two accounts that speak of the same thing, and the words they share."""
    columns = [
        Column("Claims", 14, heads=True), Column("How near", 14), Column("Words they share", 36),
        Column("Shared weight", 12, counts=True),
    ]  # fmt: skip
    lines = [
        Line((
            cell(claim_link(report.claim(a.left)), claim_link(report.claim(a.right))),
            a.level,
            ", ".join(dict.fromkeys(s.left.text.lower() for s in a.shared)),
            f"{a.contained:.0%}",
        ))
        for a in report.alignments
    ]  # fmt: skip
    foot = "Shared weight: how much of the lighter claim's rare words stands in the other one too."
    return Grid("Alignments of claims", columns, lines, foot, "alignments", Tools("alignments")).exhibit()


def coverage(report: Report) -> tuple[list[tuple[str, str]], Counter[tuple[str, str]]]:
    """How many claims each account makes in each pillar, with the keys of the rows and their titles.

    Of those outside, the ones that say who met or when have a row of their own: they are no policy.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for claim in report.claims:
        row = claim.assignment.pillar
        if row == OUTSIDE and any(claim.claim.of(kind) for kind in (OfficeHolder, Dating)):
            row = WHO_AND_WHEN
        counts[row, claim.claim.source] += 1
    titles = [(p, report.pillars.title(p)) for p in pillar_ids(report)]
    return [*titles[:-1], (WHO_AND_WHEN, "Who met, and when"), titles[-1]], counts


def coverage_table(report: Report) -> Exhibit:
    """How many claims each account makes in each pillar."""
    rows, counts = coverage(report)
    sigla = [s.siglum for s in report.sources]
    columns = [Column("Pillar", heads=True), *(Column(f"Account {s}", counts=True) for s in sigla)]
    lines = [Line((title, *(str(counts[row, s]) for s in sigla))) for row, title in rows]
    whole = Line(("All claims", *(str(sum(counts[row, s] for row, _ in rows)) for s in sigla)))
    return Grid("Claims by pillar and account", columns, [*lines, whole], name="coverage").exhibit()
