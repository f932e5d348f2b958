"""A survey from the command line: what it prints and writes, what it does again, what it refuses."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from surveyed import (
    COMPARED,
    CONFLICTS_TWICE,
    OTHER_EVENT,
    REFUSED,
    RELEASE,
    ROOT,
    command,
    lines,
    rows,
    survey,
)

import scripts.survey as survey_module
from scripts.__main__ import main
from scripts.survey import comparing


def test_every_account_has_its_line_and_its_rank(place: Path) -> None:
    run = subprocess.run(command(place, "--jobs", "2"), cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (run.returncode, run.stderr) == (0, "")  # no progress bar without a terminal
    first = run.stdout
    found = rows(place)
    assert tuple(r["file"] for r in found) == (*COMPARED, *REFUSED)
    assert [r["material_conflicts"] for r in found[: len(COMPARED)]] == ["2", "1", "0", "0"]
    table = first.splitlines()
    assert [line.split()[-1] for line in table[1:5]] == list(COMPARED)
    assert "4 compared: 2 with a material conflict" in first
    assert first.splitlines()[-1].startswith(f"in {place / 'out'}: survey.jsonl, survey.csv")
    kept = [json.loads(line) for line in lines(place)]
    assert sorted(row["file"] for row in kept) == sorted((*COMPARED, *REFUSED))
    # Once more: nothing is compared again, and the same comes out.
    before = (place / "out" / "survey.csv").read_bytes()
    assert survey(place, "--jobs", "1") == first
    assert len(lines(place)) == len(kept)
    assert (place / "out" / "survey.csv").read_bytes() == before
    # Another order of completion, another folder, another number of processes: the same ranking.
    survey(place, "--jobs", "3", out="other")
    assert (place / "other" / "survey.csv").read_bytes() == before


def test_what_changed_is_compared_again_and_nothing_else(place: Path) -> None:
    survey(place, "--jobs", "1")
    before = len(lines(place))
    (place / "accounts" / "a" / "copy.txt").write_text(CONFLICTS_TWICE, "utf-8")
    (place / "accounts" / "a" / "shorter.txt").unlink()
    (place / "accounts" / "new.txt").write_text(RELEASE, "utf-8")
    survey(place, "--jobs", "1")
    assert {json.loads(line)["file"] for line in lines(place)[before:]} == {"a/copy.txt", "new.txt"}
    assert len(lines(place)) == before + 2
    ranked = [r["file"] for r in rows(place) if r["rank"]]
    assert ranked == ["a/copy.txt", "b/twice.txt", "b/once.txt", "new.txt"]
    # Another release: everything, and the old lines stay for whoever goes back to it.
    (place / "release.txt").write_text(CONFLICTS_TWICE, "utf-8")
    survey(place, "--jobs", "1")
    assert [r["file"] for r in rows(place) if r["material_conflicts"] == "0"] == ["a/copy.txt", "b/twice.txt"]


def test_a_ranking_that_cannot_be_written_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "out" / "survey.csv").mkdir(parents=True)
    for name in ("a", "b"):
        shutil.rmtree(place / "accounts" / name)  # what is left needs no process
    arguments = (str(place / "release.txt"), str(place / "accounts"), "--out", str(place / "out"))
    told(capsys, "cannot be written to", *arguments, "--jobs", "1", "--largest", "1")


def test_what_is_amiss_elsewhere_is_told_below_the_table(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "a.txt").write_text(RELEASE, "utf-8")
    seeds = sorted((ROOT / "seeds" / "documents").glob("*.txt"))
    faulty = [path for path in seeds if own(path)]
    (tmp_path / "release.txt").write_bytes(faulty[0].read_bytes())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "survey.jsonl").write_text("no line of ours\n", "utf-8")
    printed = survey(tmp_path, "--largest", "1")
    assert f"within the reference itself: {own(faulty[0])} material discrepancies, counted for no" in printed
    assert "1 damaged lines of survey.jsonl were skipped" in printed


def own(path: Path) -> int:
    """The number of material discrepancies within an account."""
    reference = comparing.prepare(comparing.setup(path, path.read_bytes()))
    return sum(found.materiality == "material" for found in comparing.own_findings(reference))


def test_an_interrupt_is_one_line(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(survey_module, "_surveyed", interrupted)
    assert main(command(place)[3:]) == 130
    assert capsys.readouterr().err == "stopped; the same command goes on from here\n"


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_who_watches_sees_a_bar_that_counts_what_was_done_before_too(place: Path) -> None:
    for name in ("a", "b"):
        shutil.rmtree(place / "accounts" / name)
    with redirect_stderr(Terminal()) as screen:
        survey(place, "--largest", "1")
    total = len(list((place / "accounts").rglob("*.txt")))
    assert f"| {total}/{total} [" in screen.getvalue()
    with redirect_stderr(Terminal()) as screen:
        survey(place, "--largest", "1")
    assert f"| {total}/{total} [" in screen.getvalue()


FAULTS = (
    ("release.txt", None, "cannot be read (No such file"),
    ("release.txt", b"", "empty"),
    ("release.txt", b"\xff\xff", "undecodable"),
    ("release.txt", "Der Hafen ist für alle Schiffe wieder geöffnet.".encode(), "not English"),
    ("release.txt", b"# The Port of the City\n", "no claim was found"),
)


@pytest.mark.parametrize(("name", "data", "problem"), FAULTS, ids=[problem for *_, problem in FAULTS])
def test_a_fault_of_the_reference_is_one_line(
    place: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, problem: str
) -> None:
    (place / name).unlink()
    if data is not None:
        (place / name).write_bytes(data)
    told(capsys, problem, str(place / name), str(place / "accounts"), "--out", str(place / "out"))
    assert not (place / "out").exists()


def test_a_folder_without_accounts_is_a_fault(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release, out = str(place / "release.txt"), str(place / "out")
    (place / "none").mkdir()
    told(capsys, "no *.txt in it", release, str(place / "none"), "--out", out)
    told(capsys, "no such folder", release, str(place / "nowhere"), "--out", out)
    told(
        capsys,
        "no such folder",
        release,
        str(place / "accounts"),
        "--out",
        out,
        "--record",
        str(place / "no"),
    )


def told(capsys: pytest.CaptureFixture[str], problem: str, *arguments: str) -> None:
    assert main(["survey", *arguments]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert problem in printed.err


@pytest.mark.parametrize("wrong", [["--jobs", "-1"], ["--top", "-1"], ["--largest", "-1"], ["--jobs", "x"]])
def test_wrong_usage_is_told(place: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["survey", str(place / "release.txt"), str(place / "accounts"), *wrong])
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_only_bad_accounts_are_a_survey_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    (tmp_path / "accounts" / "large.txt").write_text(OTHER_EVENT * 9, "utf-8")
    arguments = [str(tmp_path / "release.txt"), str(tmp_path / "accounts"), "--out", str(tmp_path / "out")]
    assert main(["survey", *arguments, "--largest", "100"]) == 0
    printed = capsys.readouterr().out
    assert "0 compared" in printed
    assert "large.txt: larger than 100 bytes" in printed
    # The limit is not part of the account: with a higher limit it is tried.
    assert main(["survey", *arguments, "--jobs", "1"]) == 0
    assert "different events" in capsys.readouterr().out
