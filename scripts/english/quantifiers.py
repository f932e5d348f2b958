"""Quantifiers (all, most, some) and comparatives (at least, about): how a share or a number is meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scripts.english import rows


@dataclass(frozen=True)
class Quantifier:
    """A word for a share of the whole, from `low` to `high` (0..1, both included)."""

    word: str
    low: float
    high: float


@dataclass(frozen=True)
class Comparative:
    """A phrase before (or after) a number, and the relation it gives: > >= >~ < <= <~ ~ = or record.

    With a `~` behind it, a bound is a near one: just over.
    """

    phrase: str
    relation: str


@cache
def quantifiers() -> dict[str, Quantifier]:
    """The quantifiers by their words."""
    table = rows.table("quantifiers.csv", ("quantifier", "low", "high"))
    found: dict[str, Quantifier] = {}
    for row in table:
        low, high = (rows.value("quantifiers.csv", row, column) for column in ("low", "high"))
        found[row["quantifier"]] = Quantifier(row["quantifier"], low, high)
    return found


def quantifier(word: str) -> Quantifier | None:
    """The quantifier that a word or phrase is (most, nearly all), or None."""
    return quantifiers().get(" ".join(word.lower().split()))


@cache
def comparatives() -> dict[str, Comparative]:
    """The phrases that qualify a number, the longest first, so that a scan finds those first."""
    table = rows.table("comparatives.csv", ("phrase", "relation"))
    longest_first = sorted(table, key=lambda row: (-len(row["phrase"]), row["phrase"]))
    return {row["phrase"]: Comparative(row["phrase"], row["relation"]) for row in longest_first}


def comparative(phrase: str) -> Comparative | None:
    """How a phrase qualifies the number beside it (more than, at least, about), or None."""
    return comparatives().get(" ".join(phrase.lower().split()))
