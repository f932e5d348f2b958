"""The result file: what a kill leaves of it, what is done again, and that two surveys cannot share it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scripts.ground.faults import Fault
from scripts.survey.journal import NAME, Journal
from scripts.survey.outcomes import Outcome

ONE, TWO = (Outcome(f"{name}.txt", "0" * 64, "against", counts={"agrees": {"minor": 1}}) for name in "ab")


def written(folder: Path, *lines: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_bytes(b"".join(lines))
    return folder


def test_a_line_is_read_back_as_it_was(tmp_path: Path) -> None:
    finding = {"type": "number", "rationale": "a\u2028line \udcff break\n", "readings": [{"quote": "김용현"}]}
    made = Outcome(
        "x.txt", "1" * 64, "against", types={"number": {"material": 1}}, findings=(finding,), seconds=1.5
    )
    with Journal(tmp_path) as journal:
        journal.add(made.line())
    with Journal(tmp_path) as journal:
        assert [one for _, one in journal.outcomes({made.key})] == [made]
        assert (made.key in journal, ONE.key in journal) == (True, False)
    assert (tmp_path / NAME).read_bytes().count(b"\n") == 1


def test_a_torn_last_line_is_cut_off_wherever_it_was_torn(tmp_path: Path) -> None:
    for left in range(1, len(TWO.line())):
        written(tmp_path, ONE.line(), TWO.line()[:left])
        with Journal(tmp_path) as journal:
            assert (ONE.key in journal, TWO.key in journal) == (True, False), left
            journal.add(TWO.line())
            assert journal.damaged == 0
        assert (tmp_path / NAME).read_bytes() == ONE.line() + TWO.line()


# Complete lines without an outcome: each is skipped and counted, and the next is still read.
DAMAGED = (
    b"\n", b"{}\n", b"[]\n", b"null\n", b"\0\0\0\n", b"\xff\xfe\n", b'{"file": "a.txt"}\n',
    json.dumps({**json.loads(ONE.line()), "more": 1}).encode() + b"\n",
    json.dumps({**json.loads(ONE.line()), "file": 1}).encode() + b"\n",
    json.dumps({**json.loads(ONE.line()), "counts": {"agrees": {"minor": "1"}}}).encode() + b"\n",
    json.dumps({**json.loads(ONE.line()), "counts": ["agrees"]}).encode() + b"\n",
)  # fmt: skip


@pytest.mark.parametrize("line", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_line_is_passed_over(tmp_path: Path, line: bytes) -> None:
    written(tmp_path, line, TWO.line())
    with Journal(tmp_path) as journal:
        assert journal.damaged == 1
        assert (ONE.key in journal, TWO.key in journal) == (False, True)


def test_what_may_end_otherwise_is_tried_again(tmp_path: Path) -> None:
    died = Outcome(ONE.file, ONE.sha256, ONE.against, problem="a worker died", again=True)
    assert died.key == ONE.key
    with Journal(tmp_path) as journal:
        journal.add(died.line())
        assert died.key not in journal
        assert [one.problem for _, one in journal.outcomes({died.key})] == ["a worker died"]
    with Journal(tmp_path) as journal:
        assert died.key not in journal
        journal.add(ONE.line())
        assert ONE.key in journal
        assert [one for _, one in journal.outcomes({ONE.key})] == [ONE]


@pytest.mark.parametrize("part", ["file", "sha256", "against"])
def test_another_account_reference_or_rule_has_another_key(part: str) -> None:
    assert Outcome(**{**vars(ONE), part: "other"}).key != ONE.key


def test_two_surveys_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with Journal(tmp_path), pytest.raises(Fault, match="another survey is writing into it"):
        Journal(tmp_path)
    with Journal(tmp_path):
        pass


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(Fault, match="cannot be written to"):
        Journal(tmp_path / "file")


def test_a_full_disk_is_told_and_leaves_no_torn_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal(tmp_path) as journal:
        journal.add(ONE.line())
        half = len(TWO.line()) // 2
        file = os.fdopen(os.dup(journal._file.fileno()), "r+b", buffering=0)

        class Full:
            def write(self, line: bytes) -> int:
                return file.write(line[:half])

            def truncate(self, size: int) -> int:
                return file.truncate(size)

            def close(self) -> None:
                file.close()

        monkeypatch.setattr(journal, "_file", Full())
        with pytest.raises(Fault, match="disk is full"):
            journal.add(TWO.line())
    assert (tmp_path / NAME).read_bytes() == ONE.line()
