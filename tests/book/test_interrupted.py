"""Killed at any moment, without a chance to clean up: the last good book is whole, and the next build heals.

Moments are told by what a build is about to change on the disk, not by the clock: on any machine the same
ones are met.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from scripts.book import temporary_files
from tests.conftest import ROOT, Book

# No coverage: so many builds would only count lines that other tests reach too.
pytestmark = pytest.mark.no_cover

# Runs before a program: it kills the process at a change of the disk, given by its number or name.
KILLER = """
import os, re, signal, sys

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.truncate", "shutil.rmtree"}
seen, number, name = 0, int(os.environ.get("KILL_AT_NUMBER", 0)), os.environ.get("KILL_AT_NAME", "")

def watch(event, arguments):
    global seen
    writes = event == "open" and (set(str(arguments[1])) & set("wax+") or (arguments[2] or 0) & 3)
    if not (writes or event in CHANGES):
        return
    seen += 1
    told = " ".join([event, *(str(one) for one in arguments[:2])])
    if seen == number or (name and re.search(name, told)):
        os.kill(os.getpid(), signal.SIGKILL)
"""
PUBLISH = (
    KILLER
    + """
from pathlib import Path
from scripts.book import publishing

build, edition, with_pdf = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "pdf"
sys.addaudithook(watch)
with publishing.only_build(build), publishing.new_release(build) as release:
    (release / "html").mkdir()
    (release / "html" / "index.html").write_text(edition)
    if with_pdf:
        (release / "report.pdf").write_text(edition)
    publishing.publish(build, release, edition)
"""
)


def read(book: Path) -> tuple[str, str]:
    """The edition that a reader finds as pages and as PDF; None if there is none."""
    texts = [book / "html" / "index.html", book / "report.pdf"]
    pages, pdf = (path.read_text() if path.exists() else "" for path in texts)
    return pages, pdf


@pytest.mark.parametrize(("before", "after"), [("pdf", "pdf"), ("pdf", "html"), ("html", "pdf"), ("", "pdf")])
def test_publishing_killed_at_every_change_of_the_disk(tmp_path: Path, before: str, after: str) -> None:
    def publish(edition: str, kind: str, number: int) -> int:
        environment = {**os.environ, "KILL_AT_NUMBER": str(number), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PUBLISH, str(tmp_path), edition, kind]
        return subprocess.run(command, env=environment, check=False).returncode

    if before:
        assert publish("old", before, 0) == 0
    whole = [
        ("old" if before else "", "old" if before == "pdf" else ""),
        ("new", "new" if after == "pdf" else ""),
    ]
    number, status, found = 0, -signal.SIGKILL, []
    while status == -signal.SIGKILL:
        number += 1
        status = publish("new", after, number)
        found.append(read(tmp_path / "book"))
        assert found[-1] in whole
    assert status == 0
    assert number > 10, "it was killed before each of its changes"
    assert found[-1] == whole[1]
    assert whole[0] in found[:-1], "what was there stayed until the turn"
    assert len(list((tmp_path / ".releases").iterdir())) == 1, "no litter is left"
    assert sorted(path.name for path in (tmp_path / "book").iterdir()) == sorted(
        [".current", "html", *(["report.pdf"] if after == "pdf" else [])]
    )


# What a build is about to do when it is killed, and how to detect it.
MOMENTS = {
    "a chapter is about to be executed": r"open .*/said w",
    "what a chapter printed is being kept": r"open .*/\.executed/\.\w+\.json\.\d+ w",
    "what a chapter printed is about to be kept": r"os\.rename .*/\.executed/",
    "the new book is begun": r"os\.mkdir .*/\.releases/",
    "the first page is written": r"open .*/html/chapters/first\.html w",
    "the last page is written": r"open .*/html/search\.html w",
    "typefaces are laid out for printing": r"os\.mkdir .*/faces",
    "the PDF is written": r"open .*report\.pdf w",
    "the new book is about to take its place": r"os\.rename .*\.current\.next",
    "the old book is cleared away": r"shutil\.rmtree .*/\.releases/",
}


def editions(book: Book) -> set[str]:
    """The editions that the book's parts name; one, if the book is consistent."""
    texts = [book.page("first"), book.page("second")]
    texts.append("".join(page.extract_text() for page in pypdf.PdfReader(book.pdf).pages))
    found = [set(re.findall(r"edition (\w+)", text)) for text in texts]
    assert all(len(one) == 1 for one in found), "each part says which edition it is"
    return set.union(*found)


def kernels(book: Book) -> list[int]:
    """The processes that run in the folder of the chapters."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if path.readlink() == book.root / "chapters":
                found.append(int(path.parts[2]))
        except OSError:  # it has ended meanwhile
            continue
    return found


def gone(book: Book) -> bool:
    """Whether the processes of the chapters have ended, or end soon."""
    until = time.monotonic() + 60
    while kernels(book) and time.monotonic() < until:
        time.sleep(0.1)
    return not kernels(book)


@pytest.mark.long("eleven builds, each but the last killed at another moment")
def test_a_build_killed_at_any_moment_leaves_a_whole_book_and_the_next_one_heals(
    book: Book, tmp_path_factory: pytest.TempPathFactory
) -> None:
    temporary = tmp_path_factory.mktemp("t")
    hook = book.root / "sitecustomize.py"
    for number, (moment, name) in enumerate(MOMENTS.items()):
        book.write(f"killed{number}")
        if number < 3:  # so that the chapters are executed and not taken from the store
            (book.root / "seeds" / "account.txt").write_text(f"Account {number}.", "utf-8")
        # Of Python's processes only the build: kernels and the nursery have other names.
        hook.write_text(f"{KILLER}\nif 'kernel' not in ' '.join(sys.orig_argv): sys.addaudithook(watch)\n")
        surroundings = {**os.environ, "KILL_AT_NAME": name, "TMPDIR": str(temporary)}
        done = book.build(env={**surroundings, "PYTHONPATH": str(book.root)})
        assert done.returncode == -signal.SIGKILL, f"{moment}: {done.stdout}{done.stderr}"
        assert len(editions(book)) == 1, moment
    hook.unlink()
    assert gone(book), "kernels end when their build has"
    book.write("last")
    done = book.build(env={**os.environ, "TMPDIR": str(temporary)})
    assert done.returncode == 0, done.stderr
    assert editions(book) == {"last"}
    assert len(list((book.root / "_build" / ".releases").iterdir())) == 1
    assert len(list((book.root / "_build" / ".executed").iterdir())) == 2
    assert list(temporary.glob(f"{temporary_files.PREFIX}*")) == []


def test_a_build_killed_within_a_cell_leaves_no_kernel_behind(book: Book) -> None:
    """A kernel's parent is the nursery, and the nursery's parent is the build."""
    kill = (
        "import os, time\nstat = open(f'/proc/{os.getppid()}/stat').read()\n"
        "os.kill(int(stat.rpartition(')')[2].split()[1]), 9)\ntime.sleep(60)"
    )
    book.chapter("second", ("text", "# The second"), ("code", kill))
    assert book.build("--html").returncode == -signal.SIGKILL
    assert gone(book)
    assert editions(book) == {"one"}


def test_what_kernels_are_forked_from_killed_within_a_cell_is_one_line(book: Book) -> None:
    kill = "import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(60)"
    book.chapter("second", ("text", "# The second"), ("code", kill))
    done = book.build("--html")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("book: chapters/second.ipynb: kernel: ")
    assert gone(book)
    assert editions(book) == {"one"}


def test_what_was_kept_and_is_damaged_is_executed_again(book: Book) -> None:
    for path in (book.root / "_build" / ".executed").iterdir():
        path.write_text(path.read_text("utf-8")[:-20], "utf-8")
    book.write("two")
    assert book.build("--html").returncode == 0
    assert book.ran() == ["first", "second"]
    assert "A quiet account." in book.page("first")


@pytest.mark.parametrize(
    "text", ["", "{", '{"outputs": []}', '{"outputs": [], "language_info": {}}', "[1]", "null"]
)
def test_what_is_kept_is_taken_only_where_it_is_whole(tmp_path: Path, text: str) -> None:
    from scripts.book.executing.execution import _kept

    entry = tmp_path / "entry.json"
    assert _kept(entry, 1) is None
    entry.write_text(text, "utf-8")
    assert _kept(entry, 1) is None
    entry.write_text('{"outputs": [[]], "language_info": {}}', "utf-8")
    assert _kept(entry, 1) == {"outputs": [[]], "language_info": {}}
