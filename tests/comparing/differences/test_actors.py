"""Who acts on whom: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The mayor thanked the firemen for the rescue.",
        "The firemen thanked the mayor for the rescue.",
        [("actor-target", "conflicts", "mayor thanked the firemen", "firemen thanked the mayor")],
    ),
    (
        "The mayor thanked the firemen for the rescue.",
        "The mayor was thanked by the firemen for the rescue.",
        [("actor-target", "conflicts", "mayor thanked the firemen", "mayor was thanked by the firemen")],
    ),
    (
        "The mayor thanked the firemen for the rescue.",
        "The firemen were thanked by the mayor for the rescue.",
        [("wording", "cosmetic", "thanked the firemen", "The firemen were thanked")],
    ),
    (
        "The mayor met the bishop and the firemen in the square.",
        "The mayor met the firemen and the bishop in the square.",
        [("wording", "cosmetic", "bishop and the firemen", "firemen and the bishop")],
    ),
    (
        "Peru imposed a fee on timber from Brazil last month.",
        "Brazil imposed a fee on timber from Peru last month.",
        [
            (
                "actor-target",
                "conflicts",
                "Peru imposed a fee on timber from Brazil",
                "Brazil imposed a fee on timber from Peru",
            )
        ],
    ),
    (
        "Oxford beat Leeds in the final of the cup.",
        "Oxford lost to Leeds in the final of the cup.",
        [("actor-target", "conflicts", "Oxford beat Leeds", "Oxford lost to Leeds")],
    ),
    (
        "Barges were towed by tugs.",
        "Tugs towed barges.",
        [("wording", "cosmetic", "towed by tugs", "Tugs towed")],
    ),
    (
        "The ferry sailed from Lund to Oslo on Sunday.",
        "The ferry sailed from Oslo to Lund on Sunday.",
        [("actor-target", "conflicts", "Lund to Oslo", "Oslo to Lund")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_actors(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
