"""What the record says of the topics that the accounts have, and of the headlines that they may lack."""

from __future__ import annotations

from scripts.discrepancies.comparison import topic_reading
from scripts.discrepancies.discrepancy import Reading
from scripts.exhibits.badges import quoted, standing_badge
from scripts.exhibits.grids import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import noted
from scripts.exhibits.readings import standing_words
from scripts.report import Report


def topics_table(
    report: Report, only: str | None = None, pillar: str | None = None, siglum: str | None = None
) -> Exhibit:
    """The topics of the record that the accounts have, and what the record says of each account's words.

    `only` keeps those that one account alone has, `siglum` those it has too, `pillar` those told in a pillar.
    """
    sigla = [s.siglum for s in report.sources]
    columns = [
        Column("Topic", 18, heads=True), *(Column(f"Account {s}", 22) for s in sigla), Column("Record", 38),
    ]  # fmt: skip
    lines = []
    for topic, by in _topics_told(report, pillar).items():
        if (only and set(by) != {only}) or (siglum and siglum not in by):
            continue
        standings = dict.fromkeys(r.standing for readings in by.values() for r in readings)
        cells = [_topic_words(by[s]) if s in by else NOTHING for s in sigla]
        record = stacked([standing_words(report, standing) for standing in standings])
        lines.append(Line((report.reference.topic(topic)[0].label, *cells, record)))
    caption = "Topics and what the record says of them"
    if pillar:
        caption = f"{caption}: {report.pillars.title(pillar)}"
    if only:
        caption = f"{caption}; told by {only} alone"
    return Grid(caption, columns, lines).exhibit()


def _topics_told(report: Report, pillar: str | None) -> dict[str, dict[str, list[Reading]]]:
    told: dict[str, dict[str, list[Reading]]] = {}
    for single in report.singles:
        for mention in single.topics:
            if pillar in (None, single.pillar(mention.claim)):
                readings = told.setdefault(mention.topic, {}).setdefault(single.siglum, [])
                readings.append(topic_reading(single, mention))
    return told


def _topic_words(readings: list[Reading]) -> Cell:
    said = dict.fromkeys((r.source, r.quote, r.standing.verdict) for r in readings)
    return stacked([cell(quoted(source, quote), standing_badge(verdict)) for source, quote, verdict in said])


def unsaid_table(report: Report) -> Exhibit:
    """Headlines of those days, looked for in every account; where one has it, its words are shown."""
    sigla = [s.siglum for s in report.sources]
    columns = [
        Column("Headline", 34, heads=True),
        *(Column(f"Account {s}", 15) for s in sigla),
        Column("Documents", 36),
    ]
    lines = []
    for fact in report.reference.unsaid:
        cells: list[Cell | str] = []
        for account in report.accounts:
            hits = [
                quoted(account.siglum, claim.quote[m.start : m.end])
                for claim in account.claims
                for m in report.reference.unsaid_in(claim.quote)
                if m.id == fact.id
            ]
            cells.append(stacked(["says it:", *hits]) if hits else "not said")
        documents = [d.title for key in fact.documents if (d := report.reference.document(key))]
        lines.append(
            Line((fact.statement, *cells, cell("; ".join(documents), noted(report, fact.citations))))
        )
    return Grid("What the record has and the accounts may not", columns, lines).exhibit()
