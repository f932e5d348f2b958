"""Cases in plain text: a line that is read, and below it, in lines after ``-``, what is expected of it.

Lines after ``#`` are headings. People read and edit such tables; each test says what a line means.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Listed:
    """A line of text, and the lines below it."""

    text: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


def listed(path: Path) -> tuple[Listed, ...]:
    """Return the cases of a file. Raises IndexError if an expected line comes first."""
    found: list[tuple[str, list[str]]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("- "):
            found[-1][1].append(line[2:])
        elif line and not line.startswith("# "):
            found.append((line, []))
    return tuple(Listed(text, tuple(expected)) for text, expected in found)
