"""Abbreviations, titles, and the nouns of events and bodies."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    "token", ["U.S.", "Mr.", "Gen.", "D.C.", "No.", "vs.", "e.g.", "J.", "Oct.", "p.m.", "etc.", "Ph.D."]
)
def test_abbreviations(token: str) -> None:
    assert english.is_abbreviation(token)


@pytest.mark.parametrize(
    "token", ["no.", "meeting.", "in.", "sun.", ".", "", "Korea.", "a.", "2024.", "may."]
)
def test_no_abbreviations(token: str) -> None:
    # "in." is an inch and "a." an initial only in company; at the end of a word they close a sentence.
    assert not english.is_abbreviation(token)


def test_titles_and_heads_of_names() -> None:
    kinds = english.titles()
    assert set(kinds.values()) == {"head", "deputy", "rank", "honorific"}
    for word, kind in (("minister", "head"), ("deputy", "deputy"), ("general", "rank"), ("mr", "honorific")):
        assert kinds[word] == kind
    assert {"meeting", "summit", "dialogue", "election", "trial"} <= english.event_nouns()
    assert {"group", "committee", "partnership", "framework", "treaty"} <= english.body_nouns()
    assert {"the", "of", "was"} <= english.stopwords()
