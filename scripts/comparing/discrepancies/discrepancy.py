"""The data class of a finding: its type, its relation, its readings with their standing, its materiality."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.reading.claims import Claim
from scripts.reading.details.detail import Detail
from scripts.reading.passages import Passage
from scripts.record.standings import UNCHECKED, Standing

AGREES, DIFFERS, CONFLICTS = "agrees", "differs", "conflicts"
ONLY_IN_ONE, UNDETERMINED = "only in one source", "undetermined"
RELATIONS = (CONFLICTS, DIFFERS, UNDETERMINED, ONLY_IN_ONE, AGREES)

MATERIAL, MINOR, COSMETIC = "material", "minor", "cosmetic"
MATERIALITIES = (MATERIAL, MINOR, COSMETIC)


def weight_of_topic(kind: str) -> str:
    """The materiality of a topic of the record, by the topic's kind.

    Material is what a briefer could misstate: who, when, where, what was agreed and how firmly, what a party
    holds. A phrase binds nobody and misleads nobody.
    """
    return MINOR if kind == "phrase" else MATERIAL


@dataclass(frozen=True)
class Reading:
    """What one source says: the exact words, the claim or passage they stand in, and their standing.

    ``source.text[start:end] == quote``. ``value`` is the reading in a normalised form, for comparing two
    spellings.
    """

    source: str
    start: int
    end: int
    quote: str
    claim: Claim | None = None
    value: str = ""
    standing: Standing = UNCHECKED


@dataclass(frozen=True)
class Discrepancy:
    """One finding of the ledger: what differs, or agrees, between sources or within one.

    ``slot`` says what the readings are readings of (an office, an event's date, a topic); with ``type`` and
    the claims it makes the finding's identity. ``nearest`` is the claim of the other account that comes
    nearest to one that stands alone: a pointer for the reader, no part of the finding.
    """

    type: str
    relation: str
    materiality: str
    slot: str
    readings: tuple[Reading, ...]
    rationale: str
    pillar: str = ""
    nearest: Claim | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sigla of its readings, each once, in order."""
        return tuple(dict.fromkeys(r.source for r in self.readings))

    def reading(self, siglum: str) -> Reading | None:
        """Return the first reading of one source."""
        return next((r for r in self.readings if r.source == siglum), None)


def reading(claim: Claim, detail: Detail, value: str = "", standing: Standing = UNCHECKED) -> Reading:
    """Return what ``claim`` says in the span of ``detail``."""
    return Reading(
        claim.source, detail.start, detail.end, detail.quote, claim, value or detail.quote, standing
    )


def span_reading(
    claim: Claim, start: int, end: int, value: str = "", standing: Standing = UNCHECKED
) -> Reading:
    """Return what ``claim`` says between two offsets of its source's text."""
    quote = claim.quote[start - claim.start : end - claim.start]
    return Reading(claim.source, start, end, quote, claim, value or quote, standing)


def whole(claim: Claim, standing: Standing = UNCHECKED) -> Reading:
    """Return a claim as one reading."""
    return Reading(claim.source, claim.start, claim.end, claim.quote, claim, claim.quote, standing)


def passage_reading(passage: Passage, start: int, end: int, value: str = "") -> Reading:
    """Return what a passage that makes no claim (a heading) says between two offsets."""
    quote = passage.quote[start - passage.start : end - passage.start]
    return Reading(passage.source, start, end, quote, None, value or quote)
