"""Sources: the published accounts, each with its text and provenance; reading one from a file.

A source's text is exactly what its bytes decode to. Line ends are not changed and nothing is normalised, so
that every span counts code points of this text. A byte order mark says how to decode and is not part of the
text.
"""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.english import not_english
from scripts.ground.faults import Fault

TEXT_WANTED = "give a plain text in UTF-8 (or UTF-16 with its byte order mark)"
_MOST = 16 << 20  # bytes; far more than any account has, but an endless pipe or device would reach it
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Source:
    """One published account: its text, what it is, and when it speaks.

    `as_of` is the day on which it speaks (None if unknown), `as_of_written` the cell as written, which may
    hold a time of day too. `likelihood` and `reason` belong to the judgment that it is of this `kind`;
    `original` is the id of the recorded document that it renders or reports on, or "". `reliability` (A-F)
    grades its publisher, `credibility` (1-6) what it says; "" where it was not graded.
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


def read_account(path: Path, siglum: str) -> Source:
    """One account from a file without a manifest: a siglum and a text, of unknown provenance.

    Raises Fault on a file that is missing, empty, binary or undecodable.
    """
    try:
        data = file_bytes(path)
    except OSError as error:
        raise Fault(path, "whole file", unreadable(error), "check the path") from None
    except ValueError as error:
        raise Fault(path, "whole file", str(error), "give the text of one account") from None
    return account_of(path, siglum, data)


def account_of(path: Path, siglum: str, data: bytes) -> Source:
    """One account from the bytes of a file without a manifest. Raises Fault where they are not text."""
    try:
        text = decoded(data)
    except ValueError as error:
        raise Fault(path, "whole file", str(error), TEXT_WANTED) from None
    return Source(
        siglum=siglum, file=path, title=path.name, publisher="", url="", published=None, as_of=None,
        as_of_written="", as_of_sure="", events=(), kind="", likelihood="", reason="", original="",
        sha256=hashlib.sha256(data).hexdigest(), text=text,
    )  # fmt: skip


def in_english(source: Source) -> Source:
    """Return ``source``. Raises Fault where it is not English."""
    if problem := not_english(source.text):
        raise Fault(source.file, "whole file", problem, "give an English text")
    return source


def file_bytes(file: Path) -> bytes:
    """The bytes of a file. Raises OSError, and ValueError where it is too large for an account."""
    with file.open("rb") as opened:
        data = opened.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError(f"larger than {_MOST >> 20} MB")
    return data


def unreadable(error: OSError) -> str:
    """Why a file cannot be read, in a few words."""
    return "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"


def decoded(data: bytes) -> str:
    """The text of a document. Raises ValueError, with the reason, where the bytes are not text."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        raise ValueError("binary, not a text")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        named = encoding.removesuffix("-sig").upper()
        raise ValueError(f"undecodable as {named} from byte {error.start} on") from None
    if "\0" in text:
        raise ValueError("binary, not a text")
    if not text.strip():
        raise ValueError("empty")
    return text
