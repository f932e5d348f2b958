"""What can be quoted, from which document, and where it is: official addresses, then graded copies."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.exhibits.citation_names import document_of, document_words, short_day
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.exhibits.links import anchored, noted
from scripts.exhibits.prose import number_word
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.manifest import CREDIBILITIES, RELIABILITIES
from scripts.record import Citation, CopyOf, Document
from scripts.record.briefing import Quotation
from scripts.report import Report

OPENED, UNOPENED = "official", "official-unopened"
_MORE, _THERE = "Grades, and more words:", "Say instead"


def to_quote_table(report: Report) -> Exhibit:
    """Words to quote, how to mark them, and where they are: the official page first, then the best copy.

    A line above it says how far they were compared. Where there are none, that is all it says.
    """
    columns = [
        Column("Quote", 31, heads=True),
        Column("Mark it as", 29),
        Column("Where it is", 40),
    ]
    lines = [
        Line((_quote(one), _mark(report, document, one), _where(report, document, copies)))
        for document, copies in _copied(report)
        for one in report.reference.briefing.quotations
        if one.document == document.id
    ]
    shown = Grid(
        "What can be quoted, how to mark it, and where it is", columns, lines, name="to-quote"
    ).exhibit()
    if not lines:
        return shown
    rule = _rule(report)
    there = tag("a", _THERE, href=anchored("table-quotable", "quotable", home=False))
    above = tag("p", f"{rule} {_MORE} ", there, ".")
    return Exhibit(joined([above, shown.markup]), f"{rule} {_MORE} {_THERE}.\n{shown.plain}", shown.rows)


def _rule(report: Report) -> str:
    """In how many copies at least the words stand, and whether the official pages were opened."""
    fewest = min(len(one.citations) for one in report.reference.briefing.quotations)
    pages = [
        page
        for document, _ in _copied(report)
        for key in document.citations
        if (page := report.reference.citation(key)) and document_of(report, page)
    ]
    opened = any(page.kind == OPENED for page in pages)
    alike = (
        f"At least {number_word(fewest)} copies have these words alike" if fewest > 1 else "Read in a copy"
    )
    return f"{alike}; {'not every' if opened else 'no'} official page was opened."


def _quote(one: Quotation) -> Cell:
    of_what = wrapped("span", f"({one.said_of})", class_="said-of") if one.said_of else ""
    return cell(f"“{one.words}”", of_what)


def _mark(report: Report, document: Document, one: Quotation) -> Cell:
    """From where the words are, as it stands beside a quotation."""
    return cell(f"{document_words(report, document)}, {short_day(document.date)}, {one.where}, from a copy")


def _where(report: Report, document: Document, copies: list[CopyOf]) -> Cell:
    best = min(copies, key=lambda copy: (copy.language != "English", copy.reliability, copy.credibility))
    official = _official(report, document)
    page = cell("official:", official) if official.plain else cell("no official address known")
    return cell(page, cell("copy:", _copy(report, best, of_text=False)), between="; ")


def quotable_table(report: Report) -> Exhibit:
    """The same as a table, with the reason for the grade of each copy."""
    columns = [
        Column("Document", 20, heads=True), Column("Read, and so to be quoted", 22),
        Column("Official page", 20),
        Column("Copies, each with its grade and the reason", 38),
    ]  # fmt: skip
    lines = []
    for document, copies in _copied(report):
        found = stacked([cell(_copy(report, copy, of_text=True), copy.reason) for copy in copies])
        official = _official(report, document)
        phrases = _phrases(report, document)
        read = stacked([document.read, phrases]) if phrases.plain else document.read
        cells = (read, official if official.plain else cell("no address known"), found)
        lines.append(Line((_titled(report, document), *cells)))
    return Grid("What can be quoted, and where it is", columns, lines, name="quotable").exhibit()


def _copied(report: Report) -> Iterator[tuple[Document, list[CopyOf]]]:
    for document in report.reference.documents:
        copies = [copy for copy in report.reference.briefing.copies if copy.document == document.id]
        if copies:
            yield document, copies


def _phrases(report: Report, document: Document) -> Cell:
    """The phrase to quote from a document, what it is said of and where it stands."""
    found = [one for one in report.reference.briefing.quotations if one.document == document.id]
    return stacked([_phrase(report, one) for one in found]) if found else cell("")


def _phrase(report: Report, one: Quotation) -> Cell:
    aside = ", ".join(part for part in (one.said_of, one.where) if part)
    return cell(f"“{one.words}”", f"({aside})", noted(report, one.citations))


def _titled(report: Report, document: Document) -> str:
    words = document_words(report, document)
    return words[0].upper() + words[1:]


def _official(report: Report, document: Document) -> Cell:
    """The official address where one is known, marked as not opened."""
    pages = [c for key in document.citations if (c := report.reference.citation(key))]
    unopened = [page for page in pages if page.kind == UNOPENED]
    return cell(
        *(cell(cell(_host(page), noted(report, [page.key])), "not opened", between=", ") for page in unopened)
    )


def _host(page: Citation) -> Cell:
    host = (urlsplit(page.url).hostname or page.publisher).removeprefix("www.")
    return Cell(tag("a", host, href=page.url, class_="external"), page.url) if page.url else cell(host)


def _copy(report: Report, copy: CopyOf, of_text: bool) -> Cell:
    """A copy with its grade in words, since a letter alone could be taken for an account's."""
    page = report.reference.citation(copy.citation)
    assert page is not None  # checked when the record was read
    language = "" if copy.language == "English" else f"in {copy.language}"
    text = f", text {CREDIBILITIES[copy.credibility]}" if of_text else ""
    grade = f"(site {RELIABILITIES[copy.reliability]}{text})"
    return cell(_host(page), language, noted(report, [page.key]), grade)
