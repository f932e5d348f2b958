"""Agreements: the topics of the record that both accounts speak of."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.comparison import Pair, topic_reading
from scripts.comparing.discrepancies.discrepancy import AGREES, MINOR, Discrepancy


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each topic that both accounts have."""
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
