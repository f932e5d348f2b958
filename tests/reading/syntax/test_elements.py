"""The elements of a text: their kinds, the dates among them (golden/dates.txt), and their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.details.dates import WEEKDAYS, Dating
from scripts.reading.syntax.elements import DATE, elements, folded

DATES = listed(Path(__file__).with_name("golden") / "dates.txt")


def told(date: Dating) -> str:
    """Return a date as the table has it: quote, year, month, day, weekday."""
    parts = " ".join(str(part or "?") for part in (date.year, date.month, date.day))
    return f"{date.quote}: {parts} {WEEKDAYS[date.weekday]}".rstrip()


@pytest.mark.parametrize("case", DATES, ids=str)
def test_dates(case: Listed) -> None:
    found = [e.value for e in elements(case.text).items if e.kind == DATE]
    assert [told(one) for one in found if isinstance(one, Dating)] == [*case.expected]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mayor Ana Poe opened the dam.", ["title Mayor", "name Ana Poe", "word opened", "word dam"]),
        (
            "Only 12 miners left Tarn at noon on Monday.",
            ["limit Only", "figure 12", "word miners", "word left", "name Tarn", "hour noon", "date Monday"],
        ),
        ("Most voters praised it.", ["share Most", "word voters", "word praised", "pronoun it"]),
        ("Prime Minister Ana Poe resigned.", ["title Prime Minister", "name Ana Poe", "word resigned"]),
        ("Lt. Ana Poe of the Harbour Guard saw it.",
         ["title Lt.", "name Ana Poe", "name Harbour Guard", "word saw", "pronoun it"]),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [f"{e.kind} {e.quote}" for e in elements(text).items] == kinds


@pytest.mark.parametrize(
    "text", [case.text for case in DATES] + ["It cost $ 5 , not $ 6 .", "Said “Ł. Gołąb”: no"]
)
def test_each_element_stands_where_it_says(text: str) -> None:
    read = elements(text)
    taken = [token for e in read.items for token in range(e.first, e.last + 1)]
    assert len(taken) == len(set(taken)), "no word belongs to two elements"
    for place, item in enumerate(read.items):
        assert item.index == place
        assert text[item.start : item.end] == item.quote
        assert item.first <= item.head <= item.last


def test_letters_without_their_marks() -> None:
    assert folded("Łucja Sørli, Þór Æsir Straße") == "Lucja Sorli, Thor Aesir Strasse"
