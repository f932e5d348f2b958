"""The benches: their inputs are whole, their figures hold, and the committed result is of these texts."""

from __future__ import annotations

import json
from functools import cache

import pytest

from scripts.bench import mutations, pairs
from scripts.bench.mutations import ALTERING, HARMLESS, HELD_OUT, RESULT, WORDED

# A thousand accounts through every rule: counting lines would take thrice as long and tell nothing new.
pytestmark = [pytest.mark.no_cover, pytest.mark.early]


@cache
def outcomes() -> list[mutations.Outcome]:
    return [mutations.outcome(edit) for edit in mutations.read_edits()]


def test_there_are_a_thousand_changes_of_every_kind_in_several_fields() -> None:
    edits = mutations.read_edits()
    assert len(edits) >= 1000
    assert {e.kind for e in edits} == {*ALTERING, *HARMLESS}
    assert len({e.field for e in edits}) >= 5


def test_changes_are_found_and_harmless_ones_pass() -> None:
    found = mutations.scores(outcomes())
    assert mutations.total(found, harmless=False).share >= 0.92
    assert mutations.total(found, harmless=True).share >= 0.85


def test_the_committed_result_is_what_the_rules_make_of_these_texts() -> None:
    held_out = [mutations.outcome(edit) for edit in mutations.read_edits(HELD_OUT)]
    made = mutations.as_json(mutations.scores(outcomes()), mutations.scores(held_out))
    assert json.loads(RESULT.read_text(encoding="utf-8")) == json.loads(made)


def test_the_share_of_changed_words_that_lists_hold_is_recorded() -> None:
    """The texts' words are not in the lists by design; what general English holds of them is told."""
    edits = mutations.read_edits()
    shares = {kind: mutations.known(edits, kind).share for kind in WORDED}
    assert shares["office-holder"] < 0.05
    assert shares["name-variant"] < 0.15
    assert shares["term"] < 0.5
    assert {row["kind"] for row in json.loads(RESULT.read_text(encoding="utf-8"))["known"]} == set(WORDED)


def test_a_change_says_which_words_it_changed() -> None:
    edit = mutations.Edit("x", "x", "unit", "It took 45 minutes.", 8, "45 minutes", "45 hours")
    assert edit.changed == "It took 45 hours."
    assert [t[a:b] for t, (a, b) in zip((edit.text, edit.changed), edit.spans, strict=True)] == [
        "minutes",
        "hours",
    ]


def test_pairs_of_accounts() -> None:
    found = [pairs.score(name) for name in pairs.names()]
    assert len(found) >= 16
    alarms, hits = sum(s.alarms for s in found), sum(s.found for s in found)
    assert hits / (hits + alarms) >= 0.9
    assert hits / sum(s.conflicts for s in found) >= 0.25
    calm = next(s for s in found if s.name == "two-ferry-accidents-different-events")
    assert calm.alarms == 0
