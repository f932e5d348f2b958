"""Targets of the measured times and trials: which were missed, and on which day the figures were taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from scripts import report as whole
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.result_files import FOLDER, read_results
from scripts.ground.faults import Fault
from scripts.ground.version import released
from scripts.report import Report
from scripts.report.citation_formats import day

_PART = re.compile(r"(?:at most|under)?\s*(?P<number>[\d.,]*\d)(?: (?P<unit>times|%|[A-Za-z]+))?|a tenth")


def missed_targets(_report: Report) -> Exhibit:
    """The targets that were missed, each with what was measured; or that all were met.

    Raises Fault where a result file cannot be read, or a target is in other words than this can judge.
    """
    lines = [*_slow(), *_unnoticed(), *_faulty()]
    if not lines:
        said = "Every target that these figures have was met."
        return Exhibit(tag("p", said), said)
    head = "Targets that were missed:"
    markup = tag("p", head) + tag("ul", *(tag("li", line) for line in lines), class_="missed")
    rows = tuple({"missed": line} for line in lines)
    return Exhibit(markup, "\n".join([head, *(f"- {line}" for line in lines)]), rows)


def _slow() -> Iterator[str]:
    found = read_results("speed", "make bench-speed") or {"measured": ()}
    for row in found["measured"]:
        if row.get("goal") and not met(row):
            ratio = f", {_ratio(row):.2f} times {row['against']}" if row.get("reference") else ""
            yield f"{row['what']}: {row['median']:,g} {row['unit']}{ratio}; the target is {row['goal']}."


def _unnoticed() -> Iterator[str]:
    found = read_results("mutants", "make mutants")
    if found and (left := int(found["total"]["survived"]) + int(found["total"]["untested"])):
        made = int(found["total"]["mutants"])
        yield f"Changed rules that no test noticed: {left:,} of {made:,}; the target is none."


def _faulty() -> Iterator[str]:
    found = read_results("fuzz", "make fuzz")
    known = [one for one in (found or {}).get("found", ()) if not one.get("fixed", True)]
    if known:
        yield f"Faults that hostile inputs found and that are not mended: {len(known)}; the target is none."


def met(row: Mapping[str, Any]) -> bool:
    """Whether a measured row meets its target: a bound on the median, on the ratio, or either of two."""
    goal = str(row["goal"])
    either = ", or " in goal
    verdicts = [_bound(part, row) for part in re.split(r", (?:and|or) ", goal)]
    return any(verdicts) if either else all(verdicts)


def _bound(part: str, row: Mapping[str, Any]) -> bool:
    found = _PART.fullmatch(part.strip())
    if found is None:
        problem = f"the target `{row['goal']}` cannot be judged"
        raise Fault(f"{FOLDER}/speed.json", str(row["what"]), problem, "write it as `at most 3 s`")
    if found["number"] is None:
        return _ratio(row) <= 0.1
    bound = float(found["number"].replace(",", ""))
    return (_ratio(row) if found["unit"] == "times" else float(row["median"])) <= bound


def _ratio(row: Mapping[str, Any]) -> float:
    return float(row["median"]) / float(row["reference"])


def figures_dated(_report: Report, root: Path = whole.ROOT) -> Exhibit:
    """Of which day the newest figure is, and that it is of what comes next where the version is older."""
    taken = [
        date.fromisoformat(found["date"])
        for name in ("fuzz",)
        if (found := read_results(name, "")) and found.get("date")
    ]
    version = released(root)
    if not taken:
        said = "The figures bear no day."
    elif max(taken) <= version:
        said = f"The newest of the figures is of {day(max(taken))}; this version is of {day(version)}."
    else:
        said = (
            f"The newest of the figures is of {day(max(taken))}, after this version, which is of "
            f"{day(version)}: the figures are of the work towards the next one."
        )
    return Exhibit(tag("p", said), said)
