"""Wordings held apart and wordings said alike: what the tables say, and that they do not contradict."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from scripts.english import lexicon, lexicon_table, rows, wordings
from scripts.ground.faults import Fault
from tests.english.tables import read

PARTS = {"n", "v", "a", "r", "p", "d", "m"}

APART = [
    ("propose", "agree", "v", "firmness"),
    ("agree", "sign", "v", "firmness"),
    ("sign", "ratify", "v", "firmness"),
    ("expect", "require", "v", "firmness"),
    ("ask", "demand", "v", "firmness"),
    ("claim", "confirm", "v", "firmness"),
    ("allege", "prove", "v", "firmness"),
    ("deny", "refuse", "v", "firmness"),
    ("may", "will", "m", "firmness"),
    ("stay", "stop", "v", "outcome"),
    ("injure", "kill", "v", "outcome"),
    ("arrest", "charge", "v", "outcome"),
    ("charge", "convict", "v", "outcome"),
    ("postpone", "cancel", "v", "outcome"),
    ("suspend", "end", "v", "outcome"),
    ("director", "manager", "n", "office"),
    ("chairman", "president", "n", "office"),
    ("minister", "secretary", "n", "office"),
    ("near", "in", "p", "place"),
    ("before", "by", "p", "time"),
    ("most", "all", "d", "quantity"),
    ("criticise", "condemn", "v", "stance"),
    ("commission", "committee", "n", "body"),
    ("remand", "jail", "v", "outcome"),
    ("decriminalise", "legalise", "v", "outcome"),
    ("conclude", "terminate", "v", "outcome"),
    ("evidence", "proof", "n", "firmness"),
    ("autonomous", "independent", "a", "outcome"),
]

# One way alone where the third column says so.
ALIKE = [
    ("joblessness", "unemployment", "n", "both"),
    ("sepulchre", "tomb", "n", "both"),
    ("lose one's life", "die", "v", "both"),
    ("take place", "be held", "v", "both"),
    ("set off", "leave", "v", "both"),
    ("go to the polls", "cast a ballot", "v", "both"),
    ("prior to", "before", "p", "both"),
    ("the majority of", "most", "d", "both"),
    ("shoot dead", "kill", "v", "one"),
    ("drown", "die", "v", None),  # WordNet knows it
    ("wildfire", "fire", "n", None),
    ("soar", "rise sharply", "v", "both"),
    ("be killed", "die", "v", "one"),
    ("chide", "rebuke", "v", "both"),
    ("pave the way for", "open the door to", "v", "both"),
    ("autopsy", "post-mortem", "n", None),  # WordNet knows it
    ("truancy", "skipping school", "n", "both"),
    ("seek", "win", "v", None),
    ("barrister", "fireman", "n", None),
]


@pytest.mark.parametrize(("word", "other", "part", "kind"), APART)
def test_held_apart(word: str, other: str, part: str, kind: str) -> None:
    for pair in ((word, other), (other, word)):
        held = wordings.held_apart(*pair, part)
        assert held is not None
        assert held.kind == kind
        assert held.why


def test_a_pair_is_held_apart_as_its_part_of_speech_alone() -> None:
    assert wordings.held_apart("order", "request", "n")
    assert wordings.held_apart("order", "request", "a") is None
    assert wordings.held_apart("arrest", "arrest", "v") is None
    assert wordings.held_apart("arrest", "detain", "v") is None


@pytest.mark.parametrize(("word", "other", "part", "ways"), ALIKE)
def test_said_alike(word: str, other: str, part: str, ways: str | None) -> None:
    assert wordings.said_alike(word, other, part) is (ways is not None)
    assert wordings.said_alike(other, word, part) is (ways == "both")


@pytest.mark.parametrize(
    ("word", "other", "turned"),
    [
        ("cause", "be due to", True),
        ("be due to", "cause", True),
        ("employ", "work for", True),
        ("employ", "hire", False),
        ("own", "belong to", True),
    ],
)
def test_turned(word: str, other: str, turned: bool) -> None:
    assert wordings.turned(word, other, "v") is turned
    assert not wordings.turned(word, other, "n")


def test_phrases_are_given_by_their_part() -> None:
    found = wordings.phrases()
    assert {"lose one's life", "find guilty"} <= found["v"]
    assert "death toll" in found["n"]
    assert all(" " in phrase for several in found.values() for phrase in several)
    assert set(found) <= PARTS


def pairs() -> set[tuple[str, str, str]]:
    """All that is said alike with the same parts, each pair in its order."""
    found = set()
    for row in rows.table("said_alike.csv", ("left", "right", "part", "relation")):
        if row["relation"] == "turned":
            continue
        left = row["left"].split("|")
        found |= {(one, row["right"], row["part"]) for one in left}
        if row["relation"] == "same":
            found |= {(one, other, row["part"]) for one, other in combinations(left, 2)}
    return found


def test_nothing_is_both_held_apart_and_said_alike() -> None:
    assert not [pair for pair in sorted(pairs()) if wordings.held_apart(*pair)]


def test_nothing_said_alike_is_contrary_or_known_to_the_lexicon_in_every_word() -> None:
    assert not [pair for pair in sorted(pairs()) if pair[2] in "nvar" and lexicon.antonyms(*pair)]
    _, body = read("said_alike.csv")
    for left, right, part, relation in body:
        if relation == "turned":
            continue
        known = [lexicon.synonyms(one, right, part) if part in "nvar" else None for one in left.split("|")]
        assert any(rank is None or rank > 2 for rank in known), (left, right)


@pytest.mark.parametrize("name", ["held_apart.csv", "said_alike.csv"])
def test_rows_are_wordings_in_lower_case(name: str) -> None:
    header, body = read(name)
    for row in body:
        cells = dict(zip(header, row, strict=True))
        left, right = cells["left"].split("|"), cells["right"].split("|")
        assert not set(left) & set(right), row
        assert left == sorted(left)
        assert all(one == one.lower() for one in (*left, *right))
        assert cells["part"] in PARTS
        assert name == "held_apart.csv" or len(right) == 1


def test_every_root_is_of_two_parts_that_the_lexicon_does_not_join() -> None:
    _, body = read("roots.csv")
    for word, part, other, other_part in body:
        assert part != other_part
        entries = (lexicon_table.entry(word, part), lexicon_table.entry(other, other_part))
        named = [(one.part, one.word) for entry in entries for one in (*entry.derived, *entry.pertains)]
        assert (other_part, other) not in named, word
        assert (part, word) not in named, word


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Empty the caches of the tables, before and after."""
    remembered = (rows.table, wordings._apart, wordings._alike, wordings._turned)
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize(
    ("ask", "name", "row", "said"),
    [
        (
            wordings.held_apart,
            "held_apart.csv",
            ["a", "b", "v", "colour", "so"],
            "held_apart.csv: the row of a: kind is 'colour'; give it one of firmness",
        ),
        (
            wordings.said_alike,
            "said_alike.csv",
            ["a", "b", "v", "like"],
            "said_alike.csv: the row of a: relation is 'like'; give it one of same",
        ),
        (
            wordings.said_alike,
            "said_alike.csv",
            ["a", "b", "v"],
            "said_alike.csv: row 2: 3 cells; give it 4",
        ),
    ],
)
def test_a_row_that_is_wrong_is_a_fault(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[str, str, str], object],
    name: str,
    row: list[str],
    said: str,
) -> None:
    header, _ = read(name)
    with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, row])
    monkeypatch.setattr(rows, "FOLDER", tmp_path)
    with pytest.raises(Fault, match=said):
        ask("a", "b", "v")
