"""States by their names, their people and their capitals."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from scripts import english
from tests.english.tables import read


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("U.S.", "US"),
        ("the United States", "US"),
        ("USA", "US"),
        ("United States of America", "US"),
        ("UK", "GB"),
        ("Britain's", "GB"),
        ("ROK", "KR"),
        ("Republic of Korea", "KR"),
        ("South Korea", "KR"),
        ("DPRK", "KP"),
        ("North Korea\u2019s", "KP"),
        ("Türkiye", "TR"),
        ("the Netherlands", "NL"),
        ("Czechia", "CZ"),
        ("PRC", "CN"),
        ("Côte d'Ivoire", "CI"),
        ("Japan", "JP"),
        ("us", None),
        ("uk", None),
        ("Korea", None),
        ("it", None),
        ("", None),
        ("Europe", None),
        ("Pyongyang", None),
    ],
)
def test_countries(words: str, iso: str | None) -> None:
    assert english.country(words) == iso


def test_every_state_has_its_own_names() -> None:
    _, body = read("countries.csv")
    assert len(body) >= 195
    forms = [form.lower() for row in body for form in dict.fromkeys([row[1], *row[2].split("|")]) if form]
    assert not [form for form, count in Counter(forms).items() if count > 1]
    assert all(re.fullmatch("[A-Z]{2}", row[0]) for row in body)
    assert english.demonyms()["south korean"] == "KR"
    assert english.demonyms()["dutch"] == "NL"
    assert english.capitals()["seoul"] == "KR"
    assert english.capitals()["washington"] == "US"
    assert english.country_names()["KR"] == "South Korea"
