"""Fault: the one error for bad input, which says where it is, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from scripts.ground.invisible_characters import visible


class Fault(Exception):
    """Input that cannot be used. Its text is one line: `file: place: problem; remedy`.

    It is raised for every file that people write (an account, the manifest, a table of the record), so that
    they can correct a mistake without reading code.
    """

    def __init__(self, file: Path | str, place: str, problem: str, remedy: str) -> None:
        # Pass all four parts to Exception: a Fault raised in a worker process must unpickle.
        super().__init__(file, place, problem, remedy)
        self.file: Final = file
        self.place: Final = place
        self.problem: Final = problem
        self.remedy: Final = remedy

    def __str__(self) -> str:
        # A file name or a cell may hold line breaks or control characters, but the message is one line.
        return visible(" ".join(f"{self.file}: {self.place}: {self.problem}; {self.remedy}".split()))
