"""Which account is ranked first, on a table of cases made by hand; the table and the CSV that show it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from scripts.survey import figures, ranking
from scripts.survey.journal import Journal
from scripts.survey.outcomes import Outcome

# Accounts in the order in which they must be ranked: name, material (conflicts, differs, undetermined, only
# in one source), minor (conflicts, differs), cosmetic differences, agreements.
CASES = (
    ("z-three-conflicts", (3, 0, 0, 0), (0, 0), 0, 9),
    ("two-conflicts-and-a-difference", (2, 1, 0, 0), (0, 0), 0, 0),
    ("two-conflicts-and-much-else", (2, 0, 9, 9), (9, 9), 9, 0),
    ("two-conflicts", (2, 0, 0, 0), (0, 0), 0, 0),
    ("a-conflict", (1, 0, 0, 0), (0, 0), 0, 0),
    ("five-differences", (0, 5, 0, 0), (0, 0), 0, 0),
    ("one-difference-and-other", (0, 1, 1, 2), (0, 0), 0, 0),
    ("one-difference-more-minor", (0, 1, 0, 1), (2, 1), 0, 0),
    ("one-difference-less-minor", (0, 1, 1, 0), (1, 1), 7, 0),
    ("other-alone", (0, 0, 1, 3), (0, 0), 0, 0),
    ("minor-alone", (0, 0, 0, 0), (1, 4), 0, 0),
    ("a-copy", (0, 0, 0, 0), (0, 0), 0, 4),
    ("b-copy-with-cosmetics", (0, 0, 0, 0), (0, 0), 6, 4),
    ("c-copy", (0, 0, 0, 0), (0, 0), 0, 0),
)


def outcome(
    name: str, material: tuple[int, int, int, int], minor: tuple[int, int], cosmetic: int, agreed: int
) -> Outcome:
    relations = ("conflicts", "differs", "undetermined", "only in one source")
    counts = {r: {"material": n} for r, n in zip(relations, material, strict=True)}
    counts["conflicts"]["minor"], counts["differs"]["minor"] = minor
    counts["differs"]["cosmetic"] = cosmetic
    counts["agrees"] = {"material": agreed}
    return Outcome(name, "0" * 64, "against", counts=counts)


@pytest.fixture
def journal(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Journal(tmp_path) as opened:
        yield opened


def ranked(journal: Journal, made: list[Outcome]) -> ranking.Ranking:
    for one in made:
        journal.add(one.line())
    return ranking.ranking(journal, {one.key for one in made})


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "the other way round"])
def test_accounts_come_in_the_order_of_the_table(journal: Journal, turned: bool) -> None:
    made = [outcome(*case) for case in CASES]
    found = ranked(journal, made[::-1] if turned else made)
    assert [one.file for _, one in found.outcomes()] == [name for name, *_ in CASES]
    assert [rank for rank, _ in found.outcomes()] == list(range(1, len(CASES) + 1))
    assert (found.in_conflict, found.apart) == (5, 10)


def test_an_account_that_was_not_compared_has_no_rank(journal: Journal, tmp_path: Path) -> None:
    bad = Outcome("0-bad.txt", "", "against", problem="empty; give a text")
    found = ranked(journal, [bad, outcome(*CASES[0])])
    assert [one.file for _, one in found.outcomes()] == ["z-three-conflicts"]
    printed = ranking.table(found, 20)
    assert "1 compared: 1 with a material conflict, 0 with other" in printed
    assert "not compared: 0-bad.txt: empty; give a text" in printed
    rows = list(csv.DictReader(io.StringIO(ranking.write(found, tmp_path).read_text("utf-8"))))
    assert [(r["rank"], r["file"], r["problem"]) for r in rows] == [
        ("1", "z-three-conflicts", ""),
        ("", "0-bad.txt", "empty; give a text"),
    ]


def test_the_table_is_cut_and_says_so(journal: Journal) -> None:
    found = ranked(journal, [outcome(*case) for case in CASES])
    head, first, more, blank, totals, *rest = ranking.table(found, 1).splitlines()
    assert head.split() == ["rank", "conflicts", "differs", "other", "minor", "agrees", "account"]
    assert first.split() == ["1", "3", "0", "0", "0", "9", "z-three-conflicts"]
    assert more == f"{len(CASES) - 1} more in survey.csv"
    assert (blank, rest) == ("", [])
    assert (
        totals == "14 compared: 5 with a material conflict, 5 with other material discrepancies, 4 with none"
    )


def test_many_that_were_not_compared_are_counted(journal: Journal) -> None:
    bad = [Outcome(f"{n}.txt", "", "against", problem="empty") for n in range(5)]
    printed = ranking.table(ranked(journal, bad), 20)
    assert printed.count("empty") == 3
    assert "not compared: 2 more, in survey.csv" in printed


def test_names_cannot_command_a_terminal_or_a_spreadsheet(journal: Journal, tmp_path: Path) -> None:
    evil = outcome("=HYPERLINK(1)\x1b[2J\u202etxt", *CASES[0][1:])
    found = ranked(journal, [evil])
    printed, written = ranking.table(found, 1), ranking.write(found, tmp_path).read_text("utf-8")
    for text in (printed, written):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "‹U+001B›" in text
    assert "\n1,'=HYPERLINK" in written


def test_figures_say_one_thing_each(journal: Journal, tmp_path: Path) -> None:
    found = ranked(journal, [outcome(*case) for case in CASES])
    assert figures.distribution(found).plain.startswith("5 of 14 accounts conflict with the reference")
    assert figures.top(found).plain.startswith("z-three-conflicts is ranked first, with 3 material conflicts")
    rows = {r["material discrepancies"]: r for r in figures.distribution(found).rows}
    assert (rows["0"]["with a material conflict"], rows["0"]["without"]) == ("0", "4")
    assert rows["12 or more"]["with a material conflict"] == "1"
    assert sum(int(r["with a material conflict"]) + int(r["without"]) for r in rows.values()) == len(CASES)
    for path in figures.write(found, tmp_path):
        drawn = path.read_text("utf-8")
        assert drawn.startswith("<svg ")
        assert 'role="img"' in drawn
        assert "<title>Bars of" in drawn


def test_nothing_compared_is_no_figure(journal: Journal, tmp_path: Path) -> None:
    found = ranked(journal, [Outcome("a.txt", "", "against", problem="empty")])
    assert figures.write(found, tmp_path) == ()
    assert ranking.table(found, 20).startswith("0 compared:")
