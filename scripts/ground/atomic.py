"""Atomic writing: a file is replaced in one step, so that nobody ever sees half of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file in one step. Raises `OSError`, and then leaves the old file as it was."""
    make(path, lambda half: half.write_bytes(data))


def make(path: Path, written: Callable[[Path], object]) -> None:
    """Let ``written`` write a file at the path it is given, then move that file to ``path`` in one step."""
    # Two processes that write at once do not share a file; the one that ends last wins.
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        written(half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
