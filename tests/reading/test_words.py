"""Words and their places: what counts as one word, and what it shares with others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.reading.words import Word, keys, words

TOKENS = [
    # text, its words
    ("The U.S. and the 56th SCM.", ["The", "U.S.", "and", "the", "56th", "SCM"]),
    ("a 2+2 meeting", ["a", "2+2", "meeting"]),
    ("1,250.5 tonnes, 3.5% or $40", ["1,250.5", "tonnes", "3.5", "%", "or", "$", "40"]),
    ("In 2024, 30 ships", ["In", "2024", "30", "ships"]),
    ("Gen. Poe and Mr. Lane left.", ["Gen.", "Poe", "and", "Mr.", "Lane", "left"]),
    ("John Q. Poe came, as did I.", ["John", "Q.", "Poe", "came", "as", "did", "I"]),
    ("They won. Lima lost.", ["They", "won", "Lima", "lost"]),
    ("Peru’s minister didn't say", ["Peru’s", "minister", "didn't", "say"]),
    ("conventional-built ships", ["conventional", "built", "ships"]),
    ("(NSB)", ["NSB"]),
    ("조태열 Cho Tae-yul, Genève", ["조태열", "Cho", "Tae", "yul", "Genève"]),
    ("x² ½", ["x²", "½"]),
    ("", []),
    (" . , — “”", []),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_what_is_a_word(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected


def test_a_stretch_of_a_text_keeps_the_places_of_the_whole() -> None:
    text = "The port of Lima is open."
    assert [(w.text, w.start, w.end) for w in words(text, 4, 16)] == [
        ("port", 4, 8),
        ("of", 9, 11),
        ("Lima", 12, 16),
    ]


def word(text: str) -> Word:
    return words(text)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("modernising", "modernized"), ("Defence", "defense"), ("ports", "port"), ("Peru’s", "PERU")],
)
def test_inflection_spelling_and_possessive_do_not_tell_words_apart(one: str, other: str) -> None:
    assert word(one).key == word(other).key


@pytest.mark.parametrize(("one", "other"), [("port", "sport"), ("export", "import"), ("state", "estate")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert word(one).key != word(other).key


@pytest.mark.parametrize(
    ("text", "acronym", "number", "capital"),
    [
        ("NCG", True, False, True),
        ("U.S.", True, False, True),
        ("WMDs", True, False, True),
        ("A", False, False, True),
        ("Lima", False, False, True),
        ("lima", False, False, False),
        ("56th", False, True, False),
        ("2+2", False, True, False),
        ("²", False, False, False),  # a digit to some, but no number can be read from it
    ],
)
def test_shapes(text: str, acronym: bool, number: bool, capital: bool) -> None:
    found = word(text)
    assert (found.is_acronym, found.is_number, found.is_capital) == (acronym, number, capital)


def test_keys_are_those_of_content_words_in_order() -> None:
    assert keys(words("The ports of the north")) == (word("port").key, word("north").key)


@given(st.text(max_size=300))
def test_words_stand_where_they_say_and_never_overlap(text: str) -> None:
    last = 0
    for found in words(text):
        assert text[found.start : found.end] == found.text
        assert last <= found.start < found.end
        last = found.end
