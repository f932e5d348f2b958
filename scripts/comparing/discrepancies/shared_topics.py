"""Topics of the record that both accounts mention: whether they say the same of one is left open."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import UNDETERMINED, Discrepancy, weight_of_topic
from scripts.comparing.discrepancies.rule_inputs import Pair, topic_reading


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each topic that both accounts have; no word around it has been compared by that."""
    theirs = {m.topic for m in pair.right.topics}
    for topic in dict.fromkeys(m.topic for m in pair.left.topics if m.topic in theirs):
        ours = next(m for m in pair.left.topics if m.topic == topic)
        other = next(m for m in pair.right.topics if m.topic == topic)
        known = pair.reference.topic(topic)[0]
        readings = (topic_reading(pair.left, ours), topic_reading(pair.right, other))
        yield Discrepancy(
            "shared-topic",
            UNDETERMINED,
            weight_of_topic(known.kind),
            f"topic {topic}",
            readings,
            f"Each speaks of {known.label}; whether they say the same of it was not determined.",
            pair.left.pillar(ours.claim),
        )
