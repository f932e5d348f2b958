"""Office-holders: if two accounts of one event name two persons for one office, they cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    MATERIAL,
    MINOR,
    UNDETERMINED,
    Discrepancy,
    Reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.accounts import Holding
from scripts.reading.details.person_names import DIFFERENT, VARIANT, relation
from scripts.record.standings import of_holding, office_of

_MOST = 50  # at most this many names for one office are compared


def find(pair: Pair) -> Iterator[Discrepancy]:
    """For each office that both accounts fill, yield whether they name one person, two, or perhaps one."""
    ours, theirs = _by_office(pair.left), _by_office(pair.right)
    for slot, holdings in ours.items():
        others = theirs.get(slot)
        if not others:
            continue
        names = {relation(a, b) for a in _names(holdings) for b in _names(others)}
        readings = (*_readings(pair.left, holdings), *_readings(pair.right, others))
        one, other = _full(holdings), _full(others)
        several = _several(holdings) or _several(others) or _both_stand_in_both(pair, holdings, others)
        title = _title(pair.left, holdings[0], slot)
        if names == {DIFFERENT} and not several:
            yield Discrepancy(
                "office-holder",
                CONFLICTS,
                MATERIAL,
                slot,
                readings,
                f"{pair.left.siglum} names {one} as {title}, {pair.right.siglum} names {other}; "
                "the office has one holder at a time.",
            )
        elif DIFFERENT not in names:
            spelt = f" ({other} in {pair.right.siglum})" if one != other else ""
            unsure = VARIANT in names and not _one_person(pair, one, other)
            yield Discrepancy(
                "office-holder" if unsure else "agreement",
                UNDETERMINED if unsure else AGREES,
                MINOR if unsure else MATERIAL,
                slot,
                readings,
                f"{one}{spelt} may be one person in two spellings."
                if unsure
                else f"Each names {one}{spelt} as {title}.",
            )
        elif several:
            yield Discrepancy(
                "office-holder",
                UNDETERMINED,
                MINOR,
                slot,
                readings,
                f"An account has more than one who may be {title}: they cannot be set against each other.",
            )


def _by_office(single: Single) -> dict[str, list[Holding]]:
    """Group an account's holdings by office, leaving out those without portfolio or country."""
    found: dict[str, list[Holding]] = {}
    for holding in single.account.holdings:
        office = holding.office
        record = office_of(single.reference, holding)
        if record:
            found.setdefault(record.id, []).append(holding)
        elif office.portfolio or office.country:
            found.setdefault(office.slot, []).append(holding)
    given: dict[str, set[str]] = {}
    for slot, holdings in found.items():
        for holding in holdings:
            given.setdefault(holding.name, set()).add(slot)
    # The account names another holder too, and gives this person another office.
    misgiven = {
        (name, slot)
        for name, slots in given.items()
        if len(slots) > 1
        for slot in slots
        if any(relation(other, name) == DIFFERENT for other in _names(found[slot]))
    }
    return {
        slot: kept
        for slot, hs in found.items()
        if (kept := [h for h in hs if (h.name, slot) not in misgiven] or hs)
    }


def _names(holdings: list[Holding]) -> list[str]:
    """Return the names in account order, each once and limited in number."""
    return list(dict.fromkeys(h.name for h in holdings))[:_MOST]


def _several(holdings: list[Holding]) -> bool:
    """Say whether an office has more than one holder."""
    return any(relation(holdings[0].name, name) == DIFFERENT for name in _names(holdings)[1:])


def _both_stand_in_both(pair: Pair, ours: list[Holding], theirs: list[Holding]) -> bool:
    """Say whether each account speaks of the other's holder too, who may hold such an office elsewhere."""
    sides = ((pair.left, theirs), (pair.right, ours))
    return all(
        re.search(rf"\b{re.escape(_full(found).split()[-1])}\b", single.account.source.text) is not None
        for single, found in sides
    )


def _full(holdings: list[Holding]) -> str:
    return max((h.name for h in holdings), key=len)


def _one_person(pair: Pair, one: str, other: str) -> bool:
    person = pair.reference.person_named(one)
    return person is not None and person == pair.reference.person_named(other)


def _readings(single: Single, holdings: list[Holding]) -> Iterator[Reading]:
    """Yield one reading for each event at which the account names the holder."""
    seen: set[str] = set()
    for holding in holdings:
        if holding.claim.event not in seen:
            seen.add(holding.claim.event)
            event = single.event(holding.claim.event)
            standing = of_holding(single.reference, holding, single.day(holding.claim), event)
            office = holding.office
            yield span_reading(holding.claim, office.start, office.end, holding.name, standing)


def _title(single: Single, holding: Holding, slot: str) -> str:
    record = office_of(single.reference, holding)
    if record:
        return record.title
    return holding.office.office or slot
