"""A build does what it must and no more: what is kept, what is made again, what is not even imported."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import nbformat
import pytest

from tests.conftest import Book

# No coverage: so many builds would only count lines that other tests reach too.
pytestmark = pytest.mark.no_cover

HEAVY = {
    "sphinx",
    "docutils",
    "typst",
    "jupyter_book",
    "nbclient",
    "IPython",
    "pandas",
    "matplotlib",
    "numpy",
}


def test_a_build_that_has_nothing_to_do_imports_nothing_that_is_slow(book: Book) -> None:
    """It checks imports and not seconds, so it does not depend on the machine."""
    done = book.build(env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    assert "nothing has changed" in done.stdout
    imported = set(re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr, re.MULTILINE))
    assert "scripts.book.building" in imported
    assert not {name.partition(".")[0] for name in imported} & HEAVY


def _add_a_seed(book: Book) -> None:
    (book.root / "seeds" / "another.txt").write_text("Another account.", "utf-8")


def _drop_a_module(book: Book) -> None:
    (book.root / "scripts" / "report" / "citation_formats.py").unlink()


def _add_data_beside_the_chapters(book: Book) -> None:
    (book.root / "chapters" / "data").mkdir()
    (book.root / "chapters" / "data" / "figures.json").write_text("{}", "utf-8")


def _lock_another_package(book: Book) -> None:
    with (book.root / "requirements.txt").open("a") as lock:
        lock.write("# another package\n")


@pytest.mark.parametrize(
    "change", [_add_a_seed, _drop_a_module, _add_data_beside_the_chapters, _lock_another_package]
)
def test_what_every_chapter_rests_on_executes_every_chapter(
    book: Book, change: Callable[[Book], None]
) -> None:
    change(book)
    assert book.build("--notebooks").returncode == 0
    assert book.ran() == ["first", "second"]


def test_the_order_of_the_pages_executes_nothing_and_is_made_anew(book: Book) -> None:
    toc = book.root / "_toc.yml"
    text = "format: jb-book\nroot: chapters/second\nchapters:\n  - file: chapters/first\n"
    toc.write_text(text, "utf-8")
    assert book.build("--html").returncode == 0
    assert book.ran() == []
    assert "chapters/second.html" in (book.html / "index.html").read_text("utf-8")


def test_code_that_is_as_it_was_is_executed_once_more_at_most(book: Book) -> None:
    """A chapter is changed and changed back; the others are kept throughout."""
    path = book.root / "chapters" / "second.ipynb"
    before = path.read_text("utf-8")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += "\nprint('meanwhile')"
    nbformat.write(notebook, path)
    assert book.build("--notebooks").returncode == 0
    assert book.ran() == ["second"]
    path.write_text(before, "utf-8")
    assert book.build("--notebooks").returncode == 0
    assert book.ran() in ([], ["second"])
