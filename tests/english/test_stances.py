"""How firmly a verb commits who says it."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts import english
from tests.english.tables import read

STANCES = [
    ("agreed", "agreed", 3),
    ("discuss", "discussed", 1),
    ("discussed", "discussed", 1),
    ("committed", "committed", 3),
    ("pledges", "committed", 3),
    ("condemned", "condemned", 2),
    ("emphasised", "emphasised", 2),
    ("emphasized", "emphasised", 2),
    ("reaffirmed", "reaffirmed", 3),
    ("explore", "considered", 1),
    ("decided", "decided", 4),
    ("signed", "decided", 4),
    ("urged", "urged", 2),
    ("welcomed", "welcomed", 2),
    ("denied", "denied", 2),
    ("announced", "announced", 3),
    ("plan", "planned", 2),
    ("vowed", "committed", 3),
    ("banned", "banned", 4),
    ("implemented", "carried out", 4),
]


@pytest.mark.parametrize(("verb", "stance", "rank"), STANCES)
def test_stances(verb: str, stance: str, rank: int) -> None:
    found = english.stance_of(verb)
    assert found is not None
    assert (found.name, found.rank) == (stance, rank)


@pytest.mark.parametrize("verb", ["walk", "rained", "window", ""])
def test_verbs_without_a_stance(verb: str) -> None:
    assert english.stance_of(verb) is None


def test_stances_are_of_listed_verbs_and_one_each() -> None:
    _, body = read("stances.csv")
    verbs = [verb for row in body for verb in row[1].split("|")]
    assert not [verb for verb, count in Counter(verbs).items() if count > 1]
    assert [verb for verb in verbs if not english.is_base_verb(verb)] == []
    assert {row[2] for row in body} == {"1", "2", "3", "4"}
