"""The texts that a command is given: read from files of any format, told of, and written out."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scripts.ground import atomic_files
from scripts.ground.faults import Fault
from scripts.ground.invisible_characters import visible
from scripts.reading.formats.document import Document
from scripts.reading.sources import STANDARD_INPUT, Source, in_english, read_account

TAKEN = "a web page, PDF, Word file, mail or text; - for standard input"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options on how files are read."""
    parser.add_argument(
        "--whole-page", action="store_true",
        help="take in what is left out else: menus, running heads, quoted mails",
    )  # fmt: skip
    parser.add_argument(
        "--save-text", metavar="DIR", type=Path,
        help="write the text that was read of each file into a folder: offsets count its characters",
    )  # fmt: skip


def add_record_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a record."""
    parser.add_argument(
        "--reference", metavar="DIR", type=Path, help="a cited record to check the readings against"
    )


def read_texts(paths: Sequence[Path], sigla: Sequence[str], whole: bool = False) -> tuple[Source, ...]:
    """Read an English text from each file. Raises Fault on one that gives none."""
    if list(paths).count(STANDARD_INPUT) > 1:
        raise Fault(
            "standard input", "second -", "can be read only once", "give a file in place of one of them"
        )
    return tuple(in_english(read_account(p, s, whole)) for p, s in zip(paths, sigla, strict=False))


def save_texts(sources: Sequence[Source], folder: Path) -> None:
    """Write the text of each source into a folder as A.txt, B.txt ..., all or none. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    atomic_files.write_together({folder / f"{s.siglum}.txt": s.text.encode() for s in sources})


def told(source: Source, width: int = 100) -> list[str]:
    """Return, in lines, what a source is: its file, what the file says of itself, what was left out."""
    lines = [visible(f"{source.siglum} = {source.file}")]
    for fact in facts(source.document):
        lines += textwrap.wrap(visible(fact), width, initial_indent="    ", subsequent_indent="      ")
    return lines


def notes(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the lines of those sources of which the file name does not say all."""
    return tuple(
        visible(f"note: {source.siglum} = {'; '.join([str(source.file), *told_of])}")
        for source in sources
        if (told_of := list(facts(source.document)))
    )


_HINT = " (--whole-page takes in what it can)"


def facts(document: Document | None, hint: str = _HINT) -> Iterator[str]:
    """Yield what a file says of itself, and what was left out of it; nothing for a plain text.

    ``hint`` says how to take that in.
    """
    if document is None or document.kind == "text":
        return
    yield f"{document.kind}{f' “{document.title}”' if document.title else ''}"
    if document.day:
        yield f"{document.dated} {document.day} by its own data"
    yield from document.remarks
    if document.left_out:
        yield f"left out: {', '.join(document.left_out)}{hint}"


def as_row(source: Source) -> dict[str, Any]:
    """Return the same as one object of JSON."""
    document = source.document or Document(source.text, "text")
    return {
        "siglum": source.siglum,
        "file": str(source.file),
        "sha256": source.sha256,
        "kind": document.kind,
        "title": document.title,
        "day": document.day.isoformat() if document.day else None,
        "day_of": document.dated,
        "pages": len(document.pages),
        "left_out": list(document.left_out),
        "remarks": list(document.remarks),
    }
