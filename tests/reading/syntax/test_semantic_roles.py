"""Who does what to whom, and how firmly it is said: golden/semantic_roles.txt and golden/firmness.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.syntax.exclusions import excluded as is_excluded
from scripts.reading.syntax.firmness import states
from scripts.reading.syntax.semantic_roles import roles

GOLDEN = Path(__file__).with_name("golden")
ROLES, STATES = listed(GOLDEN / "semantic_roles.txt"), listed(GOLDEN / "firmness.txt")


@pytest.mark.parametrize("case", ROLES, ids=str)
def test_roles(case: Listed) -> None:
    read = roles(case.text)
    found = {f"{read.items[a.head].key} {a.role} {read.items[a.dep].key}" for a in read.arcs}
    wanted = {line for line in case.expected if not line.startswith("not ")}
    barred = {line.removeprefix("not ") for line in case.expected} - wanted
    assert wanted <= found
    assert not barred & found


@pytest.mark.parametrize("case", STATES, ids=str)
def test_states(case: Listed) -> None:
    read = roles(case.text)
    found = {
        f"{item.key}: {' '.join([*['denied'] * state.denied, *sorted(state.levels)]) or 'so'}"
        for item, state in zip(read.items, states(read), strict=True)
    }
    assert set(case.expected) <= found


@pytest.mark.parametrize("case", ROLES + STATES, ids=str)
def test_roles_are_between_elements_of_the_text(case: Listed) -> None:
    read = roles(case.text)
    for arc in read.arcs:
        assert arc.head != arc.dep
        assert {arc.head, arc.dep} <= set(range(len(read.items)))
    assert len(states(read)) == len(read.clauses) == len(read.items)


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Lightning, not arson, caused the fire.", {"arson"}),
        ("Lightning rather than arson caused the fire.", {"arson"}),
        ("Lightning and arson caused fires.", set()),
    ],
)
def test_what_is_named_as_not_so(text: str, excluded: set[str]) -> None:
    read = roles(text)
    assert {item.key for item in read.items if is_excluded(read, item.index)} == excluded
