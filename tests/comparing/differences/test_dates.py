"""Dates and days of the week: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The envoys of both camps signed the truce in Lomé on Monday, 3 June 2019.",
        "The envoys of both camps signed the truce in Lomé on Monday, 3 July 2019.",
        [("date", "conflicts", "Monday, 3 June 2019", "Monday, 3 July 2019")],
    ),
    (
        "The envoys of both camps signed the truce in Lomé on Monday, 3 June 2019.",
        "The envoys of both camps signed the truce in Lomé on Friday, 3 June 2019.",
        [("weekday", "conflicts", "Monday, 3 June 2019", "Friday, 3 June 2019")],
    ),
    (
        "The envoys of both camps signed the truce in Lomé on 3 June 2019.",
        "The envoys of both camps signed the truce in Lomé on June 3, 2019.",
        [("date", "cosmetic", "3 June 2019", "June 3, 2019")],
    ),
    (
        "The envoys of both camps signed the truce in Lomé on Monday.",
        "The envoys of both camps signed the truce in Lomé on 3 June 2019.",
        [("date", "cosmetic", "Monday", "3 June 2019")],
    ),
    (
        "Around 1:30 a.m. Tuesday a barge named Lark struck the pier of the old bridge and made it collapse.",
        "Divers were piecing together on Wednesday what had made a barge strike the pier of the old bridge.",
        [],
    ),
    (
        "The court of Lomé said that the sentencing of Duarte is scheduled for March 28, 2023.",
        "Judge Mensah set the sentencing of Duarte in Lomé for March 28, 2024.",
        [("date", "conflicts", "March 28, 2023", "March 28, 2024")],
    ),
    (
        "The sentencing of Duarte in Lomé is scheduled for March 28, 2023.",
        "The schedule for motions in the trial of Duarte in Lomé will be sent out on April 3, 2023.",
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_dates(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
