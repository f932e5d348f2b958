"""Verb groups: tense, voice, denial, and who acts on whom."""

from __future__ import annotations

import pytest

from scripts.details.predicates import predicates
from scripts.words import words

CASES = [
    # text, (base, tense, passive, negated, agent, patient) of each verb group
    ("The mayor thanked the firemen.", [("thank", "past", False, False, "mayor", "firemen")]),
    ("The firemen were thanked by the mayor.", [("thank", "past", True, False, "mayor", "firemen")]),
    ("The board will not reopen the pier.", [("reopen", "future", False, True, "board", "pier")]),
    ("The pier will be quickly reopened.", [("reopen", "future", True, False, "", "pier")]),
    ("The tug will airlift crates.", [("airlift", "future", False, False, "tug", "crates")]),  # unlisted verb
    ("The tug did not sail.", [("sail", "past", False, True, "tug", "")]),
    (
        "The mayor praised Ada but scolded Bo.",
        [("praise", "past", False, False, "mayor", "Ada"), ("scold", "past", False, False, "mayor", "Bo")],
    ),
    ("The plans of the engineers in spring.", []),  # plural nouns are no verbs
    ("A long, cold winter.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_predicates(text: str, expected: list[tuple[str, str, bool, bool, str, str]]) -> None:
    terms = words(text)
    found = [
        (
            p.base,
            p.tense,
            p.passive,
            p.negated,
            " ".join(terms[i].text for i in p.agent),
            " ".join(terms[i].text for i in p.patient),
        )
        for p in predicates(terms)
    ]
    assert found == expected
