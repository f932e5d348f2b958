"""A name and the acronym in brackets behind it: do the words spell it, and does it stand in the right place?

Acronyms do not always follow initials: some come from another language, some use inner letters. So without a
record only what neither explains is reported: one word of several has another initial, or the same initials
stand in another order.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    COSMETIC,
    DIFFERS,
    MATERIAL,
    Discrepancy,
    reading,
)
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.claims import Claim, Expansion
from scripts.reading.details.acronym_expansions import DISPLACED, FITS, MISFIT, REORDERED
from scripts.reading.words import words
from scripts.record.phrase_search import word_keys
from scripts.record.standings import CONFIRMED, REFUTED, Standing, of_expansion

_CONNECTORS = {"of", "for", "and", "the", "to", "in", "on", "with", "&"}


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each name whose words do not spell its acronym, and each acronym that stands a word too late."""
    seen: set[int] = set()
    for claim in single.account.claims:
        for expansion in claim.of(Expansion):
            if expansion.fit == FITS or expansion.start in seen:
                continue
            seen.add(expansion.start)
            standing = of_expansion(single.reference, expansion.acronym, expansion.name)
            if expansion.fit == DISPLACED:
                yield _displaced(single, claim, expansion, standing)
            elif standing.verdict != CONFIRMED and (
                standing.verdict == REFUTED or _unexplained(expansion.name, expansion.acronym, expansion.fit)
            ):
                yield _misfit(single, claim, expansion, standing)


def _displaced(single: Single, claim: Claim, expansion: Expansion, standing: Standing) -> Discrepancy:
    return Discrepancy(
        "displaced-acronym",
        DIFFERS,
        COSMETIC,
        f"acronym {expansion.acronym}",
        (reading(claim, expansion, expansion.name, standing),),
        f"“{expansion.acronym}” is made by the first words of “{expansion.name}” and stands behind the last.",
        single.pillar(claim),
    )


def _misfit(single: Single, claim: Claim, expansion: Expansion, standing: Standing) -> Discrepancy:
    how = "in another order" if expansion.fit == REORDERED else "with another letter"
    known = standing.note.removeprefix("official: ") if standing.citations else ""
    official = f"; on record it stands for {known}" if known else ""
    return Discrepancy(
        "acronym-expansion",
        CONFLICTS if standing.verdict == REFUTED else DIFFERS,
        MATERIAL,
        f"acronym {expansion.acronym}",
        (reading(claim, expansion, expansion.name, standing),),
        f"The words “{expansion.name}” do not make “{expansion.acronym}”: the initials come {how}{official}.",
        single.pillar(claim),
    )


def _unexplained(name: str, acronym: str, fit: str) -> bool:
    """Say whether neither another language nor inner letters can explain the mismatch."""
    letters = [c for c in acronym if c.isalpha()]
    initials = [w.text[0].upper() for w in words(name) if w.lower not in _CONNECTORS]
    if fit == REORDERED:
        return len(letters) > 2
    if fit != MISFIT or len(letters) != len(initials) or len(letters) < 3:
        return False
    return sum(a != b for a, b in zip(letters, initials, strict=True)) == 1 and len(word_keys(name)) > 1
