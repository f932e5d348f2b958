"""One person in two offices within one account, one of which is likely a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.accounts import Holding
from scripts.reading.details.person_names import namesakes
from scripts.record.standings import of_holding


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield persons to whom an account gives offices with different portfolios."""
    done: set[str] = set()
    stated = [h for h in single.account.holdings if h.stated]
    same = namesakes((holding.name, holding) for holding in stated)
    for holding in stated:
        if holding.name in done:
            continue
        offices = _distinct(same(holding.name))
        done.add(holding.name)
        if len(offices) > 1:
            readings = tuple(
                span_reading(
                    h.claim,
                    h.office.start,
                    h.office.end,
                    h.office.office,
                    of_holding(single.reference, h, single.day(h.claim), single.event(h.claim.event)),
                )
                for h in offices
            )
            titles = " and ".join(f"“{h.office.office}”" for h in offices)
            yield Discrepancy(
                "two-offices",
                CONFLICTS,
                MATERIAL,
                f"office of {holding.name}",
                readings,
                f"{single.siglum} gives {holding.name} two offices: {titles}.",
            )


def _distinct(own: Sequence[Holding]) -> list[Holding]:
    """Keep one holding for each portfolio that no other portfolio contains."""
    kept: list[Holding] = []
    for holding in own:
        mine = holding.office.portfolio
        if not any(mine <= h.office.portfolio or h.office.portfolio <= mine for h in kept):
            kept.append(holding)
    return kept
