"""What was agreed rests on what the record has, never on how official an account looks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scripts import exhibits
from scripts.exhibits.agreed_topics import ALONE, OFFICIAL, REPORTED, bases
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report, compile_report


@pytest.mark.parametrize(
    ("topic", "pillar", "rests_on"),
    [
        # stated in an official text or a copy of it, and the row is sure
        ("ncg", "extended-deterrence", OFFICIAL),
        ("ironclad-commitment", "extended-deterrence", OFFICIAL),
        ("early-warning", "alliance-capabilities", OFFICIAL),
        # inferred for the fact sheet, but the title of the framework itself was read
        ("regional-framework", "regional-cooperation", OFFICIAL),
        # known through the press or a ministry's summary
        ("dstec", "alliance-capabilities", REPORTED),
        ("quantum", "alliance-capabilities", REPORTED),
        ("area-maritime-security", "regional-cooperation", REPORTED),
        # an older official text states the framework; what these meetings did with it is only reported
        ("trilateral-framework", "regional-cooperation", REPORTED),
        # nothing but the account that renders the fact sheet
        ("pipir", "alliance-capabilities", ALONE),
        ("free-open-indo-pacific", "regional-cooperation", ALONE),
        ("missile-warning-data", "regional-cooperation", ALONE),
    ],
)
def test_what_a_topic_rests_on(real: Report, topic: str, pillar: str, rests_on: str) -> None:
    found = next(b for b in bases(real) if b.topic == topic)
    assert (found.pillar, found.rests_on) == (pillar, rests_on)


def test_who_stands_alone_is_said_by_the_record(real: Report) -> None:
    # B speaks of dialogues too, but the words of the fact sheet were at hand in A alone.
    found = next(b for b in bases(real) if b.topic == "high-level-dialogue")
    assert {siglum for siglum, _ in found.mentions} == {"A", "B"}
    assert (found.rests_on, found.alone, found.words) == (ALONE, ("A",), "account A alone")


def test_what_no_original_states_was_not_agreed(real: Report) -> None:
    topics = {b.topic for b in bases(real)}
    assert not topics & {"climate", "ukraine", "freedom-of-navigation", "space", "trade"}


def test_another_siglum_is_named_as_it_is(real: Report) -> None:
    """Without a note that names an account, it is the one that renders the document and says the topic."""
    topics = tuple(replace(t, note="") if t.sure == "L" else t for t in real.reference.topics)
    record = replace(real.reference, topics=topics)
    only = [replace(s, siglum="K") for s in real.sources if s.siglum == "A"]
    found = next(
        b for b in bases(compile_report(only, record, real.pillars, real.register)) if b.topic == "pipir"
    )
    assert found.words == "account K alone"


def test_the_first_page_has_each_topic_once_and_linked(real: Report) -> None:
    shown = exhibits.agreed_table(real)
    assert [row["Pillar"] for row in shown.rows] == [p.title for p in real.pillars.pillars]
    told = [
        part for row in shown.rows for cell in list(row.values())[1:] for part in cell.split("; ") if part
    ]
    assert sorted(told) == sorted(b.label for b in bases(real))
    assert shown.markup.count('href="ledger.html#finding-') == len(told)
    assert list(shown.rows[0])[-1] == "On account A alone"


def test_a_cell_that_may_stand_under_another_has_the_name_of_its_column(real: Report) -> None:
    for shown in (exhibits.agreed_table(real), exhibits.basis_table(real, "regional-cooperation")):
        heads = list(shown.rows[0])
        assert re.findall(r'<td[^>]* data-column="([^"]*)"', shown.markup) == heads[1:] * len(shown.rows)
        assert 'class="exhibit stacks"' in shown.markup
    numbers = exhibits.counts_table(real)
    assert numbers.markup.count("data-column") == len(numbers.rows) * (len(numbers.rows[0]) - 1)
    two = Grid("Two", [Column("A", heads=True), Column("B")], [Line(("a", "b"))])
    assert "data-column" not in two.exhibit().markup


def test_an_inferred_row_never_reads_as_a_confirmation(real: Report) -> None:
    rows = {row["What was agreed"]: row for row in exhibits.basis_table(real, "regional-cooperation").rows}
    alone = rows["a free and open Indo-Pacific"]
    assert alone["Rests on"] == "account A alone"
    assert alone["Where it is stated"] == "FS third pillar, first item: only as account A renders it"
    assert "doc_FS" not in alone["Where it is stated"]
    assert rows["Regional Cooperation Framework"]["Rests on"] == "official text"


def test_findings_in_short(real: Report) -> None:
    shown = exhibits.findings_list(real, ["F1", "F4"])
    assert shown.markup.count("<li>") == 2
    assert shown.plain.splitlines()[1].endswith("conflicts A confirmed and refuted")
    assert exhibits.findings_list(real, []).plain == "None."


def test_topics_say_what_is_known_through_an_account_alone(real: Report) -> None:
    rows = {row["Topic"]: row["Record"] for row in exhibits.topics_table(real).rows}
    only = "FS third pillar, first item: known only as account A renders it"
    assert rows["a free and open Indo-Pacific"].endswith(only)
    assert "known only" not in rows["Nuclear Consultative Group"]
