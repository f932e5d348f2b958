"""Reading the tables of `briefing`, each row checked by itself and against the tables of the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from scripts.ground.csv_tables import SURENESS, Row, read_rows
from scripts.ground.faults import Fault
from scripts.reading.manifest import CREDIBILITIES, RELIABILITIES
from scripts.reading.sources import Source
from scripts.record.briefing import (
    CHAPTER,
    FIRST_PAGE,
    NAME,
    NEW,
    PARTLY_NEW,
    RESTATED,
    SENSE,
    STYLE,
    Agreement,
    Briefing,
    CopyOf,
    Later,
    OfficialWording,
    Quotation,
    Replacement,
)
from scripts.record.checks_of_citations import allows
from scripts.record.lookups import Reference
from scripts.record.row_classes import Citation
from scripts.record.row_parsing import Tables, cited, identifier

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": (
        "agreement", "pillar", "statement", "event", "news", "document", "topics", "unsaid", "shown",
        "citation", "sure", "note",
    ),
    "say_instead": ("finding", "say", "why", "citation", "why_citation", "sure"),
    "copies": ("citation", "document", "language", "reliability", "credibility", "reason"),
    "quotations": ("document", "words", "said_of", "where", "citation", "sure"),
    "afterwards": ("afterwards", "subject", "statement", "date", "citation", "sure", "note"),
    "cutoff": ("day", "covers", "citation", "sure"),
}  # fmt: skip
WORDINGS = ("account", "words", "official", "document", "weight", "citation", "sure")
_FINDING = re.compile(r"F[1-9]\d*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Noun = TypeVar("Noun")


def read_briefing(folder: Path, tables: Tables) -> Briefing:
    """The tables of the first page in ``folder``.

    Raises Fault on a missing table, a malformed cell, an unknown key, a row surer than its sources, a key
    used twice, and a cited page that is newer than the day of the cut-off.
    """
    rows = {name: read_rows(folder / f"{name}.csv", columns) for name, columns in COLUMNS.items()}
    sources = {noun.key: noun for _, noun in tables.citations}
    documents = {noun.id for _, noun in tables.documents}
    topics = {noun.id for _, noun in tables.topics}
    events = {noun.id for _, noun in tables.events}
    headlines = {noun.id for _, noun in tables.unsaid}
    for name in COLUMNS:
        for row in rows[name]:
            _check_sources(row, sources)
    for row in (*rows["agreements"], *rows["copies"], *rows["quotations"]):
        _known(row, "document", row.several("document"), documents)
    for row in rows["agreements"]:
        _known(row, "topics", row.several("topics"), topics)
        _known(row, "unsaid", row.several("unsaid"), headlines)
        _known(row, "event", row.several("event"), events)
    for row in rows["say_instead"]:
        _check_pages(row, "why_citation", row.several("why_citation"), sources)
    return Briefing(
        agreements=_made(rows["agreements"], _agreement, "agreement"),
        replacements=_made(rows["say_instead"], _replacement, "finding"),
        copies=_made(rows["copies"], _copy, "citation"),
        quotations=_made(rows["quotations"], _quotation, "document"),
        afterwards=_made(rows["afterwards"], _later, "afterwards"),
        cutoff=_cutoff(folder / "cutoff.csv", rows["cutoff"], sources.values()),
        covers=rows["cutoff"][0]["covers"],
    )


def read_wordings(path: Path, sources: Iterable[Source], reference: Reference) -> tuple[OfficialWording, ...]:
    """The table of an account's words beside the official ones at ``path``.

    Rows of an account that the manifest does not have are passed over, as its labels in the register are.
    Raises Fault on a malformed row, and on words that the account does not have.
    """
    accounts = {source.siglum: source for source in sources}
    pages = {citation.key: citation for citation in reference.citations}
    documents = {document.id for document in reference.documents}
    found = []
    for row in read_rows(path, WORDINGS):
        _check_sources(row, pages)
        if row.required("account") not in accounts:
            continue  # its words are kept for when it is back in the manifest
        _known(row, "document", row.several("document"), documents)
        if row.required("words") not in accounts[row["account"]].text:
            problem = f"account {row['account']} does not have the words `{row['words']}`"
            raise row.fault(problem, "copy them from the account, with their capitals")
        found.append(_wording(row))
    return tuple(found)


def _made(rows: Iterable[Row], make: Callable[[Row], Noun], key: str) -> tuple[Noun, ...]:
    seen: dict[str, Row] = {}
    nouns = []
    for row in rows:
        nouns.append(make(row))
        first = seen.setdefault(row[key], row)
        if first is not row:
            raise row.fault(
                f"`{key}` `{row[key]}` stands in {first.place} already", "keep it in one of the two rows"
            )
    return tuple(nouns)


def _agreement(row: Row) -> Agreement:
    return Agreement(
        id=identifier(row, "agreement"),
        pillar=row["pillar"],
        statement=row.required("statement"),
        events=(row.required("event"), row.several("event"))[1],
        news=row["news"] and row.chosen("news", (NEW, PARTLY_NEW, RESTATED)),
        documents=(row.required("document"), row.several("document"))[1],
        topics=row.several("topics"),
        unsaid=row.several("unsaid"),
        shown=row.chosen("shown", (FIRST_PAGE, CHAPTER)),
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
    )


def _replacement(row: Row) -> Replacement:
    label = row.required("finding")
    if not _FINDING.fullmatch(label):
        raise row.fault(f"`finding` is `{label}`", "write the label of a finding, such as F1")
    return Replacement(
        finding=label,
        say=row.required("say"),
        why=row.required("why"),
        citations=cited(row),
        why_citations=row.several("why_citation"),
        sure=row.sure(),
    )


def _copy(row: Row) -> CopyOf:
    return CopyOf(
        citation=row.required("citation"),
        document=row.required("document"),
        language=row.required("language"),
        reliability=row.chosen("reliability", tuple(RELIABILITIES)),
        credibility=row.chosen("credibility", tuple(CREDIBILITIES)),
        reason=row.required("reason"),
    )


def _quotation(row: Row) -> Quotation:
    return Quotation(
        document=row.required("document"),
        words=row.required("words"),
        said_of=row["said_of"],
        where=row.required("where"),
        citations=cited(row),
        sure=row.sure(),
    )


def _later(row: Row) -> Later:
    return Later(
        id=identifier(row, "afterwards"),
        subject=row.required("subject"),
        statement=row.required("statement"),
        day=row.day("date"),
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
    )


def _wording(row: Row) -> OfficialWording:
    return OfficialWording(
        account=row["account"],
        words=row["words"],
        official=row.required("official"),
        document=row["document"],
        weight=row.chosen("weight", (SENSE, NAME, STYLE)),
        citations=cited(row),
        sure=row.sure(),
    )


def _cutoff(path: Path, rows: list[Row], pages: Iterable[Citation]) -> date:
    """The day on which the record was last gone over."""
    if len(rows) != 1:
        raise Fault(path, "rows", f"has {len(rows)} rows", "give one, with the day of the last reading")
    row = rows[0]
    row.required("covers")
    row.sure()
    day = row.as_day(row.required("day"), "day")
    for page in pages:
        given = _DAY.match(page.date)
        if given and date.fromisoformat(given[0]) > day:
            raise row.fault(
                f"`day` is {day}, but `{page.key}` was published on {given[0]}",
                "give the day of the last reading",
            )
    return day


def _check_sources(row: Row, sources: Mapping[str, Citation]) -> None:
    """Raise Fault if a citation is unknown or an account, or if the row is surer than its citations allow."""
    keys = cited(row)
    _check_pages(row, "citation", keys, sources)
    if "sure" not in row.cells:
        return
    allowed = allows([sources[key] for key in keys])
    if SURENESS.index(row.sure()) < SURENESS.index(allowed):
        raise row.fault(
            f"`sure` is {row['sure']}, where `citation` allows {allowed} ({', '.join(keys)})",
            f"write {allowed}, or cite a primary text or a second source of another publisher",
        )


def _check_pages(row: Row, column: str, keys: tuple[str, ...], sources: Mapping[str, Citation]) -> None:
    """Raise Fault if one of the ``keys`` in a ``column`` is unknown or an account."""
    _known(row, column, keys, sources)
    for key in keys:
        if sources[key].kind == "account":
            raise row.fault(f"`{column}` cites the account {key}", "cite another text")


def _known(row: Row, what: str, keys: Iterable[str], known: Collection[str]) -> None:
    for key in keys:
        if key not in known:
            raise row.fault(f"unknown {what} `{key}`", f"correct `{what}`, or add the row that it names")
