"""The tables of statements: a source stands above its statements, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from listed import listed

TABLES = sorted((Path(__file__).parent / "comparing" / "statements").glob("*.txt"))


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield (verdict, statement, source) of every table."""
    for table in TABLES:
        for case in listed(table):
            for line in case.expected:
                verdict, statement = line.split(": ", 1)
                yield verdict, statement, case.text


CASES = tuple(cases())
