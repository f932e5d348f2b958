"""What only one account says, which is never called false for that.

With a record it goes topic by topic: a claim may share one topic with the other account and have another
topic alone. Claims without a topic of the record are compared whole, by their alignment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scripts.comparing.discrepancies.discrepancy import (
    MATERIAL,
    MINOR,
    ONLY_IN_ONE,
    UNDETERMINED,
    Discrepancy,
    weight_of_topic,
    whole,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single, TopicMention, topic_reading
from scripts.comparing.pairing.alignments import FAINT, own_alignments
from scripts.comparing.pairing.nearest_claims import Near, nearest
from scripts.reading.claims import DEFAULT, Claim
from scripts.reading.details.dates import Dating
from scripts.reading.details.office_holders import OfficeHolder
from scripts.reading.details.quantities import Quantity
from scripts.reading.details.stances import Stance

_FIRM = 3
_SIDE_BY_SIDE = 0.2  # of the weight of both claims, related: enough to be shown as one row
_NEAREST = "Nothing else comes nearer to either; whether they speak of one thing was not determined."


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each topic, and each claim without a known topic, that only one of the accounts has."""
    for single, other in ((pair.left, pair.right), (pair.right, pair.left)):
        yield from _topics(single, other)
        yield from _claims(pair, single)


def with_nearest(pair: Pair, found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Return the findings, with what comes nearest to each claim that stands alone.

    A claim that another finding sets against one of the other account does not stand alone. Two that do, and
    are nearest to each other, may speak of one thing: they are shown side by side, and left open.
    """
    told = {_place(r.claim) for d in found if len(d.sources) > 1 for r in d.readings if r.claim}
    kept = [d for d in found if not (_is_lone_claim(d) and _place(d.readings[0].claim) in told)]
    lone = {_place(r.claim) for d in kept if _is_lone_claim(d) for r in d.readings}
    near: dict[tuple[str, int], Near] = {}
    for single, other in ((pair.left, pair.right), (pair.right, pair.left)):
        own = [claim for claim in single.account.claims if _place(claim) in lone]
        near |= {(single.siglum, k): one for k, one in nearest(own, single.account, other.account).items()}
    return list(_side_by_side(pair, kept, near))


def _side_by_side(
    pair: Pair, found: Sequence[Discrepancy], near: Mapping[tuple[str, int], Near]
) -> Iterator[Discrepancy]:
    """Yield the findings, two claims that stand alone and are nearest to each other as one."""
    for one in found:
        if not _is_lone_claim(one):
            yield one
            continue
        claim = one.readings[0].claim
        other = near.get(_place(claim))
        back = near.get(_place(other.claim)) if other is not None else None
        if claim is None or other is None or back is None or _place(back.claim) != _place(claim):
            yield replace(one, nearest=other.claim if other is not None else None)
        elif min(other.share, back.share) < _SIDE_BY_SIDE:
            yield replace(one, nearest=other.claim)
        elif claim.source == pair.left.siglum:
            sides = (whole(claim), whole(other.claim))
            yield Discrepancy("same-subject", UNDETERMINED, MINOR, "claim", sides, _NEAREST, one.pillar)


def _place(claim: Claim | None) -> tuple[str, int]:
    return (claim.source, claim.start) if claim is not None else ("", -1)


def _is_lone_claim(found: Discrepancy) -> bool:
    return found.relation == ONLY_IN_ONE and found.slot.startswith("claim, not in")


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
