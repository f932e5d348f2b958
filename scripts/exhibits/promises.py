"""What is promised of any input, and how it is held: the results of fuzzing, of changed rules, of two builds.

Each table is read from the file that its own command wrote; nothing is measured here. Where there is no such
file the page says that no figure has been taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from scripts.exhibits.grids import Column, Grid, Line
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.results import absent, read_results
from scripts.faults import Fault
from scripts.report import Report

_Rows = Sequence[Mapping[str, Any]]


def fuzz_table(report: Report) -> Exhibit:
    """Inputs tried, kind by kind, and what came of them. Raises Fault for a file that cannot be read."""
    return _table("fuzz", "make fuzz", _fuzz)


def proof_table(report: Report) -> Exhibit:
    """How much of the code the tests reach, and how many changed rules they notice. Raises Fault."""
    return _table("proof", "make mutants", _proof)


def reproducible_table(report: Report) -> Exhibit:
    """Two builds under unlike conditions, compared byte for byte. Raises Fault."""
    return _table("reproducible", "make reproducible", _reproducible)


def _table(name: str, command: str, make: Callable[[Mapping[str, Any]], Exhibit]) -> Exhibit:
    found = read_results(name, command)
    if found is None:
        return absent(command)
    try:
        return make(found)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        problem = f"is not what was expected ({type(error).__name__}: {error})"
        raise Fault(f"chapters/data/{name}.json", "results", problem, f"run `{command}` again") from error


def _fuzz(found: Mapping[str, Any]) -> Exhibit:
    targets: _Rows = found["targets"]
    whole = {key: sum(int(t[key]) for t in targets) for key in ("inputs", "results", "errors", "faults")}
    columns = [
        Column("What was fed", 36, heads=True), Column("Inputs", 14, counts=True),
        Column("A result", 14, counts=True), Column("One clear error", 18, counts=True),
        Column("A fault", 12, counts=True),
    ]  # fmt: skip
    lines = [
        Line((str(row["target"]), *(_count(row[key]) for key in whole)))
        for row in (*targets, {"target": "All", **whole})
    ]
    foot = " ".join([_circumstances(found), *_known_faults(found.get("found", ()))]).strip()
    return Grid("Inputs tried, and what came of them", columns, lines, foot).exhibit()


def _circumstances(found: Mapping[str, Any]) -> str:
    """When and on what it ran, as far as the file says."""
    machine = {**found.get("machine", {}), **{k: found[k] for k in ("python", "seed") if k in found}}
    told = listed([f"{key} {value}" for key, value in machine.items()])
    days = f" on {found['date']}" if found.get("date") else ""
    return f"Run{days} in {_count(round(found['seconds']))} s: {told}." if found.get("seconds") else ""


def _known_faults(faults: _Rows) -> Iterator[str]:
    """Those that such inputs have brought to light, mended or not."""
    for mended, words in ((True, "Faults found so, and mended"), (False, "Faults known, and not mended")):
        told = [str(fault["fault"]) for fault in faults if bool(fault.get("fixed", True)) == mended]
        if told:
            yield f"{words}: {len(told)} ({'; '.join(told)})."


def _proof(found: Mapping[str, Any]) -> Exhibit:
    mutants: _Rows = found["mutants"]
    columns = [
        Column("Rules", 40, heads=True), Column("Changes made", 15, counts=True),
        Column("Noticed", 15, counts=True), Column("Not noticed", 15, counts=True),
        Column("Of no effect", 15, counts=True),
    ]  # fmt: skip
    keys = ("made", "killed", "survived", "equivalent")
    whole = {key: sum(int(row.get(key, 0)) for row in mutants) for key in keys}
    rows = [*mutants, {"module": "All", **whole}]
    lines = [Line((str(row["module"]), *(_count(row.get(key, 0)) for key in keys))) for row in rows]
    share = whole["killed"] / (whole["made"] - whole["equivalent"])
    foot = f"Noticed: {share:.0%} of the changes that have an effect."
    if branches := found.get("coverage", {}).get("branch_percent"):
        foot += f" Branches of the code that the tests take: {float(branches):.1f} %."
    return Grid("Rules changed by one sign each, and whether a test notices", columns, lines, foot).exhibit()


def _reproducible(found: Mapping[str, Any]) -> Exhibit:
    columns = [Column("Two builds", 40, heads=True), Column("Found", 60)]
    differing = [str(name) for name in found["differing"]]
    lines = [
        Line(("made unlike in", listed([str(way) for way in found["varied"]]))),
        Line(("files compared", _count(found["files"]))),
        Line(("alike, byte for byte", _count(found["identical"]))),
        Line(("unlike", listed(differing) if differing else "none")),
    ]
    return Grid("Two builds compared", columns, lines).exhibit()


def _count(number: object) -> str:
    return f"{int(str(number)):,}"
