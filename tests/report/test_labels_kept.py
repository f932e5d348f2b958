"""Every finding that was ever given a label, and what became of it: the same, judged otherwise, withdrawn."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from scripts import report

ROOT = Path(__file__).resolve().parents[2]
with (ROOT / "tests" / "report" / "fixtures" / "labels.csv").open(encoding="utf-8", newline="") as file:
    TABLE = {row["label"]: row for row in csv.DictReader(file)}
# The table compares with the first version; what changed since may stand under a release or under none yet.
SINCE = (ROOT / "CHANGELOG.md").read_text("utf-8").partition("## Unreleased")[2].partition("\n## 0.1.0\n")[0]


@pytest.fixture(scope="module")
def found() -> report.Report:
    return report.read()


def named_in_changelog() -> set[str]:
    """The labels that the changelog names since the first version, ranges written out: F91 to F99."""
    told = set(re.findall(r"\bF\d+\b", SINCE))
    for first, last in re.findall(r"\bF(\d+) to F(\d+)\b", SINCE):
        told |= {f"F{number}" for number in range(int(first), int(last) + 1)}
    return told


def test_the_table_has_each_label_of_the_register_once(found: report.Report) -> None:
    assert list(TABLE) == [entry.label for entry in found.register.entries if entry.label.startswith("F")]
    assert {row["becomes"] for row in TABLE.values()} <= {"same", "reconsidered", "withdrawn", "split", "new"}


def test_what_is_not_withdrawn_stands_in_the_ledger_under_its_label(found: report.Report) -> None:
    standing = {finding.label for finding in found.findings}
    assert standing == {label for label, row in TABLE.items() if row["becomes"] != "withdrawn"}


def test_what_is_withdrawn_has_its_reason_in_the_register(found: report.Report) -> None:
    withdrawn = {entry.label: entry.withdrawn for entry in found.register.entries if entry.withdrawn}
    assert withdrawn == {label: row["why"] for label, row in TABLE.items() if row["becomes"] == "withdrawn"}


def test_what_became_otherwise_says_why_and_stands_in_the_changelog() -> None:
    changed = {label: row for label, row in TABLE.items() if row["becomes"] != "same"}
    assert all(row["why"] for row in changed.values())
    assert set(changed) <= named_in_changelog()
