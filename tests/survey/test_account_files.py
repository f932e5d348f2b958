"""Which files of a folder are accounts, in which order, and what is wrong with those that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.survey import account_files


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")


def test_accounts_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "z/1.txt", "c/2.txt", "c/1.txt", "c/d/9.txt", "notes.md", "c/txt")
    found = [text.file for text in account_files.files(tmp_path)]
    assert found == ["a.txt", "b.txt", "c/1.txt", "c/2.txt", "c/d/9.txt", "z/1.txt"]


def test_the_reference_is_no_account_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "release.txt")
    (tmp_path / "same.txt").symlink_to(tmp_path / "release.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert [text.file for text in account_files.files(tmp_path, tmp_path / "release.txt")] == [
        "a.txt",
        "gone.txt",
    ]


def test_what_cannot_be_read_is_told_and_read_on(tmp_path: Path) -> None:
    write(tmp_path, "large.txt", "small.txt")
    (tmp_path / "large.txt").write_text("x" * 11, "utf-8")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = {t.file: account_files.read(tmp_path, t, largest=10) for t in account_files.files(tmp_path)}
    assert found["small.txt"].data == b"small.txt"
    assert len(found["small.txt"].sha256) == 64
    problems = {name: text.problem for name, text in found.items() if text.problem}
    assert problems == {
        "gone.txt": "cannot be read (No such file or directory)",
        "large.txt": "larger than 10 bytes (--largest sets the limit)",
        "pipe.txt": "no ordinary file",
    }


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = [(t.file, t.problem) for t in account_files.files(tmp_path)]
    assert found == [
        ("a.txt", ""),
        ("closed", "folder cannot be listed (Permission denied)"),
        ("open/c.txt", ""),
    ]
