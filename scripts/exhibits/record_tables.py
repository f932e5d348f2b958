"""The reference record as tables: documents, terms of office, terms of art, events, citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scripts.exhibits.badges import sure
from scripts.exhibits.cast_of_officials import offices_told
from scripts.exhibits.citation_names import citation_name, citation_names
from scripts.exhibits.html import Exhibit, listed, slug, tag
from scripts.exhibits.links import UNBROKEN, cite_anchor, cite_number, document_anchor, noted
from scripts.exhibits.prose import day, days, place_words
from scripts.exhibits.table_filters import Choice, Tools
from scripts.exhibits.tables import ANYWHERE, NOTHING, Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.exhibits.term_links import term_name
from scripts.ground.faults import Fault
from scripts.record import Document
from scripts.report import Report


def documents_table(report: Report, documents: Sequence[str] | None = None) -> Exhibit:
    """The documents of those days: short name, title, issuer, date, which parts were read, and where.

    `documents` chooses some, in that order. Raises Fault for one that the record does not have.
    """
    columns = [
        Column("Short", 9, heads=True), Column("Document", 33), Column("Read", 25), Column("Where", 33),
    ]  # fmt: skip
    lines = []
    for found in _documents(report, documents):
        cites = [c for key in found.citations if (c := report.reference.citation(key))]
        names = citation_names(report, cites)
        where = [cell(name, noted(report, [c.key])) for name, c in zip(names, cites, strict=True)]
        if documents is not None:  # the whole table stands beside that of the citations, which has them
            where = [stacked([w, small(address(c.url))]) for w, c in zip(where, cites, strict=True)]
        title = stacked([wrapped("strong", found.title), f"{found.issuer}, {day(found.date)}"])
        read = stacked(filter(None, [found.read, found.note]))
        short = Cell(tag("span", found.id, style=UNBROKEN if len(found.id) < 6 else None), found.id)
        # Links to documents lead to the whole table; a part of it may be shown anywhere.
        anchor = document_anchor(found.id) if documents is None else ""
        lines.append(Line((short, title, read, stacked(where)), anchor))
    caption = "Documents" if documents is None else f"Documents: {listed([*documents])}"
    return Grid(caption, columns, lines, name=slug("documents", *(documents or ()))).exhibit()


def _documents(report: Report, wanted: Sequence[str] | None) -> tuple[Document, ...]:
    if wanted is None:
        return report.reference.documents
    found = {document.id: document for document in report.reference.documents}
    for key in wanted:
        if key not in found:
            raise Fault("documents", key, "no such document", "correct it, or add it to documents.csv")
    return tuple(found[key] for key in wanted)


def small(inner: Cell | str) -> Cell:
    """Small print, for addresses and keys."""
    return wrapped("small", inner)


def address(url: str) -> Cell | str:
    """A link to an address; what is not a working address is shown as it was given."""
    if not url.startswith(("https://", "http://")):
        return url or "no address known"
    return Cell(tag("a", url, href=url, class_="external", style=ANYWHERE), url)


def terms_of_office_table(report: Report) -> Exhibit:
    """Who held the offices that the accounts speak of, from when to when, with the sources of either day."""
    columns = [
        Column("Person", 20, heads=True), Column("Office", 20), Column("From", 20), Column("To", 20),
        Column("Note", 26),
    ]  # fmt: skip
    lines = []
    offices = offices_told(report)
    for term in report.reference.terms_of_office:
        if term.office not in offices:
            continue
        person, office = report.reference.person(term.person), report.reference.office(term.office)
        name = cell(person.name, hangul(person.hangul)) if person else cell(term.person)
        start = _dated(report, term.start, term.start_citations)
        end = _dated(report, term.end, term.end_citations)
        note = cell(term.note, f"({sure(term.sure)})")
        lines.append(Line((name, office.title if office else term.office, start, end, note)))
    return Grid("Terms of office", columns, lines, "", "terms-of-office", Tools("terms of office")).exhibit()


def _dated(report: Report, when: date | None, keys: Sequence[str]) -> Cell:
    """A day with its sources; the column sorts by day."""
    return replace(stacked([day(when), noted(report, keys)]), order=when.isoformat() if when else "9999")


def person_name(report: Report, key: str) -> Cell:
    """A person's name, with the Hangul where it is known."""
    person = report.reference.person(key)
    return cell(person.name, hangul(person.hangul)) if person else cell(key)


def hangul(text: str) -> Cell:
    """Korean words, marked as Korean for screen readers and fonts."""
    return Cell(tag("span", text, lang="ko"), text) if text else cell()


def terms_table(report: Report) -> Exhibit:
    """Bodies, documents, programmes, exercises and terms of art in their official wording."""
    columns = [Column("Term", 34, heads=True), Column("Kind", 12), Column("Also", 26), Column("Source", 28)]
    lines = []
    for term in report.reference.terms:
        name = cell(term_name(term), f"({term.acronym})" if term.acronym else "", hangul(term.hangul))
        source = cell(noted(report, term.citations), term.note)
        also = stacked(term.forms) if term.forms else NOTHING
        lines.append(Line((name, term.kind.replace("-", " "), also, source)))
    return Grid("Bodies, programs and terms of art", columns, lines, name="terms").exhibit()


def events_table(report: Report) -> Exhibit:
    """The events on record: when, where, and the sources."""
    columns = [Column("Event", 32, heads=True), Column("When", 18), Column("Where", 20), Column("Source", 30)]
    lines = []
    for event in report.reference.events:
        source = cell(noted(report, event.citations), event.note)
        when = replace(cell(days(event.date, event.until)), order=event.date.isoformat())
        lines.append(Line((event.name, when, place_words(event) or NOTHING, source)))
    return Grid("Events", columns, lines, "", "events", Tools("events")).exhibit()


def afterwards_table(report: Report) -> Exhibit:
    """What became of what was agreed, and of those who agreed it; the newest of each subject last."""
    columns = [Column("What", 26, heads=True), Column("Since then", 74)]
    lines = []
    for subject in dict.fromkeys(one.subject for one in report.reference.briefing.afterwards):
        own = [one for one in report.reference.briefing.afterwards if one.subject == subject]
        told = [cell(one.statement, one.note, noted(report, one.citations)) for one in own]
        lines.append(Line((subject, stacked(told))))
    return Grid("Since then", columns, lines, name="afterwards").exhibit()


def _ended(title: str) -> str:
    return title if title[-1:] in ".?!" else f"{title}."


def citations_table(report: Report, home: bool = False) -> Exhibit:
    """Every page that was read, with its address as given; `home` makes links to citations lead here."""
    columns = [
        Column("No.", 7, heads=True),
        Column("What was read, by whom and when it was published, where", 93),
    ]
    lines = []
    rows = []
    for found in report.reference.citations:
        number = cite_number(report, found.key)
        name, published = citation_name(report, found), f"{found.publisher}, {found.date}"
        kind = f"{found.kind.replace('-', ' ')}, {sure(found.sure)}"
        said = f"{_ended(found.title)} {published} ({kind})."
        where = small(
            cell(
                address(found.url),
                Cell(tag("code", found.key, class_="screen-only", style=ANYWHERE), found.key),
            )
        )
        entry = cell(wrapped("strong", _ended(name)), said, found.note, where)
        about = {"kind": found.kind, "sure": found.sure}
        lines.append(Line((number, entry), cite_anchor(found.key) if home else "", about))
        rows.append({
            "No.": number, "Key": found.key, "Cited as": name, "Title": found.title,
            "Publisher": found.publisher, "Published": found.date, "Address": found.url, "Kind": found.kind,
            "Sure": found.sure, "Note": found.note,
        })  # fmt: skip
    kinds = sorted({found.kind for found in report.reference.citations})
    choices = [
        Choice("kind", "Kind", {kind: kind.replace("-", " ") for kind in kinds}),
        Choice("sure", "How sure", {letter: sure(letter) for letter in "HML"}),
    ]
    return Grid("Citations", columns, lines, "", "citations", Tools("citations", choices)).exhibit(rows)
