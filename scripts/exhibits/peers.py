"""The engine and its peers on the same rows, as `make bench-peers` measured them: two tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.exhibits.html import Exhibit, joined, listed
from scripts.exhibits.result_files import results_shown
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report

NAME, COMMAND = "peers", "make bench-peers"


def peers_table(_report: Report) -> Exhibit:
    """Verdicts on statements, and findings in accounts: a row for each figure, a column for each program.

    Its foot has the day, the versions, and the peers that were left out. Raises Fault for a broken file.
    """
    return results_shown(NAME, COMMAND, _shown)


def _shown(found: Mapping[str, Any]) -> Exhibit:
    answered = [program for program in found["programs"] if "left_out" not in program]
    tables = []
    for accounts, caption in (
        (False, "Verdicts on statements: this report's engine and its peers"),
        (True, "Differences between two accounts: this report's engine and its peers"),
    ):
        sets = {name: one for name, one in found["sets"].items() if one["accounts"] is accounts}
        asked = [program for program in answered if sets.keys() & program["figures"].keys()]
        if asked:
            rows = [row for name, one in sets.items() for row in _rows(name, one, asked)]
            tables.append(_grid(caption, rows, _foot(found), "accounts" if accounts else "statements"))
    # The two have different programs, the data one header.
    columns = dict.fromkeys(column for table in tables for row in table.rows for column in row)
    data = tuple(
        {column: row.get(column, "") for column in columns} for table in tables for row in table.rows
    )
    markup = joined(table.markup for table in tables)
    return Exhibit(markup, "\n\n".join(table.plain for table in tables), data)


def _rows(
    name: str, labelled: Mapping[str, Any], programs: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, str]]:
    """Yield a row for each figure of a set, with what each program reached."""
    of = f"{labelled['rows']:,} {'pairs' if labelled['accounts'] else 'rows'}"
    for figure in programs[0]["figures"][name]:
        reached = {str(p["title"]): _value(p["figures"][name][figure]) for p in programs}
        yield {"Set": f"{name.partition('.')[0]} ({of})", "Figure": str(figure), **reached}


def _grid(caption: str, rows: Sequence[Mapping[str, str]], foot: str, name: str) -> Exhibit:
    told = list(rows[0])[2:]
    columns = [
        Column("Set", 18, heads=True), Column("Figure", 22),
        *(Column(program, 60 // len(told), counts=True) for program in told),
    ]  # fmt: skip
    return Grid(caption, columns, [Line(tuple(row.values())) for row in rows], foot, f"peers-{name}").exhibit(
        rows
    )


def _value(value: float | Sequence[int]) -> str:
    if isinstance(value, (int, float)):
        return f"{value:.3f}"
    hits, total = value
    return f"{hits:,} of {total:,} ({hits / total:.1%})" if total else "none there"


def _foot(found: Mapping[str, Any]) -> str:
    answered = [f"{p['title']} {p['version']}" for p in found["programs"] if "left_out" not in p]
    absent = [f"{p['title']} ({p['left_out']})" for p in found["programs"] if "left_out" in p]
    left_out = f" Left out: {listed(absent)}." if absent else ""
    return f"Taken on {found['date']}, in one run, without a network: {listed(answered)}.{left_out}"
