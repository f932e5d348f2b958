"""The data files of English as they stand, read without the code that they are there for."""

from __future__ import annotations

import csv
from pathlib import Path

from scripts import english

FOLDER = Path(english.__file__).resolve().parent


def read(name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a table."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        header, *body = list(csv.reader(handle))
    return header, body
