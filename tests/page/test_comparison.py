"""A comparison in a notebook: the page in a frame, its rows as a table, its forms as files."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from scripts import compare
from scripts.ground.faults import Fault
from scripts.page.comparison import Comparison
from scripts.report import output_formats
from tests.page.serving import ONE, TWO
from tests.reading.formats.shown import FILES


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(ONE, TWO, names=("a release", "a story"))


def test_what_is_displayed_is_the_page_in_a_frame(found: Comparison) -> None:
    shown = found._repr_mimebundle_()
    held = re.search(r'<iframe srcdoc="([^"]*)" title="Comparison of A and B"', shown["text/html"])
    assert held is not None
    assert html.unescape(held[1]) == found.written("html")
    assert shown["text/plain"] == repr(found) == found.written("text")
    assert "a release" in held[1]


def test_on_paper_there_are_the_table_and_the_gravest_findings(found: Comparison) -> None:
    beside = found._repr_html_().partition("</iframe>")[2]
    assert "Ana Duarte" in beside
    assert "91 million euros" in beside
    assert " id=" not in beside
    assert " href=" not in beside


def test_the_frame_has_a_row_for_each_reading(found: Comparison) -> None:
    frame = found.to_frame()
    rows = output_formats.rows(found.report)
    assert len(frame) == sum(len(row["readings"]) for row in rows)
    assert list(frame.columns) == list(output_formats.COLUMNS)
    conflicts = frame[frame["relation"] == "conflicts"]
    assert set(conflicts["quote"]) == {"Ana Duarte", "Luis Poe", "19 million euros", "91 million euros"}
    for row in frame.itertuples():
        assert found.report.source(row.source).text[row.start : row.end] == row.quote


def test_a_comparison_without_findings_is_a_table_without_rows() -> None:
    frame = compare("The old dam stands near Kanth.", "The old dam stands near Kanth.").to_frame()
    assert set(frame["relation"]) <= {"agrees"}
    assert list(frame.columns) == list(output_formats.COLUMNS)


@pytest.mark.parametrize(
    ("ending", "held"),
    [
        ("html", "<!DOCTYPE html>"),
        ("txt", "CONFLICTS"),
        ("csv", "id,type"),
        ("json", "overview"),
        ("md", "| n1 |"),
    ],
)
def test_it_is_saved_in_the_form_of_its_ending(
    found: Comparison, tmp_path: Path, ending: str, held: str
) -> None:
    found.save(tmp_path / f"kept.{ending}")
    assert held in (tmp_path / f"kept.{ending}").read_text("utf-8")


def test_another_ending_names_no_form(found: Comparison, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="give one of"):
        found.save(tmp_path / "kept.pdf")
    assert not list(tmp_path.iterdir())


def test_files_texts_and_paths_go_together() -> None:
    pdf = FILES / "release-printed-by-chromium.pdf"
    read = [str(source.file) for source in compare(pdf, str(pdf), ONE).report.sources]
    assert read == [str(pdf), str(pdf), "text C"]
    assert json.loads(compare(pdf, ONE).written("json"))["accounts"][0]["kind"] == "PDF"


FAULTS = [
    ((ONE,), "accounts: are 1; give two or more"),
    ((ONE, "no-such-file.txt"), "no-such-file.txt: whole file: no such file"),
    ((ONE, "   "), "text B: whole file: empty"),
    ((ONE, "Der Minister hat die neue Talsperre eingeweiht, und das war nicht alles."), "English"),
]


@pytest.mark.parametrize(("given", "words"), FAULTS)
def test_what_cannot_be_compared_is_one_line(given: tuple[str, ...], words: str) -> None:
    with pytest.raises(Fault, match=re.escape(words)) as fault:
        compare(*given)
    assert "\n" not in str(fault.value)
