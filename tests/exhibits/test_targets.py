"""Which targets were missed, by the figures alone: each kind of bound, and what cannot be judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scripts import exhibits, report
from scripts.exhibits.targets import met
from scripts.ground.faults import Fault
from scripts.report import Report

ROW = {"what": "Cold build", "median": 10.0, "unit": "s", "reference": 8.0, "against": "the floor"}
MUTANTS = {"total": {"mutants": 2500, "survived": 1100, "untested": 34}}
FUZZ = {"found": [{"fixed": True}, {"fixed": False}, {"fixed": False}, {}], "date": "2026-11-22"}
NONE_LEFT = {"total": {"mutants": 2500, "survived": 0, "untested": 0}}
ALL_MENDED = {"found": [{"fixed": True}, {}]}


# goal, the figure, what it is measured against, whether the target is met
GOALS = [
    ("at most 3 s", 3.0, None, True),
    ("at most 3 s", 3.01, None, False),
    ("under 3 s", 2.99, None, True),
    ("under 3 s", 3.0, None, False),  # at the bound is not under it
    ("at most 1,000 s", 999.0, None, True),
    ("at most 1,000 s", 1001.0, None, False),
    ("at most 1.2", 1.2, None, True),  # a figure without a unit
    ("at most 1.2", 1.21, None, False),
    ("at most 1.25 times", 10.0, 8.0, True),
    ("at most 1.25 times", 10.1, 8.0, False),
    ("a tenth", 1.0, 10.0, True),
    ("a tenth", 1.1, 10.0, False),
    # both of two
    ("at most 1.25 times, and 15 s", 10.0, 8.0, True),
    ("at most 1.25 times, and 15 s", 16.0, 15.0, False),
    ("at most 1.25 times, and 15 s", 10.0, 2.0, False),
    # either of two
    ("under 2 s, or a tenth", 1.0, 2.0, True),
    ("under 2 s, or a tenth", 5.0, 100.0, True),
    ("under 2 s, or a tenth", 5.0, 20.0, False),
]


@pytest.mark.parametrize(("goal", "median", "reference", "expected"), GOALS)
def test_a_figure_meets_its_target_or_misses_it(
    goal: str, median: float, reference: float | None, expected: bool
) -> None:
    assert met({**ROW, "goal": goal, "median": median, "reference": reference}) is expected


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"goal": "fast"}, "the target `fast` cannot be judged; write it as `at most 3 s`"),
        ({"goal": "about 3 s"}, "the target `about 3 s` cannot be judged; write it as `at most 3 s`"),
        (
            {"goal": "at most 3 min"},
            "the target `at most 3 min` is in min, the figure in s; write both in one unit",
        ),
        (
            {"goal": "a tenth", "reference": None},
            "the target `a tenth` is a ratio, but there is nothing to measure against; give a `reference`",
        ),
        (
            {"goal": "at most 2 times", "reference": 0},
            "the target `at most 2 times` is a ratio, but there is nothing to measure against; "
            "give a `reference`",
        ),
    ],
)
def test_a_target_that_cannot_be_judged_is_one_line(change: Mapping[str, Any], message: str) -> None:
    with pytest.raises(Fault) as caught:
        met({**ROW, **change})
    assert str(caught.value) == f"chapters/data/speed.json: Cold build: {message}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the results are looked for."""
    monkeypatch.setattr(report, "ROOT", tmp_path)
    (tmp_path / "chapters" / "data").mkdir(parents=True)
    return tmp_path / "chapters" / "data"


def write(folder: Path, **files: object) -> None:
    for name, what in files.items():
        (folder / f"{name}.json").write_text(json.dumps(what), "utf-8")


def speed(*rows: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"measured": [{**ROW, **row} for row in rows]}


def test_each_missed_target_stands_beside_its_figure(folder: Path, real: Report) -> None:
    rows = [
        {"goal": "at most 1.2 times, and 15 s"},
        {"what": "Memory", "median": 1234.5, "unit": "MB", "goal": "under 150 MB", "reference": None},
        {"what": "Printing", "goal": "at most 20 s"},  # met
        {"what": "Sphinx", "goal": None},  # no target
    ]
    write(folder, speed=speed(*rows), mutants=MUTANTS, fuzz=FUZZ)
    shown = exhibits.missed_targets(real)
    assert [row["missed"] for row in shown.rows] == [
        "Cold build: 10 s, 1.25 times the floor; the target is at most 1.2 times, and 15 s.",
        "Memory: 1,234.5 MB; the target is under 150 MB.",
        "Changed rules that no test noticed: 1,134 of 2,500; the target is none.",
        "Faults that hostile inputs found and that are not mended: 2; the target is none.",
    ]
    assert shown.plain.splitlines()[0] == "Targets that were missed:"
    assert shown.plain.count("\n- ") == shown.markup.count("<li>") == 4


def test_what_was_measured_is_text(folder: Path, real: Report) -> None:
    write(folder, speed=speed({"what": "<b>x</b>", "goal": "at most 1 s"}))
    assert "&lt;b&gt;x" in exhibits.missed_targets(real).markup


# the files that there are, and what the page says
WITHOUT_A_MISS = [
    ({}, "No figure has been taken: make bench-speed, make mutants or make fuzz has not been run"),
    ({"speed": speed({"goal": "at most 20 s"})}, "Every target that these figures have was met."),
    ({"mutants": NONE_LEFT, "fuzz": ALL_MENDED}, "Every target that these figures have was met."),
]


@pytest.mark.parametrize(("files", "expected"), WITHOUT_A_MISS)
def test_where_no_target_was_missed_the_page_says_why(
    folder: Path, real: Report, files: Mapping[str, Any], expected: str
) -> None:
    write(folder, **files)
    shown = exhibits.missed_targets(real)
    assert shown.plain.startswith(expected)
    assert "were missed" not in shown.plain


@pytest.mark.parametrize("name", ["speed", "mutants", "fuzz"])
@pytest.mark.parametrize("broken", [{}, [], {"measured": [3], "total": {}, "found": 3}])
def test_a_broken_file_is_one_line_that_names_it(
    folder: Path, real: Report, name: str, broken: object
) -> None:
    write(folder, **{name: broken})
    with pytest.raises(Fault, match=rf"^chapters/data/{name}\.json: results: .*run `make [a-z-]+` again$"):
        exhibits.missed_targets(real)


# the day of the figures, that of the version, what the page says
DAYS = [
    ("2026-11-22", "2026-11-30", "is of 22 November 2026; this version is of 30 November 2026."),
    ("2026-11-30", "2026-11-30", "is of 30 November 2026; this version is of 30 November 2026."),
    (
        "2026-12-01",
        "2026-11-30",
        "is of 1 December 2026, after this version, which is of 30 November 2026: the figures are of",
    ),
    ("", "2026-11-30", "The figures bear no day."),
]


@pytest.mark.parametrize(("taken", "released", "expected"), DAYS)
def test_figures_newer_than_the_version_say_so(
    folder: Path, real: Report, taken: str, released: str, expected: str
) -> None:
    write(folder, fuzz={"date": taken})
    root = folder.parents[1]
    (root / "CITATION.cff").write_text(f"date-released: {released}\n", "utf-8")
    assert expected in exhibits.figures_dated(real, root).plain


def test_without_trials_the_figures_bear_no_day(folder: Path, real: Report) -> None:
    (folder.parents[1] / "CITATION.cff").write_text("date-released: 2026-11-30\n", "utf-8")
    assert exhibits.figures_dated(real, folder.parents[1]).plain == "The figures bear no day."


def test_the_figures_of_this_version_can_be_judged(real: Report) -> None:
    assert "target" in exhibits.missed_targets(real).plain
    assert "figures" in exhibits.figures_dated(real).plain
