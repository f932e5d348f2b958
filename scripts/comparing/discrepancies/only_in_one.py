"""What only one account says, which is never called false for that.

With a record it goes topic by topic: a claim may share one topic with the other account and have another
topic alone. Claims without a topic of the record are compared whole, by their alignment.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.alignments import FAINT, own_alignments
from scripts.comparing.discrepancies.discrepancy import (
    MATERIAL,
    MINOR,
    ONLY_IN_ONE,
    Discrepancy,
    weight_of_topic,
    whole,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single, TopicMention, topic_reading
from scripts.reading.claims import DEFAULT, Claim
from scripts.reading.details.dates import Dating
from scripts.reading.details.office_holders import OfficeHolder
from scripts.reading.details.quantities import Quantity
from scripts.reading.details.stances import Stance

_FIRM = 3


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each topic, and each claim without a known topic, that only one of the accounts has."""
    for single, other in ((pair.left, pair.right), (pair.right, pair.left)):
        yield from _topics(single, other)
        yield from _claims(pair, single)


def _topics(single: Single, other: Single) -> Iterator[Discrepancy]:
    theirs = {m.topic for m in other.topics}
    for topic in dict.fromkeys(m.topic for m in single.topics if m.topic not in theirs):
        mentions = [m for m in single.topics if m.topic == topic]
        rows = single.reference.topic(topic)
        readings = tuple(topic_reading(single, m) for m in mentions)
        yield Discrepancy(
            "only-in-one",
            ONLY_IN_ONE,
            weight_of_topic(rows[0].kind),
            f"topic {topic}, not in {other.siglum}",
            readings,
            f"{single.siglum} speaks of {rows[0].label}; {other.siglum} does not.",
            _pillar(single, mentions),
        )


def _pillar(single: Single, mentions: list[TopicMention]) -> str:
    """Return the pillar that most claims with the topic belong to; of equals, the first."""
    pillars = [single.pillar(m.claim) for m in mentions]
    return max(pillars, key=pillars.count)


def _claims(pair: Pair, single: Single) -> Iterator[Discrepancy]:
    """Yield the claims that align with nothing and have no topic of the record."""
    aligned = {id(c) for a in own_alignments(pair.alignments) if a.level != FAINT for c in (a.left, a.right)}
    spoken_of = aligned | {id(m.claim) for m in single.topics}
    other = pair.right if single is pair.left else pair.left
    dated = set(pair.events) | set(pair.events.values())
    for claim in single.account.claims:
        if id(claim) in spoken_of or (claim.event in dated and claim.event_reason not in {DEFAULT, ""}):
            continue
        yield Discrepancy(
            "only-in-one",
            ONLY_IN_ONE,
            MATERIAL if _weighty(claim) else MINOR,
            f"claim, not in {other.siglum}",
            (whole(claim),),
            f"{single.siglum} says this; no claim of {other.siglum} was found that speaks of it.",
            single.pillar(claim),
        )


def _firm(claim: Claim) -> bool:
    return any(s.rank >= _FIRM for s in claim.of(Stance))


def _weighty(claim: Claim) -> bool:
    """Say whether a claim has something to check: a number, a date, an office, a firm stance."""
    return _firm(claim) or any(claim.of(kind) for kind in (Quantity, Dating, OfficeHolder))
