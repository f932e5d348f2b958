"""The chapters as they are written: their notebooks, their fixed text, the sentences in their cells."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[2]
NAMES = [path.stem for path in sorted((ROOT / "chapters").glob("*.ipynb"))]
# Words that a reader takes for a likelihood, and that the seven words are there to replace.
LOOSE = re.compile(
    r"\b(probab\w+|possibl[ey]|perhaps|maybe|remote|improbab\w+|nearly certain|presumabl[ey]|apparently|"
    r"seemingly|undoubtedly|doubtless|certainly|surely|conceivabl[ey]|plausibl[ey])\b",
    re.IGNORECASE,
)


@cache
def notebook(name: str) -> Any:
    return nbformat.read(ROOT / "chapters" / f"{name}.ipynb", as_version=4)


def cells(name: str, kind: str) -> list[Any]:
    return [cell for cell in notebook(name).cells if cell.cell_type == kind]


def fixed_text(name: str) -> str:
    return "\n\n".join(cell.source for cell in cells(name, "markdown"))


def authored(name: str) -> Iterator[str]:
    """The sentences in code cells."""
    for cell in cells(name, "code"):
        yield from sentences(cell.source)


def sentences(source: str) -> Iterator[str]:
    """Every string of a cell that has several words."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 2:
            yield node.value


def prose(name: str) -> str:
    return "\n\n".join([fixed_text(name), *authored(name)])
