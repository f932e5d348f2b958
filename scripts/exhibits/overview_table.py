"""The table of two accounts that fits a screen, as a table of the book."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparing.discrepancies import Pair
from scripts.comparing.discrepancies.discrepancy import AGREES
from scripts.exhibits.badges import quoted, relation_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import finding_link
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, wrapped
from scripts.report import Finding, overview

_SHOWN = 3  # values of one account in one cell


def overview_table(pair: Pair, findings: Sequence[Finding] = ()) -> Exhibit:
    """Who, when, where, how many, how firmly: what each account has, and whether that is the same.

    A line names the finding among ``findings`` that tells of its values.
    """
    sigla = pair.left.siglum, pair.right.siglum
    columns = [
        Column("Question", 14, heads=True), *(Column(f"Account {s}", 32) for s in sigla),
        Column("How they stand", 22),
    ]  # fmt: skip
    lines = [_line(line, sigla, _telling(line, sigla, findings)) for line in overview.overview(pair)]
    return Grid(f"{sigla[0]} and {sigla[1]} at a glance", columns, lines).exhibit(rows=())


def _telling(line: overview.Line, sigla: tuple[str, str], findings: Sequence[Finding]) -> Finding | None:
    """Return the first finding that stands as a line does, with one of its values on each side."""
    sides = [{" ".join(value.split()) for value in side} for side in (line.left, line.right)]
    for finding in findings if line.relation != AGREES else ():
        found = finding.discrepancy
        quotes = [
            {" ".join(r.quote.split()) for r in found.readings if r.source == siglum} for siglum in sigla
        ]
        if found.relation == line.relation and all(a & b for a, b in zip(sides, quotes, strict=True)):
            return finding
    return None


def _line(line: overview.Line, sigla: tuple[str, str], telling: Finding | None) -> Line:
    counted = wrapped("span", f"{line.same} the same", class_="unbroken") if line.same else ""
    stand = cell(relation_badge(line.relation), finding_link(telling) if telling else "", counted)
    values = (_values(siglum, side) for siglum, side in zip(sigla, (line.left, line.right), strict=True))
    return Line((line.question, *values, stand))


def _values(siglum: str, values: Sequence[str]) -> Cell:
    shown = [quoted(siglum, " ".join(value.split()), 120) for value in values[:_SHOWN] if value]
    more = [f"and {len(values) - _SHOWN} more"] if len(values) > _SHOWN else []
    return cell(*shown, *more, between="; ") if shown else NOTHING
