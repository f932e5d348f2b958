"""Two builds at once do not mix; a disk that is full or may not be written to is an error that says so.

Where this user may mount, on a small disk and on a read-only one; in any case with files that may not grow.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from functools import cache

import pytest

from tests.book.test_interrupted import editions
from tests.conftest import Book

# No coverage: so many builds would only count lines that other tests reach too.
pytestmark = pytest.mark.no_cover


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


def test_sources_that_change_meanwhile_are_built_again_and_not_mixed(book: Book) -> None:
    book.write("two")
    running = subprocess.Popen(book.command(), cwd=book.root, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    said = ""
    while "writing the pages" not in said and (line := running.stdout.readline()):
        said += line
    book.write("three")
    said += running.communicate(timeout=300)[0]
    assert running.returncode == 0
    assert "changed meanwhile: building again" in said
    assert editions(book) == {"three"}
    assert "nothing has changed" in book.build().stdout


def test_sources_that_never_rest_are_one_line_and_the_last_good_book_stays(book: Book) -> None:
    restless = "with open('../seeds/account.txt', 'a') as file: file.write('.')"
    book.chapter("second", ("text", "(second)=\n# The second"), ("code", restless))
    done = book.build("--html")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "changed 3 times while the book was being built" in line
    assert editions(book) == {"one"}


@cache
def may_mount() -> bool:
    """Whether this user may give a process disks of its own."""
    asked = ["unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=1M", "none", "/mnt"]
    return shutil.which("unshare") is not None and subprocess.run(asked, capture_output=True).returncode == 0


def in_own_disks(book: Book, script: str) -> subprocess.CompletedProcess[str]:
    """Build the pages, with `_build` on a disk that `script` mounts for this build only."""
    command = f'{script} && exec "{sys.executable}" -m scripts.book --html'
    return subprocess.run(
        ["unshare", "--mount", "sh", "-ec", command],
        cwd=book.root,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.parametrize("room", ["64k", "3M"])
def test_a_full_disk_is_one_line_and_the_last_good_book_stays(book: Book, room: str) -> None:
    """The disk fills when chapters are stored, or when pages are written."""
    book.write("two")
    if may_mount():
        done = in_own_disks(book, f"mount -t tmpfs -o size={room} none _build")
        words = "No space left on device"
    else:
        done = book.build("--html", preexec_fn=_small_files_only)
        words = "File too large"
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert words in done.stderr
    assert editions(book) == {"one"}


def _small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_a_file_that_may_not_grow_is_one_line_and_the_last_good_book_stays(book: Book) -> None:
    book.write("two")
    done = book.build("--html", preexec_fn=_small_files_only)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "File too large" in line
    assert editions(book) == {"one"}


def test_a_folder_that_may_not_be_written_to_is_one_line(book: Book) -> None:
    """Whoever is root may write to any folder, but not to a disk that is mounted for reading, and not without
    the capability for it: which is what is left to root in a container, where nobody may mount."""
    book.write("two")
    if may_mount():
        done = in_own_disks(book, "mount --bind _build _build && mount -o remount,ro,bind _build")
        words = "Read-only file system"
    else:
        for path in (book.root / "_build", *(book.root / "_build").iterdir()):
            path.chmod(0o555) if path.is_dir() and not path.is_symlink() else None
        without = ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*without, *book.command("--html")], cwd=book.root, capture_output=True, text=True, timeout=300
        )
        words = "Permission denied"
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert words in line
    assert "_build" in line
    assert editions(book) == {"one"}


def test_something_in_the_way_of_the_folder_is_one_line(book: Book) -> None:
    (book.root / "_build").rename(book.root / "elsewhere")
    (book.root / "_build").write_text("in the way", "utf-8")
    done = book.build("--html")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "_build" in done.stderr
