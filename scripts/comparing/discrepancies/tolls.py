"""Tolls: how many were killed, hurt, missing, rescued or arrested, one total for each account.

Accounts of one event word such counts in many ways, in claims that share little else, so whole accounts are
compared. A count that is not clearly a total abstains: it is of an earlier year, or smaller than a later one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    DIFFERS,
    MATERIAL,
    Discrepancy,
    Reading,
    reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.reading.details.dates import Dating
from scripts.reading.details.quantities import Quantity
from scripts.reading.details.tolls import Toll

_LEADING = 12  # a total stands near the head of an account
_NEAR = 5  # words between "total" and the number that it is
_EARLIER = frozenset({"previous", "previously", "earlier"})


@dataclass(frozen=True)
class _Total:
    claim: Claim
    toll: Toll


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each kind of toll for which both accounts give a total: agreed, different or in conflict."""
    ours, theirs = totals(pair.left), totals(pair.right)
    for kind, total in ours.items():
        other = theirs.get(kind)
        if other is None:
            continue
        one, two = total.toll.quantity, other.toll.quantity
        readings = (_reading(total), _reading(other))
        told = f"{readings[0].source} counts {_said(one)}, {readings[1].source} {_said(two)}"
        slot = f"number of {kind}"
        pillar = pair.left.pillar(total.claim)
        if one.value == two.value:
            yield Discrepancy("agreement", AGREES, MATERIAL, slot, readings, f"{told}.", pillar)
        elif not one.contradicts(two):
            why = f"{told}: one number can satisfy both."
            yield Discrepancy("number", DIFFERS, MATERIAL, slot, readings, why, pillar)
        elif days_apart(pair):
            why = f"{told}: the accounts are of different days, and a count may rise."
            yield Discrepancy("number", DIFFERS, MATERIAL, slot, readings, why, pillar)
        else:
            why = f"{told}: no number satisfies both."
            yield Discrepancy("number", CONFLICTS, MATERIAL, slot, readings, why, pillar)


def totals(single: Single) -> dict[str, _Total]:
    """Return an account's total of each kind; kinds without a clear total are left out."""
    found: dict[str, list[_Total]] = {}
    for place, claim in enumerate(single.account.claims):
        for toll in claim.tolls:
            count = _Total(claim, toll)
            if toll.start < _looks_back(claim) and (place < _LEADING or _is_sum(count)):
                found.setdefault(toll.of, []).append(count)
    sums = {kind: [c for c in counts if _is_sum(c)] or counts for kind, counts in found.items()}
    return {
        kind: _fullest(counts) for kind, counts in sums.items()
        if all(c.toll.quantity.value <= counts[0].toll.quantity.value for c in counts)
    }  # fmt: skip


def _is_sum(count: _Total) -> bool:
    """Say whether the text calls a count the total: "a total of 185 deaths", "in total, 181 died"."""
    before = [w.lower for w in count.claim.words if w.end <= count.toll.quantity.number_start]
    return bool({"total", "altogether", "totalling", "totaling"} & set(before[-_NEAR:]))


def _fullest(counts: Sequence[_Total]) -> _Total:
    """Return the first count in a full sentence, because a headline leaves things out."""
    same = [c for c in counts if c.toll.quantity.value == counts[0].toll.quantity.value]
    return next((c for c in same if c.claim.quote.rstrip("”\"’'").endswith((".", "!"))), same[0])


def _looks_back(claim: Claim) -> int:
    """Return where a claim begins to tell of an earlier event too, or its end if it does not.

    A rank ("the deadliest since 1990") does not affect what was counted before it. A bare year, a second full
    date, or "previous" may date any count of the sentence.
    """
    rank = next((w.start for w in claim.words if _is_rank(w.lower)), claim.end)
    days = [d for d in claim.of(Dating) if d.start < rank]
    dated = {(d.year or d.inherited, d.month) for d in days if d.month}
    earlier = any(w.lower in _EARLIER for w in claim.words if w.start < rank)
    if earlier or _of_later(claim, days) or len(dated) > 1 or any(d.year and not d.month for d in days):
        return claim.start
    return rank


def _of_later(claim: Claim, days: Sequence[Dating]) -> bool:
    """Say whether a claim counts as of a month only: "as of January 2022 six were missing"."""
    said = claim.quote.lower()
    return any(said[: d.start - claim.start].endswith("as of ") for d in days if not d.day)


def _is_rank(word: str) -> bool:
    return word in {"since", "deadliest", "worst"} or word.endswith("-deadliest")


def days_apart(pair: Pair) -> bool:
    """Say whether two accounts speak on different days, as given for them or by their datelines."""
    days = [s.account.source.as_of or s.account.source.published for s in (pair.left, pair.right)]
    if None not in days:
        return days[0] != days[1]
    filed = [_filed(s.account) for s in (pair.left, pair.right)]
    return filed[0] is not None and filed[1] is not None and filed[0].contradicts(filed[1])


def _filed(account: Account) -> Dating | None:
    """Return the first day that an account gives at its head: that of its dateline, as a rule."""
    return next((d for _, found in account.head_dates for d in found if d.month and d.day), None)


def _said(quantity: Quantity) -> str:
    return f"“{quantity.quote}”"


def _reading(total: _Total) -> Reading:
    return reading(total.claim, total.toll, f"{total.toll.quantity.value:g}")
