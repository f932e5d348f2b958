"""Sources: the published accounts, each with its text and provenance; reading one from a file.

A source's text is what `scripts.reading.formats` reads from its file; of a plain text that is exactly what
its bytes decode to. Line ends are not changed and nothing is normalised, so that every span counts code
points of this text. A byte order mark says how to decode and is not part of the text.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.english import not_english
from scripts.ground.faults import Fault
from scripts.reading import formats
from scripts.reading.formats import Document, Page, Unreadable

STANDARD_INPUT = Path("-")


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


def read_account(path: Path, siglum: str, whole: bool = False) -> Source:
    """One account from a file of any format, or from standard input (`-`), without a manifest.

    ``whole`` takes in what is left out otherwise (menus, running heads, quoted mails). Raises Fault on a file
    that is missing, empty, or gives no text.
    """
    try:
        data = _piped() if path == STANDARD_INPUT else file_bytes(path)
    except OSError as error:
        raise Fault(path, "whole file", unreadable(error), "check the path") from None
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


def file_bytes(file: Path) -> bytes:
    """The bytes of a file, as far as one may be long: a device or a pipe may have no end. Raises OSError."""
    with file.open("rb") as opened:
        return opened.read(formats.LARGEST + 1)


def unreadable(error: OSError) -> str:
    """Why a file cannot be read, in a few words."""
    return "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
