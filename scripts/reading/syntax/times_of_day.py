"""Times of day: at 5:55 a.m., about 17.30, 9pm CET, noon, shortly after midnight, in the evening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scripts import english

_DAY, _HALF = 24 * 60, 12 * 60
_ROUGH = 20  # tolerance in minutes of "about", "shortly after", "just before"
_NAMED = {"noon": _HALF, "midday": _HALF, "midnight": 0}
_CLOCK = re.compile(
    r"(?P<about>\b(?:shortly|just|soon|right)\s+(?:before|after)\s+|\b(?:about|around|approximately|nearly|circa)\s+)?"
    r"(?:\b(?P<name>noon|midday|midnight)\b"
    r"|(?P<placed>\b(?:at|by|from|until|since|before|after)\s+)?(?<![\d:.,$€£-])"
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?![:.]?\d)"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?|(?P<clock>\s*(?:o['’]clock|hours\b|hrs?\b|GMT\b|CET\b|local time\b)))?)",  # noqa: E501
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hour:
    """A time of day in minutes since midnight, or since either half where `half` is "" and it may be both.

    `span` is how many minutes a part of the day lasts (the evening); 0 for a time on the clock.
    """

    start: int
    end: int
    quote: str
    minutes: int
    half: str
    about: bool
    span: int = 0

    def apart(self, other: Hour) -> int:
        """Return the smallest distance between two times in minutes."""
        between = abs(self.minutes - other.minutes)
        around = _DAY if self.half and other.half else _HALF
        return min(between % around, -between % around)

    def meets(self, other: Hour) -> bool:
        """Say whether both can be one time."""
        if self.span or other.span:
            return self._overlaps(other)
        return self.apart(other) <= (_ROUGH if self.about or other.about else 0)

    def holds(self, other: Hour) -> bool:
        """Say whether it leaves open every time that the other does: in the evening, at 9 p.m."""
        if not self.span:
            return self.meets(other) and not other.span and (self.about or not other.about)
        later = (other.minutes - self.minutes) % (_DAY if other.half else _HALF)
        return later + other.span <= self.span

    def _overlaps(self, other: Hour) -> bool:
        around = _DAY if self.half and other.half else _HALF
        rough = _ROUGH if self.about or other.about else 0
        later, earlier = (other.minutes - self.minutes) % around, (self.minutes - other.minutes) % around
        return later <= self.span + rough or earlier <= other.span + rough


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(english.day_parts(), reverse=True))})\b", re.IGNORECASE)


def _of_the_day(text: str) -> Iterator[Hour]:
    for match in _parts().finditer(text):
        first, last = english.day_parts()[match.group().lower()]
        half = "a" if first < _HALF else "p"
        yield Hour(match.start(), match.end(), match.group(), first, half, False, last - first)


def hours(text: str) -> tuple[Hour, ...]:
    """Return the times of day in a text.

    >>> [h.minutes for h in hours("from noon to 6 p.m.; at 23:05")]
    [720, 1080, 1385]
    """
    found = []
    for match in _CLOCK.finditer(text):
        start = match.end("about") if match["about"] else match.start()
        if match["placed"]:
            start = match.start("hour")
        about = bool(match["about"])
        if match["name"]:
            minutes, half = _NAMED[match["name"].lower()], "p" if match["name"].lower() != "midnight" else "a"
        else:
            told = (
                match["half"]
                or match["clock"]
                or (match["minute"] and (match["placed"] or match["about"]) and ":" in match.group())
            )
            if not told or int(match["hour"]) > 23 or (match["half"] and int(match["hour"]) > 12):
                continue
            half = (match["half"] or "").lower()
            hour = int(match["hour"]) % 12 if half else int(match["hour"])
            minutes = hour * 60 + int(match["minute"] or 0) + _HALF * (half == "p")
            half = half or ("p" if hour > 12 else "")
        begin = match.start() if about else start
        found.append(Hour(begin, match.end(), text[begin : match.end()].strip(), minutes, half, about))
    return tuple(sorted([*found, *_of_the_day(text)], key=lambda one: one.start))
