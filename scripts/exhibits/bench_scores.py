"""Scores of the benches as tables. The benches measure and write result files; this file only shows them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from scripts import report as whole
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.exhibits.tables import Column, Grid, Line
from scripts.ground.faults import Fault
from scripts.report import Report

FOLDER = "chapters/data"


def bench_table(report: Report) -> Exhibit:
    """A table for each bench with results, and a line of text for each bench without.

    Raises Fault for a result file that cannot be read.
    """
    tables = [table for name, make in _BENCHES.items() for table in _made(name, make)]
    # The tables have different columns, the data one header: a column that a bench lacks stays empty.
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
    """Scores by kind of change, on the open texts and on those held out from whoever works on the rules."""
    kinds = sorted(found["kinds"], key=lambda kind: (bool(kind["harmless"]), str(kind["kind"])))
    apart = {str(kind["kind"]): kind for kind in found.get("held_out", ())}
    columns = [
        Column("Change", 26, heads=True), Column("What is asked", 26), Column("Passed", 24, counts=True),
        *([Column("Passed on held-out texts", 24, counts=True)] if apart else []),
    ]  # fmt: skip
    groups = [(str(k["kind"]).replace("-", " "), bool(k["harmless"]), [k]) for k in kinds]
    for harmless, name in ((False, "All changes of sense"), (True, "All harmless changes")):
        groups.append((name, harmless, [k for k in kinds if bool(k["harmless"]) == harmless]))
    lines, rows = [], []
    for name, harmless, own in groups:
        asked = "to be left alone" if harmless else "to be found and typed"
        held = [apart[str(kind["kind"])] for kind in own if str(kind["kind"]) in apart]
        lines.append(Line((name, asked, _passed(own), *([_passed(held)] if apart else []))))
        rows.append({
            "change": name, "asked": asked,
            "cases": str(_sum(own, "total")), "passed": str(_sum(own, "passed")),
            "held-out cases": str(_sum(held, "total")), "held-out passed": str(_sum(held, "passed")),
        })  # fmt: skip
    foot = "; ".join(f"{k['kind']}: {k['listed']} of {k['words']}" for k in found.get("known", ()))
    foot = f"Words of the changes that the word lists had before: {foot}." if foot else ""
    caption = "The bench of mutations: clean texts with one change each"
    yield Grid(caption, columns, lines, foot, "bench-mutations").exhibit(rows)


def _sum(kinds: Sequence[Mapping[str, Any]], key: str) -> int:
    return sum(int(kind[key]) for kind in kinds)


def _passed(kinds: Sequence[Mapping[str, Any]]) -> str:
    passed, total = _sum(kinds, "passed"), _sum(kinds, "total")
    return f"{passed} of {total} ({passed / total:.0%})" if total else "—"


def _pairs(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    """A row for each pair of accounts, with a column for each of its counts."""
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
    caption = "The bench of pairs: two whole accounts of one event"
    yield Grid(caption, columns, lines, name="bench-pairs").exhibit()


def _public(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    """A row for each set; its data have a row for each figure."""
    columns = [Column("Set", 30, heads=True), Column("Rows", 10, counts=True), Column("Figures", 60)]
    lines, rows = [], []
    for name, one in found["sets"].items():
        figures = {str(figure): _number(value) for figure, value in one["figures"].items()}
        told = "; ".join(f"{figure} {value}" for figure, value in figures.items())
        lines.append(Line((str(name), str(one["rows"]), told)))
        rows += [{"set": str(name), "figure": figure, "value": value} for figure, value in figures.items()]
    absent = [str(name) for name in found.get("absent", ())]
    foot = f"Not measured, for want of its file: {', '.join(absent)}." if absent else ""
    title = "The public bench: rows that others labelled, with their own figures"
    yield Grid(title, columns, lines, foot, "bench-public").exhibit(rows)


def _left_out(found: Mapping[str, Any]) -> Iterator[Exhibit]:
    """A row for each proof and kind of slot: what is lost without it."""
    names = ("rows", "supported", "contradicted", "wrong")
    columns = [
        Column("Left out", 30, heads=True), Column("Verdicts that rest on it", 20, counts=True),
        Column("Lost: supported", 16, counts=True), Column("Lost: contradicted", 16, counts=True),
        Column("Wrong ones that come", 18, counts=True),
    ]  # fmt: skip
    lines = [Line((str(one["left out"]), *(str(one[name]) for name in names))) for one in found["left_out"]]
    title = f"What each proof and each kind of slot adds, on {found['rows']} labelled statements"
    yield Grid(title, columns, lines, name="bench-left-out").exhibit()


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


_BENCHES: dict[str, Callable[[Any], Iterator[Exhibit]]] = {
    "mutations": _mutations, "pairs": _pairs, "public-bench": _public, "left-out": _left_out,
}  # fmt: skip
_NAMES = {"mutations": "mutations", "pairs": "pairs", "public-bench": "public sets",
          "left-out": "what each proof adds"}  # fmt: skip
