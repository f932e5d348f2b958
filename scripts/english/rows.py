"""Reading the data files of this folder.

Each reader raises `scripts.ground.faults.Fault`, with the file and the row, if a file does not fit its
header: a mistake made by hand is reported instead of losing a word.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from scripts.ground.faults import Fault

FOLDER = Path(__file__).resolve().parent


@cache
def table(name: str, header: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file. Raises `Fault` if its header or the width of a row differs."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle, strict=True))
    if not lines or tuple(lines[0]) != header:
        raise Fault(name, "header", "the columns differ", f"expected {','.join(header)}")
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(header):
            raise Fault(name, f"row {number}", f"{len(line)} cells", f"give it {len(header)}")
    return tuple(dict(zip(header, line, strict=True)) for line in lines[1:])


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a word list, one on each line, as written."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line)


def several(cell: str) -> tuple[str, ...]:
    """The values of one cell, separated by `|`."""
    return tuple(part for part in cell.split("|") if part)


def value(name: str, row: dict[str, str], column: str) -> float:
    """The number in a cell. Raises `Fault` if it holds none."""
    try:
        return float(row[column])
    except ValueError as error:
        place = next(iter(row.values()))
        raise Fault(name, place, f"{column} is not a number: {row[column]!r}", "give a number") from error
