"""How long things take, as `make bench-speed` and `make bench-survey` measured it: tables and a figure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scripts.exhibits.figures.drawing import INK, SMALL, SOFT, SOURCE_COLOURS, figure
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.result_files import results_shown
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME, COMMAND = "speed", "make bench-speed"
SURVEY, SURVEYING = "survey", "make bench-survey"


def speed_table(report: Report) -> Exhibit:
    """Each time beside what it is compared with, and its goal. Raises Fault for a broken file."""
    return results_shown(NAME, COMMAND, _measured)


def speed_growth(report: Report) -> Exhibit:
    """Seconds by number of claims on each side, on log scales. Raises Fault for a broken file."""
    return results_shown(NAME, COMMAND, _grown)


def survey_table(report: Report) -> Exhibit:
    """A survey of many accounts: time, memory, what ranks first. Raises Fault for a broken file."""
    return results_shown(SURVEY, SURVEYING, _surveyed)


def _surveyed(found: Mapping[str, Any]) -> Exhibit:
    columns = [
        Column("Accounts", 20, heads=True, counts=True), Column("Processes", 16, counts=True),
        Column("Seconds", 18, counts=True), Column("Accounts a second", 22, counts=True),
        Column("Memory, early and late", 28, counts=True),
    ]  # fmt: skip
    lines = []
    for run in found["runs"]:
        early, late = (float(run[key]) / 2**20 for key in ("early_memory", "late_memory"))
        figures = (run["accounts"], run["processes"], float(run["seconds"]), float(run["rate"]))
        lines.append(Line((*(_number(f) for f in figures), f"{_number(early)} and {_number(late)} MB")))
    made, ranked = found["made"], found["ranked"]
    foot = (
        f"Texts made for this from one release, in {_number(made['layouts'])} layouts, of "
        f"{_number(made['shortest'])} to {_number(made['longest'])} characters. A changed one is ranked "
        f"above an unchanged one in {float(ranked['above']):.1%} of the pairs. {_on(found['machine'])}"
    )
    return Grid("Many accounts against one", columns, lines, foot).exhibit()


def _on(machine: Mapping[str, Any]) -> str:
    told = [f"{key.replace('_', ' ')} {value}" for key, value in machine.items()]
    return f"On: {listed(told)}."


def _measured(found: Mapping[str, Any]) -> Exhibit:
    rows: Sequence[Mapping[str, Any]] = found["measured"]
    columns = [
        Column("What", 34, heads=True), Column("Median", 13, counts=True), Column("Measured against", 27),
        Column("Ratio", 10, counts=True), Column("Goal", 20),
    ]  # fmt: skip
    lines = []
    for row in rows:
        against, ratio = str(row.get("against", "")), ""
        if row.get("reference"):
            against = f"{against}: {_number(row['reference'])} {row['unit']}"
            ratio = f"{float(row['median']) / float(row['reference']):.2f}"
        median = f"{_number(row['median'])} {row['unit']}"
        lines.append(Line((str(row["what"]), median, against, ratio, str(row.get("goal", "")))))
    runs = sorted({int(row["runs"]) for row in rows})
    times = f"{runs[0]}" if len(runs) == 1 else f"{runs[0]} to {runs[-1]}"
    foot = f"Medians of {times} runs. {_on(found['machine'])}"
    return Grid("How long it takes", columns, lines, foot, "speed").exhibit()


def _grown(found: Mapping[str, Any]) -> Exhibit:
    rows: Sequence[Mapping[str, Any]] = found["growth"]
    growth = sorted((int(row["claims"]), float(row["seconds"])) for row in rows)
    (few, short), (many, long) = growth[-2:] if len(growth) > 1 else (growth[0], growth[0])
    exponent = math.log(long / short) / math.log(many / few) if many != few else 1.0
    title = f"Ten times the claims take {10**exponent:.1f} times as long"
    said = listed([f"{count:,} claims on each side in {_number(seconds)} s" for count, seconds in growth])
    alt = (
        f"A line on two axes by powers of ten: {said}. Between the last two points the time grows with the "
        f"power {exponent:.2f} of the claims; a thin line shows growth in proportion."
    )

    def draw(axes: Axes) -> None:
        counts, seconds = [count for count, _ in growth], [second for _, second in growth]
        plain = [seconds[-1] * count / counts[-1] for count in counts]
        axes.plot(counts, plain, color=SOFT, linewidth=1, linestyle=":", label="in proportion")
        axes.plot(counts, seconds, color=SOURCE_COLOURS[0], marker="o", linewidth=1.8, label="measured")
        for count, second in growth:
            axes.annotate(
                f"{_number(second)} s", (count, second), xytext=(-7, 7), textcoords="offset points",
                ha="center", color=INK, fontsize=SMALL,
            )  # fmt: skip
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.margins(x=0.16, y=0.16)
        axes.minorticks_off()
        axes.set_xticks(counts, [f"{count:,}" for count in counts])
        axes.yaxis.set_major_formatter(lambda value, _: _number(value))  # its own would be a formula
        axes.set_xlabel("claims on each side")
        axes.set_ylabel("seconds")
        axes.legend(loc="lower right", frameon=False, fontsize=SMALL)

    data = [{key: str(value) for key, value in row.items()} for row in rows]
    return figure("speed", title, alt, 3.0, draw, data)


def _number(value: object) -> str:
    """A number with three significant digits."""
    number = float(str(value))
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
