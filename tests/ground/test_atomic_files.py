"""A file is whole at every moment, whoever is stopped while writing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.ground import atomic_files


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "one"
    for text in (b"first", b"second"):
        atomic_files.write(path, text)
        assert path.read_bytes() == text
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("first")

    def failing(half: Path) -> None:
        half.write_text("sec")
        assert path.read_text() == "first", "nothing of it is seen before it is whole"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        atomic_files.make(path, failing)
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["write_bytes", "replace"])
def test_several_files_are_written_all_of_them_or_none(
    tmp_path: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("first")
    real, seen = getattr(Path, failing), []

    def full(path: Path, *given: object) -> object:
        seen.append(path)
        if len(seen) == 2:
            raise OSError(28, "No space left on device")
        return real(path, *given)

    monkeypatch.setattr(Path, failing, full)
    with pytest.raises(OSError, match=rf"No space left.*{old.name}"):
        atomic_files.write_together({new: b"second", old: b"second"})
    monkeypatch.undo()
    assert old.read_text() == "first"
    assert list(tmp_path.iterdir()) == [old]
    atomic_files.write_together({new: b"second", old: b"second"})
    assert sorted(tmp_path.iterdir()) == [new, old]
    assert {path.read_text() for path in (old, new)} == {"second"}
