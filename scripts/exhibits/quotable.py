"""What can be quoted, from which document, and where it is: official addresses, then graded copies."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.exhibits.citation_names import document_words
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.links import noted
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.record import Citation, CopyOf, Document
from scripts.record.briefing import Quotation
from scripts.report import Report

UNOPENED = "official-unopened"


def quotable_list(report: Report) -> Exhibit:
    """The documents of which copies were read, a line each: a phrase to quote, official page, best copy."""
    lines = []
    for document, copies in _copied(report):
        known = _official(report, document)
        official = cell("official page", known) if known.plain else cell("")
        best = min(copies, key=lambda copy: (copy.language != "English", copy.reliability, copy.credibility))
        where = cell(official, cell("copy", _copy(report, best, reasons=False)), between="; ")
        head = cell(
            wrapped("strong", _titled(report, document)), document.read.partition(";")[0], between=", "
        )
        lines.append(
            cell(head, cell(_phrases(report, document, placed=False), where, between="; "), between=": ")
        )
    markup = tag("ul", *(tag("li", line.markup) for line in lines), class_="quotable")
    return Exhibit(markup, "\n".join(f"- {line.plain}" for line in lines))


def quotable_table(report: Report) -> Exhibit:
    """The same as a table, with the reason for the grade of each copy."""
    columns = [
        Column("Document", 20, heads=True), Column("Read, and so to be quoted", 22),
        Column("Official page", 20),
        Column("Copies, each with its grade and the reason", 38),
    ]  # fmt: skip
    lines = []
    for document, copies in _copied(report):
        found = stacked([_copy(report, copy, reasons=True) for copy in copies])
        official = _official(report, document)
        phrases = _phrases(report, document, placed=True)
        read = stacked([document.read, phrases]) if phrases.plain else document.read
        cells = (read, official if official.plain else cell("no address known"), found)
        lines.append(Line((_titled(report, document), *cells)))
    return Grid("What can be quoted, and where it is", columns, lines, name="quotable").exhibit()


def _copied(report: Report) -> Iterator[tuple[Document, list[CopyOf]]]:
    for document in report.reference.documents:
        copies = [copy for copy in report.reference.briefing.copies if copy.document == document.id]
        if copies:
            yield document, copies


def _phrases(report: Report, document: Document, placed: bool) -> Cell:
    """The phrase to quote from a document, what it is said of and, if ``placed``, where it stands."""
    found = [one for one in report.reference.briefing.quotations if one.document == document.id]
    return stacked([_phrase(report, one, placed) for one in found]) if found else cell("")


def _phrase(report: Report, one: Quotation, placed: bool) -> Cell:
    aside = ", ".join(part for part in (one.said_of, one.where if placed else "") if part)
    source = noted(report, one.citations) if placed else ""
    return cell(f"“{one.words}”", f"({aside})" if aside else "", source)


def _titled(report: Report, document: Document) -> str:
    words = document_words(report, document)
    return words[0].upper() + words[1:]


def _official(report: Report, document: Document) -> Cell:
    """The official address where one is known, marked as not opened."""
    pages = [c for key in document.citations if (c := report.reference.citation(key))]
    unopened = [page for page in pages if page.kind == UNOPENED]
    return cell(*(cell(_host(page), "(not opened)", noted(report, [page.key])) for page in unopened))


def _host(page: Citation) -> Cell:
    host = (urlsplit(page.url).hostname or page.publisher).removeprefix("www.")
    return Cell(tag("a", host, href=page.url, class_="external"), page.url) if page.url else cell(host)


def _copy(report: Report, copy: CopyOf, reasons: bool) -> Cell:
    page = report.reference.citation(copy.citation)
    assert page is not None  # checked when the record was read
    grade = f"{copy.reliability}{copy.credibility}"
    language = "" if copy.language == "English" else f"in {copy.language}"
    return cell(_host(page), language, grade, noted(report, [page.key]), copy.reason if reasons else "")
