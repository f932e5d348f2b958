"""The rules that find discrepancies: one ordered list of named rules.

``WITHIN`` lists the rules for one account, ``ACROSS`` those for two side by side. To add a type of finding,
write a file with a ``find``, add one line here, and add a table of its cases under
``tests/comparing/discrepancies/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.comparing.discrepancies import (
    account_dates,
    acronym_expansions,
    acronym_senses,
    bearings,
    broken_names,
    broken_punctuation,
    changed_words,
    commitment_levels,
    commitments,
    event_dates,
    event_ordinals,
    event_places,
    event_roles,
    event_tenses,
    imperatives,
    lost_hyphens,
    lost_lists,
    lower_cased_names,
    namesakes,
    nationalities,
    office_holders,
    office_titles,
    only_in_one,
    person_shifts,
    possessors,
    shared_topics,
    specificity,
    term_renderings,
    tolls,
    two_offices,
    unclosed_quotations,
    unsettled,
)
from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIALITIES, RELATIONS, Discrepancy
from scripts.comparing.discrepancies.rule_inputs import Pair, Single

WITHIN: tuple[tuple[str, Callable[[Single], Iterator[Discrepancy]]], ...] = (
    ("two offices", two_offices.find),
    ("office titles", office_titles.find),
    ("possessors", possessors.find),
    ("broken names", broken_names.find),
    ("acronyms and their words", acronym_expansions.find),
    ("renderings of one term", term_renderings.find),
    ("lost hyphens", lost_hyphens.find),
    ("names in lower case", lower_cased_names.find),
    ("unclosed quotations", unclosed_quotations.find),
    ("broken punctuation", broken_punctuation.find),
    ("imperatives after a lead-in", imperatives.find),
    ("shifts of person", person_shifts.find),
    ("lost lists", lost_lists.find),
)

ACROSS: tuple[tuple[str, Callable[[Pair], Iterator[Discrepancy]]], ...] = (
    ("office holders", office_holders.find),
    ("event dates", event_dates.find),
    ("event ordinals", event_ordinals.find),
    ("event tenses", event_tenses.find),
    ("event roles", event_roles.find),
    ("event places", event_places.find),
    ("commitments", commitments.find),
    ("commitment levels", commitment_levels.find),
    ("specificity and terms", specificity.find),
    ("tolls", tolls.find),
    ("surnames with two first names", namesakes.find),
    ("persons of two states", nationalities.find),
    ("short forms with two senses", acronym_senses.find),
    ("bearings from a place", bearings.find),
    ("shared topics", shared_topics.find),
    ("only in one", only_in_one.find),
)


def within(single: Single) -> tuple[Discrepancy, ...]:
    """Return the discrepancies within one account, in the order of the rules."""
    return tuple(found for _, rule in WITHIN for found in rule(single))


def across(pair: Pair, every_word: bool = True) -> tuple[Discrepancy, ...]:
    """Return the agreements and discrepancies between two accounts, in the order of the rules.

    Dates that clash and words that nothing proves the same follow. What no rule has reported comes last, as
    undetermined. Without ``every_word``, words left over that are of no kind make no row of their own: a
    ledger of findings to cite names kinds, and shows the other words side by side.
    """
    found = [d for _, rule in ACROSS for d in rule(pair)]
    for rest in (account_dates.find, changed_words.find):
        found += [d for d in rest(pair, found) if every_word or d.slot not in changed_words.LEFT_OVER]
    found += list(unsettled.find(pair, found, every_word))
    return tuple(only_in_one.with_nearest(pair, found)) if every_word else tuple(found)


# Types of what differs that are seldom a conflict: how it is said, how far, how exactly, and by whom.
_SELDOM = frozenset({
    "attribution", "commitment", "commitment-level", "exactness", "firmness", "limit", "quotation",
    "specificity", "term", "wording",
})  # fmt: skip


def rank(found: Discrepancy) -> tuple[int, int]:
    """Return a finding's sort key in the ledger: conflicts first, then by materiality."""
    return RELATIONS.index(found.relation), MATERIALITIES.index(found.materiality)


def rank_of_leads(found: Discrepancy) -> tuple[int, int]:
    """Return its sort key for those who look for conflicts: of what differs, first what may be one."""
    relation, weight = rank(found)
    return relation, weight if found.relation != DIFFERS else int(found.type in _SELDOM)


__all__ = ["ACROSS", "WITHIN", "Discrepancy", "Pair", "Single", "across", "rank", "rank_of_leads", "within"]
