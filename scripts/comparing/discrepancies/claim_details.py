"""Differences in details of aligned claims (numbers, dates, names, denials and others) as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing import differences
from scripts.comparing.alignments import COPY, UNDETERMINED, Alignment, own_alignments
from scripts.comparing.differences.difference import Difference
from scripts.comparing.discrepancies import office_holders, tolls
from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    COSMETIC,
    MATERIAL,
    MINOR,
    Discrepancy,
    Reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.details.dates import Dating
from scripts.reading.details.person_names import parts
from scripts.reading.details.titles_beside_names import role_bearers
from scripts.reading.words import words

_VERBATIM = 0.9  # shared part of the weight of both claims; one or two words may differ
_FEW = 3


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield what the rules of `scripts.comparing.differences` find in each pair of aligned claims."""
    dated = {id(d.dating) for s in (pair.left, pair.right) for d in s.account.event_dates}
    people = _people(pair.left) | _people(pair.right)
    names = _names(pair.left) | _names(pair.right)
    held = [r for d in office_holders.find(pair) if d.relation == CONFLICTS for r in d.readings]
    counted = [r for d in tolls.find(pair) for r in d.readings]
    own = own_alignments([a for a in pair.alignments if a.level != UNDETERMINED])
    copied = _copied(own)
    for aligned in own:
        if aligned.left.runs_on or aligned.right.runs_on:
            continue
        event_days = {d.start for c in (aligned.left, aligned.right) for d in c.of(Dating) if id(d) in dated}
        for found in differences.between(aligned, people, names, copied):
            if found.type == "date" and found.left.start in event_days and found.right.start in event_days:
                continue  # `event_dates` reports these for the whole account
            if found.type == "office-holder" and _is_told(aligned, found, held):
                continue  # `office_holders` reports these
            if found.type == "number" and _is_told(aligned, found, counted):
                continue  # `tolls` reports these
            readings = (
                span_reading(aligned.left, found.left.start, found.left.end, found.left.value),
                span_reading(aligned.right, found.right.start, found.right.end, found.right.value),
            )
            weight = _materiality(found)
            yield Discrepancy(
                found.type, found.relation, weight, found.type, readings, found.why,
                pair.left.pillar(aligned.left),
            )  # fmt: skip


def _copied(own: Sequence[Alignment]) -> bool:
    """Say whether one account copies the other: half of their shared content is the same word for word.

    Of one or two claims it cannot be said; there each claim is judged by itself.
    """
    near = [a for a in own if a.common >= COPY]
    return len(near) < _FEW or 2 * sum(a.common >= _VERBATIM for a in near) >= len(near)


def _is_told(aligned: Alignment, found: Difference, told: Sequence[Reading]) -> bool:
    """Say whether readings of another rule cover both spans of a difference."""
    return all(
        any(r.source == claim.source and r.start < span.end and span.start < r.end for r in told)
        for claim, span in ((aligned.left, found.left), (aligned.right, found.right))
    )


def _people(single: Single) -> frozenset[str]:
    """Return the name parts of the persons to whom the account gives an office or a role."""
    held = {p for h in single.account.holdings for p in parts(h.name)}
    return frozenset(held.union(*(role_bearers(words(c.quote)) for c in single.account.claims)))


def _names(single: Single) -> frozenset[str]:
    """Return the words that the account capitalises within a sentence."""
    return frozenset(
        w.lower for c in single.account.claims for w in words(c.quote)[1:]
        if w.is_capital and w.lower not in english.stopwords()
    )  # fmt: skip


def _materiality(found: Difference) -> str:
    if found.cosmetic:
        return COSMETIC
    return MATERIAL if found.relation == "conflicts" else MINOR
