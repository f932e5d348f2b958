"""The glossary: bodies, programs, terms and persons of the record, and how each account words them.

Links to terms and persons lead here: `term-ncg`, `person-cho-tae-yul`.
"""

from __future__ import annotations

from scripts.exhibits.badges import quoted, sure
from scripts.exhibits.cast_of_officials import persons_told
from scripts.exhibits.html import Exhibit, listed, slug
from scripts.exhibits.links import claim_link, noted
from scripts.exhibits.prose import day
from scripts.exhibits.record_tables import hangul
from scripts.exhibits.renderings import mentions_of, told
from scripts.exhibits.table_filters import Tools
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.record import Person, Term
from scripts.report import Report

_ABSENT = "not named"
_KINDS = {"programme": "program", "term-of-art": "term of art"}


def term_anchor(term: Term) -> str:
    """The name of a term's anchor."""
    return f"term-{term.id}"


def glossary_table(report: Report, *kinds: str) -> Exhibit:
    """Terms of these kinds (default: all): official name, what it is, each account's wordings."""
    sigla = [source.siglum for source in report.sources]
    columns = [
        Column("Official name", 25, heads=True), Column("What it is", 33),
        *(Column(f"In {s}", 21) for s in sigla),
    ]  # fmt: skip
    found = mentions_of(report)
    lines = [
        Line(
            (
                _named(term),
                _said(report, term),
                *(told(report, found[term.id][s]) if s in found.get(term.id, {}) else _ABSENT for s in sigla),
            ),
            term_anchor(term),
        )
        for term in sorted(report.reference.terms, key=lambda t: t.official.casefold())
        if not kinds or term.kind in kinds
    ]
    caption = f"Glossary: {listed([_plural(kind) for kind in kinds])}" if kinds else "Glossary"
    name = slug("glossary", *kinds)
    return Grid(caption, columns, lines, "", name, Tools("entries")).exhibit()


def _plural(kind: str) -> str:
    name = _KINDS.get(kind, kind)
    return {"body": "bodies", "treaty": "treaties", "term of art": "terms of art"}.get(name, f"{name}s")


def _named(term: Term) -> Cell:
    """The name of a term, its acronym first: readers look for that."""
    parts = [wrapped("strong", term.acronym)] if term.acronym else []
    return stacked([*parts, term.official, *([hangul(term.hangul)] if term.hangul else [])])


def _said(report: Report, term: Term) -> Cell:
    kind = f"{_KINDS.get(term.kind, term.kind).capitalize()}."
    also = f"Also: {'; '.join(term.forms)}." if term.forms else ""
    doubt = "" if term.sure == "H" else f"({sure(term.sure)})"
    return cell(kind, term.note, also, doubt, noted(report, term.citations))


def people_table(report: Report) -> Exhibit:
    """The persons of the meetings: every romanisation, the Hangul, the office, each account's spelling."""
    sigla = [source.siglum for source in report.sources]
    columns = [
        Column("Name", 22, heads=True), Column("Also written", 18), Column("Office", 28),
        *(Column(f"In {s}", 16) for s in sigla),
    ]  # fmt: skip
    shown = persons_told(report)
    lines = [
        Line(
            (
                stacked([person.name, *([hangul(person.hangul)] if person.hangul else [])]),
                stacked(person.forms[1:]) if person.forms[1:] else NOTHING,
                _offices(report, person),
                *(_written(report, person, s) for s in sigla),
            ),
            f"person-{person.id}",
        )
        for person in report.reference.people
        if person.id in shown
    ]
    caption = "Persons: names, offices, and how the accounts spell them"
    return Grid(caption, columns, lines, "", "persons", Tools("persons")).exhibit()


def _offices(report: Report, person: Person) -> Cell:
    """The offices a person held, with their days; else the office named in the record of an event."""
    held = []
    for term in report.reference.terms_of_office:
        if term.person == person.id:
            office = report.reference.office(term.office)
            days = f"{day(term.start)} to {day(term.end)}" if term.start and term.end else ""
            held.append(cell(office.title if office else term.office, wrapped("small", days)))
    return stacked(held) if held else NOTHING


def _written(report: Report, person: Person, siglum: str) -> Cell | str:
    """Each spelling of a person in office once, with the claims that have it."""
    spelled: dict[str, dict[str, Cell]] = {}
    for single in report.singles:
        for holding in single.account.holdings if single.siglum == siglum else ():
            if report.reference.person_named(holding.name) == person:
                claim = report.claim(holding.claim)
                spelled.setdefault(holding.office.person, {})[claim.label] = claim_link(claim)
    parts = [
        cell(quoted(siglum, name), cell(*links.values(), between=", ")) for name, links in spelled.items()
    ]
    return stacked(parts) if parts else _ABSENT
