"""Rows for other programs: their order, and cells that no program obeys."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scripts import report
from scripts.comparing.discrepancies.discrepancy import MATERIALITIES, RELATIONS
from scripts.report import output_formats, text_for_terminals


def row(**changes: object) -> output_formats.Row:
    reading = {
        "source": "A",
        "claim": "A-1",
        "quote": "said",
        "start": 0,
        "end": 4,
        "value": "said",
        "sentence": "said",
        "standing": "not checked",
        "citation": ["one", "two"],
        "note": "",
        "searched": [],
    }
    made: output_formats.Row = {
        "id": "F1",
        "identity": "0" * 20,
        "type": "number",
        "relation": "conflicts",
        "materiality": "material",
        "pillar": "",
        "slot": "number",
        "readings": [reading | changes],
        "rationale": "Because.",
    }
    return made


def test_rows_come_in_the_order_a_reader_wants() -> None:
    found = output_formats.rows(report.read())
    places = [(RELATIONS.index(r["relation"]), MATERIALITIES.index(r["materiality"])) for r in found]
    assert places == sorted(places)
    assert len(found) == len(report.read().findings)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_no_formula(start: str) -> None:
    text = output_formats.as_csv([row(quote=f"{start}1+1")])
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    assert read["quote"].startswith("'")


def test_a_cell_holds_several_values_between_bars() -> None:
    (read,) = csv.DictReader(io.StringIO(output_formats.as_csv([row()])))
    assert (read["citation"], read["start"], read["end"]) == ("one|two", "0", "4")


HIDDEN = [
    ("a\u202eb", "a‹U+202E›b"),
    ("a\x1bb", "a‹U+001B›b"),
    ("a\u200bb", "a‹U+200B›b"),
    ("aé김b", "aé김b"),
]


@pytest.mark.parametrize(("text", "shown"), HIDDEN)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert output_formats.visible(text) == shown
    found = [row(quote=text, note=text, standing="near")]
    for written in (
        text_for_terminals.as_text(found),
        output_formats.as_csv(found),
        output_formats.as_markdown(found, ["A"]),
    ):
        assert shown in written
        assert shown == text or text not in written


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_json_gives_back_every_text(text: str) -> None:
    written = output_formats.as_json([row(quote=text)])
    assert json.loads(written)[0]["readings"][0]["quote"] == text
    assert not [c for c in written if c != "\n" and not c.isprintable()]
    written.encode("utf-8")


@given(st.text(max_size=60))
def test_markdown_keeps_one_line_a_finding(text: str) -> None:
    written = output_formats.as_markdown([row(quote=f"x{text}x")], ["A"])
    lines = written.split("\n")
    assert len(lines) == 4
    bars = lines[2].replace("\\\\", "").replace("\\|", "").count("|")
    assert bars == 7


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("See lima.example now.", "See lima\\.example now."),
        ("See www.lima.example.", "See www\\.lima\\.example."),
        ("See http://lima.PE/x", "See http\\://lima\\.PE/x"),
        ("The U.S. lent 3.5 boats at 9 p.m.", "The U.S. lent 3.5 boats at 9 p.m."),
    ],
)
def test_an_address_is_no_link_in_markdown(said: str, written: str) -> None:
    assert output_formats.plain_markdown(said) == written
    tokens = MarkdownIt("gfm-like").parse(written)
    assert not [child for token in tokens for child in token.children or () if "link" in child.type]


def test_a_long_quote_is_cut_in_print_and_whole_in_data() -> None:
    long = "word " * 100
    assert "…" in text_for_terminals.as_text([row(quote=long)])
    assert long in output_formats.as_json([row(quote=long)])
    assert long in output_formats.as_csv([row(quote=long)])


def test_a_standing_is_told_with_its_reason() -> None:
    told = text_for_terminals.as_text([row(standing="refuted", note="He left in 2020.")])
    assert "= refuted" in told
    assert "He left in 2020." in told
    assert "not checked" not in text_for_terminals.as_text([row()])
