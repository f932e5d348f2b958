"""The layout of the code: imports go one way along the data flow; functions and files are short.

``ORDER`` is the data flow, from the most basic room to the last: a room imports only from itself and from
rooms above it. Inside a room there are no circular imports.
"""

from __future__ import annotations

import ast
import doctest
import importlib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import scripts

SCRIPTS = Path(scripts.__file__).parent
FILES = sorted(p for p in SCRIPTS.rglob("*.py") if "__pycache__" not in p.parts)
ORDER = (
    "ground",
    "english",
    "reading",
    "record",
    "comparing",
    "report",
    "exhibits",
    "book",
    "commands",
    "survey",
    "bench",
    "page",
    "__main__",
)
HEAVY = {"pandas", "matplotlib", "numpy", "sphinx", "docutils", "typst", "jupyter_book", "nbformat"}
MAY_BE_HEAVY = ("comparing/pairing/candidate_pairs.py", "exhibits/", "book/", "bench/", "page/comparison.py")
FILE_LINES, FUNCTION_LINES = 320, 45


def room(path: Path) -> str:
    """The room that a file belongs to."""
    first = path.relative_to(SCRIPTS).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names, below `scripts`, that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "scripts":
            yield from (f"{node.module}.{alias.name}".removeprefix("scripts.") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.removeprefix("scripts.") for a in node.names if a.name.startswith("scripts."))


def part(place: str, name: str) -> str:
    """The part of a room that a dotted name lies in: a file, a room inside it, or `__init__`."""
    inside = name.removeprefix(f"{place}.").split(".")[0]
    there = SCRIPTS / place / inside
    return inside if there.is_dir() or there.with_suffix(".py").is_file() else "__init__"


def test_every_module_has_its_place_in_the_flow() -> None:
    assert {room(p) for p in FILES} - {"__init__"} == set(ORDER)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SCRIPTS).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    if room(path) == "__init__":
        return
    place = ORDER.index(room(path))
    rooms = {name.split(".")[0] for name in imports(path)}
    below = {name for name in rooms if name in ORDER and ORDER.index(name) > place}
    assert not below, f"{room(path)} imports from further down the flow: {sorted(below)}"


@pytest.mark.parametrize("place", ORDER[:-1])
def test_nothing_in_a_room_is_imported_in_a_circle(place: str) -> None:
    needs: dict[str, set[str]] = defaultdict(set)
    for path in (p for p in FILES if room(p) == place):
        own = part(place, ".".join(path.relative_to(SCRIPTS).with_suffix("").parts))
        # The book's `__init__` imports what it sets up for Sphinx only when Sphinx asks for it.
        if (place, own) != ("book", "__init__"):
            inside = {part(place, name) for name in imports(path) if name.startswith(f"{place}.")}
            needs[own] |= inside - {own}
    tuple(TopologicalSorter(needs).static_order())  # raises CycleError, which names the circle


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SCRIPTS).as_posix())
def test_heavy_imports_stay_in_their_rooms(path: Path) -> None:
    if path.relative_to(SCRIPTS).as_posix().startswith(MAY_BE_HEAVY):
        return
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[0] for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    assert not found & HEAVY


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "config", "misc", "base"}
    assert not [p for p in FILES if p.stem in drawers or set(p.parts) & drawers]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SCRIPTS).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    name = path.relative_to(SCRIPTS).as_posix()
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= FILE_LINES
    long = {
        f"{name}:{node.name}": lines
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    }
    assert not long


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SCRIPTS).as_posix())
def test_everything_public_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module"
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not [node.name for node in public if not ast.get_docstring(node)]


EXAMPLES = [p for p in FILES if ">>>" in p.read_text("utf-8") and room(p) != "book"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.relative_to(SCRIPTS).as_posix())
def test_examples_in_docstrings_are_true(path: Path) -> None:
    name = ".".join(("scripts", *path.relative_to(SCRIPTS).with_suffix("").parts)).removesuffix(".__init__")
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert failed == 0
    assert tried > 0 or "SKIP" in path.read_text("utf-8")
