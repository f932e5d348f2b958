"""Two names: one person's, two spellings of one, or two persons'."""

from __future__ import annotations

import pytest

from scripts.reading.details.person_names import (
    DIFFERENT,
    SAME,
    VARIANT,
    namesakes,
    parts,
    relation,
    same_person,
)

CASES: list[tuple[str, str, str]] = [
    ("Ana Duarte", "Ana Duarte", "same"),
    ("Rhee Sun Ok", "Rhee Sun-ok", "same"),
    ("Duarte", "Ana Duarte", "same"),
    ("Ana Duarte", "Luis Duarte", "different"),
    ("Bob Kelly", "Robert Kelly", "same"),
    ("Bob Kelly", "Robert Kerry", "different"),
    ("Bob", "Robert", "different"),
    ("Myong-suk Pak", "Myong-sook Pak", "same"),
    ("Ana Duarte", "Ana Duarté", "same"),
    ("A. Duarte", "Ana Duarte", "same"),
    ("Edwin P. Marlow III", "Edwin Marlow", "same"),
    ("", "", "different"),
    ("A. B.", "Ana Duarte", "different"),
    ("Ana Duarte", "B.", "different"),
    ("Bryn Dahl", "Brin Dahll", "same"),
    ("Ana Duarte's", "Ana Duarte", "same"),
    ("Ana Duarte", "Ann Duarde", "different"),
    ("Maria Lopes", "Marie Lopez", "different"),
    ("Ana María Duarte Poe", "Ana Maria Duarte Pol", "variant"),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_two_names(one: str, other: str, expected: str) -> None:
    assert relation(one, other) == relation(other, one) == expected
    assert same_person(one, other) is (expected == SAME)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Edwin P. Marlow III", ("edwin", "marlow")),
        ("Ana María Duarte", ("ana", "maria", "duarte")),
        ("Rhee Sun-ok", ("rhee", "sun", "ok")),
        ("Ana Duarte’s", ("ana", "duarte")),
        ("A. B.", ()),
    ],
)
def test_parts(name: str, expected: tuple[str, ...]) -> None:
    assert parts(name) == expected


def test_the_names_of_one_person() -> None:
    names = ["Ana Duarte", "Luis Duarte", "Rhee Sun Ok", "Bob Kelly", "Bryn Dahll", "Ana Duarte"]
    known = namesakes((name, (place, name)) for place, name in enumerate(names))
    assert known("Duarte") == ((0, "Ana Duarte"), (1, "Luis Duarte"), (5, "Ana Duarte"))
    assert known("Rhee Sunok") == ((2, "Rhee Sun Ok"),)
    assert known("Robert Kelly") == ((3, "Bob Kelly"),)
    assert known("Brin Dahl") == ((4, "Bryn Dahll"),)
    assert known("Luis Poe") == ()


def test_long_names_are_not_compared_letter_by_letter() -> None:
    long = "x" * 95 + " Duarte Poe"
    assert relation(long, long.replace("Poe", "Pol")) == DIFFERENT
    assert relation(long[30:], long[30:].replace("Poe", "Pol")) == VARIANT
    assert relation("Ana María Duarte Poe", "Ana Maria Duarte Pol") == VARIANT
