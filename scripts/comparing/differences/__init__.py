"""What two aligned claims say differently, detail by detail: an ordered list of rules, one file each.

Each rule takes a `ClaimPair` and yields `Difference`. Words that an earlier rule has reported are not
reported again by a later one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.comparing.alignments import Alignment
from scripts.comparing.differences import (
    acronyms,
    actors,
    dates,
    names,
    negations,
    numbers,
    offices,
    opposites,
    quantifiers,
    ranks,
    tenses,
    terms,
    times_of_day,
    turned_comparisons,
    wording,
)
from scripts.comparing.differences.difference import ClaimPair, Difference

Rule = Callable[[ClaimPair], Iterator[Difference]]
RULES: tuple[tuple[str, Rule], ...] = (
    ("date", dates.differences),
    ("time of day", times_of_day.differences),
    ("rank", ranks.differences),
    ("number", numbers.differences),
    ("quantifier", quantifiers.differences),
    ("comparison", turned_comparisons.differences),
    ("actor-target", actors.differences),
    ("acronym", acronyms.differences),
    ("negation", negations.differences),
    ("tense", tenses.differences),
    ("country", names.of_states),
    ("office", offices.differences),
    ("name", names.differences),
    ("opposite", opposites.differences),
    ("term", terms.differences),
    ("wording", wording.differences),
)


def between(
    alignment: Alignment,
    people: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    copied: bool = True,
) -> tuple[Difference, ...]:
    """Return what the two claims of an alignment say differently, in the order of the rules.

    ``people``, ``names`` and ``copied`` are what the whole accounts tell (see `ClaimPair`); without them only
    the two claims are looked at.
    """
    pair = ClaimPair(alignment, people, names, copied)
    found: list[Difference] = []
    for _, rule in RULES:
        for difference in rule(pair):
            if not any(_same_words(difference, other) for other in found):
                found.append(difference)
    return tuple(found)


def _same_words(one: Difference, other: Difference) -> bool:
    """Say whether two differences are about overlapping words on both sides."""
    return all(
        a.start < b.end and b.start < a.end for a, b in ((one.left, other.left), (one.right, other.right))
    )
