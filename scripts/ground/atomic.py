"""Files that are whole at every moment: the old one stays until the new one takes its place, in one step."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file beside where it is to be, then put it there. Raises `OSError`, leaving what was there."""
    make(path, lambda half: half.write_bytes(data))


def make(path: Path, written: Callable[[Path], object]) -> None:
    """The same for what another function writes, to the name that it is given."""
    # Two that write at once do not write into each other's; the one that ends last is the one that stays.
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        written(half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
