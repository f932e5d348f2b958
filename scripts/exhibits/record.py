"""The reference record as tables: documents, terms of office, terms of art, events, citations."""

from __future__ import annotations

from scripts.exhibits.badges import sure
from scripts.exhibits.grids import ANYWHERE, NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.links import cite_anchor, cite_number, noted, short_citation
from scripts.exhibits.phrases import day, days
from scripts.report import Report


def documents_table(report: Report) -> Exhibit:
    """The documents of those days: short name, title, issuer, date, what was read of each, and where."""
    columns = [
        Column("Short", 10, heads=True), Column("Document", 24), Column("Issued", 18), Column("Read", 20),
        Column("Where", 28),
    ]  # fmt: skip
    lines = []
    for found in report.reference.documents:
        where = [
            cell(f"{short_citation(c)}:", address(c.url), c.note)
            for key in found.citations
            if (c := report.reference.citation(key))
        ]
        issued = stacked([found.issuer, day(found.date)])
        read = stacked(filter(None, [found.read, found.note]))
        lines.append(Line((found.id, found.title, issued, read, stacked(where))))
    return Grid("Documents", columns, lines).exhibit()


def address(url: str) -> Cell | str:
    """An address to follow; what is no working address stays as it was given."""
    if not url.startswith(("https://", "http://")):
        return url or "no address known"
    return Cell(tag("a", url, href=url, class_="external", style=ANYWHERE), url)


def terms_of_office_table(report: Report) -> Exhibit:
    """Who held which office from when to when, with the sources of either day."""
    columns = [
        Column("Person", 20, heads=True), Column("Office", 20), Column("From", 20), Column("To", 20),
        Column("Note", 26),
    ]  # fmt: skip
    lines = []
    for term in report.reference.terms_of_office:
        person, office = report.reference.person(term.person), report.reference.office(term.office)
        name = cell(person.name, hangul(person.hangul)) if person else cell(term.person)
        start = stacked([day(term.start), noted(report, term.start_citations)])
        end = stacked([day(term.end), noted(report, term.end_citations)])
        note = cell(term.note, f"({sure(term.sure)})")
        lines.append(Line((name, office.title if office else term.office, start, end, note)))
    return Grid("Terms of office", columns, lines).exhibit()


def hangul(text: str) -> Cell:
    """Korean words, marked as such for voices and typefaces."""
    return Cell(tag("span", text, lang="ko"), text) if text else cell()


def terms_table(report: Report) -> Exhibit:
    """Bodies, documents, programmes, exercises and terms of art in their official wording."""
    columns = [Column("Term", 34, heads=True), Column("Kind", 12), Column("Also", 26), Column("Source", 28)]
    lines = []
    for term in report.reference.terms:
        name = cell(term.official, f"({term.acronym})" if term.acronym else "", hangul(term.hangul))
        source = cell(noted(report, term.citations), term.note)
        also = stacked(term.forms) if term.forms else NOTHING
        lines.append(Line((name, term.kind.replace("-", " "), also, source)))
    return Grid("Bodies, programmes and terms of art", columns, lines).exhibit()


def events_table(report: Report) -> Exhibit:
    """The events on record: when, where, and the sources."""
    columns = [Column("Event", 32, heads=True), Column("When", 18), Column("Where", 20), Column("Source", 30)]
    lines = []
    for event in report.reference.events:
        places = [place for place in (event.place, *event.places_also) if place]
        source = cell(noted(report, event.citations), event.note)
        when = days(event.date, event.until)
        lines.append(Line((event.name, when, stacked(places) if places else NOTHING, source)))
    return Grid("Events", columns, lines).exhibit()


def citations_table(report: Report, home: bool = False) -> Exhibit:
    """Every page that was read, its address as given; `home` makes it the place that links lead to."""
    columns = [
        Column("No.", 7, heads=True), Column("Cited as", 22), Column("Title", 30), Column("Published", 16),
        Column("Address", 25),
    ]  # fmt: skip
    lines = []
    for found in report.reference.citations:
        name = stacked([short_citation(found), Cell(tag("code", found.key, style=ANYWHERE), found.key)])
        where = cell(address(found.url), found.note, f"({sure(found.sure)})")
        published = f"{found.publisher}, {found.date}"
        line = (cite_number(report, found.key), name, found.title, published, where)
        lines.append(Line(line, cite_anchor(found.key) if home else ""))
    return Grid("Citations", columns, lines).exhibit()
