"""Targets of the measured times and trials: which were missed, and on which day the figures were taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from scripts import report as whole
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.result_files import FOLDER, absent, results_of
from scripts.ground.faults import Fault
from scripts.ground.version import released
from scripts.report import Report
from scripts.report.citation_formats import day

_PART = re.compile(
    r"(?:(?P<word>at most|under)\s+)?(?P<number>[\d.,]*\d)(?: (?P<unit>times|%|[A-Za-z]+))?|a tenth"
)
SPEED, MUTANTS, FUZZ = "make bench-speed", "make mutants", "make fuzz"


def missed_targets(_report: Report) -> Exhibit:
    """The targets that were missed, each with what was measured; that all were met; or that there are none.

    Raises Fault where a result file cannot be read, or a target is in other words than this can judge.
    """
    found = [
        results_of("speed", SPEED, _slow),
        results_of("mutants", MUTANTS, _unnoticed),
        results_of("fuzz", FUZZ, _faulty),
    ]
    taken = [lines for lines in found if lines is not None]
    if not taken:
        return absent(f"{SPEED}, {MUTANTS} or {FUZZ}")
    missed = [line for lines in taken for line in lines]
    if not missed:
        said = "Every target that these figures have was met."
        return Exhibit(tag("p", said), said)
    head = "Targets that were missed:"
    markup = tag("p", head) + tag("ul", *(tag("li", line) for line in missed), class_="missed")
    rows = tuple({"missed": line} for line in missed)
    return Exhibit(markup, "\n".join([head, *(f"- {line}" for line in missed)]), rows)


def _slow(found: Mapping[str, Any]) -> list[str]:
    lines = []
    for row in found["measured"]:
        if row.get("goal") and not met(row):
            ratio = f", {_ratio(row):.2f} times {row['against']}" if row.get("reference") else ""
            lines.append(
                f"{row['what']}: {row['median']:,g} {row['unit']}{ratio}; the target is {row['goal']}."
            )
    return lines


def _unnoticed(found: Mapping[str, Any]) -> list[str]:
    total = found["total"]
    left, made = int(total["survived"]) + int(total["untested"]), int(total["mutants"])
    if not left:
        return []
    return [f"Changed rules that no test noticed: {left:,} of {made:,}; the target is none."]


def _faulty(found: Mapping[str, Any]) -> list[str]:
    known = sum(not one.get("fixed", True) for one in found["found"])
    if not known:
        return []
    return [f"Faults that hostile inputs found and that are not mended: {known}; the target is none."]


def met(row: Mapping[str, Any]) -> bool:
    """Whether a measured row meets its target: a bound on the median, on the ratio, or either of two.

    Raises Fault where the target is in other words or in another unit, or is a ratio to nothing.
    """
    goal = str(row["goal"])
    either = ", or " in goal
    verdicts = [_bound(part, row) for part in re.split(r", (?:and|or) ", goal)]
    return any(verdicts) if either else all(verdicts)


def _bound(part: str, row: Mapping[str, Any]) -> bool:
    found = _PART.fullmatch(part.strip())
    if found is None:
        raise _fault(row, "cannot be judged", "write it as `at most 3 s`")
    unit = found["unit"]
    by_ratio = unit == "times" or found["number"] is None
    if by_ratio and not row.get("reference"):
        raise _fault(row, "is a ratio, but there is nothing to measure against", "give a `reference`")
    if unit and not by_ratio and unit != row["unit"]:
        raise _fault(row, f"is in {unit}, the figure in {row['unit']}", "write both in one unit")
    measured = _ratio(row) if by_ratio else float(row["median"])
    bound = 0.1 if found["number"] is None else float(found["number"].replace(",", ""))
    return measured < bound if found["word"] == "under" else measured <= bound


def _ratio(row: Mapping[str, Any]) -> float:
    return float(row["median"]) / float(row["reference"])


def _fault(row: Mapping[str, Any], problem: str, remedy: str) -> Fault:
    return Fault(f"{FOLDER}/speed.json", str(row["what"]), f"the target `{row['goal']}` {problem}", remedy)


def figures_dated(_report: Report, root: Path = whole.ROOT) -> Exhibit:
    """Of which day the newest figure is, and that it is of what comes next where the version is older.

    Only the trials with hostile inputs bear a day. Raises Fault where their file cannot be read.
    """
    taken, version = results_of("fuzz", FUZZ, _taken), released(root)
    if taken is None:
        said = "The figures bear no day."
    elif taken <= version:
        said = f"The newest of the figures is of {day(taken)}; this version is of {day(version)}."
    else:
        said = (
            f"The newest of the figures is of {day(taken)}, after this version, which is of {day(version)}: "
            "the figures are of the work towards the next one."
        )
    return Exhibit(tag("p", said), said)


def _taken(found: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(found["date"]) if found.get("date") else None
