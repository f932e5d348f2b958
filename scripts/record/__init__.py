"""The cited record: who held which office, names of bodies, dates of events, what documents say on topics.

The record is data under `seeds/reference/`, with a citation on every row. `read_reference` reads and checks
it; `Reference` answers questions. Nothing here knows any particular account.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from scripts.ground.faults import Fault
from scripts.reading.sources import Source
from scripts.record.briefing import Agreement, Briefing, CopyOf, Later, Replacement
from scripts.record.briefing_tables import read_briefing, read_wordings
from scripts.record.checks_between_rows import check_heads, check_tables
from scripts.record.checks_of_citations import check_support
from scripts.record.lookups import Reference, Tenure
from scripts.record.phrase_search import Mention
from scripts.record.row_classes import (
    Citation,
    Document,
    Event,
    Office,
    OtherDate,
    Person,
    Post,
    Term,
    TermOfOffice,
    Topic,
    Unsaid,
)
from scripts.record.row_parsing import Table, read_tables

Noun = TypeVar("Noun")

__all__ = [
    "Agreement",
    "Briefing",
    "Citation",
    "CopyOf",
    "Document",
    "Event",
    "Later",
    "Mention",
    "Office",
    "OtherDate",
    "Person",
    "Post",
    "Reference",
    "Replacement",
    "Tenure",
    "Term",
    "TermOfOffice",
    "Topic",
    "Unsaid",
    "check_events",
    "read_reference",
    "read_wordings",
]


def read_reference(folder: Path) -> Reference:
    """The record in `folder`.

    Raises Fault, with file and row, on a missing table, an unknown column, a malformed cell, a row without a
    citation or with an unknown one, a key used twice or unknown, on rows that contradict each other, and on a
    row that is surer than its sources or older than all of them.
    """
    tables = read_tables(folder)
    check_tables(tables)
    check_support(tables)
    briefing = read_briefing(folder, tables)
    record = Reference(
        citations=_nouns(tables.citations),
        people=_nouns(tables.people),
        offices=_nouns(tables.offices),
        terms_of_office=_nouns(tables.terms_of_office),
        terms=_nouns(tables.terms),
        events=_nouns(tables.events),
        documents=_nouns(tables.documents),
        topics=_nouns(tables.topics),
        unsaid=_nouns(tables.unsaid),
        briefing=briefing,
    )
    check_heads(tables.events, record)
    return record


def check_events(reference: Reference, sources: Iterable[Source], manifest: Path) -> None:
    """Raise Fault if the manifest names an event or an original that is not in the record."""
    for source in sources:
        ties = [("event", "events", key) for key in source.events if reference.event(key) is None]
        if source.original and reference.document(source.original) is None:
            ties.append(("document", "original", source.original))
        for what, column, key in ties:
            remedy = f"correct `{column}` or add the {what} to reference/{what}s.csv"
            raise Fault(manifest, f"source {source.siglum}", f"unknown {what} `{key}`", remedy)


def _nouns(table: Table[Noun]) -> tuple[Noun, ...]:
    return tuple(noun for _, noun in table)
