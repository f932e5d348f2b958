"""Verbs that say contrary things of the same parts: voters approved the plan, voters rejected the plan."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.role_matching import SAME
from scripts.comparing.slots.incompatible_values import opposed
from scripts.reading.syntax.elements import WORD, Element
from scripts.reading.syntax.semantic_roles import AGENT, IS, PATIENT, Arc
from scripts.reading.syntax.whole_text import Reading

_SIGNS = 2  # parts that both verbs have
_CORE = frozenset({AGENT, PATIENT, IS})


def contraries(found: Matching) -> Iterator[tuple[int, int]]:
    """Yield our verb and a contrary one of theirs with the same parts; each as firmly said as the other."""
    theirs = [t for t in found.theirs.items if _is_verb(t)]
    for mine in filter(_is_verb, found.ours.items):
        arcs = [a for a in found.ours.roles.tree if a.head == mine.index]
        parts = [a for a in arcs if a.role in _CORE]
        match = found.matches.get(mine.index)
        if not parts or (match is not None and all(found.stand(a) == SAME for a in parts)):
            continue
        for its in theirs:
            same = all(_is_same(found, arc, its.index) for arc in parts)
            if not same or _level(found.ours, mine) != _level(found.theirs, its):
                continue
            enough = sum(_is_same(found, arc, its.index) for arc in arcs) >= _SIGNS
            if enough and opposed(mine, its):
                yield mine.index, its.index


def _is_verb(item: Element) -> bool:
    return item.kind == WORD and item.part == "v"


def _is_same(found: Matching, arc: Arc, verb: int) -> bool:
    """Say whether the part of an arc is the same at another verb."""
    match = found.matches.get(arc.dep)
    return match is not None and found.ties.tie(arc, verb, match.theirs, None) == SAME


def _level(read: Reading, item: Element) -> tuple[bool, bool, frozenset[str]]:
    state = read.states[item.index]
    before = any(t.lower in ("had", "'d") for t in read.roles.parse.below(item.head, "aux"))
    return state.denied, state.unsettled, state.levels - {"reported"} | ({"before"} if before else set())
