"""Short and familiar forms of first names (Bob for Robert)."""

from __future__ import annotations

from functools import cache, lru_cache

from scripts.english import rows


@cache
def _names() -> dict[str, frozenset[str]]:
    """Every name and short form, in lower case, with the full names it can stand for."""
    found: dict[str, set[str]] = {}
    for row in rows.table("nicknames.csv", ("name", "forms")):
        full = row["name"].lower()
        for form in (full, *(f.lower() for f in rows.several(row["forms"]))):
            found.setdefault(form, set()).add(full)
    return {form: frozenset(names) for form, names in found.items()}


@lru_cache(maxsize=4096)
def one_first_name(one: str, other: str) -> bool:
    """Whether two first names can be one person's: equal, or forms of one name (Bob and Robert)."""
    one, other = one.lower(), other.lower()
    return one == other or bool(_names().get(one, frozenset()) & _names().get(other, frozenset()))
