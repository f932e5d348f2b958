"""How robust the program is: results of fuzzing, of tests against changed rules, of two builds compared.

Each table shows a file that its own command wrote; nothing is measured here. Where there is no such file, the
page says that nothing was measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.result_files import results_shown
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report

_Rows = Sequence[Mapping[str, Any]]


def fuzz_table(report: Report) -> Exhibit:
    """Hostile inputs by kind, and what they led to. Raises Fault for a file that cannot be read."""
    return results_shown("fuzz", "make fuzz", _fuzz)


def proof_table(report: Report) -> Exhibit:
    """How many small changes of the rules the tests notice, room by room. Raises Fault as above."""
    return results_shown("mutants", "make mutants", _proof)


def reproducible_table(report: Report) -> Exhibit:
    """Two builds under different conditions, compared byte for byte. Raises Fault as above."""
    return results_shown("reproducible", "make reproduce", _reproducible)


_TRIED = ("inputs", "results", "errors", "faults")
_GUIDED = "Guided: changed from inputs that had come to a new branch of the program."


def _fuzz(found: Mapping[str, Any]) -> Exhibit:
    guided: Mapping[str, Any] = found.get("guided", {})
    fed = [*_fed(found["targets"]), *_fed(guided.get("targets", ()), "; guided")]
    columns = [
        Column("What was fed", 36, heads=True), Column("Inputs", 14, counts=True),
        Column("A result", 14, counts=True), Column("One clear error", 18, counts=True),
        Column("A fault", 12, counts=True),
    ]  # fmt: skip
    lines, _ = _added_up(fed, _TRIED)
    told = [_circumstances(found), *_known_faults(found.get("found", ()))]
    if guided:
        told.insert(1, f"{_GUIDED} {_circumstances(guided)}")
    foot = " ".join(told).strip()
    return Grid("Inputs tried, and what came of them", columns, lines, foot, "inputs").exhibit()


def _fed(targets: _Rows, how: str = "") -> list[tuple[str, dict[str, int]]]:
    return [(f"{row['target']}{how}", {key: int(row[key]) for key in _TRIED}) for row in targets]


def _circumstances(found: Mapping[str, Any]) -> str:
    """The day and the machine of the run, as far as the file names them."""
    machine = {**found.get("machine", {}), **{k: found[k] for k in ("python", "seed") if k in found}}
    told = listed([f"{key.replace('_', ' ')} {value}" for key, value in machine.items()])
    days = f" on {found['date']}" if found.get("date") else ""
    return f"Run{days} in {_count(round(found['seconds']))} s: {told}." if found.get("seconds") else ""


def _known_faults(faults: _Rows) -> Iterator[str]:
    """The faults that such inputs have found, fixed or not."""
    mended = [fault for fault in faults if fault.get("fixed", True)]
    known = [str(fault["fault"]) for fault in faults if not fault.get("fixed", True)]
    if mended:
        yield f"Faults found so, and mended: {len(mended)}."
    if known:
        yield f"Faults known, and not mended: {len(known)} ({'; '.join(known)})."


_COUNTED = ("mutants", "noticed", "missed", "equivalent")


def _proof(found: Mapping[str, Any]) -> Exhibit:
    """A row for each room; the data have one for each file."""
    files = [_weighed(str(row["module"]), row) for row in found["modules"]]
    rooms: dict[str, dict[str, int]] = {}
    for name, counts in files:
        room = rooms.setdefault(name.partition("/")[0], dict.fromkeys(_COUNTED, 0))
        for key in _COUNTED:
            room[key] += counts[key]
    columns = [
        Column("Rules", 36, heads=True), Column("Changes made", 16, counts=True),
        Column("Noticed", 16, counts=True), Column("Not noticed", 16, counts=True),
        Column("of these, without effect", 16, counts=True),
    ]  # fmt: skip
    lines, whole = _added_up(list(rooms.items()), _COUNTED)
    foot = f"Noticed: {whole['noticed'] / whole['mutants']:.1%} of all changes."
    data = [{"module": name, **{key: str(counts[key]) for key in _COUNTED}} for name, counts in files]
    caption = "Rules changed in one place, and whether a test notices"
    return Grid(caption, columns, lines, foot, "mutants").exhibit(data)


def _weighed(module: str, row: Mapping[str, Any]) -> tuple[str, dict[str, int]]:
    """A file's name with its folder, and its counts. A test that timed out has noticed the change."""
    counts = {
        "mutants": int(row["mutants"]), "noticed": int(row["killed"]) + int(row["timeout"]),
        "missed": int(row["survived"]) + int(row["untested"]), "equivalent": int(row["equivalent"]),
    }  # fmt: skip
    return "/".join(PurePosixPath(module).parts[-2:]), counts


def _reproducible(found: Mapping[str, Any]) -> Exhibit:
    columns = [Column("Two builds", 40, heads=True), Column("Found", 60)]
    differing = [str(name) for name in found["differing"]]
    lines = [
        Line(("made unlike in", listed([str(way) for way in found["varied"]]))),
        Line(("files compared", _count(found["files"]))),
        Line(("alike, byte for byte", _count(found["identical"]))),
        Line(("unlike", listed(differing) if differing else "none")),
    ]
    return Grid("Two builds compared", columns, lines, name="builds").exhibit()


def _added_up(
    rows: Sequence[tuple[str, Mapping[str, int]]], keys: Sequence[str]
) -> tuple[list[Line], dict[str, int]]:
    """A line for each row and one for all of them, with its figures."""
    whole = {key: sum(counts[key] for _, counts in rows) for key in keys}
    every = (*rows, ("All", whole))
    return [Line((name, *(_count(counts[key]) for key in keys))) for name, counts in every], whole


def _count(number: object) -> str:
    return f"{int(str(number)):,}"
