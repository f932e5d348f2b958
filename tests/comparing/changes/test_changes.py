"""What two claims say otherwise: a word changes and the sense does; words change and the sense does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed
from written import pair

from scripts.comparing.changes import change, changes
from scripts.comparing.changes.change import Change
from scripts.comparing.laid_claims import LaidClaims, Meeting
from scripts.comparing.pairing.alignments import own_alignments

CASES = listed(Path(__file__).with_name("cases.txt"))


def meeting(left: str, right: str) -> Meeting:
    """The one claim of each text, laid over each other."""
    both = pair(left, right)
    laid = LaidClaims(both.left.account, both.right.account, own_alignments(both.settled))
    (aligned,) = laid.aligned
    return laid.meeting(aligned)


def written(met: Meeting, found: Change) -> str:
    ours = " ".join(met.left.items[k].quote for k in found.left)
    theirs = " ".join(met.right.items[k].quote for k in found.right)
    return f"{found.kind} {found.sure}: {ours} > {theirs}".replace(":  >", ": >").rstrip()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_changed(case: Listed) -> None:
    for line in case.expected:
        text, _, expected = line.partition(" =")
        met = meeting(case.text, text)
        found = {written(met, one) for one in changes(met)}
        assert found == {part.strip() for part in expected.split(";") if part.strip()}, text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_claim_has_no_change_against_itself(case: Listed) -> None:
    assert not changes(meeting(case.text, case.text))


def test_every_kind_of_change_has_a_case() -> None:
    kinds = {value for name, value in vars(change).items() if name.isupper() and isinstance(value, str)}
    told = {word.rstrip(":") for case in CASES for line in case.expected for word in line.split()}
    assert kinds <= told
