"""The parse: its spans are those of the text as given, and its tokens hang together."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scripts.reading.syntax import parser
from scripts.reading.syntax.parser import Parse, parse, parse_all, parse_stretches
from tests.conftest import ROOT

BROKEN = "The har-\nbour was shut.The port\nlost forty-\ntwo ships; it rained."
TEXTS = [
    "",
    " \n\t ",
    "Rain.",
    "Lt.-Col. Ana Poe left. Rs. 500 was paid.",
    BROKEN,
    "It cost $ 5 , not $ 6 .",
    "He said: “Ø — no”.\r\n\r\nSo be it \U0001f6a2 …",
    "a\u202eb \u200f\x07 c",
]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_stand_where_they_say(text: str) -> None:
    read = parse(text)
    assert [t.index for t in read.tokens] == [*range(len(read.tokens))]
    for before, after in zip(read.tokens, read.tokens[1:], strict=False):
        assert before.start < before.end <= after.start
    for token in read.tokens:
        given = text[token.start : token.end]
        assert given == token.text or "-\n" in given, "only a word that was broken is read as another"
        assert 0 <= token.head < len(read.tokens)
        *_, top = (token, *read.above(token.index))
        assert top.head == top.index
        assert token.index in read.subtree(top.index)


def test_broken_words_and_lost_spaces_are_mended() -> None:
    read = parse(BROKEN)
    words = [t.text for t in read.tokens]
    assert "harbour" in words
    assert {"shut", "The"} <= set(words)
    (harbour,) = (t for t in read.tokens if t.text == "harbour")
    assert BROKEN[harbour.start : harbour.end] == "har-\nbour"


def test_a_semicolon_parts_two_sentences() -> None:
    read = parse("The bakery is closed; the kiosk remains open.")
    assert [read.tokens[first].text for first, _ in read.sentences] == ["The", "the"]


def test_short_titles_end_no_sentence() -> None:
    assert len(parse("Lt. Ana Poe met Lt.-Col. Lu Wick in Tarn.").sentences) == 1


def test_many_texts_are_read_as_one_by_one() -> None:
    def shape(read: Parse) -> list[tuple[str, str, int]]:
        return [(t.text, t.role, t.head) for t in read.tokens]

    assert [shape(one) for one in parse_all(TEXTS)] == [shape(parse(text)) for text in TEXTS]


@pytest.mark.parametrize("text", ["\xa0 &lt;script&gt;", "\n \n and so \xa0", "  or \n\n  and "])
def test_a_word_is_its_own_head_only_at_the_top(text: str) -> None:
    """Else a climb to the head of a list would never end."""
    assert all((token.head == token.index) == (token.role == "ROOT") for token in parse(text).tokens)


def test_a_sentence_that_was_read_before_is_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, Parse] = {}
    monkeypatch.setattr(parser, "_SENTENCES", kept)
    monkeypatch.setattr(parser, "_MOST", 2)
    one, two, three = "The port lost two ships.", "It rained.", "Ana Poe left."
    first = parse_stretches(f"{one} {two}", [(0, len(one)), (len(one) + 1, len(one) + 1 + len(two))])
    assert [*kept] == [one, two]
    with monkeypatch.context() as context:
        context.setattr(parser, "parse_all", lambda texts: iter([]) if not texts else pytest.fail(f"{texts}"))
        again = parse_stretches(f"{two} {one}", [(0, len(two)), (len(two) + 1, len(two) + 1 + len(one))])
    assert [(t.text, t.role, t.sentence) for t in again.tokens] == [
        *((t.text, t.role, 0) for t in first.tokens if t.sentence == 1),
        *((t.text, t.role, 1) for t in first.tokens if t.sentence == 0),
    ]
    assert all(again.text[t.start : t.end] == t.text for t in again.tokens)
    parse_stretches(three, [(0, len(three))])
    assert [*kept] == [one, three], "the one not asked for longest goes"
    monkeypatch.setattr(parser, "_KEPT", 3)
    parse_stretches(two, [(0, len(two))])
    assert [*kept] == [one, three], "a long one is not kept"


def test_spacy_is_loaded_without_its_command_line_which_stays_there() -> None:
    asked = (
        "import sys\nfrom scripts.reading.syntax.parser import parse\nassert parse('It rained.').tokens\n"
        "assert 'spacy.cli' not in sys.modules\nfrom spacy.cli import download\nassert callable(download)"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
