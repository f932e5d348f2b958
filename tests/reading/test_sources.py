"""A source read from a file that no manifest lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.ground.faults import Fault
from scripts.reading.sources import read_account

TEXT = "The delegations met in Lisbon.\r\nThey signed nothing.\n"


def test_an_account_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        read_account(tmp_path / "none.txt", "X")
    assert str(caught.value) == f"{tmp_path / 'none.txt'}: whole file: no such file; check the path"


def test_an_account_that_no_manifest_lists_claims_nothing_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_bytes(TEXT.encode())
    source = read_account(file, "X")
    assert (source.siglum, source.text, source.title) == ("X", TEXT, "one.txt")
    assert (source.published, source.as_of, source.events, source.likelihood) == (None, None, (), "")
