"""Everything that each rule tells of small invented accounts: the files of golden/, one a rule."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest

CASES = [
    case for path in sorted(Path(__file__).with_name("golden").glob("*.txt")) for case in golden.read(path)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_a_rule_tells(case: golden.Case) -> None:
    assert golden.discrepancies_told(case) == case.told


def test_every_rule_has_cases_in_which_it_speaks_and_in_which_it_is_silent() -> None:
    told = {(case.title.rpartition(": ")[2], bool(case.told)) for case in CASES}
    rules = (*golden.ACROSS, *golden.WITHIN)
    assert told == {(rule, spoken) for rule in rules for spoken in (True, False)} | {(golden.ONE_EVENT, True)}
