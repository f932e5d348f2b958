"""The facts in an account (who, when, where, which number), counted apart from its wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.comparing.discrepancies.discrepancy import Discrepancy, Reading
from scripts.report import Report

_FACTS = {"office-holder", "office", "two-offices", "event-date", "event-place", "event-ordinal"}
_SHARED = {"agreement", "only-in-one"}
_OF_WORDS = ("topic ", "claim", "term ")


@dataclass(frozen=True)
class Said:
    """One thing that an account says, however often, and what the record says of it."""

    source: str
    verdict: str


def facts(report: Report) -> tuple[Said, ...]:
    """An account's office-holders, and its days, places and numbers of events, each once.

    "Minister Duarte" and "Minister of Health Ana Duarte" count as one person in one office.
    """
    return _told(_readings(report, fact=True))


def wordings(report: Report) -> tuple[Said, ...]:
    """All other readings: topics, names, terms, marks; each piece of text once for each standing."""
    return _told(_readings(report, fact=False))


def _told(readings: Iterator[tuple[Discrepancy, Reading]]) -> tuple[Said, ...]:
    seen: dict[tuple[str, ...], Said] = {}
    for found, r in readings:
        said = Said(r.source, r.standing.verdict)
        place = (r.source, str(r.start), str(r.end), said.verdict)
        value = (r.source, found.slot, r.value, said.verdict) if _is_fact(found) else place
        if place not in seen and value not in seen:
            seen[place] = seen[value] = said
        else:
            known = seen.get(place) or seen[value]
            seen.setdefault(place, known)
            seen.setdefault(value, known)
    return tuple({id(said): said for said in seen.values()}.values())


def _readings(report: Report, fact: bool) -> Iterator[tuple[Discrepancy, Reading]]:
    for finding in report.findings:
        if _is_fact(finding.discrepancy) == fact:
            for reading in finding.discrepancy.readings:
                yield finding.discrepancy, reading


def _is_fact(found: Discrepancy) -> bool:
    return found.type in _FACTS or (found.type in _SHARED and not found.slot.startswith(_OF_WORDS))
