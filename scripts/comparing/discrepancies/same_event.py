"""Whether two accounts tell of one event at all; asked before they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scripts.comparing.discrepancies.rule_inputs import Pair
from scripts.comparing.pairing.alignments import CLOSE, RELATED, SAME, Alignment
from scripts.comparing.pairing.word_rarity import content
from scripts.reading.accounts import Account
from scripts.reading.details.dates import Dating, dates_of, with_years

ONE, DIFFERENT, UNCLEAR = "one event", "different events", "unclear"
# Accounts of one event speak within days of it; a year's report of an earlier like event does not.
_DAYS = 21
_SHARED_NAMES = 2
# Of 234 pairs of published accounts of one event none shares less of the shorter one's words; of 90 pairs of
# two events 83 do.
_SHARED_WORDS = 0.12
_ENOUGH = 30  # with fewer words a share means nothing


@dataclass(frozen=True)
class SameEvent:
    """The answer (one event, different events, unclear), the reason in words, and dates that clash."""

    verdict: str
    why: str
    days: tuple[Dating, ...] = ()


def same_event(pair: Pair) -> SameEvent:
    """Say whether two accounts tell of one event.

    Different: no claim aligns and hardly a name is shared; or neither a name nor enough words are shared and
    no two claims are close; or the first full dates lie weeks apart and neither account has the other's.
    Unclear: little is shared, but something is.
    """
    aligned = [a for a in pair.settled if a.level in {SAME, CLOSE, RELATED}]
    names = pair.left.account.names & pair.right.account.names
    if len(names) < _SHARED_NAMES and (why := _nothing_shared(pair, aligned)):
        return SameEvent(DIFFERENT, why)
    if days := _clash(pair):
        why = f"{pair.left.siglum} is of {days[0].value}, {pair.right.siglum} of {days[1].value}"
        return SameEvent(DIFFERENT, why, days)
    if aligned or pair.events:
        return SameEvent(ONE, f"{len(aligned)} pairs of claims align")
    return SameEvent(UNCLEAR, f"no claim aligns, but both name {', '.join(sorted(names)[:3])}")


def _nothing_shared(pair: Pair, aligned: Sequence[Alignment]) -> str:
    """Say why two accounts share nothing if they hardly share a name, else ""."""
    if pair.events:
        return ""
    if not aligned:
        return "no claim aligns and hardly a name is shared"
    near = any(a.level != RELATED for a in aligned)
    words = "" if near else _unlike(pair.left.account, pair.right.account)
    return f"hardly a name is shared, and {words}" if words else ""


def _clash(pair: Pair) -> tuple[Dating, ...]:
    """Return the first full dates of two accounts if they lie weeks apart and neither has the other's."""
    left, right = pair.left.account, pair.right.account
    ours, theirs = _lead_date(left), _lead_date(right)
    if not ours or not theirs or not _weeks_apart(ours, theirs):
        return ()
    years = _years(left) & {theirs.year} | _years(right) & {ours.year}
    return () if years or pair.events or _days(left) & _days(right) else (ours, theirs)


def _weeks_apart(ours: Dating, theirs: Dating) -> bool:
    """Say whether two days lie too far apart. If only the month differs, it may be a slip."""
    one, other = ours.calendar, theirs.calendar
    if one is None or other is None or (one.year, one.day) == (other.year, other.day):
        return False
    return abs((one - other).days) > _DAYS


def _years(account: Account) -> set[int | None]:
    """Return the years that stand alone in the first passages; the event may be of one of them."""
    return {d.year for _, found in account.head_dates for d in found if d.year and not d.month}


def _unlike(left: Account, right: Account) -> str:
    """Say how few words two accounts share; "" if they share enough, or are too short to tell."""
    ours, theirs = ({w.key for c in a.claims for w in content(c.words)} for a in (left, right))
    least = min(len(ours), len(theirs))
    shared = len(ours & theirs)
    if least < _ENOUGH or shared >= _SHARED_WORDS * least:
        return ""
    return f"{shared} of {least} words"


def _lead_date(account: Account) -> Dating | None:
    """Return the first full date in the first passages, including datelines and headings."""
    found = [d for p, dated in account.head_dates if p.reason != "crawl-stamp" for d in dated]
    return next((d for d in with_years(found) if d.year and d.month and d.day), None)


def _days(account: Account) -> set[date]:
    """Return every full date of an account."""
    found = with_years(dates_of(account.source.text))
    return {d.calendar for d in found if d.calendar and d.year and d.month and d.day}
