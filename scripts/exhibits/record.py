"""The reference record: what it says of topics and headlines, and its tables, each row with its citations."""

from __future__ import annotations

from scripts.discrepancies.comparison import topic_reading
from scripts.discrepancies.discrepancy import Reading
from scripts.exhibits.badges import quoted, standing_badge, sure
from scripts.exhibits.grids import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.links import cite_anchor, cited, short_citation
from scripts.exhibits.phrases import day
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
        record = stacked([standing_words(report, standing, limit=4) for standing in standings])
        lines.append(Line((report.reference.topic(topic)[0].label, *cells, record)))
    return Grid("Topics and what the record says of them", columns, lines).exhibit()


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
            Line((fact.statement, *cells, cell("; ".join(documents), cited(report, fact.citations))))
        )
    return Grid("What the record has and the accounts may not", columns, lines).exhibit()


def documents_table(report: Report) -> Exhibit:
    """The documents of those days: issuer, date, what of each was read, and where."""
    columns = [
        Column("Document", 30, heads=True),
        Column("Issued", 24),
        Column("Read", 24),
        Column("Where", 34),
    ]
    lines = []
    for found in report.reference.documents:
        where = []
        for key in found.citations:
            c = report.reference.citation(key)
            if c:
                where.append(cell(short_citation(c) + ":", _locator(c.url), c.note))
        lines.append(Line((
            found.title, f"{found.issuer}, {day(found.date)}", cell(found.read, found.note, between=". "),
            stacked(where),
        )))  # fmt: skip
    return Grid("Documents", columns, lines).exhibit()


def _locator(url: str) -> Cell | str:
    if not url.startswith(("https://", "http://")):
        return url or "no address known"
    return Cell(tag("a", url, href=url, class_="external"), url)


def terms_of_office_table(report: Report) -> Exhibit:
    """Who held which office from when to when, with the sources of either day."""
    columns = [
        Column("Person", 20, heads=True),
        Column("Office", 20),
        Column("From", 22),
        Column("To", 22),
        Column("Note", 22),
    ]
    lines = []
    for term in report.reference.terms_of_office:
        person, office = report.reference.person(term.person), report.reference.office(term.office)
        hangul = (
            Cell(tag("span", person.hangul, lang="ko"), person.hangul) if person and person.hangul else ""
        )
        lines.append(Line((
            cell(person.name if person else term.person, hangul),
            office.title if office else term.office,
            cell(day(term.start), cited(report, term.start_citations)),
            cell(day(term.end), cited(report, term.end_citations)),
            cell(term.note, f"({sure(term.sure)})"),
        )))  # fmt: skip
    return Grid("Terms of office", columns, lines).exhibit()


def terms_table(report: Report) -> Exhibit:
    """Bodies, documents, programmes, exercises and terms of art in their official wording."""
    columns = [Column("Term", 34, heads=True), Column("Kind", 12), Column("Also", 26), Column("Source", 32)]
    lines = []
    for term in report.reference.terms:
        hangul = Cell(tag("span", term.hangul, lang="ko"), term.hangul) if term.hangul else ""
        name = term.official + (f" ({term.acronym})" if term.acronym else "")
        lines.append(
            Line(
                (
                    cell(name, hangul),
                    term.kind,
                    "; ".join(term.forms),
                    cell(cited(report, term.citations), term.note),
                )
            )
        )
    return Grid("Bodies, programmes and terms of art", columns, lines).exhibit()


def events_table(report: Report) -> Exhibit:
    """The events on record: when, where, and by whom they were headed."""
    columns = [Column("Event", 30, heads=True), Column("When", 16), Column("Where", 20), Column("Source", 34)]
    lines = []
    for event in report.reference.events:
        when = day(event.date) if event.date == event.until else f"{day(event.date)} to {day(event.until)}"
        where = " / ".join(p for p in (event.place, *event.places_also) if p) or "—"
        lines.append(Line((event.name, when, where, cell(cited(report, event.citations), event.note))))
    return Grid("Events", columns, lines).exhibit()


def citations_table(report: Report, home: bool = False) -> Exhibit:
    """Every page that was read, its address as given; `home` makes it the place that links lead to."""
    columns = [
        Column("Cited as", 18, heads=True),
        Column("Title", 36),
        Column("Published", 18),
        Column("Address", 28),
    ]
    lines = []
    for found in report.reference.citations:
        lines.append(Line((
            stacked([short_citation(found), Cell(tag("code", found.key), found.key)]),
            found.title,
            f"{found.publisher}, {found.date}",
            cell(_locator(found.url), found.note, f"({sure(found.sure)})"),
        ), cite_anchor(found.key) if home else ""))  # fmt: skip
    return Grid("Citations", columns, lines).exhibit()
