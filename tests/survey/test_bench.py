"""The survey bench: what it makes, how it measures, and what it makes of a ranking."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from scripts.bench import republications
from scripts.bench import survey as bench
from scripts.bench.republications import LAYOUTS, Made
from scripts.ground import machine

RELEASE = republications.read_release()
SOME = [republications.made(RELEASE, number) for number in range(200)]


def test_accounts_are_the_same_each_time_and_of_many_kinds() -> None:
    assert [republications.made(RELEASE, number) for number in range(20)] == SOME[:20]
    assert len({one.text for one in SOME}) == len(SOME)
    lengths = sorted(len(one.text) for one in SOME)
    assert lengths[0] < 600
    assert lengths[-1] > 4500
    assert 40 < sum(bool(one.changed) for one in SOME) < 90


def test_what_was_planted_stands_in_the_account_and_not_in_the_release() -> None:
    for one in SOME:
        plain = " ".join(one.text.split())
        assert all(change in plain for change in one.changed)
        assert not any(change in RELEASE.text for change in one.changed)


def test_each_change_and_rewording_is_of_words_that_the_release_has() -> None:
    for old, new in (*RELEASE.changes, *RELEASE.rewordings):
        assert RELEASE.text.count(old) == 1
        assert new not in RELEASE.text


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_layout_keeps_every_sentence(layout) -> None:  # type: ignore[no-untyped-def]
    import random

    text = layout(RELEASE, [list(p) for p in RELEASE.paragraphs], random.Random("one"))
    plain = " ".join(text.split())
    assert all(sentence in plain for paragraph in RELEASE.paragraphs for sentence in paragraph)


def test_a_survey_is_timed_and_its_memory_watched(tmp_path: Path) -> None:
    made = republications.write_accounts(RELEASE, tmp_path, 12)
    run, out = bench.measured(tmp_path, tmp_path / "accounts", 1)
    assert (run.accounts, run.processes) == (12, 1)
    assert run.rate == pytest.approx(12 / run.seconds)
    assert 0 < run.processor_seconds < 4 * run.seconds
    found = bench.ranked(out, made)
    assert (found.changed + found.unchanged, found.refused) == (12, 0)
    assert bench.memory(os.getpid()) > 10_000_000
    (tmp_path / "release.txt").write_bytes(b"")
    with pytest.raises(RuntimeError, match="empty"):
        bench.measured(tmp_path, tmp_path / "accounts", 2)


def test_memory_is_read_at_a_tenth_and_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = iter((100, 200, 300))
    monkeypatch.setattr(bench, "memory", lambda process: next(told))
    results = tmp_path / "survey.jsonl"
    watch = bench.Watch(1, results, 20)
    seen = []
    for text in ("", "one\n", "two\nthr", "ee\nfour\n", "five\n" * 6, "six\n" * 10):
        with results.open("a") as file:
            file.write(text)
        watch.look()
        seen.append((watch.early, watch.late))
    assert seen == [(0, 0), (0, 0), (100, 100), (100, 200), (100, 300), (100, 300)]


# Rankings, first to last: c a changed account without a conflict, C with one; u and U unchanged ones.
RANKINGS = (("CCUu", 1.0), ("CUCu", 0.75), ("UuCc", 0.0), ("CC", 0.0), ("Cu", 1.0))


@pytest.mark.parametrize(("order", "above"), RANKINGS)
def test_how_often_a_changed_account_is_above_an_unchanged_one(
    tmp_path: Path, order: str, above: float
) -> None:
    made = {f"{at}": Made("", ("a change",) if kind in "cC" else ()) for at, kind in enumerate(order)}
    made["bad"] = Made("", ())
    with (tmp_path / "survey.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "problem", "material_conflicts"))
        writer.writerows((str(at), "", int(kind.isupper())) for at, kind in enumerate(order))
        writer.writerow(("bad", "empty", ""))
    found = bench.ranked(tmp_path, made)
    assert found.above == above
    assert found.refused == 1
    assert (found.changed, found.unchanged) == (sum(k in "cC" for k in order), sum(k in "uU" for k in order))
    assert (found.changed_in_conflict, found.unchanged_in_conflict) == (order.count("C"), order.count("U"))


def test_the_figures_are_printed_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def measured(folder: Path, accounts: Path, processes: int, number: int) -> tuple[bench.Run, Path]:
        asked.append((processes, number))
        seconds = {1: (3.0, 6.0, 5.0), 2: (2.0, 2.5, 4.0)}[processes][number]
        count = len(list(accounts.rglob("*.txt")))
        return bench.Run(count, processes, seconds, seconds + 0.5, 90_000_000, 91_000_000), folder

    monkeypatch.setattr(bench, "measured", measured)
    monkeypatch.setattr(bench, "ranked", lambda out, made: bench.Ranked(3, 2, 7, 1, 0, 0.95))
    monkeypatch.setattr(bench, "RESULT", tmp_path / "survey.json")
    assert bench.main(["--accounts", "10", "--rounds", "3", "--write"]) == 0
    assert asked == [(1, 0), (2, 0), (1, 1), (2, 1), (1, 2), (2, 2)]
    printed = capsys.readouterr().out
    assert (
        "10 accounts on 2 processes: 2.5 s, 4.0 a second; 3.0 s of processor time, 300 ms an account; "
        "memory 90 MB at a tenth, 91 MB at the end" in printed
    )
    assert "10 accounts on 1 process: 5.0 s, 2.0 a second; 5.5 s of processor time" in printed
    assert "two processes are 1.50 times as fast as one" in printed  # 1.5, 2.4 and 1.25
    assert "2 of 3 accounts with a planted change have a material conflict, 1 of 7 without" in printed
    assert "in 95.0% of all such pairs" in printed
    kept = json.loads((tmp_path / "survey.json").read_text("utf-8"))
    assert [run["rate"] for run in kept["runs"]] == [2.0, 4.0]
    assert kept["gain"] == 1.5
    assert kept["made"]["accounts"] == 10
    assert kept["ranked"]["above"] == 0.95
    assert kept["machine"]["cores"] == machine.cores()
