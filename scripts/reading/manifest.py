"""Reading the manifest (`seeds/manifest.csv`): each row is one account; every cell is checked."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from scripts.english import not_english
from scripts.ground.csv_tables import Row, read_rows
from scripts.ground.faults import Fault
from scripts.reading.sources import TEXT_WANTED, Source, decoded, file_bytes, unreadable

COLUMNS = (
    "siglum", "file", "title", "publisher", "url", "published", "as_of", "as_of_sure", "events", "kind",
    "likelihood", "reason", "reliability", "credibility", "grade_reason", "original", "sha256",
)  # fmt: skip
# The words of Intelligence Community Directive 203 (D.6.e.2.a) for how likely a judgment is.
LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
    "almost certain",
)  # fmt: skip
# The scale by which NATO staffs grade the source apart from what it says (AJP-2.1; FM 2-22.3, appendix B).
RELIABILITIES = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable",
    "D": "not usually reliable", "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
CREDIBILITIES = {
    "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtfully true",
    "5": "improbable", "6": "truth cannot be judged",
}  # fmt: skip
DOCUMENTS = "documents"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?")
_SIGLUM = re.compile(r"[A-Z][A-Za-z0-9]*")


def read_manifest(path: Path) -> tuple[Source, ...]:
    """The sources that the manifest at `path` lists, in its order. Documents lie in `documents/` beside it.

    Raises Fault, with the row, on a malformed or empty cell; on a siglum given twice; on a document that is
    missing, empty, binary, undecodable, outside its folder, not in English, listed twice, or not the one
    whose SHA-256 was recorded; and on an account of other events than the first one's.
    """
    rows = read_rows(path, COLUMNS)
    if not rows:
        raise Fault(path, "row 2", "lists no source", "write one row for each account")
    taken: dict[str, Row] = {}
    for row in rows:
        siglum = _siglum(row)
        # Anchors and file names are made from sigla, and some systems ignore case.
        if (other := taken.setdefault(siglum.casefold(), row)) is not row:
            raise row.fault(f"siglum `{siglum}` is taken by {other.place}", "give this source another siglum")
    found = tuple(_source(row) for row in rows)
    _check_files(rows, found)
    _check_events(rows, found)
    return found


def check_documents(manifest: Path, sources: Sequence[Source]) -> None:
    """Raise Fault if a document beside the manifest has no row, because it would be left out."""
    listed = {os.path.realpath(source.file) for source in sources}
    for path in sorted((manifest.parent / DOCUMENTS).rglob("*")):
        if path.is_dir() or path.name.startswith(".") or os.path.realpath(path) in listed:
            continue
        name = path.relative_to(manifest.parent)
        raise Fault(manifest, "whole file", f"{name} has no row", "add its row, or take the document out")


def _check_files(rows: Sequence[Row], sources: Sequence[Source]) -> None:
    """Raise Fault if two rows have one document."""
    taken: dict[str, Row] = {}
    for row, source in zip(rows, sources, strict=True):
        if (other := taken.setdefault(os.path.realpath(source.file), row)) is not row:
            problem = f"{DOCUMENTS}/{row['file']} is the document of {other.place}, too"
            raise row.fault(problem, "give each account one row")


def _check_events(rows: Sequence[Row], sources: Sequence[Source]) -> None:
    """Raise Fault if a row's events are not connected with those of the first row that has any.

    The dates and places in the text do not count, because they may be what is wrong with the account.
    """
    declared = [(row, set(source.events)) for row, source in zip(rows, sources, strict=True) if source.events]
    tied = set(declared[0][1]) if declared else set()
    while more := [events for _, events in declared if events & tied and not events <= tied]:
        tied.update(*more)
    for row, events in declared:
        if not events & tied:
            problem = f"`events` are others than those of {declared[0][0].place}: {', '.join(sorted(events))}"
            raise row.fault(problem, "give accounts of the same events, or correct `events`")


def _source(row: Row) -> Source:
    file = _document(row)
    data, text = _contents(row, file)
    if problem := not_english(text):
        remedy = "take the row out, or give an English account"
        raise row.fault(f"{DOCUMENTS}/{row['file']} is {problem}", remedy)
    published = row.as_day(row.required("published"), "published")
    return Source(
        siglum=row["siglum"],
        file=file,
        title=row.required("title"),
        publisher=row.required("publisher"),
        url=row["url"],
        published=published,
        as_of=_as_of(row),
        as_of_written=row["as_of"],
        as_of_sure=row.sure("as_of_sure"),
        events=row.several("events"),
        kind=row.required("kind"),
        likelihood=row.chosen("likelihood", LIKELIHOODS),
        reason=row.required("reason"),
        original=row["original"],
        sha256=_checked_hash(row, data),
        text=text,
        reliability=_grade(row, "reliability", tuple(RELIABILITIES)),
        credibility=_grade(row, "credibility", tuple(CREDIBILITIES)),
        grade_reason=row.required("grade_reason") if _graded(row) else "",
    )


def _siglum(row: Row) -> str:
    siglum = row.required("siglum")
    if not _SIGLUM.fullmatch(siglum):
        raise row.fault(f"siglum `{siglum}`", "write a capital, then letters and digits only: A, B, C2")
    return siglum


def _graded(row: Row) -> bool:
    """Say whether any cell of the grade is filled; then all of them must be."""
    return any(row[column] for column in ("reliability", "credibility", "grade_reason"))


def _grade(row: Row, column: str, scale: tuple[str, ...]) -> str:
    return row.chosen(column, scale) if _graded(row) else ""


def _as_of(row: Row) -> date:
    """The day in `as_of`, which may carry a time of day."""
    written = row.required("as_of")
    try:
        # Check the pattern first: fromisoformat also takes week dates and other unusual spellings.
        if not _MOMENT.fullmatch(written):
            raise ValueError(written)
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise row.fault(
            f"`as_of` is `{written}`, not a date or a date and time",
            "write YYYY-MM-DD or YYYY-MM-DD HH:MM; if unknown, the day of publication with `as_of_sure` L",
        ) from None


def _document(row: Row) -> Path:
    """The row's document, which must be inside the documents folder once every link is resolved."""
    folder = row.file.parent / DOCUMENTS
    name = row.required("file")
    file = folder / name
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        inside = False
    if Path(name).is_absolute() or ".." in Path(name).parts or not inside:
        raise row.fault(f"`{name}` leads out of {DOCUMENTS}/", f"put the document itself into {DOCUMENTS}/")
    return file


def _contents(row: Row, file: Path) -> tuple[bytes, str]:
    name = f"{DOCUMENTS}/{row['file']}"
    try:
        # A pipe may never end, and a device is not a document.
        if not stat.S_ISREG(file.stat().st_mode) and not file.is_dir():
            raise row.fault(f"{name} is no regular file", "put the document itself there")
        data = file_bytes(file)
        return data, decoded(data)
    except FileNotFoundError:
        raise row.fault(f"{name} is missing", "put the document there or correct `file`") from None
    except OSError as error:
        raise row.fault(f"{name}: {unreadable(error)}", "make it a readable file") from None
    except ValueError as error:
        raise row.fault(f"{name}: {error}", TEXT_WANTED) from None


def _checked_hash(row: Row, data: bytes) -> str:
    """The document's SHA-256, which must be the recorded one: in a changed text the spans would be wrong."""
    found = hashlib.sha256(data).hexdigest()
    recorded = row["sha256"].lower()
    if not recorded:
        raise row.fault("`sha256` is empty", f"write {found}, the hash of {DOCUMENTS}/{row['file']}")
    if recorded != found:
        raise row.fault(
            f"{DOCUMENTS}/{row['file']} has SHA-256 {found} where {recorded} is recorded",
            f"restore the document or, if the change was meant, write {found}",
        )
    return found
