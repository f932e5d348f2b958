"""Folders to survey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from surveyed import ACCOUNTS, RELEASE, write_accounts

from scripts.bench import republications


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a release, and accounts of it below `accounts`."""
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    write_accounts(tmp_path / "accounts", ACCOUNTS)
    return tmp_path


@pytest.fixture
def many(tmp_path: Path) -> Callable[[int], Path]:
    """Write as many republications as are asked for, with their release, into a folder."""

    def made(number: int) -> Path:
        folder = tmp_path / "many"
        folder.mkdir()
        republications.write_accounts(republications.read_release(), folder, number)
        return folder

    return made
