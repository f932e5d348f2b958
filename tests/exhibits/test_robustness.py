"""The tables of robustness: read from the result files, with a plain line if there is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import exhibits, report
from scripts.exhibits import Exhibit
from scripts.ground.faults import Fault
from scripts.report import Report

FUZZ = {
    "targets": [
        {"target": "encodings", "inputs": 1200, "results": 700, "errors": 499, "faults": 1},
        {"target": "<b>nested</b>", "inputs": 300, "results": 300, "errors": 0, "faults": 0},
    ],
    "found": [
        {"fault": "a lone surrogate stopped the reading", "fixed": True},
        {"fault": "a fault", "fixed": False},
    ],
    "date": "2026-11-22",
    "seed": 1,
    "seconds": 1500.2,
    "machine": {"cores": 2},
}
COUNTS = {"mutants": 60, "killed": 44, "timeout": 1, "survived": 13, "untested": 2, "equivalent": 10}
PROOF = {
    "modules": [
        {"module": "scripts/comparing/differences/dates.py", **COUNTS},
        {
            "module": "scripts/comparing/differences/numbers.py",
            **dict.fromkeys(COUNTS, 0),
            "mutants": 40,
            "killed": 40,
        },
        {"module": "scripts/record/standings.py", **COUNTS},
    ],
}
TWICE = {"varied": ["folder", "time zone"], "files": 230, "identical": 229, "differing": ["report.pdf"]}
SPEED = {
    "machine": {"cores": 2, "python": "3.11"},
    "measured": [
        {
            "what": "cold build", "median": 66.0, "unit": "s", "runs": 5, "against": "the floor",
            "reference": 60.0, "goal": "at most 1.25 times",
        },
        {"what": "compare", "median": 0.61234, "unit": "s", "runs": 7},
    ],
    "growth": [
        {"claims": 100, "seconds": 0.02}, {"claims": 1000, "seconds": 0.1}, {"claims": 10000, "seconds": 1.5},
    ],
}  # fmt: skip
SURVEY = {
    "machine": {"cores": 2},
    "made": {"layouts": 12, "shortest": 800, "longest": 9000},
    "runs": [
        {
            "accounts": 10000, "processes": 2, "seconds": 400.0, "rate": 25.0,
            "early_memory": 104857600, "late_memory": 109051904,
        }
    ],
    "ranked": {"above": 0.987},
}  # fmt: skip
SCORES = {"accuracy": 0.5, "wrong ones let pass": [3, 40]}
PEERS = {
    "date": "2026-11-22",
    "sets": {
        "lines-x.jsonl": {"rows": 1200, "accounts": False}, "accounts-x.json": {"rows": 9, "accounts": True},
    },
    "programs": [
        {"title": "Ours", "version": "1.2", "figures": {
            "lines-x.jsonl": SCORES, "accounts-x.json": {"conflicts found": [2, 4], "reassured": [0, 0]},
        }},
        {"title": "<b>Theirs</b>", "version": "3", "figures": {"lines-x.jsonl": SCORES | {"accuracy": 0.25}}},
        {"title": "Others", "left_out": "it needs a network"},
    ],
}  # fmt: skip
MADE: list[tuple[str, Callable[[Report], Exhibit], dict[str, Any]]] = [
    ("fuzz", exhibits.fuzz_table, FUZZ),
    ("mutants", exhibits.proof_table, PROOF),
    ("reproducible", exhibits.reproducible_table, TWICE),
    ("speed", exhibits.speed_table, SPEED),
    ("speed", exhibits.speed_growth, SPEED),
    ("survey", exhibits.survey_table, SURVEY),
    ("peers", exhibits.peers_table, PEERS),
]
NAMES = [made[1].__name__ for made in MADE]


@pytest.fixture(scope="module")
def found() -> Report:
    return report.read()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the results are looked for."""
    monkeypatch.setattr(report, "ROOT", tmp_path)
    (tmp_path / "chapters" / "data").mkdir(parents=True)
    return tmp_path / "chapters" / "data"


def write(folder: Path, name: str, what: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps(what), encoding="utf-8")


@pytest.mark.parametrize(("name", "make", "what"), MADE, ids=NAMES)
def test_without_a_file_the_page_says_that_no_figure_has_been_taken(
    found: Report, folder: Path, name: str, make: Callable[[Report], Exhibit], what: dict[str, Any]
) -> None:
    assert make(found).plain.startswith("No figure has been taken: make ")


@pytest.mark.parametrize(("name", "make", "what"), MADE, ids=NAMES)
@pytest.mark.parametrize(
    "broken", [[], {}, {"targets": 1, "modules": 1, "measured": [{}], "machine": {}}, "{"]
)
def test_a_broken_file_is_one_line_that_names_it(
    found: Report, folder: Path, name: str, make: Callable[[Report], Exhibit], what: object, broken: object
) -> None:
    (folder / f"{name}.json").write_text(broken if isinstance(broken, str) else json.dumps(broken))
    with pytest.raises(Fault, match=rf"^chapters/data/{name}\.json: results: .*run `make [a-z-]+` again$"):
        make(found)


def test_inputs_are_added_up_and_their_names_are_text(found: Report, folder: Path) -> None:
    write(folder, "fuzz", FUZZ)
    table = exhibits.fuzz_table(found)
    whole = {
        "What was fed": "All", "Inputs": "1,500", "A result": "1,000",
        "One clear error": "499", "A fault": "1",
    }  # fmt: skip
    assert table.rows[-1] == whole
    assert "<b>nested" not in str(table.markup)
    foot = "Run on 2026-11-22 in 1,500 s: cores 2 and seed 1. Faults found so, and mended: 1. "
    assert foot in str(table.markup)
    assert "Faults known, and not mended: 1 (a fault)." in str(table.markup)


def test_guided_inputs_stand_apart_and_are_added_up(found: Report, folder: Path) -> None:
    of_one = {"target": "files", "inputs": 4500, "results": 4000, "errors": 498, "faults": 2}
    guided = {
        "targets": [of_one],
        "date": "2026-11-23",
        "seconds": 900,
        "seed": 7,
        "machine": {"memory_gb": 8},
    }
    write(folder, "fuzz", FUZZ | {"guided": guided})
    table = exhibits.fuzz_table(found)
    assert "files; guided | 4,500 | 4,000 | 498 | 2" in table.plain
    assert "All | 6,000 | 5,000 | 997 | 3" in table.plain
    assert "Run on 2026-11-23 in 900 s: memory gb 8 and seed 7. Faults found so" in str(table.markup)
    assert "Guided: " in table.plain
    write(folder, "fuzz", FUZZ)
    assert "uided" not in exhibits.fuzz_table(found).plain


def test_changed_rules_are_added_up_by_room_and_listed_by_file(found: Report, folder: Path) -> None:
    write(folder, "mutants", PROOF)
    table = exhibits.proof_table(found)
    assert "differences | 100 | 85 | 15 | 10" in table.plain
    assert "record | 60 | 45 | 15 | 10" in table.plain
    assert "All | 160 | 130 | 30 | 20" in table.plain
    assert "Noticed: 81.2% of all changes." in str(table.markup)
    assert table.rows[0] == {
        "module": "differences/dates.py",
        "mutants": "60", "noticed": "45", "missed": "15", "equivalent": "10",
    }  # fmt: skip


def test_files_that_differ_between_two_builds_are_named(found: Report, folder: Path) -> None:
    write(folder, "reproducible", TWICE)
    assert "report.pdf" in exhibits.reproducible_table(found).plain


def test_a_time_stands_beside_what_it_is_measured_against(found: Report, folder: Path) -> None:
    write(folder, "speed", SPEED)
    table = exhibits.speed_table(found)
    first, second = table.rows
    assert first["Median"] == "66 s"
    assert first["Measured against"] == "the floor: 60 s"
    assert first["Ratio"] == "1.10"
    assert (second["Median"], second["Ratio"]) == ("0.612 s", "")
    assert "Medians of 5 to 7 runs. On: cores 2 and python 3.11." in str(table.markup)


def test_the_growth_is_told_in_its_title_and_in_words(found: Report, folder: Path) -> None:
    write(folder, "speed", SPEED)
    figure = exhibits.speed_growth(found)
    assert figure.plain.startswith("Ten times the claims take 15.0 times as long")
    assert "10,000 claims on each side in 1.5 s" in figure.plain
    assert "power 1.18" in figure.plain
    assert figure.rows[0] == {"claims": "100", "seconds": "0.02"}


def test_a_survey_says_how_fast_in_what_memory_and_how_well(found: Report, folder: Path) -> None:
    write(folder, "survey", SURVEY)
    table = exhibits.survey_table(found)
    assert "10,000 | 2 | 400 | 25 | 100 and 104 MB" in table.plain
    assert "in 98.7% of the pairs. On: cores 2." in str(table.markup)


def test_programs_stand_beside_each_other_set_by_set_and_who_is_left_out_is_told(
    found: Report, folder: Path
) -> None:
    write(folder, "peers", PEERS)
    table = exhibits.peers_table(found)
    told = table.plain
    assert "lines-x (1,200 rows) | accuracy | 0.500 | 0.250" in told
    assert "lines-x (1,200 rows) | wrong ones let pass | 3 of 40 (7.5%) | 3 of 40 (7.5%)" in told
    assert "accounts-x (9 pairs) | conflicts found | 2 of 4 (50.0%)" in told
    assert "accounts-x (9 pairs) | reassured | none there" in told
    assert "Taken on 2026-11-22, in one run, without a network: Ours 1.2 and <b>Theirs</b> 3." in told
    assert told.count("Left out: Others (it needs a network).") == 2
    assert "<b>" not in str(table.markup)
    assert table.rows[0] == {
        "Set": "lines-x (1,200 rows)", "Figure": "accuracy", "Ours": "0.500", "<b>Theirs</b>": "0.250",
    }  # fmt: skip
    assert table.rows[-1]["<b>Theirs</b>"] == "", "it was not asked this"
