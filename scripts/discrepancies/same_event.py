"""Whether two accounts tell of one event at all: asked before they are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scripts import english
from scripts.accounts import Account
from scripts.alignments import CLOSE, RELATED, SAME
from scripts.details.dates import Dating, dates, with_years
from scripts.discrepancies.comparison import Pair

ONE, DIFFERENT, UNCLEAR = "one event", "different events", "unclear"
# Accounts of one event speak within days of it; a year's report of an earlier like event does not.
_DAYS = 21
_LEAD = 4
_SHARED_NAMES = 2


@dataclass(frozen=True)
class SameEvent:
    """The answer (one event, different events, unclear) and the sentence that says why."""

    verdict: str
    why: str


def same_event(pair: Pair) -> SameEvent:
    """Say whether two accounts tell of one event.

    Different: the first full dates of the two lie weeks apart and neither account has the other's; or no
    claim aligns and hardly a name is shared. Unclear where little is shared but something is.
    """
    left, right = pair.left.account, pair.right.account
    ours, theirs = _lead_date(left), _lead_date(right)
    if ours and theirs and ours.calendar and theirs.calendar:
        apart = abs((ours.calendar - theirs.calendar).days)
        if apart > _DAYS and not pair.events and not _days(left) & _days(right):
            return SameEvent(DIFFERENT, f"{left.siglum} is of {ours.value}, {right.siglum} of {theirs.value}")
    aligned = [a for a in pair.settled if a.level in {SAME, CLOSE, RELATED}]
    names = _names(left) & _names(right)
    if aligned or pair.events:
        return SameEvent(ONE, f"{len(aligned)} pairs of claims align")
    if len(names) >= _SHARED_NAMES:
        return SameEvent(UNCLEAR, f"no claim aligns, but both name {', '.join(sorted(names)[:3])}")
    return SameEvent(DIFFERENT, "no claim aligns and hardly a name is shared")


def _lead_date(account: Account) -> Dating | None:
    """Return the first full date among the first passages, datelines and headings included."""
    lead = [p for p in account.passages[:_LEAD] if p.reason != "crawl-stamp"]
    found = [d for p in lead for d in dates(account.source.text, p.start, p.end)]
    return next((d for d in with_years(found) if d.year and d.month and d.day), None)


def _days(account: Account) -> set[date]:
    """Return every full date of an account."""
    found = dates(account.source.text)
    return {d.calendar for d in with_years(found) if d.calendar and d.year and d.month and d.day}


def _names(account: Account) -> set[str]:
    """Return the capitalised words of an account that are no plain words of English elsewhere in it."""
    terms = [w for c in account.claims for w in c.words]
    small = {w.lower for w in terms if not w.is_capital}
    stop = english.stopwords() | english.function_words() | set(english.months()) | set(english.weekdays())
    return {w.lower for w in terms if w.is_capital and w.lower not in small | stop and len(w.text) > 2}
