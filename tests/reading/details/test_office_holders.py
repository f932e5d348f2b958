"""Persons in offices: who is given which office, of which state. The cases are in ``office_holders.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.reading.details.office_holders import office_holders

# A text, then a line for each person found: person, office, country, title, slot, and the words.
CASES = [
    (text, [[cell.strip() for cell in row.split("|")] for row in rows])
    for block in Path(__file__).with_name("office_holders.txt").read_text("utf-8").strip().split("\n\n")
    for text, *rows in [block.split("\n")]
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_office_holders(text: str, expected: list[list[str]]) -> None:
    found = office_holders(text)
    assert [[h.person, h.office, h.country, h.title, h.slot, h.quote] for h in found] == expected
    for holder in found:
        assert text[holder.start : holder.end] == holder.quote
        assert text[holder.office_start : holder.office_end] == holder.office
    after = office_holders(f"Oh. {text}", 4)
    assert [(h.start - 4, h.quote) for h in after] == [(h.start, h.quote) for h in found]
