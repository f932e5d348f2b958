"""A build needs nothing beside its locked packages: no other program, and no settings of the user."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from scripts.book import determinism
from scripts.ground.version import released
from tests.conftest import ROOT, Book


def test_a_build_calls_no_other_program(book: Book, tmp_path: Path) -> None:
    """No browser, no Java, no TeX, no git: the search path is empty, and there is no home."""
    book.write("two")
    done = book.build(env={"PATH": str(tmp_path / "nothing"), "HOME": str(tmp_path / "nobody")})
    assert done.returncode == 0, done.stderr
    assert "edition two" in book.page("first")
    assert "edition two" in "".join(page.extract_text() for page in pypdf.PdfReader(book.pdf).pages)


def test_without_git_the_date_is_that_of_the_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "CITATION.cff").write_bytes((ROOT / "CITATION.cff").read_bytes())
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    day = released(ROOT)
    assert determinism.tree_date(tmp_path) == day.toordinal() * 86400 - 719163 * 86400
