"""Dates, numbers, tenses, roles and places of one event in two accounts."""

from __future__ import annotations

from datetime import date

import pytest
from written import pair, source

from scripts.comparing.discrepancies import (
    event_dates,
    event_ordinals,
    event_places,
    event_roles,
    event_tenses,
)
from scripts.record import Event, Reference

FORUM = Event(
    id="forum",
    name="9th Lima Port Forum",
    acronym="",
    forms=("Lima Port Forum",),
    ordinal=9,
    series="",
    date=date(2021, 5, 3),
    until=date(2021, 5, 3),
    date_also=(),
    place="Lima",
    places_also=(),
    hosts=(),
    heads=(),
    citations=("x",),
    sure="H",
    note="",
)
RECORD = Reference(events=(FORUM,))
NOTHING: list[str] = []

DATES = [
    ("The Lima Port Forum met on 3 May 2021.", "The Lima Port Forum met on 4 May 2021.", ["conflicts"]),
    ("The Lima Port Forum met on 3 May 2021.", "On May 3, 2021 the Lima Port Forum met.", ["agrees"]),
    ("The Lima Port Forum met on 3 May 2021.", "The Lima Port Forum met on 3 May.", ["agrees"]),
    ("The Lima Port Forum met on 3 May 2021.", "The Lima Port Forum met on 4 May.", ["conflicts"]),
    ("The Lima Port Forum met on 3 May 2021.", "The Lima Port Forum met.", NOTHING),
    ("The Lima Port Forum met on 3 May 2021.", "The Quito Water Summit met on 4 May 2021.", NOTHING),
    (
        "The Lima Port Forum met on 3 May 2021. The Lima Port Forum met on 5 May 2021.",
        "The Lima Port Forum met on 4 May 2021.",
        ["undetermined"],  # an account that contradicts itself
    ),
]
ORDINALS = [
    ("The 9th Lima Port Forum met.", "The 8th Lima Port Forum met.", ["conflicts"]),
    ("The 9th Lima Port Forum met.", "The ninth Lima Port Forum met.", NOTHING),
    ("The 9th Lima Port Forum met.", "The Lima Port Forum met.", ["only in one source"]),
    ("The Lima Port Forum met.", "The Lima Port Forum met.", NOTHING),
]
TENSES = [
    ("The Lima Port Forum will meet.", "The Lima Port Forum met.", ["differs"]),
    ("The Lima Port Forum met.", "The Lima Port Forum was held.", NOTHING),
    ("The Lima Port Forum will meet.", "The Quito Water Summit met.", NOTHING),
    ("The Lima Port Forum will meet. The Lima Port Forum met.", "The Lima Port Forum met.", NOTHING),  # mixed
]
WHO = "Health Minister Ana Duarte"
ROLES = [
    (f"{WHO} will join the Lima Port Forum.", f"{WHO} chaired the Lima Port Forum.", ["differs"]),
    (f"{WHO} attended the Lima Port Forum.", f"{WHO} hosted the Lima Port Forum.", ["differs"]),
    (f"{WHO} led the Lima Port Forum.", f"{WHO} hosted the Lima Port Forum.", NOTHING),
    (f"{WHO} praised the Lima Port Forum.", f"{WHO} hosted the Lima Port Forum.", NOTHING),
    ("Ships joined the Lima Port Forum.", f"{WHO} hosted the Lima Port Forum.", NOTHING),  # nobody in office
]
PLACES = [
    ("The Port Trade Forum was held in Lima.", "The Port Trade Forum was held in Quito.", ["conflicts"]),
    ("The Port Trade Forum was held in Lima.", "The Port Trade Forum met in Lima.", ["agrees"]),
    ("The Port Trade Forum was held in Lima.", "The Port Trade Forum opened.", NOTHING),
    ("The Port Trade Forum was held in Peru.", "The Port Trade Forum was held in Chile.", ["conflicts"]),
]
TABLES = [
    *((event_dates.find, *case) for case in DATES),
    *((event_ordinals.find, *case) for case in ORDINALS),
    *((event_tenses.find, *case) for case in TENSES),
    *((event_roles.find, *case) for case in ROLES),
    *((event_places.find, *case) for case in PLACES),
]


@pytest.mark.parametrize(("find", "left", "right", "expected"), TABLES)
@pytest.mark.parametrize("turned", [False, True])
def test_events(find, left: str, right: str, expected: list[str], turned: bool) -> None:  # type: ignore[no-untyped-def]
    both = (right, left) if turned else (left, right)
    assert [d.relation for d in find(pair(*both))] == expected


AS_OF = [
    # when each speaks (the event is on 3 May), how sure, relation
    ("2021-05-01", "2021-05-09", "M", "differs"),  # a preview and a report
    ("2021-05-01", "2021-05-02", "M", "conflicts"),  # both before it
    ("2021-05-08", "2021-05-09", "M", "conflicts"),  # both after it
    ("2021-05-03", "2021-05-09", "M", "differs"),  # on the day itself
    ("2021-05-08", "2021-05-09", "L", "differs"),  # hardly sure when
    ("", "2021-05-09", "M", "differs"),
]


@pytest.mark.parametrize(("one", "other", "sure", "relation"), AS_OF)
def test_tenses_conflict_only_on_one_side_of_the_event(
    one: str, other: str, sure: str, relation: str
) -> None:
    left = source("The Lima Port Forum will meet on 3 May 2021.", "L", one, sure)
    right = source("The Lima Port Forum met on 3 May 2021.", "R", other, sure)
    (found,) = event_tenses.find(pair(left, right, RECORD))
    assert found.relation == relation
    assert found.materiality == ("material" if relation == "conflicts" else "minor")


def test_without_a_record_of_the_event_no_tense_conflicts() -> None:
    left = source("The Lima Port Forum will meet on 3 May 2021.", "L", "2021-05-08", "H")
    right = source("The Lima Port Forum met on 3 May 2021.", "R", "2021-05-09", "H")
    assert [d.relation for d in event_tenses.find(pair(left, right))] == ["differs"]
