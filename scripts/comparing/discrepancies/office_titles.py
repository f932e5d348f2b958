"""An office under a title that it does not have: a minister called a secretary, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.accounts import Holding
from scripts.reading.words import words
from scripts.record import Office
from scripts.record.standings import of_title

# Descriptions rather than titles: a newspaper's "defence chief" borrows nobody's title.
_DESCRIPTIVE = {"chief", "head", "leader", "boss", "official"}


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each office of the record, known by portfolio and country, under a title not among its forms.

    A title alone ("Minister Duarte"), a description ("defence chief") and an office that is not on record
    tell too little, and nothing is yielded.
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
    """Return the office on record that a holding names by another title word, if it does."""
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
