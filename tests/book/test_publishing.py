"""The last good book is whole, whenever a build ends and however many run."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from scripts.book import publishing
from tests.conftest import Book


def editions(book: Book) -> set[str]:
    """The editions that the book's parts say they are; one, if the book is whole."""
    texts = [book.page("first"), book.page("second")]
    texts.append("".join(page.extract_text() for page in pypdf.PdfReader(book.pdf).pages))
    found = [set(re.findall(r"edition (\w+)", text)) for text in texts]
    assert all(len(one) == 1 for one in found), "each part says which edition it is"
    return set.union(*found)


def test_a_build_killed_at_any_moment_leaves_a_whole_book(book: Book) -> None:
    for number, seconds in enumerate((0.1, 0.4, 0.8, 1.4, 2.0, 2.6, 3.2, 3.8, 4.4)):
        book.write(f"killed{number}")
        running = subprocess.Popen(
            book.command(),
            cwd=book.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert len(editions(book)) == 1
    book.write("last")
    done = book.build()
    assert done.returncode == 0, done.stderr
    assert editions(book) == {"last"}
    assert len(list((book.root / "_build" / ".releases").iterdir())) == 1, "no litter is left"


def test_two_builds_at_once_do_not_mix(book: Book) -> None:
    book.write("two")
    both = [
        subprocess.Popen(
            book.command(), cwd=book.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [running.communicate(timeout=300)[0] for running in both]
    assert [running.returncode for running in both] == [0, 0]
    assert sum("another build is running" in text for text in said) == 1
    assert sum("nothing has changed" in text for text in said) == 1, "the second finds the first one's book"
    assert editions(book) == {"two"}


def test_a_full_disk_is_one_line_and_the_last_good_book_stays(book: Book) -> None:
    book.write("two")

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = book.build("--html", preexec_fn=small_files_only)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "File too large" in line
    assert editions(book) == {"one"}


def test_a_folder_that_cannot_be_written_is_one_line(book: Book) -> None:
    (book.root / "_build").rename(book.root / "elsewhere")
    (book.root / "_build").write_text("in the way", "utf-8")
    done = book.build("--html")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "_build" in done.stderr


def test_a_release_that_is_not_published_is_cleared_away(tmp_path: Path) -> None:
    with publishing.new_release(tmp_path) as first:
        (first / "html").mkdir()
        publishing.publish(tmp_path, first, "one")
    with pytest.raises(RuntimeError), publishing.new_release(tmp_path) as second:
        raise RuntimeError
    assert not second.exists()
    assert (tmp_path / "book" / "html").is_dir()
    assert list((tmp_path / ".releases").iterdir()) == [first]


def test_jupyter_book_cleans_what_was_built_and_a_build_begins_anew(book: Book) -> None:
    clean = [Path(sys.executable).with_name("jupyter-book"), "clean", "."]
    done = subprocess.run(clean, cwd=book.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (book.root / "_build" / "book").exists()
    assert book.build("--html").returncode == 0
    assert "edition one" in book.page("first")


def test_a_book_put_in_place_by_an_earlier_version_is_replaced(tmp_path: Path) -> None:
    (tmp_path / ".releases" / "older" / "html").mkdir(parents=True)
    (tmp_path / "book").symlink_to(".releases/older")
    with publishing.new_release(tmp_path) as release:
        (release / "html").mkdir()
        publishing.publish(tmp_path, release, "one")
    assert (tmp_path / "book" / "html").resolve() == (release / "html").resolve()
    assert list((tmp_path / ".releases").iterdir()) == [release]


def test_without_pango_the_pages_are_built_and_one_line_says_what_to_install(book: Book) -> None:
    book.write("two")
    with (book.root / "scripts" / "book" / "system.py").open("a") as code:
        code.write(
            "\n\ndef _has_pango() -> bool:\n    return False\n\n\napt_install = lambda *packages: False\n"
        )
    done = book.build()
    assert done.returncode == 1
    assert "edition two" in book.page("first")
    assert not book.pdf.exists(), "an older PDF beside newer pages would be two books in one"
    (line,) = done.stderr.splitlines()
    assert "Pango" in line
    assert all(word in line for word in ("Debian: apt-get install", "Fedora: dnf", "macOS: brew"))
    assert book.build("--html").returncode == 0, "the pages need neither"
