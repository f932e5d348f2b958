"""Names of states, persons and places: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import golden
import pytest

from scripts.comparing import differences

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The ferry from Norway docked in the old harbour.",
        "The ferry from Iceland docked in the old harbour.",
        [("country", "conflicts", "Norway", "Iceland")],
    ),
    (
        "The ferry was built by Danish engineers.",
        "The ferry was built by Finnish engineers.",
        [("country", "conflicts", "Danish", "Finnish")],
    ),
    (
        "The U.S. ferry docked in the old harbour.",
        "The American ferry docked in the old harbour.",
        [("country", "cosmetic", "The U.S.", "American")],
    ),
    (
        "The ferry sank off the pier in Odense at dawn.",
        "The ferry sank off the pier in Aarhus at dawn.",
        [("place", "conflicts", "Odense", "Aarhus")],
    ),
    (
        "The pilot Greta Holm steered the ferry ashore.",
        "The pilot Marie Dahl steered the ferry ashore.",
        [("office-holder", "conflicts", "Greta Holm", "Marie Dahl")],
    ),
    (
        "The pilot Greta Holm steered the ferry ashore.",
        "The pilot G. Holm steered the ferry ashore.",
        [("name", "cosmetic", "Greta Holm", "G. Holm")],
    ),
    ("The pilot José Peña steered the ferry ashore.", "The pilot Jose Pena steered the ferry ashore.", []),
    (
        "Lund Harbour Rovers won the cup on Sunday.",
        "Lund Forest Rovers won the cup on Sunday.",
        [("name", "conflicts", "Lund Harbour Rovers", "Lund Forest Rovers")],
    ),
    (
        "Brandvold said the port would close on Sunday.",
        "Hallberg said the port would close on Sunday.",
        [("name", "conflicts", "Brandvold", "Hallberg")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_names(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected


# Two sentences; the persons and the names that the accounts tell of elsewhere; what is found.
KNOWN: list[tuple[str, str, frozenset[str], frozenset[str], Told]] = [
    (
        "Brandvold left the port on Sunday.",
        "Hallberg left the port on Sunday.",
        frozenset({"brandvold", "hallberg"}),
        frozenset(),
        [("office-holder", "conflicts", "Brandvold", "Hallberg")],
    ),
    (
        "Brandvold left the port on Sunday.",
        "Hallberg left the port on Sunday.",
        frozenset(),
        frozenset({"brandvold", "hallberg"}),
        [("name", "conflicts", "Brandvold", "Hallberg")],
    ),
    (
        "Peña left the port on Sunday.",
        "Keïta left the port on Sunday.",
        frozenset({"pena", "keita"}),
        frozenset(),
        [("office-holder", "conflicts", "Peña", "Keïta")],
    ),
    (
        "The ferry left with Brandvold on Sunday.",
        "The ferry left with Hallberg on Sunday.",
        frozenset({"hallberg"}),
        frozenset(),
        [("office-holder", "conflicts", "Brandvold", "Hallberg")],
    ),
]


@pytest.mark.parametrize(("left", "right", "people", "names", "expected"), KNOWN)
def test_names_known_from_elsewhere(
    left: str, right: str, people: frozenset[str], names: frozenset[str], expected: Told
) -> None:
    aligned = golden.aligned(left, right)
    assert aligned is not None
    found = differences.between(aligned, people, names)
    assert [(d.type, d.relation, d.left.quote, d.right.quote) for d in found] == expected
