"""Statements against sources: tables with twins, and what holds of any statement and source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import golden
import pytest
from listed import listed
from stated import CASES, TABLES

from scripts.comparing.statements.statement_verdicts import (
    CONTRADICTED,
    NOT_ENOUGH,
    SUPPORTED,
    Shown,
    Verdict,
    judge,
    judge_by,
)
from scripts.comparing.statements.summaries import check_summary

# Not supported, whatever else is said of it: the sense is another, or is not told.
UNPROVED = "unproved"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_statements_and_their_twins(table: Path) -> None:
    wrong = []
    for case in listed(table):
        for line in case.expected:
            verdict, statement = line.split(": ", 1)
            said = judge(statement, case.text).verdict
            if said == SUPPORTED if verdict == UNPROVED else said != verdict:
                wrong.append(f"{statement} | {case.text}: {verdict}, said {said}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_why_each_is_judged_so(table: Path) -> None:
    told = (table.parent / "golden" / table.name).read_text("utf-8")
    assert golden.why_told(table).splitlines() == told.splitlines()


def test_a_word_that_nobody_knows_is_never_borne_out() -> None:
    for verdict, statement, source in CASES:
        words = statement.rstrip(".").split()
        longest = max(words, key=len)
        if verdict == SUPPORTED and longest.islower():
            changed = statement.replace(longest, "quorblified", 1)
            assert judge(changed, source).verdict != SUPPORTED, changed


def _quotes(verdict: Verdict) -> Iterator[Shown]:
    yield from (*verdict.proofs, *verdict.missing, *([verdict.conflict] if verdict.conflict else []))


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("It cost $ 5 , not $ 6 .", "The bridge cost $ 5 , the ferry $ 6 ."),
        (
            "Lukasz Golab resigned.",
            "On Monday Łukasz Gołąb, 51, stepped down.\nHe had led the firm for years.",
        ),
        ("The govern-\nment fell.", "The government fell.It had ruled for a year."),
    ],
)
def test_quotations_are_those_of_the_texts(statement: str, source: str) -> None:
    verdict = judge(statement, source)
    shown = list(_quotes(verdict))
    assert shown
    for one in shown:
        assert statement[one.statement.start : one.statement.end] == one.statement.text
        if one.source:
            assert source[one.source.start : one.source.end] == one.source.text


HOSTILE = (
    "", "   ", ".", "?!...", "one", "\u202eleft", "\x00\x07", "(" * 300, '"' * 299, "a-" * 500, "1" * 400,
    "12,34.5.6 %% $$", "the of in", "½ ¾ ²", "\n\n\n", "🙂 " * 50, "No no no never not nor none.", "- - -",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_whatever_is_written_gives_a_verdict(text: str) -> None:
    told = "The mayor opened the bridge on Monday."
    for statement, source in ((text, told), (told, text), (text, text)):
        assert judge(statement, source).verdict in (SUPPORTED, CONTRADICTED, NOT_ENOUGH)
        check_summary(statement, source)


def test_sentences_are_judged_as_if_they_followed_each_other() -> None:
    verdict = judge_by("Ida Falk resigned.", ["Ida Falk led the port.", "She resigned on Monday."])
    assert (verdict.verdict, verdict.place) == (SUPPORTED, 1)
    assert judge_by("Ida Falk resigned.", []).verdict == NOT_ENOUGH
