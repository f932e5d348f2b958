"""The tables of the first page name pillars, findings and words that there are; else one line says so."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import exhibits, report
from scripts.ground.faults import Fault

CASES = [
    (
        "reference/agreements.csv", ("commitment,extended-deterrence,", "commitment,naval,"),
        "reference/agreements.csv: commitment: unknown pillar `naval`; "
        "correct `pillar`, or leave it empty for what lies outside all pillars",
    ),
    (
        "official_wordings.csv", ("A,Secretary of State Austin,", "A,Secretary of Peace Austin,"),
        "official_wordings.csv: row 3: account A does not have the words `Secretary of Peace Austin`; "
        "copy them from the account, with their capitals",
    ),
    (
        "official_wordings.csv", ("Secretary Austin,FS,sense", "Secretary Austin,FS,tone"),
        "official_wordings.csv: row 3: `weight` is `tone`; write one of: sense, name, style",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "change", "message"), CASES)
def test_a_table_that_names_what_is_not_there_is_refused(
    tmp_path: Path, table: str, change: tuple[str, str], message: str
) -> None:
    shutil.copytree(report.ROOT / "seeds", tmp_path / "seeds")
    path = tmp_path / "seeds" / table
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(Fault) as caught:
        report.read(tmp_path)
    assert str(caught.value).removeprefix(f"{tmp_path / 'seeds'}/") == message


def test_every_finding_on_the_first_page_is_refuted_in_its_words() -> None:
    found = report.read()
    for row in found.reference.briefing.replacements:
        verdicts = {r.standing.verdict for r in found.finding(row.finding).discrepancy.readings}
        assert "refuted" in verdicts, row.finding


def test_a_finding_that_the_ledger_does_not_have_is_refused_where_it_is_shown() -> None:
    found = report.read()
    row = replace(found.reference.briefing.replacements[0], finding="F9999")
    reference = replace(found.reference, briefing=replace(found.reference.briefing, replacements=(row,)))
    made = report.compile_report(found.sources, reference, found.pillars, found.register)
    with pytest.raises(Fault, match="F9999: no such finding"):
        exhibits.say_instead_table(made)
