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
_ABOUT = r"(?:shortly|just|soon|right)\s+(?:before|after)|about|around|approximately|nearly|circa"
_PLACED = r"at|by|from|until|since|before|after"
_HALF_OF_DAY = r"\s*(?P<half>[ap])\.?\s?m\b\.?"
# What stands before or behind the hour is asked for: 17 alone is no time.
_HOUR = (
    rf"(?P<about>\b(?:{_ABOUT})\s+)?"
    r"(?:\b(?P<name>noon|midday|midnight)\b"
    rf"|(?P<placed>\b(?:{_PLACED})\s+)?(?<![\d:.,$€£-])"
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?![:.]?\d)"
    rf"(?:{_HALF_OF_DAY})?(?P<clock>\s*(?:o['’]clock|hours\b|hrs?\b|local time\b|(?P<zone>%s)\b))?)"
)
_HOURS = ("hour", "hr")
_PARTS_OF_HOUR = {"a quarter": 15, "quarter": 15, "half": 30}
# A quarter past three, twenty minutes to ten; "by ten to eight" may be a vote.
_ABOUT_PAST = r"\b(?:about|around|just after|just before)\s+"
_MINUTES = r"\b(?:(?:twenty|thirty|forty|fifty)[- ])?[a-z]+|\b\d\d?"
# A quarter past three, twenty minutes to ten; "by ten to eight" may be a vote.
_PAST_HOUR = (
    rf"(?:(?P<about>{_ABOUT_PAST})?(?P<share>\b(?:a\s+)?quarter|\bhalf)"
    rf"|(?P<roughly>{_ABOUT_PAST})?(?P<minutes>{_MINUTES})\s+minutes"
    r"|(?<=\bat )(?P<bare>five|ten|twenty|twenty[- ]five))"
    r"\s+(?P<side>past|to)\s+(?P<hour>[a-z]+|\d\d?)\b(?!\s+of\b)"
    rf"(?:{_HALF_OF_DAY}|\s*o['’]clock)?"
)


@dataclass(frozen=True)
class Hour:
    """A time of day in minutes since midnight, or since either half where `half` is "" and it may be both.

    `span` is how many minutes a part of the day lasts (the evening); 0 for a time on the clock. `zone` is how
    many minutes its clock is ahead of Greenwich, None where no zone is told.
    """

    start: int
    end: int
    quote: str
    minutes: int
    half: str
    about: bool
    span: int = 0
    zone: int | None = None

    def apart(self, other: Hour) -> int:
        """Return the smallest distance between two times in minutes."""
        zones = (self.zone, other.zone) if None not in (self.zone, other.zone) else (0, 0)
        between = abs((self.minutes - (zones[0] or 0)) - (other.minutes - (zones[1] or 0)))
        around = _DAY if self.half and other.half else _HALF
        return min(between % around, -between % around)

    @property
    def side(self) -> str:
        """On which side of the hour it is: "before" in shortly before noon, "after", or ""."""
        return next((word for word in self.quote.lower().split() if word in ("before", "after")), "")

    def meets(self, other: Hour) -> bool:
        """Say whether both can be one time."""
        if self.side and other.side and self.side != other.side:
            return False
        if self.span or other.span:
            return self._overlaps(other)
        return self.apart(other) <= (_ROUGH if self.about or other.about else 0)

    def holds(self, other: Hour) -> bool:
        """Say whether it leaves open every time that the other does: in the evening, at 9 p.m."""
        if not self.span:
            return self.meets(other) and not other.span and (self.about or not other.about)
        later = (other.minutes - self.minutes) % (_DAY if other.half else _HALF)
        return later + other.span <= self.span

    def is_nearly(self, other: Hour) -> bool:
        """Say whether two parts of the day share most of the shorter one: the evening and the night."""
        shared = sum(
            max(
                0,
                min(self.minutes + self.span + days, other.minutes + other.span) - max(begin, other.minutes),
            )
            for days in (-_DAY, 0, _DAY)
            for begin in [self.minutes + days]
        )
        return 2 * shared > min(self.span, other.span)

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


@cache
def _hour() -> re.Pattern[str]:
    zones = "|".join(re.escape(zone) for zone in sorted(english.time_zones(), key=lambda z: (-len(z), z)))
    return re.compile(_HOUR % zones, re.IGNORECASE)


@cache
def _past_hour() -> re.Pattern[str]:
    return re.compile(_PAST_HOUR, re.IGNORECASE)


def hours(text: str) -> tuple[Hour, ...]:
    """Return the times of day in a text.

    >>> [h.minutes for h in hours("from noon to 6 p.m.; at 23:05; at a quarter past three")]
    [720, 1080, 1385, 195]
    """
    spelt = [one for match in _past_hour().finditer(text) if (one := _past(match))]
    clock = [one for match in _hour().finditer(text) if (one := _on_clock(match))]
    free = [one for one in clock if not any(s.start <= one.start < s.end for s in spelt)]
    return tuple(sorted([*spelt, *free, *_of_the_day(text)], key=lambda one: one.start))


def _on_clock(match: re.Match[str]) -> Hour | None:
    about = bool(match["about"])
    start = match.start() if about else match.start("hour") if match["placed"] else match.start()
    quote = match.string[start : match.end()].strip()
    if match["name"]:
        name = match["name"].lower()
        return Hour(start, match.end(), quote, _NAMED[name], "p" if name != "midnight" else "a", about)
    colon = match["minute"] and (match["placed"] or about) and ":" in match.group()
    # After, in or for 4 hours tells how long.
    lasts = (match["clock"] or "").strip().lower().startswith(_HOURS) and not match["minute"]
    told = match["half"] or (match["clock"] and not lasts) or colon
    told = told or (lasts and (match["placed"] or "").strip().lower() == "at")
    if not told or int(match["hour"]) > 23 or (match["half"] and int(match["hour"]) > 12):
        return None
    half = (match["half"] or "").lower()
    hour = int(match["hour"]) % 12 if half else int(match["hour"])
    minutes = hour * 60 + int(match["minute"] or 0) + _HALF * (half == "p")
    zone = english.time_zones().get((match["zone"] or "").lower())
    return Hour(start, match.end(), quote, minutes, half or ("p" if hour > 12 else ""), about, zone=zone)


def _past(match: re.Match[str]) -> Hour | None:
    """Return a time that is told by the hour before or after it: half past six, ten minutes to three."""
    hour = english.number_word(match["hour"])
    told = (match["share"] or "").lower().removeprefix("a ").strip()
    minutes = _PARTS_OF_HOUR[told] if told else english.number_word(match["minutes"] or match["bare"])
    if hour is None or minutes is None or not (1 <= hour <= 12 and 0 < minutes < 60):
        return None
    if told == "half" and match["side"].lower() == "to":
        return None
    half = (match["half"] or "").lower()
    since = int(hour) % 12 * 60 + _HALF * (half == "p")
    at = since + int(minutes) if match["side"].lower() == "past" else (since - int(minutes)) % _DAY
    if not half:
        at %= _HALF
    about = bool(match["about"] or match["roughly"])
    return Hour(match.start(), match.end(), match.group().strip(), at, half, about)
