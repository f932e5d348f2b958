"""How well the rules do: the results that the benches wrote, as tables. Nothing is measured here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scripts import report as whole
from scripts.exhibits.grids import Column, Grid, Line
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.faults import Fault
from scripts.report import Report

FOLDER = "chapters/data"


def bench_table(report: Report) -> Exhibit:
    """A table for each bench that has written results, and a plain line for each that has not.

    Raises Fault for a result file that cannot be read.
    """
    tables = [table for name, make in _BENCHES.items() for table in _made(name, make)]
    # One header for tables of different columns: what a bench does not have stays empty.
    named = [{"bench": name, **row} for name, table in tables for row in table.rows]
    columns = dict.fromkeys(column for row in named for column in row)
    rows = tuple({column: row.get(column, "") for column in columns} for row in named)
    markup = joined(table.markup for _, table in tables)
    return Exhibit(markup, "\n\n".join(table.plain for _, table in tables), rows)


def _made(name: str, make: Callable[[Any], Iterator[Exhibit]]) -> Iterator[tuple[str, Exhibit]]:
    path = whole.ROOT / FOLDER / f"{name}.json"
    if not path.is_file():
        line = f"The bench of {_NAMES[name]} has no results here: it has not been run on this version."
        yield name, Exhibit(tag("p", line, class_="table-note"), line)
        return
    try:
        made = list(make(json.loads(path.read_text("utf-8"))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"cannot be read ({type(error).__name__}: {error})"
        raise Fault(f"{FOLDER}/{name}.json", "results", problem, "run `make bench` again") from error
    yield from ((name, one) for one in made)


def _mutations(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    kinds = sorted(found["kinds"], key=lambda kind: (bool(kind["harmless"]), str(kind["kind"])))
    columns = [
        Column("Change", 34, heads=True), Column("What is asked", 30), Column("Cases", 12, counts=True),
        Column("Passed", 12, counts=True), Column("Share", 12, counts=True),
    ]  # fmt: skip
    lines = [
        Line((
            str(kind["kind"]).replace("-", " "),
            "to be let be" if kind["harmless"] else "to be found and typed",
            str(kind["total"]), str(kind["passed"]), _share(int(kind["passed"]), int(kind["total"])),
        ))
        for kind in kinds
    ]  # fmt: skip
    for harmless, name in ((False, "All changes of sense"), (True, "All harmless changes")):
        own = [kind for kind in kinds if bool(kind["harmless"]) == harmless]
        passed, total = sum(int(kind["passed"]) for kind in own), sum(int(kind["total"]) for kind in own)
        lines.append(Line((name, "", str(total), str(passed), _share(passed, total))))
    yield Grid("The bench of mutations: clean texts with one change each", columns, lines).exhibit()


def _pairs(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    """Whatever counts each pair of accounts has, a column each."""
    pairs = found["pairs"]
    names = list(dict.fromkeys(key for pair in pairs for key, value in pair.items() if _is_number(value)))
    columns = [
        Column("Pair", heads=True),
        *(Column(name.replace("_", " ").capitalize(), counts=True) for name in names),
    ]
    lines = [
        Line((str(pair.get("name", pair.get("pair", ""))), *(_number(pair.get(n, "")) for n in names)))
        for pair in pairs
    ]
    yield Grid("The bench of pairs: two whole accounts of one event", columns, lines).exhibit()


def _public(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    columns = [Column("Set", 40, heads=True), Column("Figure", 40), Column("Value", 20, counts=True)]
    lines = [
        Line((f"{name} ({one['rows']} rows)" if first else "", figure, _number(value)))
        for name, one in found["sets"].items()
        for first, (figure, value) in _firsts(one["figures"])
    ]
    absent = [str(name) for name in found.get("absent", ())]
    foot = f"Not measured, for want of its file: {', '.join(absent)}." if absent else ""
    yield Grid(
        "The public bench: rows that others labelled, with their own figures", columns, lines, foot
    ).exhibit()


def _firsts(figures: Mapping[str, Any]) -> Iterator[tuple[bool, tuple[str, Any]]]:
    for number, (figure, value) in enumerate(figures.items()):
        yield number == 0, (str(figure), value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _share(passed: int, total: int) -> str:
    return f"{passed / total:.0%}" if total else "—"


_BENCHES: dict[str, Callable[[Any], Iterator[Exhibit]]] = {
    "mutations": _mutations, "pairs": _pairs, "public-bench": _public,
}  # fmt: skip
_NAMES = {"mutations": "mutations", "pairs": "pairs", "public-bench": "public sets"}
