"""Digests of everything the book is made from: while they stay the same, nothing is built again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

# Leave out compiled Python: its source counts already, and it may change when the source does not.
DERIVED = {"__pycache__", ".ipynb_checkpoints"}


def of_chapters(root: Path) -> str:
    """A digest of what every chapter's outputs depend on: code, seeds, locked packages, this Python.

    Data in folders beside the chapters count too; a link there leads to files that are counted already.
    """
    beside = [path for path in (root / "chapters").glob("*/") if path.is_dir() and not path.is_symlink()]
    folders = (root / "scripts", root / "seeds", *beside)
    files = [path for folder in folders for path in folder.rglob("*") if not DERIVED & set(path.parts)]
    # Chapters show how to cite a finding, so the citation record and the settings count.
    files += [root / name for name in ("requirements.txt", "CITATION.cff", "_config.yml")]
    return _digest(root, files, sys.version)


def of_book(root: Path) -> str:
    """A digest of what the whole book depends on: all that, the chapters' text, the settings, the date."""
    settings = [root / name for name in ("_config.yml", "_toc.yml", "pyproject.toml")]
    files = [*(root / "chapters").glob("*"), *settings]
    return _digest(root, files, of_chapters(root), os.environ["SOURCE_DATE_EPOCH"])


def _digest(root: Path, files: Iterable[Path], *words: str) -> str:
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(files):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
