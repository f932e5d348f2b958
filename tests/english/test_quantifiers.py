"""Words for a share, words that bound a number."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [("none", 0, 0), ("all", 1, 1), ("every", 1, 1), ("half", 0.5, 0.5), ("Nearly all", 0.9, 0.9999)],
)
def test_quantifiers(word: str, low: float, high: float) -> None:
    found = english.quantifier(word)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_quantifiers_tell_shares_apart() -> None:
    table = english.quantifiers()
    assert all(0 <= entry.low <= entry.high <= 1 for entry in table.values())
    assert table["few"].high < table["most"].low
    assert table["a minority"].high < table["a majority"].low
    assert table["none"].high < table["some"].low <= table["some"].high < table["all"].low
    assert english.quantifier("window") is None


@pytest.mark.parametrize(
    ("phrase", "relation"),
    [
        ("more than", ">"),
        ("over", ">"),
        ("at least", ">="),
        ("no fewer than", ">="),
        ("under", "<"),
        ("Fewer  than", "<"),
        ("up to", "<="),
        ("as many as", "<="),
        ("nearly", "~"),
        ("almost", "~"),
        ("about", "~"),
        ("around", "~"),
        ("approximately", "~"),
        ("exactly", "="),
        ("only", "="),
        ("a record", "record"),
    ],
)
def test_comparatives(phrase: str, relation: str) -> None:
    found = english.comparative(phrase)
    assert found is not None
    assert found.relation == relation


def test_comparatives_scan_longest_first_and_abstain() -> None:
    lengths = [len(phrase) for phrase in english.comparatives()]
    assert lengths == sorted(lengths, reverse=True)
    assert english.comparative("window") is None
