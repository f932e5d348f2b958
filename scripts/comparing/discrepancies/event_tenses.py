"""An event told as future by one account and as past by the other.

A preview and a report of one meeting differ in tense without a conflict. It is a conflict only if both
accounts surely date from the same side of the event, which takes both as-of dates and the event's day.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    DIFFERS,
    MATERIAL,
    MINOR,
    Discrepancy,
    reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.claims import Claim
from scripts.reading.details.events import EventMention
from scripts.reading.details.stances import FUTURE, PAST, Stance
from scripts.record.standings import Standing, of_tense

_CLAUSES = frozenset({"to", "but", "who", "which", "that", "because", "while", "although", "though", "since"})


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each event that is future in one account and past in the other."""
    for key, title, ours, theirs in pair.at_events(_tense):
        if ours[1].tense == theirs[1].tense:
            continue
        conflict = _one_side(pair, key)
        readings = tuple(
            reading(claim, stance, stance.tense, _standing(single, claim, stance))
            for single, (claim, stance) in ((pair.left, ours), (pair.right, theirs))
        )
        said = ", ".join(f"{r.source} tells it as {r.value}" for r in readings)
        why = (
            "Each speaks on the same side of it by its as-of date, so one must be wrong."
            if conflict
            else "A preview and a report can both stand."
        )
        yield Discrepancy(
            "event-tense",
            CONFLICTS if conflict else DIFFERS,
            MATERIAL if conflict else MINOR,
            f"tense of {title}",
            readings,
            f"{title}: {said}. {why}",
        )


def _tense(single: Single, key: str) -> tuple[Claim, Stance] | None:
    """Return the claim that tells of the event itself, with its main verb; None if tenses are mixed."""
    told = [
        (claim, stance)
        for claim, mention in single.account.mentions_of.get(key, ())
        if (stance := single.account.stance(claim)) and stance.tense in {PAST, FUTURE}
        and _of_verb(claim, stance, mention)
    ]  # fmt: skip
    return told[-1] if told and len({s.tense for _, s in told}) == 1 else None


def _of_verb(claim: Claim, stance: Stance, mention: EventMention) -> bool:
    """Say whether the event belongs to the verb: no clause or infinitive begins between the two."""
    begin, end = sorted((stance, mention), key=lambda d: d.start)
    between = (w.lower for w in claim.words if begin.end <= w.start < end.start)
    return not mention.modifies and not any(w in _CLAUSES for w in between)


def _one_side(pair: Pair, key: str) -> bool:
    """Say whether both as-of dates are sure enough, and on the same side of the event."""
    event = pair.left.event(key)
    sources = pair.left.account.source, pair.right.account.source
    if not event or any(s.as_of is None or s.as_of_sure == "L" for s in sources):
        return False
    days = [s.as_of for s in sources if s.as_of]
    return all(d < event.date for d in days) or all(d > event.until for d in days)


def _standing(single: Single, claim: Claim, stance: Stance) -> Standing:
    return of_tense(single.reference, single.event(claim.event), stance.tense, single.account.source)
