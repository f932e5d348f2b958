"""The one error for input that cannot be used: where it stands, what is wrong, what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from scripts.ground.invisible_characters import visible


class Fault(Exception):
    """Input that cannot be used. Its text is one line, `file: place: problem; remedy`.

    Raised wherever a file that a person writes (an account, the manifest, a table of the record) is read,
    so that whoever broke it can mend it without reading code.
    """

    def __init__(self, file: Path | str, place: str, problem: str, remedy: str) -> None:
        # The four parts go to Exception as they are: a Fault raised in a worker process must unpickle.
        super().__init__(file, place, problem, remedy)
        self.file: Final = file
        self.place: Final = place
        self.problem: Final = problem
        self.remedy: Final = remedy

    def __str__(self) -> str:
        # A file name or a cell may hold a line break, or what a terminal obeys; the promise is one line.
        return visible(" ".join(f"{self.file}: {self.place}: {self.problem}; {self.remedy}".split()))
