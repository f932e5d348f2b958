"""How a chapter is made: thin, without outputs, labelled, and run anywhere."""

from __future__ import annotations

import ast
import re

import nbformat
import pytest
from nbclient import NotebookClient

from scripts.book.executing.chapters import pages
from tests.chapters.notebooks import NAMES, ROOT, cells, fixed_text, notebook

LONGEST = 15


def test_the_contents_name_every_chapter_and_no_other() -> None:
    assert sorted(pages(ROOT)) == sorted(f"chapters/{name}" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_stores_no_output_and_each_cell_has_an_id_of_its_own(name: str) -> None:
    found = notebook(name)
    assert (found.nbformat, found.nbformat_minor) >= (4, 5)
    assert found.metadata.kernelspec.name == "python3"
    ids = [cell.id for cell in found.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9-]+", identity) for identity in ids), "ids are chosen, not drawn"
    for cell in cells(name, "code"):
        assert not cell.outputs
        assert cell.execution_count is None


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_begins_with_its_title_under_a_label_of_its_name(name: str) -> None:
    first = notebook(name).cells[0]
    assert first.cell_type == "markdown"
    assert re.match(rf"\({name}\)=\n# \S", first.source)


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_has_a_label(name: str) -> None:
    lines = re.sub(r"```.*?```", "", fixed_text(name), flags=re.DOTALL).splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line.startswith("#") and not re.fullmatch(r"\([a-z0-9-]+\)=", before)
    ]
    assert not bare


def test_no_two_labels_are_alike() -> None:
    labels = [
        label
        for name in NAMES
        for label in re.findall(r"^\(([a-z0-9-]+)\)=$", fixed_text(name), re.MULTILINE)
    ]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_imports_calls_and_shows(name: str) -> None:
    defining = (
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.Lambda,
        ast.For,
        ast.While,
        ast.If,
        ast.Try,
    )
    for cell in cells(name, "code"):
        assert cell.source.count("\n") < LONGEST, cell.id
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, defining), f"{cell.id}: {ast.unparse(node)[:60]}"
            if isinstance(node, ast.ImportFrom):
                assert (node.module, {n.name for n in node.names} <= {"compare", "exhibits", "report"}) == (
                    "scripts",
                    True,
                )
            assert not isinstance(node, ast.Import), cell.id


@pytest.mark.parametrize(("name", "place"), [("bottom-line", "."), ("meetings", "chapters")])
def test_a_chapter_runs_in_plain_jupyter(name: str, place: str) -> None:
    found = nbformat.read(ROOT / "chapters" / f"{name}.ipynb", as_version=4)
    NotebookClient(found, timeout=120, resources={"metadata": {"path": str(ROOT / place)}}).execute()
    shown = [out for cell in found.cells if cell.cell_type == "code" for out in cell.outputs]
    assert sum("text/html" in out.get("data", {}) for out in shown) > 4
