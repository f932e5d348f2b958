"""The account files of a folder, one after the other: their bytes and digest, or what is wrong with them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.reading.formats import ENDINGS as ENDINGS_READ
from scripts.reading.formats.kinds import PLAIN

LARGEST = 1_000_000
# A note on a folder, such as its README, is no account.
ENDINGS = tuple(ending for ending in ENDINGS_READ if ending not in (".md", ".markdown"))
_PICTURES = 20  # times as large as a text may be what holds pictures as well


@dataclass(frozen=True)
class Text:
    """One account: its path within the folder, its bytes, and their SHA-256; or the problem with the file."""

    file: str
    data: bytes = b""
    sha256: str = ""
    problem: str = ""


def files(folder: Path, leave_out: Path | None = None) -> Iterator[Text]:
    """Yield every file of a format that is read under ``folder``, in the order of names, unread.

    The file ``leave_out`` (the reference may lie among the accounts) is skipped. A folder that cannot be
    listed is yielded with its problem, so that nothing is skipped silently.
    """
    closed: list[OSError] = []
    reference = _identity(leave_out) if leave_out else None
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        yield from _closed(folder, closed)
        for name in sorted(names):
            path = Path(place, name)
            if name.lower().endswith(ENDINGS) and (reference is None or _identity(path) != reference):
                yield Text(path.relative_to(folder).as_posix())
    yield from _closed(folder, closed)


def _closed(folder: Path, errors: list[OSError]) -> Iterator[Text]:
    while errors:
        error = errors.pop(0)
        name = os.path.relpath(error.filename, folder)
        yield Text(name, problem=f"folder cannot be listed ({error.strerror})")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def read(folder: Path, text: Text, largest: int = LARGEST) -> Text:
    """Read the bytes of a file, or name the problem with it."""
    if text.problem:
        return text
    try:
        # Check before opening: a pipe would make the survey wait for ever.
        about = (folder / text.file).stat()
        if not stat.S_ISREG(about.st_mode):
            return Text(text.file, problem="no ordinary file")
        is_text = ENDINGS_READ.get(Path(text.file).suffix.lower(), PLAIN) == PLAIN
        if about.st_size > (largest if is_text else _PICTURES * largest):
            return Text(text.file, problem=f"larger than {largest} bytes (--largest sets the limit)")
        data = (folder / text.file).read_bytes()
    except OSError as error:
        return Text(text.file, problem=f"cannot be read ({error.strerror or error})")
    return Text(text.file, data, hashlib.sha256(data).hexdigest())
