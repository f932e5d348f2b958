"""Two names of one bearer, and of two: golden/name_matching.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from listed import listed

from scripts.reading.syntax.elements import folded
from scripts.reading.syntax.name_matching import one_name

PAIRS = [
    (case.text, other.removeprefix("not "), not other.startswith("not "))
    for case in listed(Path(__file__).with_name("golden") / "name_matching.txt")
    for other in case.expected
]


def words(name: str) -> tuple[str, ...]:
    """Return a name as the words that are compared."""
    return tuple(re.findall(r"[^\W_]+", folded(name).lower()))


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_names(one: str, other: str, same: bool) -> None:
    assert one_name(words(one), words(other)) is same


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_the_order_of_two_names_tells_nothing(one: str, other: str, same: bool) -> None:
    assert one_name(words(other), words(one)) is same


def test_no_name_is_nobody() -> None:
    assert not one_name((), ("poe",))
    assert not one_name(("the",), ("the",))
