"""Agreements: what both accounts speak of, topic by topic and claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.alignments import CLOSE, SAME
from scripts.details.offices import OfficeHolder
from scripts.discrepancies.comparison import Pair, topic_reading
from scripts.discrepancies.discrepancy import AGREES, MATERIAL, MINOR, Discrepancy, whole


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each topic that both accounts have, and each close pair of claims without one."""
    theirs = {m.topic for m in pair.right.topics}
    for topic in dict.fromkeys(m.topic for m in pair.left.topics if m.topic in theirs):
        ours = next(m for m in pair.left.topics if m.topic == topic)
        other = next(m for m in pair.right.topics if m.topic == topic)
        label = pair.reference.topic(topic)[0].label
        readings = (topic_reading(pair.left, ours), topic_reading(pair.right, other))
        yield Discrepancy(
            "agreement",
            AGREES,
            MINOR,
            f"topic {topic}",
            readings,
            f"Each speaks of {label}.",
            pair.left.pillar(ours.claim),
        )
    topical = {id(m.claim) for s in (pair.left, pair.right) for m in s.topics}
    for aligned in pair.settled:
        if {id(aligned.left), id(aligned.right)} & topical or aligned.level not in {SAME, CLOSE}:
            continue
        if aligned.left.of(OfficeHolder) and aligned.right.of(OfficeHolder):
            continue  # who is named there is compared office by office, over the whole accounts
        if all(d.cosmetic for d in pair.differences(aligned)):
            words = ", ".join(s.left.text for s in aligned.shared[:6])
            yield Discrepancy(
                "agreement",
                AGREES,
                MATERIAL,
                "claim",
                (whole(aligned.left), whole(aligned.right)),
                f"The claims share {len(aligned.shared)} telling words: {words}.",
                pair.left.pillar(aligned.left),
            )
