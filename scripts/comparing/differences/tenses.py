"""Tenses: one claim tells as future what the other tells as past or present."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.differences.difference import DIFFERS, ClaimPair, Difference
from scripts.reading.details.verb_groups import FUTURE, PAST, PRESENT, Predicate
from scripts.reading.words import Word


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield the first verb of near-identical claims that changed to or from the future tense.

    Past against present is wording: a report tells what was said, or says it.
    """
    if not pair.near:
        return
    for ours, theirs in pair.verbs:
        told = {ours.tense, theirs.tense}
        if FUTURE in told and told & {PAST, PRESENT}:
            left = pair.span(pair.left, _group(pair.left_words, ours))
            right = pair.span(pair.right, _group(pair.right_words, theirs))
            yield Difference(
                "tense", DIFFERS, left, right,
                f"“{left.quote}” tells as {ours.tense} what “{right.quote}” tells as {theirs.tense}.",
            )  # fmt: skip
            return


def _group(terms: tuple[Word, ...], found: Predicate) -> tuple[Word, ...]:
    return terms[found.begin : found.at + 1]
