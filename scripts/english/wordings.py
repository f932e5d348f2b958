"""Additions to WordNet for news: wordings that must be held apart, and wordings that say the same.

held_apart.csv has words that are easily confused, some of them synonyms in WordNet, between which lies a step
that accounts of an event must not lose: of firmness (propose, agree), of outcome (injure, kill), of office,
body, place, time, quantity or stance. Held apart means that neither proves the other. Whether a change from
one to the other is reported is decided by the comparison.

said_alike.csv has words and phrases that say the same and are not synonyms in WordNet. A row marked `same` is
a group in which each says what any other says. In a row marked `kind`, the words on the left imply what
stands on the right, but not the reverse: who is shot dead is killed.

Wordings are in lower case, verbs in the infinitive ("lose one's life", where "one's" stands for his, her or
their), single nouns in the singular, other words of a phrase as they are used ("hold talks"). A part of
speech is that of the whole: "n", "v", "a", "r", besides "p" for prepositions and conjunctions, "d" for words
of quantity before a noun, "m" for modal verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scripts.english import rows
from scripts.ground.faults import Fault

KINDS = ("firmness", "outcome", "office", "body", "place", "time", "quantity", "stance")
_APART = ("left", "right", "part", "kind", "why")
_ALIKE = ("left", "right", "part", "relation")
_RELATIONS = ("same", "kind", "turned")


@dataclass(frozen=True)
class Apart:
    """Why two wordings are held apart: the kind of step between them, and a gloss."""

    kind: str
    why: str


def held_apart(word: str, other: str, part: str) -> Apart | None:
    """Why neither of two wordings may prove the other; None if nothing holds them apart.

    Raises `scripts.ground.faults.Fault` if the table is malformed.
    """
    return _apart().get((word, other, part))


def said_alike(word: str, other: str, part: str) -> bool:
    """Whether the first wording also says what the other says; this has a direction.

    Raises `scripts.ground.faults.Fault` if the table is malformed.
    """
    return other in _alike().get((word, part), ())


def turned(word: str, other: str, part: str) -> bool:
    """Whether the one wording tells what the other does with the parts exchanged: employ and work for.

    Raises `scripts.ground.faults.Fault` where the table is not as it should be.
    """
    return other in _turned().get((word, part), ())


@cache
def phrases() -> Mapping[str, frozenset[str]]:
    """The wordings of several words in both tables, by part of speech."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, header in (("held_apart.csv", _APART), ("said_alike.csv", _ALIKE)):
        for row in rows.table(name, header):
            every = (*rows.several(row["left"]), *rows.several(row["right"]))
            found[row["part"]].update(wording for wording in every if " " in wording)
    return {part: frozenset(several) for part, several in found.items()}


@cache
def _apart() -> Mapping[tuple[str, str, str], Apart]:
    found: dict[tuple[str, str, str], Apart] = {}
    for row in rows.table("held_apart.csv", _APART):
        _one_of("held_apart.csv", row, "kind", KINDS)
        for one in rows.several(row["left"]):
            for other in rows.several(row["right"]):
                for pair in ((one, other), (other, one)):
                    found.setdefault((*pair, row["part"]), Apart(row["kind"], row["why"]))
    return found


@cache
def _alike() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows.table("said_alike.csv", _ALIKE):
        _one_of("said_alike.csv", row, "relation", _RELATIONS)
        left, right = rows.several(row["left"]), row["right"]
        if row["relation"] == "turned":
            continue
        group = (*left, right) if row["relation"] == "same" else left
        for word in group:
            found[word, row["part"]] |= set(group) - {word} if row["relation"] == "same" else {right}
    return {key: frozenset(others) for key, others in found.items()}


@cache
def _turned() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows.table("said_alike.csv", _ALIKE):
        for one in rows.several(row["left"]) if row["relation"] == "turned" else ():
            found[one, row["part"]].add(row["right"])
            found[row["right"], row["part"]].add(one)
    return {key: frozenset(others) for key, others in found.items()}


def _one_of(name: str, row: Mapping[str, str], column: str, allowed: tuple[str, ...]) -> None:
    if row[column] not in allowed:
        place = f"the row of {row['left']}"
        raise Fault(name, place, f"{column} is {row[column]!r}", f"give it one of {', '.join(allowed)}")
