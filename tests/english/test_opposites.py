"""Words of contrary meaning, and the two sides of one event."""

from __future__ import annotations

import pytest

from scripts import english
from scripts.english import meanings
from tests.english.tables import read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("increased", "decreases"),
        ("soared", "plunged"),
        ("surged", "fell"),
        ("victory", "defeat"),
        ("approval", "rejection"),
        ("accepted", "declined"),
        ("before", "after"),
        ("above", "below"),
        ("inside", "outside"),
        ("lawful", "unlawful"),
        ("legal", "illegal"),
        ("approved", "disapproved"),
        ("stable", "unstable"),
        ("complete", "incomplete"),
        ("regular", "irregular"),
        ("possible", "impossible"),
        ("aligned", "non-aligned"),
        ("compliance", "noncompliance"),
        ("won", "lost"),
        ("northern", "southern"),
        ("guilty", "innocent"),
        ("upheld", "overturned"),
        ("convicted", "acquitted"),
        ("allowed", "banned"),
        ("strengthening", "weaken"),
        ("wider", "narrower"),
        ("public", "private"),
        ("hired", "fired"),
        ("alive", "dead"),
        ("advocated", "opposed"),
        ("confirmed", "denied"),
        ("temporary", "permanent"),
        ("unanimously", "narrowly"),
        ("supporters", "opponents"),
        ("majority", "minority"),
        ("bought", "sold"),
        ("domestic", "foreign"),
        ("happy", "unhappy"),
        ("elected", "ousted"),
        ("import", "export"),
        ("unhurt", "injured"),
        ("unbeaten", "beaten"),
    ],
)
def test_contraries(one: str, other: str) -> None:
    assert english.opposite(one, other)
    assert english.opposite(other, one)
    assert not english.synonymous(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "climbed"),
        ("form", "inform"),
        ("cover", "discover"),
        ("vest", "invest"),
        ("come", "income"),
        ("till", "until"),
        ("port", "import"),
        ("play", "display"),
        ("patch", "dispatch"),
        ("table", "window"),
        ("grew", "decided"),
        ("discussed", "agreed"),
        ("", ""),
        ("rose", ""),
        ("tense", "intense"),
        ("accepted", "shrank"),
        ("left", "walked"),
        ("stress", "distress"),
        ("minister", "president"),
    ],
)
def test_words_that_are_no_contraries(one: str, other: str) -> None:
    assert not english.opposite(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("won", "lost", True),
        ("triumphed", "lost", True),
        ("sold", "bought", True),
        ("before", "after", True),
        ("older", "younger", True),
        ("rose", "fell", False),
        ("guilty", "innocent", False),
        ("won", "sold", False),
        ("approved", "rejected", False),
        ("", "", False),
    ],
)
def test_converses(one: str, other: str, expected: bool) -> None:
    assert english.converse(one, other) is english.converse(other, one) is expected


def test_no_pair_is_both_of_like_and_of_contrary_meaning() -> None:
    _, body = read("opposites.csv")
    assert len(body) > 800
    both = [row for row in body if english.key(row[0]) == english.key(row[1])]
    both += [row for row in body if english.synonym_groups(row[0]) & english.synonym_groups(row[1])]
    assert not both


def test_every_pair_is_read_as_contrary_and_no_group_holds_contraries() -> None:
    _, body = read("opposites.csv")
    assert not [row for row in body if not english.opposite(row[0], row[1])]
    _, groups = read("synonyms.csv")
    assert len(groups) > 1000
    for (cell,) in groups:
        words = cell.split("|")
        assert len({english.key(word) for word in words}) > 1, cell
        contrary = [(a, b) for a in words for b in words if english.opposite(a, b)]
        assert not contrary, cell


def test_no_key_is_both_of_like_and_of_contrary_meaning_to_another() -> None:
    """Over all keys of the files, not only over the pairs: by whatever step a contrary is reached."""
    every, _ = meanings._opposites()
    groups = meanings._groups()
    names = sorted(set(every) | set(groups))
    for one in sorted(every):
        like = {other for other in names if groups.get(one, set()) & groups.get(other, set())}
        assert not like & every[one], one
        assert not [other for other in like if english.opposite(one, other)], one
