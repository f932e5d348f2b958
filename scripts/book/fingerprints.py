"""Digests of what the book is made from: while they stay the same, nothing is made again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

# Compiled Python is derived from what is already counted, and changes without it.
DERIVED = {"__pycache__", ".ipynb_checkpoints"}


def of_chapters(root: Path) -> str:
    """What every chapter's outputs rest on: the code, the seeds, the locked packages, this Python.

    So do they on data that stands in a folder beside the chapters; a link there leads to what is counted.
    """
    beside = [path for path in (root / "chapters").glob("*/") if path.is_dir() and not path.is_symlink()]
    folders = (root / "scripts", root / "seeds", *beside)
    files = [path for folder in folders for path in folder.rglob("*") if not DERIVED & set(path.parts)]
    # How to cite a finding is part of what a chapter shows.
    files += [root / name for name in ("requirements.txt", "CITATION.cff", "_config.yml")]
    return _digest(root, files, sys.version)


def of_book(root: Path) -> str:
    """What the whole book rests on: that, and the chapters' text, the settings and the date it carries."""
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
