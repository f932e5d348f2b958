"""The tables of the data package: their rows, primary keys and foreign keys.

``dictionary.csv`` describes each column in one line; a test checks that columns and lines match.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.record import OtherDate, Post
from scripts.report import Report
from scripts.report.citations import CLAIMS, LEDGER
from scripts.report.datapackage.dictionary import Field, fields

Row = Mapping[str, Any]
Link = tuple[str, str, str]  # a column, the table it refers to, that table's column


@dataclass(frozen=True)
class Table:
    """One table: its rows in the order of the report, values as JSON has them."""

    name: str
    title: str
    key: tuple[str, ...]
    links: tuple[Link, ...]
    rows: tuple[Row, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its columns as the dictionary describes them."""
        return fields()[self.name]


def tables(report: Report) -> tuple[Table, ...]:
    """Every table of the report, the tables of its record last."""
    return tuple(
        Table(name, title, key, links, tuple(_row(name, row) for row in make(report)))
        for name, title, key, links, make in (*_FOUND, *_RECORD)
    )


def _row(table: str, row: Row) -> Row:
    return {field.name: plain(row[field.name]) for field in fields()[table]}


def plain(value: object) -> Any:
    """A value as JSON has it: dates in ISO form, tuples as lists, `date@citation` and `person@office`."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, OtherDate):
        return f"{value.day.isoformat()}@{value.citation}"
    if isinstance(value, Post):
        return f"{value.person}@{value.office}"
    return value


def _sources(report: Report) -> Iterator[Row]:
    for source in report.sources:
        yield {
            **_nouns_row(source),
            "as_of": source.as_of_written,
            "file": source.file.name,
            "characters": len(source.text),
            "original": source.original or None,
        }


def _claims(report: Report) -> Iterator[Row]:
    for labelled in report.claims:
        claim = labelled.claim
        yield {
            **_nouns_row(claim),
            "claim": labelled.label,
            "identity": labelled.identity,
            "pillar": labelled.assignment.pillar,
            "pillar_words": tuple(evidence.quote for evidence in labelled.assignment.evidence),
            "passage": claim.passage.kind,
            "section": claim.passage.section,
            "address": f"{CLAIMS}.html#{labelled.anchor}",
        }


def _details(report: Report) -> Iterator[Row]:
    for labelled in report.claims:
        for number, detail in enumerate(labelled.claim.details, 1):
            yield {
                "claim": labelled.label,
                "number": number,
                "kind": type(detail).__name__,
                "start": detail.start,
                "end": detail.end,
                "quote": detail.quote,
            }


def _findings(report: Report) -> Iterator[Row]:
    for finding in report.findings:
        yield {
            **_nouns_row(finding.discrepancy),
            "finding": finding.label,
            "identity": finding.identity,
            "address": f"{LEDGER}.html#{finding.anchor}",
        }


def _readings(report: Report) -> Iterator[Row]:
    for finding in report.findings:
        for number, reading in enumerate(finding.discrepancy.readings, 1):
            yield {
                **_nouns_row(reading),
                "finding": finding.label,
                "number": number,
                "claim": report.claim(reading.claim).label if reading.claim else None,
                "standing": reading.standing.verdict,
                "citations": reading.standing.citations,
                "note": reading.standing.note,
                "searched": reading.standing.searched,
            }


def _alignments(report: Report) -> Iterator[Row]:
    for found in report.alignments:
        shared = (dict.fromkeys((one.left.text, one.right.text)) for one in found.shared)
        yield {
            "left": report.claim(found.left).label,
            "right": report.claim(found.right).label,
            "level": found.level,
            # More digits carry no information, and the last ones differ between machines.
            "contained": round(found.contained, 6),
            "common": round(found.common, 6),
            "shared": tuple("/".join(words) for words in shared),
        }


def _pillars(report: Report) -> Iterator[Row]:
    return map(_nouns_row, report.pillars.pillars)


def _register(report: Report) -> Iterator[Row]:
    return map(_nouns_row, report.register.entries)


def _nouns_row(noun: Any) -> Row:
    return {field.name: getattr(noun, field.name) for field in dataclasses.fields(noun)}


def _briefing(name: str) -> Callable[[Report], Iterable[Row]]:
    return lambda report: [_nouns_row(noun) for noun in getattr(report.reference.briefing, name)]


def _nouns(name: str) -> Callable[[Report], Iterable[Row]]:
    return lambda report: [_nouns_row(noun) for noun in getattr(report.reference, name)]


_Made = tuple[str, str, tuple[str, ...], tuple[Link, ...], Callable[[Report], Iterable[Row]]]
_CLAIM: Link = ("claim", "claims", "claim")
_SOURCE: Link = ("source", "sources", "siglum")
_FOUND: tuple[_Made, ...] = (
    ("sources", "The accounts", ("siglum",), (("original", "record-documents", "id"),), _sources),
    ("claims", "What each account asserts", ("claim",), (_SOURCE,), _claims),
    ("details", "The parts of a claim that can be checked", ("claim", "number"), (_CLAIM,), _details),
    ("findings", "Agreements and discrepancies", ("finding",), (), _findings),
    (
        "readings", "What each account says in a finding, and its standing", ("finding", "number"),
        (("finding", "findings", "finding"), _SOURCE, _CLAIM), _readings,
    ),
    (
        "alignments", "Claims of two accounts that speak of the same thing", ("left", "right"),
        (("left", "claims", "claim"), ("right", "claims", "claim")), _alignments,
    ),
    ("pillars", "The policy pillars", ("id",), (), _pillars),
    ("register", "Every label ever given", ("label",), (), _register),
)  # fmt: skip
_RECORD: tuple[_Made, ...] = (
    ("record-citations", "The record: what was read", ("key",), (), _nouns("citations")),
    ("record-people", "The record: people", ("id",), (), _nouns("people")),
    ("record-offices", "The record: offices", ("id",), (), _nouns("offices")),
    (
        "record-terms-of-office", "The record: who held which office when", (),
        (("person", "record-people", "id"), ("office", "record-offices", "id")), _nouns("terms_of_office"),
    ),
    ("record-terms", "The record: bodies, programs, terms of art", ("id",), (), _nouns("terms")),
    ("record-events", "The record: events", ("id",), (), _nouns("events")),
    ("record-documents", "The record: documents", ("id",), (), _nouns("documents")),
    (
        "record-topics", "The record: what each document says of each topic", (),
        (("document", "record-documents", "id"),), _nouns("topics"),
    ),
    ("record-unsaid", "The record: headlines of those days", ("id",), (), _nouns("unsaid")),
    ("record-agreements", "The record: what was agreed", ("id",), (), _briefing("agreements")),
    (
        "record-replacements", "The record: what to say instead", ("finding",),
        (), _briefing("replacements"),
    ),
    (
        "record-copies", "The record: copies of documents, graded", ("citation",),
        (("citation", "record-citations", "key"), ("document", "record-documents", "id")),
        _briefing("copies"),
    ),
    (
        "record-quotations", "The record: a phrase to quote from each document", ("document",),
        (("document", "record-documents", "id"),), _briefing("quotations"),
    ),
    ("record-afterwards", "The record: what came later", ("id",), (), _briefing("afterwards")),
    (
        "record-wordings", "The record: an account's words beside the official ones", (),
        (("account", "sources", "siglum"),), _briefing("wordings"),
    ),
)  # fmt: skip
