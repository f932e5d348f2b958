"""The result file of a survey: a line for each account as it is done, read again by the next run.

A line is written in one call and never changed. A killed survey leaves at most one torn line, at the end: the
next run cuts it off and does that account again. Only one survey at a time writes into a folder.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from scripts.ground.faults import Fault
from scripts.survey.outcomes import Outcome

NAME = "survey.jsonl"
_LOCK = "survey.lock"


class Journal:
    """The result file of one folder, locked while it is open.

    Raises Fault where the folder cannot be written to, and where another survey is at work in it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.damaged = 0
        self._done: dict[int, int] = {}  # where the last line of a key begins
        self._again: set[int] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = (folder / _LOCK).open("ab")
            self._file = self._opened(folder)
        except OSError as error:
            raise unwritable(folder, error) from None

    def _opened(self, folder: Path) -> BinaryIO:
        try:
            # The system releases the lock when this process ends, however it ends.
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.close()
            raise Fault(
                folder,
                "whole folder",
                "another survey is writing into it",
                "wait, or name another --out",
            ) from None
        opened = self.path.open("a+b", buffering=0)
        self._read(opened)
        return opened

    def _read(self, opened: BinaryIO) -> None:
        """Note where each account's line is; cut off an unfinished last line."""
        with self.path.open("rb") as lines:
            at = 0
            for line in lines:
                if not line.endswith(b"\n"):
                    opened.truncate(at)
                    break
                self._note(Outcome.parsed(line), at)
                at += len(line)
            self._end = at

    def _note(self, outcome: Outcome | None, at: int) -> None:
        if outcome is None:
            self.damaged += 1
            return
        self._done[outcome.key] = at
        (self._again.add if outcome.again else self._again.discard)(outcome.key)

    def __contains__(self, key: int) -> bool:
        """Whether the account with this key is done and need not be tried again."""
        return key in self._done and key not in self._again

    def add(self, line: bytes) -> Outcome:
        """Write a line; raises Fault where it cannot be written (a full disk)."""
        outcome = Outcome.parsed(line)
        if outcome is None:
            raise ValueError(f"not a line of a result file: {line[:80]!r}")
        try:
            written = self._file.write(line)
            if written != len(line):
                raise OSError(0, "the disk is full")
        except OSError as error:
            self._file.truncate(self._end)
            raise unwritable(self.path.parent, error) from None
        self._note(outcome, self._end)
        self._end += len(line)
        return outcome

    def outcomes(self, keys: set[int]) -> Iterator[tuple[int, Outcome]]:
        """Yield the outcome of each key that is done, with the place of its line, in the order written."""
        places = sorted(at for key, at in self._done.items() if key in keys)
        yield from self._parsed(places)

    def at(self, places: list[int]) -> Iterator[Outcome]:
        """Yield the outcomes whose lines begin at these places, in the order given."""
        yield from (outcome for _, outcome in self._parsed(places))

    def _parsed(self, places: list[int]) -> Iterator[tuple[int, Outcome]]:
        with self.path.open("rb") as lines:
            for at in places:
                lines.seek(at)
                outcome = Outcome.parsed(lines.readline())
                if outcome is not None:
                    yield at, outcome

    def close(self) -> None:
        """Close the file and release the lock."""
        self._file.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def unwritable(folder: Path, error: OSError) -> Fault:
    """Return the Fault for a folder that cannot be written to."""
    problem = f"cannot be written to ({error.strerror or error})"
    return Fault(folder, "whole folder", problem, "name a folder that can, with --out")
