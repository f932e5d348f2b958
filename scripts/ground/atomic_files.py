"""Files that are whole at every moment: the old one stays until the new one takes its place, in one step.

An `OSError` raised here names the file that was to be written: of a full disk the system says no more.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file beside where it is to be, then put it there. Raises `OSError`, leaving what was there."""
    make(path, lambda half: half.write_bytes(data))


def make(path: Path, written: Callable[[Path], object]) -> None:
    """The same for what another function writes, to the name that it is given."""
    with _half(path) as half, naming(path):
        written(half)
        half.replace(path)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Several files, all of them or none. Raises `OSError`, leaving what was there."""
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
    """Have an `OSError` name ``path``, whatever file beside it was the one that failed."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def _half(path: Path, kind: str = "") -> Iterator[Path]:
    """A name beside ``path`` for what is not whole yet, gone in the end."""
    # Two that write at once do not write into each other's; the one that ends last is the one that stays.
    half = path.with_name(f".{path.name}{f'.{kind}' if kind else ''}.{os.getpid()}")
    try:
        yield half
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
