"""Units of measure and currencies, in every form they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scripts.english import rows


@dataclass(frozen=True)
class Unit:
    """A unit of measure: `amount * factor + offset` is in the base unit of its dimension.

    Money is not converted: each currency is a dimension of its own (`money:USD`).
    """

    name: str
    dimension: str
    factor: float
    offset: float

    def base(self, amount: float) -> float:
        """An amount of this unit in the base unit of its dimension."""
        return amount * self.factor + self.offset


@cache
def unit_forms() -> dict[str, Unit]:
    """Every form of every unit, in lower case unless only the case distinguishes two units."""
    found: dict[str, Unit] = {}
    for row in rows.table("units.csv", ("unit", "forms", "dimension", "factor", "offset")):
        factor, offset = (rows.value("units.csv", row, column) for column in ("factor", "offset"))
        unit_read = Unit(row["unit"], row["dimension"], factor, offset)
        for form in (row["unit"], *rows.several(row["forms"])):
            found.setdefault(form, unit_read)
    return found


def unit(form: str) -> Unit | None:
    """The unit that a form means (km, kilometres, $, percent), or None; $ alone means US dollars."""
    trimmed = form.strip()
    spellings = (trimmed, trimmed.lower(), trimmed.rstrip("."), trimmed.rstrip(".").lower())
    return next((unit_forms()[spelling] for spelling in spellings if spelling in unit_forms()), None)
