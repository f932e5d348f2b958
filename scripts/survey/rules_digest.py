"""A digest of the rules: when it changes, the accounts compared under the old rules are compared again."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1]
# Rooms that show, print or measure do not change what is found.
_SHOWN = {"bench", "book", "datapackage", "exhibits", "__pycache__"}
# The packages that stem words and read files. The Python version counts too: its Unicode tables say what a
# letter is.
_DECIDING = ("snowballstemmer", "lxml", "mammoth", "pdfminer.six", "readability-lxml")


@cache
def fingerprint(folder: Path = _FOLDER) -> str:
    """Return the SHA-256 of the code and data that decide what is found, wherever they are installed."""
    made = hashlib.sha256(f"{sys.version_info[:2]} {' '.join(map(_version, _DECIDING))}".encode())
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and path.suffix != ".pyc" and not _SHOWN & set(parts):
            made.update(f"\0{'/'.join(parts)}\0".encode() + path.read_bytes())
    return made.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
