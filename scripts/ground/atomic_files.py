"""Writing files in one step: readers see the old file until the new one is complete.

An `OSError` raised here names the file that was to be written; the system's error for a full disk names none.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a temporary file beside `path`, then move it there. Raises `OSError`, leaving the old file."""
    make(path, lambda half: half.write_bytes(data))


def make(path: Path, written: Callable[[Path], object]) -> None:
    """Do the same for a file that another function writes under the temporary name it is given."""
    with _half(path) as half, naming(path):
        written(half)
        half.replace(path)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files, all of them or none. Raises `OSError`, leaving the old files."""
    with ExitStack() as stack:
        halves = {path: stack.enter_context(_half(path)) for path in files}
        before = {path: stack.enter_context(_half(path, "before")) for path in files}
        for path, data in files.items():
            with naming(path):
                halves[path].write_bytes(data)
                with suppress(FileNotFoundError):
                    shutil.copy2(path, before[path])
        placed: list[Path] = []
        try:
            for path, half in halves.items():
                with naming(path):
                    half.replace(path)
                placed.append(path)
        except OSError:
            for path in placed:
                if before[path].exists():
                    os.replace(before[path], path)
                else:
                    path.unlink()
            raise


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Make an `OSError` name ``path`` instead of the temporary file that failed."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def _half(path: Path, kind: str = "") -> Iterator[Path]:
    """A temporary name beside ``path``; the file is removed at the end."""
    # Each writer has a temporary file of its own; of two at once, the one that ends last wins.
    half = path.with_name(f".{path.name}{f'.{kind}' if kind else ''}.{os.getpid()}")
    try:
        yield half
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
