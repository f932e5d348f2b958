"""The lines of the first page add up, and follow the number of findings, accounts and headlines."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from accounts_to_show import hostile_report

from scripts import exhibits, report
from scripts.ground.faults import Fault
from scripts.report import Report


def test_the_counts_make_up_the_ledger(real: Report) -> None:
    line = exhibits.counts_line(real, "Next in weight:").plain
    assert sum(int(number) for number in re.findall(r"\d+", line)) == len(real.findings)
    assert line.endswith(". Next in weight:")


def test_each_account_with_its_grade_in_words(real: Report) -> None:
    for source, part in zip(real.sources, exhibits.sources_line(real).plain.split("; B "), strict=True):
        assert source.likelihood.removesuffix(" certain") in part
        assert source.kind in part
        assert f"graded {source.reliability}{source.credibility} ({source.reliability} for who" in part
    assert "of no known kind" not in exhibits.sources_line(real).plain
    assert "<script>" not in exhibits.sources_line(hostile_report("<script>")).markup


def test_headlines_are_those_that_no_account_has(real: Report, three: Report) -> None:
    told = sum(bool(fact.headline) for fact in real.reference.unsaid)
    assert len(exhibits.headlines_list(real).rows) == told
    assert exhibits.headlines_count(real) == "Neither account has any of the eight headlines"
    # The third account has one of them.
    assert len(exhibits.headlines_list(three).rows) == told - 1
    assert exhibits.headlines_count(three) == "None of the three accounts has seven of the eight headlines"
    none = report.compile_report(
        real.sources, replace(real.reference, unsaid=()), real.pillars, real.register
    )
    assert exhibits.headlines_list(none).plain == "Points 2, 3, 7 and 8 of what was agreed."


def test_an_account_is_told_without_its_grade(real: Report) -> None:
    assert exhibits.sources_line(real, graded=False).plain == (
        "Compared here: A (exbulletin.com), a machine translation back into English of the official fact "
        "sheet (very likely); B (itb.co.jp), an article written by a language model (almost certain)."
    )


def test_an_apostrophe_is_escaped_once_beside_a_term(real: Report) -> None:
    shown = exhibits.sentence(real, "B's account of the 2+2, and the NCG's work").markup
    assert "B&#39;s account" in shown
    assert "&amp;" not in shown
    assert shown.count("<a ") == 2


def test_findings_of_which_the_same_is_known_share_an_entry(real: Report) -> None:
    shown = exhibits.judgment(real, "Both.", rests_on={"F1 F2": "conflicts; A confirmed; B refuted"})
    assert "Rests on F1 (conflicts), F2 (conflicts)" in shown.plain.replace("[", "")
    with pytest.raises(Fault, match="F4: expected"):
        exhibits.judgment(real, "All.", rests_on={"F1 F4": "conflicts; A confirmed; B refuted"})


def test_letters_for_documents_are_explained_under_the_table(real: Report) -> None:
    shown = exhibits.basis_table(real, "regional-cooperation")
    assert 'href="reference.html#document-rcf"' in shown.markup
    assert "RCF: Regional Cooperation Framework" in shown.plain
    home = exhibits.documents_table(real).markup
    assert {f"document-{d.id.lower()}" for d in real.reference.documents if d.id.isupper()} <= set(
        re.findall(r'id="([^"]+)"', home)
    )
    # Documents that are not called by letters are called by words.
    assert "2plus2-press" not in exhibits.topics_table(real, documents=True).markup


def test_a_third_account_changes_nothing_of_what_was_agreed(real: Report, three: Report) -> None:
    for pillar in (p.id for p in real.pillars.pillars):
        two, with_third = (
            [row["What was agreed"] for row in exhibits.basis_table(r, pillar).rows] for r in (real, three)
        )
        assert [topic for topic in with_third if topic in two] == two
