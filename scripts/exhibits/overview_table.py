"""The table of two accounts that fits a screen, as a table of the book."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparing.discrepancies import Pair
from scripts.comparing.discrepancies.discrepancy import AGREES
from scripts.exhibits.badges import quoted, relation_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.report import overview

_SHOWN = 3  # values of one account in one cell


def overview_table(pair: Pair) -> Exhibit:
    """Who, when, where, how many, how firmly: what each account has, and whether that is the same."""
    sigla = pair.left.siglum, pair.right.siglum
    columns = [
        Column("Question", 14, heads=True), *(Column(f"Account {s}", 32) for s in sigla),
        Column("How they stand", 22),
    ]  # fmt: skip
    lines = [_line(line, sigla) for line in overview.overview(pair)]
    return Grid(f"{sigla[0]} and {sigla[1]} at a glance", columns, lines).exhibit(rows=())


def _line(line: overview.Line, sigla: tuple[str, str]) -> Line:
    counted = wrapped("span", f"{line.same} the same", class_="unbroken") if line.same else ""
    stand = cell(relation_badge(line.relation), counted)
    return Line((line.question, _values(sigla[0], line.left), _values(sigla[1], line.right), stand), about={
        "relation": line.relation or AGREES})  # fmt: skip


def _values(siglum: str, values: Sequence[str]) -> Cell:
    shown = [quoted(siglum, " ".join(value.split()), 120) for value in values[:_SHOWN] if value]
    more = [f"and {len(values) - _SHOWN} more"] if len(values) > _SHOWN else []
    return stacked([*shown, *more]) if shown else NOTHING
