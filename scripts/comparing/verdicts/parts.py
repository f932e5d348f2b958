"""A total and its part: "214 people, including 31 crew" is no other figure for 183 passengers."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparing.verdicts.figures import COUNT, Figure
from scripts.comparing.verdicts.pairing import BROKEN, MET, OPEN, Answer, alike
from scripts.comparing.verdicts.wording import Wording

_INCLUDING = ("including", "of whom", "of which", "of them", "among them", "among whom")
_REACH = 40


def settled(answers: Sequence[Answer], sentence: Wording) -> tuple[Answer, ...]:
    """Return the answers, those open in which a total is set against a part; the rest of a total is met."""
    return tuple(_settled(answer, sentence) for answer in answers)


def _settled(answer: Answer, sentence: Wording) -> Answer:
    asked, given = answer.asked, answer.given
    if answer.outcome != BROKEN or given is None or asked.kind != COUNT or asked.relation not in "=~":
        return answer
    part = _part(given, sentence)
    if part is None or asked.value >= given.value or _same_thing(asked, given):
        return answer
    rest = not _same_thing(asked, part) and asked.value == given.value - part.value
    return Answer(asked, given, MET if rest else OPEN, answer.fit, 0.0 if rest else answer.gap)


def _part(total: Figure, sentence: Wording) -> Figure | None:
    """Return the figure that a sentence gives for a part of ``total``."""
    for other in sentence.figures:
        between = sentence.text[total.end : other.start].lower()
        if 0 <= other.start - total.end <= _REACH and other.kind == COUNT and other.value < total.value:
            return other if any(mark in between for mark in _INCLUDING) else None
    return None


def _same_thing(one: Figure, other: Figure) -> bool:
    """Say whether the same noun follows both figures."""
    return bool(one.after and other.after) and alike(one.after[0], other.after[0])
