"""The worked examples, and the share of each account's words by class, follow from the engine."""

from __future__ import annotations

from dataclasses import replace

from scripts import exhibits
from scripts.comparing.proofs.word_proofs import IDENTICAL
from scripts.comparing.word_classes import CLASSES
from scripts.report import Report

Rows = list[dict[str, str]]


def test_a_proof_has_two_wordings_and_names_why_they_are_one(real: Report) -> None:
    claims, *words = exhibits.proof_example(real).rows
    assert {"agrees"} == {
        f.discrepancy.relation for f in real.findings if f"{f.label} " in told(real, "proof")
    }
    worded = [row for row in words if row["Account A"] != row["Account B"]]
    assert worded
    assert all(row["Proof"] != IDENTICAL.name for row in worded)
    for row in words:
        assert row["Account A"].strip("“”") in claims["Account A"]
        assert row["Account B"].strip("“”") in claims["Account B"]


def test_a_conflict_has_two_signs_and_two_values(real: Report) -> None:
    _, *signs, values = exhibits.conflict_example(real).rows
    assert len(signs) > 1
    assert all(row["What it is"].startswith("a sign that the slot is one: ") for row in signs)
    assert values["What it is"].startswith("the two values")
    assert values["Account A"] != values["Account B"]
    (label,) = {f.label for f in real.findings if f"{f.label} (conflicts)" in told(real, "conflict")}
    quotes = " ".join(r.quote for r in real.finding(label).discrepancy.readings)
    assert all(values[f"Account {siglum}"].strip("“”") in quotes for siglum in "AB")


def told(report: Report, name: str) -> str:
    return (
        exhibits.proof_example(report).plain if name == "proof" else exhibits.conflict_example(report).plain
    )


def test_without_such_a_finding_there_is_a_line_and_no_example(real: Report) -> None:
    alone = replace(real, singles=real.singles[:1])
    for shown in (exhibits.proof_example(alone), exhibits.conflict_example(alone)):
        assert "none can serve" in shown.plain
        assert shown.rows == ()
    assert exhibits.word_classes_table(alone).plain.endswith("none.")


def test_the_classes_of_each_account_make_up_its_words(three: Report) -> None:
    rows = exhibits.word_classes_table(three).rows
    assert [(row["account"], row["beside"]) for row in rows] == [
        ("A", "B"), ("B", "A"), ("A", "C"), ("C", "A"), ("B", "C"), ("C", "B"),
    ]  # fmt: skip
    for row in rows:
        assert sum(int(row[name]) for name in CLASSES) == int(row["words"]) > 0
