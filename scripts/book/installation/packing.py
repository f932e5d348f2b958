"""The build backend: setuptools, but in a wheel the package is called `accounts`.

In the checkout the package is called `scripts`, which in everybody's environment would be in the way of other
people's. A wheel is therefore built from a copy of the tree in which the folder, and the imports in it, have
the other name. An installation that stays in the checkout (`pip install -e .`) is as it stands.

pip runs this with setuptools alone beside it, so it imports nothing else.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
)

__all__ = [
    "build_editable", "build_sdist", "build_wheel", "get_requires_for_build_editable",
    "get_requires_for_build_sdist", "get_requires_for_build_wheel", "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]  # fmt: skip

HERE, THERE = "scripts", "accounts"
_BESIDE = ("pyproject.toml", "CITATION.cff", "README.md", "LICENSE", "LICENSE-text")
# `from scripts import`, `import scripts.x`, "scripts.x.y" in a string or a docstring, "-m", "scripts".
_NAMED = re.compile(rf"(?P<before>\b(?:from|import) |-m |\"-m\", \"){HERE}\b|\b{HERE}(?=\.[a-z_])")


def build_wheel(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Build the wheel of `accounts` into a folder, and return its name."""
    into = os.path.abspath(folder)
    with _renamed():
        return str(build_meta.build_wheel(into, settings))


def prepare_metadata_for_build_wheel(folder: str, settings: Any = None) -> str:
    """Write what the wheel will say of itself into a folder, and return its name."""
    into = os.path.abspath(folder)
    with _renamed():
        return str(build_meta.prepare_metadata_for_build_wheel(into, settings))


def renamed(text: str) -> str:
    """Return the text of a module as it stands in the wheel.

    >>> renamed("from scripts.ground import faults\\nimport scripts")
    'from accounts.ground import faults\\nimport accounts'
    >>> renamed('_COMMANDS = {"survey": "scripts.survey"}  # what scripts do')
    '_COMMANDS = {"survey": "accounts.survey"}  # what scripts do'
    """
    return _NAMED.sub(lambda m: f"{m['before'] or ''}{THERE}", text)


@contextmanager
def _renamed() -> Iterator[None]:
    """Work in a copy of the tree in which the package has its other name; the tree itself stays as it is."""
    root = os.getcwd()
    with tempfile.TemporaryDirectory() as copy:
        for name in _BESIDE:
            shutil.copy2(Path(root, name), copy)
        shutil.copytree(Path(root, HERE), Path(copy, THERE), ignore=shutil.ignore_patterns("__pycache__"))
        for path in Path(copy, THERE).rglob("*.py"):
            path.write_text(renamed(path.read_text("utf-8")), "utf-8")
        settings = Path(copy, "pyproject.toml")
        text = settings.read_text("utf-8").replace(f'"{HERE}', f'"{THERE}')
        settings.write_text(text, "utf-8")
        os.chdir(copy)
        try:
            yield
        finally:
            os.chdir(root)
