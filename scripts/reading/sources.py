"""Sources: the published accounts, with their provenance, as the manifest lists them.

A source's text is what `scripts.reading.formats` reads from its file; of a plain text that is exactly what
its bytes decode to. Line ends are not changed and nothing is normalised, so that every span counts code
points of this text. A byte order mark says how to decode and is not part of the text.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from scripts.english import not_english
from scripts.ground.faults import Fault
from scripts.ground.tables import Row, read_rows
from scripts.reading import formats
from scripts.reading.formats import Document, Page, Unreadable

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
STANDARD_INPUT = Path("-")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?")
_SIGLUM = re.compile(r"[A-Z][A-Za-z0-9]*")


@dataclass(frozen=True)
class Source:
    """One published account: its text, what it is, and when it speaks.

    `as_of` is the day on which it speaks (None if unknown), `as_of_written` the cell as written, which may
    hold a time of day too. `likelihood` and `reason` belong to the judgment that it is of this `kind`;
    `original` is the id of the recorded document that it renders or reports on, or "". `reliability` (A-F)
    grades its publisher, `credibility` (1-6) what it says; "" where it was not graded. `document` is what was
    read from the file, with its pages and with what was left out.
    """

    siglum: str
    file: Path
    title: str
    publisher: str
    url: str
    published: date | None
    as_of: date | None
    as_of_written: str
    as_of_sure: str
    events: tuple[str, ...]
    kind: str
    likelihood: str
    reason: str
    original: str
    sha256: str
    text: str
    reliability: str = ""
    credibility: str = ""
    grade_reason: str = ""
    document: Document | None = None

    def page(self, start: int) -> Page | None:
        """Return the page on which an offset of the text stands; None in a file without pages."""
        return self.document.page(start) if self.document else None


def read_manifest(path: Path) -> tuple[Source, ...]:
    """The sources that the manifest at `path` lists, in its order; documents lie in `documents/` beside it.

    Raises Fault, with the row, on a malformed or empty cell, a siglum given twice, and a document that is
    missing, empty, binary, undecodable, outside its folder, or not the one whose SHA-256 was recorded; on a
    document that is not English or has two rows, and on an account of other events than the first is of.
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
    """Raise Fault where a document lies beside the manifest that no row of it lists: it would be left out."""
    listed = {os.path.realpath(source.file) for source in sources}
    for path in sorted((manifest.parent / DOCUMENTS).rglob("*")):
        if path.is_dir() or path.name.startswith(".") or os.path.realpath(path) in listed:
            continue
        name = path.relative_to(manifest.parent)
        raise Fault(manifest, "whole file", f"{name} has no row", "add its row, or take the document out")


def _check_files(rows: Sequence[Row], sources: Sequence[Source]) -> None:
    """Raise Fault where two rows are of one document."""
    taken: dict[str, Row] = {}
    for row, source in zip(rows, sources, strict=True):
        if (other := taken.setdefault(os.path.realpath(source.file), row)) is not row:
            problem = f"{DOCUMENTS}/{row['file']} is the document of {other.place}, too"
            raise row.fault(problem, "give each account one row")


def _check_events(rows: Sequence[Row], sources: Sequence[Source]) -> None:
    """Raise Fault where a row declares other events than the first that declares any, tied to them by none.

    What the text says of dates and places is no part of this: it may be what is wrong with the account.
    """
    declared = [(row, set(source.events)) for row, source in zip(rows, sources, strict=True) if source.events]
    tied = set(declared[0][1]) if declared else set()
    while more := [events for _, events in declared if events & tied and not events <= tied]:
        tied.update(*more)
    for row, events in declared:
        if not events & tied:
            problem = f"`events` are others than those of {declared[0][0].place}: {', '.join(sorted(events))}"
            raise row.fault(problem, "give accounts of the same events, or correct `events`")


def read_account(path: Path, siglum: str, whole: bool = False) -> Source:
    """One account from a file of any format, or from standard input (`-`), without a manifest.

    ``whole`` takes in what is left out otherwise (menus, running heads, quoted mails). Raises Fault on a file
    that is missing, empty, or gives no text.
    """
    try:
        data = _piped() if path == STANDARD_INPUT else _bytes(path)
    except OSError as error:
        raise Fault(path, "whole file", _unreadable(error), "check the path") from None
    return account_of(path, siglum, data, whole)


def account_of(path: Path, siglum: str, data: bytes, whole: bool = False) -> Source:
    """One account from the bytes of a file without a manifest. Raises Fault where they give no text."""
    try:
        read = formats.read(path.name, data, whole)
    except Unreadable as error:
        raise Fault(_named(path), "whole file", error.problem, error.remedy) from None
    return Source(
        siglum=siglum, file=_named(path), title=read.title or _named(path).name, publisher="", url="",
        published=read.day if read.dated == "published" else None, as_of=None,
        as_of_written="", as_of_sure="", events=(), kind="", likelihood="", reason="", original="",
        sha256=hashlib.sha256(data).hexdigest(), text=read.text, document=read,
    )  # fmt: skip


def _named(path: Path) -> Path:
    return Path("standard input") if path == STANDARD_INPUT else path


def _piped() -> bytes:
    """What comes from standard input, as far as an account may be long."""
    return sys.stdin.buffer.read(formats.LARGEST + 1)


def in_english(source: Source) -> Source:
    """Return ``source``. Raises Fault where it is not English."""
    if problem := not_english(source.text):
        raise Fault(source.file, "whole file", problem, "give an English text")
    return source


def _source(row: Row) -> Source:
    file = _document(row)
    data, read = _contents(row, file)
    if problem := not_english(read.text):
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
        text=read.text,
        document=read,
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
    """Say whether any cell of the grade is filled; all of them must be then."""
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
    """The row's document. It must be inside the documents folder once every link is resolved."""
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


def _contents(row: Row, file: Path) -> tuple[bytes, Document]:
    name = f"{DOCUMENTS}/{row['file']}"
    try:
        # A pipe may never end, and a device is not a document.
        if not stat.S_ISREG(file.stat().st_mode) and not file.is_dir():
            raise row.fault(f"{name} is no regular file", "put the document itself there")
        data = _bytes(file)
        return data, formats.read(file.name, data)
    except FileNotFoundError:
        raise row.fault(f"{name} is missing", "put the document there or correct `file`") from None
    except OSError as error:
        raise row.fault(f"{name}: {_unreadable(error)}", "make it a readable file") from None
    except Unreadable as error:
        raise row.fault(f"{name}: {error.problem}", error.remedy) from None


def _bytes(file: Path) -> bytes:
    """The bytes of a file, as far as one may be long: a device or a runaway pipe has no end."""
    with file.open("rb") as opened:
        return opened.read(formats.LARGEST + 1)


def _unreadable(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"


def _checked_hash(row: Row, data: bytes) -> str:
    """The document's SHA-256, which must be the recorded one: in an altered text the spans would be wrong."""
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
