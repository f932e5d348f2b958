"""An office under a wrong title: a minister called a secretary, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.accounts import Holding
from scripts.reading.words import words
from scripts.record import Office
from scripts.record.standings import of_title

# Descriptions, not titles: a newspaper's "defence chief" is no wrong title.
_DESCRIPTIVE = {"chief", "head", "leader", "boss", "official"}


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each office of the record, known by portfolio and country, whose title is not one of its forms.

    A title alone ("Minister Duarte"), a description ("defence chief") and an office that the record does not
    have say too little, so nothing is yielded.
    """
    seen: set[str] = set()
    for holding in single.account.holdings:
        office = _misnamed(single, holding)
        if not office or holding.office.office in seen:
            continue
        seen.add(holding.office.office)
        found = holding.office
        standing = of_title(office)
        reading = span_reading(holding.claim, found.office_start, found.office_end, found.office, standing)
        yield Discrepancy(
            "office-title",
            DIFFERS,
            MATERIAL,
            f"title of {office.title}",
            (reading,),
            f"“{found.office}” is no accepted form of this office; its title is {office.title}.",
        )


def _misnamed(single: Single, holding: Holding) -> Office | None:
    """Return the office of the record that a holding names by a wrong title word, if it does."""
    found = holding.office
    if not holding.stated or not found.country or found.title in _DESCRIPTIVE:
        return None
    if single.reference.office_named(found.office, found.country):
        return None
    office = single.reference.office_with(found.portfolio, found.country)
    if not office:
        return None
    accepted = {w.lower.rstrip(".") for form in (office.title, *office.forms) for w in words(form)}
    return None if found.title in accepted else office
