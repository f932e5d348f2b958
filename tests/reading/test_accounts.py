"""Accounts: short names resolved to full ones, and which date belongs to which event."""

from __future__ import annotations

import pytest
from written import source

from scripts import report
from scripts.reading.accounts import Account, account

HOLDINGS = {
    # siglum: person in full, country, is the portfolio said here, where
    "A": [
        ("Lloyd J. Austin III", "US", True, "U.S. Secretary of Defense Lloyd J. Austin III"),
        ("Kim Yong Hyun", "KR", True, "Secretary of National Defense of Republic of Korea Kim Yong Hyun"),
        ("Lloyd J. Austin III", "US", True, "Secretary of State Austin"),
        ("Kim Yong Hyun", "KR", False, "Minister Kim"),
        ("Antony Blinken", "US", True, "U.S. Secretary of State Antony Blinken"),
        ("Cho Tae-yul", "KR", True, "Republic of Korea Foreign Minister Cho Tae-yul"),
    ],
    "B": [
        ("Lloyd J. Austin III", "US", True, "U.S. Secretary of Defense Lloyd J. Austin III"),
        ("Lee Jong-sup", "KR", True, "ROK Minister of National Defense Lee Jong-sup"),
        ("Lloyd J. Austin III", "US", False, "Secretary Austin"),
        ("Lee Jong-sup", "KR", False, "Minister Lee"),
        ("Antony J. Blinken", "US", True, "U.S. Secretary of State Antony J. Blinken"),
        ("Park Jin", "KR", True, "ROK Minister of Foreign Affairs Park Jin"),
    ],
}
EVENT_DATES = {
    "A": [("scm", "2024-10-30"), ("2+2", "2024-10-31")],
    "B": [("scm", "2024-10-30"), ("2+2", "2024-10-30")],
}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Account]:
    return {a.siglum: a for a in report.read().accounts}


@pytest.mark.parametrize("siglum", ["A", "B"])
def test_who_holds_which_office(seeds: dict[str, Account], siglum: str) -> None:
    told = [(h.name, h.office.country, h.stated, h.office.quote) for h in seeds[siglum].holdings]
    assert told == HOLDINGS[siglum]


@pytest.mark.parametrize("siglum", ["A", "B"])
def test_when_the_events_were(seeds: dict[str, Account], siglum: str) -> None:
    assert [(d.event, d.dating.value) for d in seeds[siglum].event_dates] == EVENT_DATES[siglum]


NAMES = [
    # text, the names of its holders in full
    ("Finance Minister Ana Duarte spoke. Minister Duarte left.", ["Ana Duarte", "Ana Duarte"]),
    ("Minister Duarte left. Finance Minister Ana Duarte had spoken.", ["Ana Duarte", "Ana Duarte"]),
    ("Finance Minister Ana Duarte met Minister Poe.", ["Ana Duarte", "Poe"]),
    ("The minister left.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_short_names(text: str, expected: list[str]) -> None:
    assert [h.name for h in account(source(text)).holdings] == expected


DATED = [
    # text, the dates of its events
    ("The Lima Trade Summit met on 3 May 2021.", ["2021-05-03"]),
    ("The Lima Trade Summit met in May 2021.", []),  # no day
    ("The port opened on 3 May 2021.", []),  # no event
    (
        "The Lima Trade Summit met on 3 May 2021 and the Quito Water Forum on 9 June 2021.",
        ["2021-05-03", "2021-06-09"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_dates_of_events(text: str, expected: list[str]) -> None:
    assert [d.dating.value for d in account(source(text)).event_dates] == expected


def test_furniture_is_kept_beside_the_claims(seeds: dict[str, Account]) -> None:
    assert [p.quote for p in seeds["A"].chrome] == ["date 2024-10-31"]
    assert len(seeds["B"].chrome) == 9
