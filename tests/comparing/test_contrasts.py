"""Two statements that tell two things in nearly the same words: neither may bear out the other.

A table of minimal contrasts: a denial, a share, a preposition, a word for how it ended, who did it to whom.
"""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from written import pair

from scripts.comparing.statements.statement_verdicts import SUPPORTED, judge

LINES = Path(__file__).with_name("contrasts.txt").read_text(encoding="utf-8").splitlines()
CONTRASTS = [tuple(line.split(" | ")) for line in LINES if line and not line.startswith("#")]


def test_neither_bears_out_the_other() -> None:
    ordered = [both for contrast in CONTRASTS for both in permutations(contrast)]
    wrong = [f"{one} | {other}" for one, other in ordered if judge(one, other).verdict == SUPPORTED]
    assert not wrong, "\n".join(wrong)


def test_no_two_accounts_of_them_agree() -> None:
    wrong = []
    for one, other in CONTRASTS:
        both = pair(one, other)
        wrong += [f"{one} | {other}" for aligned in both.laid.aligned if both.laid.is_proved(aligned)]
    assert not wrong, "\n".join(wrong)


def test_each_is_borne_out_by_itself() -> None:
    each = [statement for contrast in CONTRASTS for statement in contrast]
    wrong = [statement for statement in each if judge(statement, statement).verdict != SUPPORTED]
    assert not wrong, "\n".join(wrong)
