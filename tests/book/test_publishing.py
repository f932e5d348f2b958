"""The last good book is whole, whenever a build ends and however many run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.book import publishing
from tests.conftest import Book


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
