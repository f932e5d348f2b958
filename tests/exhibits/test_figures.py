"""Figures: the same bytes twice, fit to stand inside a page, and a text that says what is seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from scripts import exhibits, report
from scripts.exhibits.cast_of_officials import casts, in_office
from scripts.exhibits.html import Exhibit
from scripts.ground.faults import Fault
from scripts.report import ROOT, Report

SVG = "{http://www.w3.org/2000/svg}"
FIGURES: dict[str, Callable[[Report], Exhibit]] = {
    name: getattr(exhibits, name) for name in exhibits.__all__ if name.endswith("_figure")
}


def drawing(shown: Exhibit) -> ElementTree.Element:
    found = re.search(r"<svg.*?</svg>", str(shown.markup), re.DOTALL)
    assert found
    return ElementTree.fromstring(found.group())


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_bytes_twice(name: str, real: Report) -> None:
    assert FIGURES[name](real).markup == FIGURES[name](real).markup


def test_the_same_bytes_in_another_process_with_other_settings() -> None:
    code = (
        "from scripts import exhibits, report; import matplotlib as m; m.rcParams['font.size'] = 30;"
        "print(exhibits.tenure_figure(report.read()).markup)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == exhibits.tenure_figure(report.read()).markup


@pytest.mark.parametrize("name", FIGURES)
def test_fit_to_stand_inside_a_page(name: str, real: Report, three: Report) -> None:
    for shown in (FIGURES[name](real), FIGURES[name](three)):
        root = drawing(shown)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert not tags & {"style", "script", "metadata", "image", "foreignObject"}
        assert root.get("role") == "img"
        assert root.get("viewBox")
        title = root.find(f"{SVG}title")
        assert title is not None
        assert title.text == root.get("aria-label")
        text = ElementTree.tostring(root, encoding="unicode")
        assert not re.search(r"\d{4}-\d\d-\d\dT", text)
        defined = set(re.findall(r'\bid="([^"]*)"', text))
        used = {*re.findall(r"url\(#([^)]*)\)", text), *re.findall(r'href="#([^"]*)"', text)}
        assert defined == used


def test_names_of_parts_are_told_apart(real: Report) -> None:
    names = [i for show in FIGURES.values() for i in re.findall(r'\bid="([^"]*)"', str(show(real).markup))]
    assert len(names) == len(set(names))


def test_what_is_seen_is_computed(real: Report, three: Report) -> None:
    tenures = drawing(exhibits.tenure_figure(real)).get("aria-label") or ""
    assert (
        "Lee Jong-sup, ROK Minister of National Defense, 10 May 2022 to 7 October 2023, named by B" in tenures
    )
    assert "B: from 12 May 2022 to 7 October 2023" in tenures
    assert "Shin Won-sik, ROK Minister of National Defense, 7 October 2023 to 6 September 2024, " in tenures
    assert "named by no account" in tenures
    with_third = drawing(exhibits.tenure_figure(three)).get("aria-label") or ""
    assert "7 October 2023 to 6 September 2024, named by C" in with_third
    coverage = drawing(exhibits.coverage_figure(real)).get("aria-label") or ""
    for row in exhibits.coverage_table(real).rows[:-1]:
        assert f"{row['Pillar']}: {row['Account A']} in A and {row['Account B']} in B" in coverage


@pytest.mark.parametrize(
    ("siglum", "together", "there"),
    [
        ("A", "2024-09-06/2024-12-05", True),
        ("B", "2022-05-12/2023-10-07", False),
        ("C", "2023-10-07/2024-09-06", False),
    ],
)
def test_casts(three: Report, siglum: str, together: str, there: bool) -> None:
    found = next(c for c in casts(three) if c.siglum == siglum)
    assert [f"{start}/{end}" for start, end in found.windows] == [together]
    assert in_office(three, found) is there


def test_posts_that_nobody_held_are_left_out(real: Report) -> None:
    found = next(c for c in casts(real) if c.siglum == "A")
    assert found.never == (("lloyd-austin", "us-state-secretary"),)


def test_drawing_is_imported_only_when_drawn() -> None:
    code = "import sys, scripts.exhibits; print('matplotlib' in sys.modules, 'pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False False"
    assert report.ROOT == ROOT


def test_ribbons_join_what_is_aligned_and_end_open_where_nothing_is(real: Report, three: Report) -> None:
    shown = exhibits.alignment_figure(real)
    pairs = {(row["left"], row["right"]) for row in shown.rows if row["left"] and row["right"]}
    assert pairs == {
        (real.claim(a.left).label, real.claim(a.right).label) for a in real.alignments
    }  # every one of them, and no faint one
    ends = {row["left"] or row["right"] for row in shown.rows if row["yields"] == "no counterpart"}
    assert ends == {c.label for c in real.claims} - {label for pair in pairs for label in pair}
    of_a, of_b = (sum(label.startswith(s) for label in ends) for s in "AB")
    assert shown.plain.startswith(f"{of_a} of A's ")
    assert f" and {of_b} of B's " in shown.plain.splitlines()[0]
    # Two accounts that are not the first two, and none that are one account.
    with_third = exhibits.alignment_figure(three, "B", "C")
    assert {row["right"][:1] for row in with_third.rows} == {"C", ""}
    assert exhibits.alignment_figure(three).markup.count("<figure") == 3
    assert 'id="figure-alignment-b-c"' in with_third.markup
    with pytest.raises(Fault, match="A: no two accounts"):
        exhibits.alignment_figure(real, "A", "A")


def test_a_ribbon_has_the_gravest_relation_of_its_claims(real: Report) -> None:
    yields = {(row["left"], row["right"]): row["yields"] for row in exhibits.alignment_figure(real).rows}
    # The day of the second meeting and both ministers' names stand in these two; a term differs there too.
    assert yields["A-2", "B-4"] == "conflicts"
    assert {"conflicts", "differs", "agrees", "left open"} <= set(yields.values())
    for (left, right), found in yields.items():
        told = {
            f.discrepancy.relation
            for f in real.findings
            if {left, right} <= {real.claim(r.claim).label for r in f.discrepancy.readings if r.claim}
        }
        if found == "left open":
            assert not told & {"conflicts", "differs", "agrees"}


def test_one_account_has_nothing_to_be_joined_to(real: Report) -> None:
    alone = report.compile_report(real.sources[:1], real.reference, real.pillars, real.register)
    assert exhibits.alignment_figure(alone).plain.startswith("There is only one account")
