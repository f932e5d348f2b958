"""Which first names are one."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Robert", "Bob", True), ("Bob", "Rob", True), ("Bill", "William", True), ("Jim", "James", True),
        ("Ada", "Ada", True), ("Bob", "Bill", False), ("Robert", "Roberta", False), ("Ada", "Idris", False),
    ],
)  # fmt: skip
def test_first_names(one: str, other: str, expected: bool) -> None:
    assert english.one_first_name(one, other) is expected
