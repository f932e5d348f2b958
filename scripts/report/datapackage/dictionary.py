"""The data dictionary: what each column of each table means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.ground.csv_tables import read_rows

FILE = Path(__file__).with_name("dictionary.csv")
TYPES = ("string", "integer", "number", "date", "list")


@dataclass(frozen=True)
class Field:
    """A column: its name, its type as the Table Schema names it, what it holds."""

    table: str
    name: str
    type: str
    description: str


@cache
def fields() -> dict[str, tuple[Field, ...]]:
    """The columns of each table, in their order. Raises Fault on a malformed line."""
    found: dict[str, tuple[Field, ...]] = {}
    for row in read_rows(FILE, ("table", "field", "type", "description")):
        table = row.required("table")
        field = Field(table, row.required("field"), row.chosen("type", TYPES), row.required("description"))
        found[table] = (*found.get(table, ()), field)
    return found
