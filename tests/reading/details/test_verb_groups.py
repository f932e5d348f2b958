"""Verb groups: tense, voice, denial, and who acts on whom: golden/verb_groups.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.details.verb_groups import predicates
from scripts.reading.words import words

CASES = listed(Path(__file__).with_name("golden") / "verb_groups.txt")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_verb_groups(case: Listed) -> None:
    terms = words(case.text)

    def named(places: tuple[int, ...]) -> str:
        return " ".join(terms[at].text for at in places)

    found = []
    for p in predicates(terms):
        how = (p.tense, "passive" * p.passive, "denied" * p.negated)
        cells = (named(tuple(range(p.begin, p.at + 1))), p.base, " ".join(part for part in how if part))
        found.append(" | ".join((*cells, *map(named, (p.agent, p.patient, p.to)))).rstrip())
    assert tuple(found) == case.expected
