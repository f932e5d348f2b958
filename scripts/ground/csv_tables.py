"""Tables that people keep by hand (CSV): read strictly; each row knows its file and line.

The manifest, the pillars, the register and every table of the reference record are read here, so that a
mistake in any of them is reported in the same way: the file, the row, what is wrong, what to do.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.ground.faults import Fault

SURENESS = ("H", "M", "L")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Row:
    """One line of a table: cells by column name, and its place (the heading is row 1)."""

    file: Path
    line: int
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        """The row's place as a message names it."""
        return f"row {self.line}"

    def fault(self, problem: str, remedy: str) -> Fault:
        """The error to raise about this row."""
        return Fault(self.file, self.place, problem, remedy)

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def required(self, column: str) -> str:
        """The cell's text. Raises Fault where it is empty."""
        if not self[column]:
            raise self.fault(f"`{column}` is empty", f"fill in `{column}`")
        return self[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell, separated by `|`; none where the cell is empty.

        Raises Fault where a value is empty or given twice.
        """
        if not self[column]:
            return ()
        values = tuple(value.strip() for value in self[column].split("|"))
        if "" in values:
            raise self.fault(f"`{column}` has an empty value between two `|`", "take out the spare `|`")
        for value, times in Counter(values).items():
            if times > 1:
                raise self.fault(f"`{column}` has `{value}` twice", "keep one of the two")
        return values

    def chosen(self, column: str, allowed: Sequence[str]) -> str:
        """The cell's text, which must be one of `allowed`. Raises Fault where it is not."""
        value = self.required(column)
        if value not in allowed:
            raise self.fault(f"`{column}` is `{value}`", f"write one of: {', '.join(allowed)}")
        return value

    def sure(self, column: str = "sure") -> str:
        """How sure the row is: H, M or L. Raises Fault on any other value."""
        return self.chosen(column, SURENESS)

    def day(self, column: str) -> date | None:
        """The day in the cell, None where it is empty. Raises Fault where it is not an ISO date."""
        return self.as_day(self[column], column) if self[column] else None

    def as_day(self, text: str, column: str) -> date:
        """`text` as a day. Raises Fault, naming `column`, where it is not an ISO date."""
        try:
            # Check the pattern first: from Python 3.11 on fromisoformat also takes 20241030 and week dates.
            if not _DAY.fullmatch(text):
                raise ValueError(text)
            return date.fromisoformat(text)
        except ValueError:
            raise self.fault(f"`{column}` is `{text}`, not a date", "write it as YYYY-MM-DD") from None


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of the table at `path`, whose heading must hold exactly `columns`, in any order.

    Blanks around a cell are removed, empty lines skipped. Raises Fault on a missing, undecodable or empty
    file, on a heading with other columns, on a row of another length, and on a quotation left open.
    """
    lines = _records(path, _text(path))
    line, heading = next(lines, (1, []))
    if not heading:
        raise Fault(path, "row 1", "the table is empty", f"write the heading: {','.join(columns)}")
    _check_heading(path, line, heading, columns)
    return [Row(path, at, _cells(path, at, heading, values)) for at, values in lines]


def _text(path: Path) -> str:
    """The file's text, in UTF-8, with or without the byte order mark that spreadsheets write."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Fault(path, "whole file", "no such file", "put it back or correct the path") from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise Fault(path, "whole file", problem, "make it a readable file") from None
    except UnicodeDecodeError as error:
        raise Fault(path, f"byte {error.start}", "not UTF-8", "save the table as UTF-8") from None
    if "\0" in text:
        raise Fault(path, "whole file", "binary, not a table", "save the table as CSV in UTF-8")
    return text


def _records(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank, with its number."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    before = 0
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Fault(
                path, f"row {before + 1}", f"not readable as CSV ({error})", "check its quotation marks"
            ) from None
        # A cell over two lines is nearly always an unclosed quotation, and it would shift all row numbers.
        if reader.line_num != before + 1:
            problem = "a cell runs over the end of its line"
            raise Fault(path, f"row {before + 1}", problem, "close the quotation mark")
        before = reader.line_num
        if any(value.strip() for value in values):
            yield before, values


def _check_heading(path: Path, line: int, heading: Sequence[str], columns: Sequence[str]) -> None:
    names = [name.strip() for name in heading]
    twice = sorted(name for name, times in Counter(names).items() if times > 1)
    unknown = [name for name in names if name not in columns]
    missing = [name for name in columns if name not in names]
    remedy = f"write the heading: {','.join(columns)}"
    for problem, found in (("column twice", twice), ("unknown column", unknown), ("missing column", missing)):
        if found:
            raise Fault(path, f"row {line}", f"{problem}: {', '.join(found)}", remedy)


def _cells(path: Path, line: int, heading: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    if len(values) != len(heading):
        raise Fault(
            path,
            f"row {line}",
            f"{len(values)} cells where the heading has {len(heading)}",
            "put cells that hold a comma in quotation marks, and leave no cell out",
        )
    return {name.strip(): value.strip() for name, value in zip(heading, values, strict=True)}
