"""The days of two accounts: their first dates lie weeks apart, or the lines that date them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    DIFFERS,
    MATERIAL,
    Discrepancy,
    Reading,
    passage_reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.comparing.discrepancies.same_event import same_event
from scripts.comparing.pairing.alignments import COPY
from scripts.reading.claims import FILED
from scripts.reading.details.dates import Dating, dates
from scripts.reading.passages import Passage


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield the first full dates of two accounts if they clash, unless ``found`` has them as a conflict.

    It is no conflict: one account may be of a later day, and one date may belong to another event. Where
    datelines are alike in all but the day, one of them was changed.
    """
    yield from _redated(pair)
    days = same_event(pair).days
    if not days:
        return
    ours, theirs = (_reading(s, d) for s, d in zip((pair.left, pair.right), days, strict=True))
    told = {(r.source, r.start) for d in found if d.relation == CONFLICTS for r in d.readings}
    if {(ours.source, ours.start), (theirs.source, theirs.start)} <= told:
        return
    why = (
        f"{ours.source} is of {ours.value}, {theirs.source} of {theirs.value}: one event on two days, or two "
        "events."
    )
    yield Discrepancy("event-date", DIFFERS, MATERIAL, "day of the account", (ours, theirs), why)


def _redated(pair: Pair) -> Iterator[Discrepancy]:
    """Yield the days of two datelines, or stamps, that differ in nothing else."""
    ours, theirs = _filed(pair.left), _filed(pair.right)
    if ours is None or theirs is None or _without(*ours) != _without(*theirs):
        return
    one, other = ours[1], theirs[1]
    if (one.value, one.weekday) == (other.value, other.weekday) or not _copied(pair):
        return
    sides = ((pair.left, one), (pair.right, other))
    readings = tuple(_reading(single, day) for single, day in sides)
    why = [f"{single.siglum} is dated “{day.quote}”." for single, day in sides]
    why += [
        f"The weekday of {single.siglum} is not that of the day." for single, day in sides if _is_off(day)
    ]
    yield Discrepancy("event-date", DIFFERS, MATERIAL, "day of the account", readings, " ".join(why))


def _copied(pair: Pair) -> bool:
    """Say whether most claims of the shorter account are those of the other, reworded."""
    copies = sum(aligned.common >= COPY for aligned in pair.settled)
    return 2 * copies > min(len(pair.left.account.claims), len(pair.right.account.claims))


def _filed(single: Single) -> tuple[Passage, Dating] | None:
    """Return the first line that dates an account, with its date."""
    text = single.account.source.text
    lines = (p for p in single.account.passages if p.reason in FILED)
    return next(((p, day) for p in lines for day in dates(text, p.start, p.end)), None)


def _without(passage: Passage, day: Dating) -> str:
    return passage.quote[: day.start - passage.start] + passage.quote[day.end - passage.start :]


def _is_off(day: Dating) -> bool:
    """Say whether a date has a weekday that is not its own."""
    return day.calendar is not None and day.weekday not in (0, day.calendar.isoweekday())


def _reading(single: Single, day: Dating) -> Reading:
    """Return a date as a claim's reading or, in a dateline or a heading, as the passage's."""
    claim = next((c for c in single.account.claims if c.start <= day.start and day.end <= c.end), None)
    if claim:
        return span_reading(claim, day.start, day.end, day.value)
    passage = next(p for p in single.account.passages if p.start <= day.start and day.end <= p.end)
    return passage_reading(passage, day.start, day.end, day.value)
