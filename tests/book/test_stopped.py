"""Builds that are stopped by a key, or have nowhere to write: one line, and the book that was there stays."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.conftest import Book

# In a cell: press the key in the build's process, which began what this cell's kernel was forked from.
PRESS = (
    "import os, signal, time\nstat = open(f'/proc/{os.getppid()}/stat').read()\n"
    "os.kill(int(stat.rpartition(')')[2].split()[1]), signal.SIGINT)\ntime.sleep(60)"
)
# Put in front of a build: its disk is full as soon as something is kept.
FULL = """
from pathlib import Path
write = Path.write_bytes
def full(path, data):
    if ".executed" in str(path):
        write(path, data[:10])
        raise OSError(28, "No space left on device")
    return write(path, data)
Path.write_bytes = full
"""


def line(book: Book, *arguments: str, status: int = 1, **options: object) -> str:
    """What a build that fails says, which is one line."""
    done = book.build(*arguments, **options)
    assert done.returncode == status, done.stderr
    (said,) = done.stderr.splitlines()
    return said


def test_a_build_that_is_stopped_says_what_there_is(book: Book) -> None:
    book.chapter("second", ("text", "# The second"), ("code", PRESS))
    assert line(book, "--html", status=130) == "book: stopped; the book that was there stays"
    assert "edition one" in book.page("first")
    shutil.rmtree(book.root / "_build")
    assert line(book, "--html", status=130) == "book: stopped; there is no book yet"
    assert not (book.root / "_build" / "book").exists()


def test_a_disk_that_is_full_is_named_and_not_a_chapter(book: Book) -> None:
    book.write("two")
    (book.root / "seeds" / "account.txt").write_text("Another account.", "utf-8")  # so that all is executed
    (book.root / "sitecustomize.py").write_text(FULL, "utf-8")
    said = line(book, env={**os.environ, "PYTHONPATH": str(book.root)})
    where = book.root / "_build"
    assert said == f"book: {where}: cannot be read or written (No space left on device); make room there"
    assert "edition one" in book.page("first")


def test_a_folder_that_cannot_be_made_is_named(book: Book) -> None:
    shutil.rmtree(book.root / "_build")
    (book.root / "_build").write_text("", "utf-8")
    said = "cannot be read or written (File exists); move away what stands there"
    assert line(book) == f"book: {book.root / '_build'}: {said}"


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        ("format: jb-book\nroot: [unclosed\n", "_toc.yml: line 3: while parsing a flow sequence; "),
        ("- a\n", "_toc.yml: contents: toc is not a mapping"),
        ("format: jb-book\nroot: chapters/none\n", "_toc.yml: chapters/none: no such page; "),
        (None, "_toc.yml: contents: no such file; put it back"),
    ],
)
def test_a_broken_list_of_chapters_is_one_line(book: Book, contents: str | None, said: str) -> None:
    toc = book.root / "_toc.yml"
    toc.unlink()
    if contents is not None:
        toc.write_text(contents, "utf-8")
    assert line(book, "--html").startswith(f"book: {said}")


def test_a_record_without_a_version_is_named_before_anything_is_executed(book: Book) -> None:
    record = book.root / "CITATION.cff"
    lines = record.read_text("utf-8").splitlines(keepends=True)
    record.write_text("".join(one for one in lines if not one.startswith("version:")), "utf-8")
    book.ran()
    assert line(book, "--html").startswith("book: CITATION.cff: version: is missing; write `version:`")
    assert book.ran() == []


def test_pages_without_their_pdf_say_that_it_is_gone(book: Book) -> None:
    book.write("two")
    done = book.build("--html")
    assert (done.returncode, done.stderr) == (0, "")
    assert "the PDF of the pages before is gone: `make book` prints these\n" in done.stdout
    assert not book.pdf.exists()
    book.write("three")
    assert "is gone" not in book.build("--html").stdout
