"""The benches as commands: what they print and keep, on a few texts and small counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import bench, report
from scripts.bench import fit, mutations, pairs, public
from scripts.bench.speed import alone, engine, timing
from scripts.faults import Fault

# Claims and what they are to be judged as, of a port: enough for a fit in five folds.
ROWS = [
    {"id": f"{number}_{kind[0]}", "source": f"The port of Lund bought {number} cranes in May.", **row}
    for number in range(12, 27)
    for kind, row in (
        ("supported", {"statement": f"Lund bought {number} cranes.", "verdict": "supported"}),
        ("contradicted", {"statement": f"Lund bought {number + 9} cranes.", "verdict": "contradicted"}),
        ("open", {"statement": "The mayor likes tea.", "verdict": "not-enough-information"}),
    )
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (tmp_path / "statements-dev.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_changes_of_one_kind_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutations.main(["--texts", "one-sport-1", "--kind", "quantifier", "--misses"]) == 0
    edits = [e for e in mutations.read_edits() if e.text_id == "one-sport-1" and e.kind == "quantifier"]
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("quantifier "))
    assert f"of {len(edits):5}" in row


def test_what_is_kept_of_changes_counts_them() -> None:
    edits = [e for e in mutations.read_edits() if e.text_id == "one-sport-1"][:6]
    found = mutations.scores([mutations.outcome(edit) for edit in edits])
    kept = json.loads(mutations.as_json(found, found))
    assert kept["texts"] == mutations.digest()
    assert sum(score.total for score in found) == len(edits)


def test_a_change_that_is_missed_is_described() -> None:
    edit = mutations.Edit("x", "x", "unit", "It took 45 minutes.", 8, "45 minutes", "45 hours")
    told = mutations._described(mutations.outcome(edit))
    assert told.startswith("x unit: '45 minutes' -> '45 hours'")
    assert "unit conflicts material" in told


def test_one_pair_of_accounts_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert pairs.main(["--pair", "wildfire", "--all"]) == 0
    out = capsys.readouterr().out
    score = pairs.score("wildfire")
    assert f"recall {score.found / score.conflicts:.3f}" in out
    assert json.loads(pairs.as_json([score]))["pairs"][0]["conflicts"] == score.conflicts


def test_weights_are_fitted_and_kept_one_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "weights.json"
    monkeypatch.setattr(fit, "WEIGHTS_FILE", file)
    assert fit.main([str(folder), "--dry-run"]) == 0
    assert not file.exists()
    assert fit.main([str(folder)]) == 0
    kept = json.loads(file.read_text("utf-8"))
    assert kept["figures"]["fitted"]["macro-F1"] > 0.9
    assert "in five folds" in capsys.readouterr().out
    assert {len(row) for row in kept["weights"].values()} == {3}


def test_a_fit_without_rows_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fit.main([str(tmp_path)]) == 1
    assert "statements-dev.jsonl" in capsys.readouterr().err


def test_public_sets_are_measured_where_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "RESULT", folder / "result.json")
    found = public.statements(public.read_rows(folder / "statements-dev.jsonl"))
    assert found["supported recall"] > 0.5
    with pytest.raises(Fault):
        public.read_rows(folder / "passages-dev.jsonl")
    assert bench.__doc__


def test_a_process_is_timed_with_its_memory(tmp_path: Path) -> None:
    done = timing.run(timing.python("-c", "print('{\"count\": 3}')"), tmp_path)
    assert done.told == {"count": 3}
    assert done.seconds > 0
    assert done.memory > 1
    with pytest.raises(Fault, match="no such thing"):
        timing.run(timing.python("-c", "raise SystemExit('no such thing')"), tmp_path)


def test_a_row_is_the_median_beside_what_it_is_held_against() -> None:
    assert timing.row("Work", [3.0, 1.0, 2.0], "s", "rest", 4.0, "under 5 s") == {
        "what": "Work", "median": 2.0, "unit": "s", "runs": 3, "against": "rest", "reference": 4.0,
        "goal": "under 5 s",
    }  # fmt: skip


@pytest.mark.parametrize("work", ["align", "passages", "check"])
def test_one_piece_of_work_says_what_it_took(
    work: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    account = str(sorted((report.ROOT / "tests" / "pairs").glob("*/one.txt"))[0])
    rest = {
        "align": ["60"], "passages": [account], "check": [str(folder / "statements-dev.jsonl"), "4"],
    }[work]  # fmt: skip
    assert alone.main([work, *rest]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["seconds"] > 0
    assert told["memory"] > 1
    assert 0.3 < told.get("met", 1) <= 1


def test_a_comparison_and_growth_are_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(engine.comparison(1))
    assert [row["unit"] for row in rows] == ["s", "MB"]
    monkeypatch.setattr(engine, "COUNTS", (20, 200))
    table, curve = engine.growth(1)
    assert [row["claims"] for row in curve] == [20, 200]
    assert {row["runs"] for row in table} == {1}


def test_statements_are_checked_where_a_set_is(folder: Path, tmp_path: Path) -> None:
    if not engine._has_embeddings():
        assert [row["what"] for row in engine.statements(1, folder)] == ["Statements checked"]
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Fault, match="there is none"):
        list(engine.statements(1, empty))
