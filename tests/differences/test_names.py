"""Names of states, persons and places: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
