"""`python -m scripts register`: what is new gets a label; what has one keeps it."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

import pytest

from scripts import report
from scripts.commands import register


def test_what_is_new_gets_a_label_and_what_had_one_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(report.ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(report.ROOT / "CITATION.cff", tmp_path)
    file = tmp_path / "seeds" / "register.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    forgotten = {number for number, line in enumerate(lines) if line.startswith(("F1,", "A-2,"))}
    assert len(forgotten) == 2
    file.write_text("".join(line for number, line in enumerate(lines) if number not in forgotten), "utf-8")
    before = file.read_text("utf-8")
    monkeypatch.setattr(report, "ROOT", tmp_path)
    assert register.run(Namespace()) == 0
    said = capsys.readouterr().out
    after = file.read_text("utf-8")
    assert said == f"2 new labels; the register holds {len(lines) - 1}.\n"
    assert set(before.splitlines()) < set(after.splitlines()), "labels given before stay"
    identities = {lines[number].split(",")[1] for number in forgotten}
    new = set(after.splitlines()) - set(before.splitlines())
    assert {line.split(",")[1] for line in new} == identities, "what had no label has one"
    assert not {line.split(",")[0] for line in new} & {line.split(",")[0] for line in before.splitlines()}
    again = tmp_path.rename(tmp_path.with_name("again"))
    monkeypatch.setattr(report, "ROOT", again)
    assert register.run(Namespace()) == 0
    assert capsys.readouterr().out.startswith("0 new labels")
    assert (again / "seeds" / "register.csv").read_text("utf-8") == after
