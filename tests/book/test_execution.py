"""Which chapters are executed again and which are kept, and the message of a failing chapter."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from scripts.book import fingerprints
from tests.conftest import Book


def test_nothing_changed_executes_nothing_and_publishes_nothing(book: Book) -> None:
    before = (book.root / "_build" / "book" / ".current").readlink()
    done = book.build()
    assert done.returncode == 0
    assert "nothing has changed" in done.stdout
    assert book.ran() == []
    assert (book.root / "_build" / "book" / ".current").readlink() == before


def test_a_chapters_text_executes_nothing(book: Book) -> None:
    book.write("two")
    assert book.build("--html").returncode == 0
    assert book.ran() == []
    assert "edition two" in book.page("first")
    assert "A quiet account." in book.page("first"), "the kept output is on the page"
    assert "report.pdf" not in book.page("first"), "pages without a PDF do not lead to one"


def test_a_chapters_code_executes_that_chapter_only(book: Book) -> None:
    path = book.root / "chapters" / "second.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += "\nprint('and more')"
    nbformat.write(notebook, path)
    assert book.build("--html").returncode == 0
    assert book.ran() == ["second"]
    assert "and more" in book.page("second")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("seeds/account.txt", "Another account."),
        ("scripts/report/__init__.py", "def read(root):\n    return 'Another rule.'\n"),
    ],
)
def test_a_change_in_seeds_or_scripts_executes_everything(book: Book, file: str, text: str) -> None:
    (book.root / file).write_text(text, "utf-8")
    assert book.build("--html").returncode == 0
    assert book.ran() == ["first", "second"]
    assert "Another" in book.page("first")


@pytest.mark.parametrize(
    "folder", ["seeds", "seeds/reference", "scripts", "scripts/english/deep", "chapters/data"]
)
def test_every_file_that_chapters_rest_on_counts(tmp_path: Path, folder: str) -> None:
    (tmp_path / "requirements.txt").write_text("", "utf-8")
    (tmp_path / folder).mkdir(parents=True)
    seen = [fingerprints.of_chapters(tmp_path)]
    file = tmp_path / folder / "rows.csv"
    for change in (lambda: file.write_text("a"), lambda: file.rename(file.with_name("other.csv"))):
        change()
        seen.append(fingerprints.of_chapters(tmp_path))
    assert len(set(seen)) == 3
    file.with_name("other.csv").unlink()
    assert fingerprints.of_chapters(tmp_path) == seen[0]
    (tmp_path / folder / "__pycache__").mkdir()
    (tmp_path / folder / "__pycache__" / "rows.pyc").write_text("derived", "utf-8")
    assert fingerprints.of_chapters(tmp_path) == seen[0], "compiled code is derived, not a source"


def test_a_failing_cell_names_the_chapter_the_cell_and_the_error(book: Book) -> None:
    book.chapter("second", ("text", "# The second chapter"), ("code", "1 / 0"))
    done = book.build("--html")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert "chapters/second.ipynb: cell 2: ZeroDivisionError: division by zero" in lines[0]
    assert "edition one" in book.page("second"), "the last good book is still there"


def test_a_warning_from_sphinx_stops_the_build(book: Book) -> None:
    book.chapter("second", ("text", "# The second chapter\n\nSee {ref}`nowhere`."))
    done = book.build("--html")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "edition one" in book.page("second")


def test_a_chapter_that_writes_to_standard_error_stops_the_build(book: Book) -> None:
    book.chapter("second", ("text", "# The second"), ("code", "import warnings\nwarnings.warn('old rule')"))
    assert book.build("--html").returncode == 1


def test_bad_input_is_one_line_and_the_last_good_book_stays(book: Book) -> None:
    (book.root / "seeds" / "account.txt").write_text("bad", "utf-8")
    done = book.build()
    assert done.returncode == 1
    assert done.stderr == "book: seeds/account.txt: line 1: says that it is bad; say otherwise\n"
    assert "A quiet account." in book.page("first")
    assert book.pdf.is_file()


def test_a_page_missing_from_disk_is_one_line(book: Book) -> None:
    (book.root / "chapters" / "second.ipynb").unlink()
    done = book.build("--html")
    assert done.returncode == 1
    assert done.stderr.startswith("book: _toc.yml: chapters/second: no such page")


def test_notebooks_are_written_with_their_outputs(book: Book) -> None:
    assert book.build("--notebooks").returncode == 0
    written = nbformat.read(book.root / "_build" / "notebooks" / "first.ipynb", as_version=4)
    assert "A quiet account." in written.cells[2].outputs[0].data["text/html"]


def test_a_kernel_that_dies_is_one_line(book: Book) -> None:
    book.chapter("second", ("text", "# The second"), ("code", "import os\nos._exit(1)"))
    done = book.build("--html")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("book: chapters/second.ipynb: kernel:")
