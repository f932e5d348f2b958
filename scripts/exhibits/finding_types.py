"""The types of findings: what the rule of each looks for, and how many it found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scripts.exhibits.badges import type_words
from scripts.exhibits.html import Exhibit
from scripts.exhibits.table_filters import Tools
from scripts.exhibits.tables import Column, Grid, Line
from scripts.ground.csv_tables import read_rows
from scripts.report import Report


class Type(NamedTuple):
    """A type of finding: where its rule looks, what it is, and an invented example."""

    where: str
    what: str
    example: str


# A test fails if a rule gives a type that is missing there.
TABLE = Path(__file__).with_name("finding_types.csv")
TYPES = {
    row.required("code"): Type(row.required("where"), row.required("what"), row.required("example"))
    for row in read_rows(TABLE, ("code", "where", "what", "example"))
}


def types_table(report: Report) -> Exhibit:
    """Every type of finding: what its rule looks for, where it looks, and how many the ledger has."""
    counts = Counter(f.discrepancy.type for f in report.findings)
    known = {**TYPES, **{name: Type("", "", "") for name in counts if name not in TYPES}}
    columns = [
        Column("Type", 18, heads=True), Column("Looked for", 14), Column("What it is", 34),
        Column("Example", 24), Column("Findings", 10, counts=True),
    ]  # fmt: skip
    lines = [
        Line((type_words(name), one.where, one.what, one.example, str(counts[name])))
        for name, one in known.items()
    ]
    return Grid("Types of findings", columns, lines, "", "types", Tools("types")).exhibit()
