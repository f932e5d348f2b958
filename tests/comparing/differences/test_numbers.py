"""Numbers and their units: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The dam will hold 45 million litres of water for the valley.",
        "The dam will hold 54 million litres of water for the valley.",
        [("number", "conflicts", "45 million litres", "54 million litres")],
    ),
    (
        "The dam will hold about 45 million litres of water for the valley.",
        "The dam will hold about 46 million litres of water for the valley.",
        [("number", "differs", "about 45 million litres", "about 46 million litres")],
    ),
    (
        "The dam will hold 45 million litres of water for the valley.",
        "The dam will hold 45 million gallons of water for the valley.",
        [("unit", "conflicts", "45 million litres", "45 million gallons")],
    ),
    (
        "The dam cost the valley €45 million last year.",
        "The dam cost the valley £45 million last year.",
        [("unit", "conflicts", "€45 million", "£45 million")],
    ),
    (
        "The guide has led the second climb of the season.",
        "The guide has led the fourth climb of the season.",
        [("number", "conflicts", "second", "fourth")],
    ),
    (
        "The valley paid 60 percent of the dam.",
        "The valley paid 60 per cent of the dam.",
        [("number", "cosmetic", "60 percent", "60 per cent")],
    ),
    ("The ship carried 40 sailors.", "A bakery sold 40 loaves.", []),
    (
        "The trust pledged $80 million over five years for farm schools.",
        "A vow of $80 billion over a half-decade was made by the trust for schools.",
        [("number", "conflicts", "$80 million", "$80 billion")],
    ),
    (
        "The raid cost the bank $1.3 million in lost cash, a judge said.",
        "In all the bank lost $1,284,500 in the raid, said the judge.",
        [
            ("number", "cosmetic", "$1.3 million", "$1,284,500"),
            ("wording", "cosmetic", "cost", "In all"),
            ("wording", "cosmetic", "cash, a", "the"),
        ],
    ),
    (
        "Duarte scored his second goal 90 seconds later and sent the match to extra time.",
        "Duarte scored two goals in under two minutes and sent the match to extra time.",
        [("number", "differs", "90 seconds", "under two minutes"), ("term", "differs", "his second", "two")],
    ),
    # Whose number it is, in what year, told or foreseen: what differs there is no conflict.
    (
        "The Harbour Union has five seats in the new council.",
        "The Lake Party won 31 seats in the new council.",
        [],
    ),
    ("The Lake Party won 31 seats in the new council.", "A poll expects the Lake Party to win 29 seats.", []),
    (
        "The storm of 1960 killed 61 people on the island of Hulda.",
        "A fire on the island of Hulda killed 85 people in 2018.",
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_numbers(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
