"""The table of two accounts that fits a screen: what each has where they part, and how much is the same."""

from __future__ import annotations

import pytest
from written import pair

from scripts.report.overview import as_rows, as_text, overview

POE = "Mayor Ana Poe opened the new dam near Kanth on Monday. The blast killed two miners."

# what changes, the question it answers, the words of either side, how they stand
CASES = [
    (("Ana Poe", "Lu Wick"), "who", "Ana Poe", "Lu Wick", "conflicts"),
    (("Monday", "Tuesday"), "when", "Monday", "Tuesday", "conflicts"),
    (("two miners", "three miners"), "how many", "two", "three", "conflicts"),
    (("opened", "may have opened"), "how firmly", "opened", "may have opened", "differs"),
    (("killed", "wounded"), "what", "killed", "wounded", "conflicts"),
]


@pytest.mark.parametrize(("change", "question", "left", "right", "relation"), CASES)
def test_a_change_stands_on_the_line_of_its_question(
    change: tuple[str, str], question: str, left: str, right: str, relation: str
) -> None:
    lines = {line.question: line for line in overview(pair(POE, POE.replace(*change)))}
    assert (lines[question].left, lines[question].right) == ([left], [right])
    assert lines[question].relation == relation
    assert {line.relation for name, line in lines.items() if name != question} == {"agrees"}


def test_what_is_the_same_is_counted() -> None:
    lines = {line.question: line for line in overview(pair(POE, POE))}
    assert {name: line.same for name, line in lines.items()} == {
        "who": 2,
        "when": 1,
        "where": 1,
        "how many": 1,
    }
    assert all(line.left == line.right for line in lines.values())


def test_accounts_that_share_nothing_have_no_table() -> None:
    assert not overview(pair(POE, "Snow fell on the eastern hills all night."))


def test_the_table_fits_its_width() -> None:
    long = POE.replace("new dam", f"new dam {'of the long valley ' * 20}")
    lines = list(as_text(overview(pair(long, POE.replace("Ana Poe", "Lu Wick"))), ("A", "B"), width=100))
    assert all(len(line) <= 110 for line in lines)
    assert lines[0].split() == ["A", "B"]


def test_its_data_say_the_same_as_its_text() -> None:
    both = pair(POE, POE.replace("Monday", "Tuesday"))
    rows = as_rows(both)
    assert rows["accounts"] == ["L", "R"]
    assert [row["question"] for row in rows["lines"]] == [line.question for line in overview(both)]
