"""Times of day that contradict each other, for one act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.differences.dates import of_one_verb
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side
from scripts.reading.claims import Claim
from scripts.reading.details.verb_groups import Predicate
from scripts.reading.words import Word

_CLOCK = re.compile(
    r"(?P<about>\b(?:shortly|just|soon|right)\s+(?:before|after)\s+|\b(?:about|around|approximately|nearly|circa)\s+)?"
    r"(?P<at>\b(?:at|by|from|until|since|before|after)\s+)?"
    r"(?<![\d:.,$€£-])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?![:.]?\d)"
    r"(?P<suffix>\s*(?P<half>[ap])\.?m\b)?\.?(?:\s*\(?(?P<zone>[A-Z]{2,4})\b)?",
    re.IGNORECASE,
)
_BOUNDS = frozenset({"before", "after", "until", "since", "by"})
_ROUND, _ABOUT = 5, 20
_HOURS = 12


@dataclass(frozen=True)
class _Time:
    start: int
    end: int
    quote: str
    minutes: int
    half: str
    about: bool
    zone: str


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield the times of day of two claims that tell of one act and give one time each."""
    ours, theirs = _times(pair.left), _times(pair.right)
    if len(ours) != 1 or len(theirs) != 1 or ours[0].zone != theirs[0].zone:
        return
    one, other = ours[0], theirs[0]
    apart = abs(one.minutes - other.minutes)
    if not (one.half and other.half):
        apart = min(apart % (_HOURS * 60), -apart % (_HOURS * 60))
    sides = Side.of(pair.left, one.start, one.end), Side.of(pair.right, other.start, other.end)
    if not apart or not _of_one_act(pair, *sides):
        return
    rounded = one.minutes % _ROUND == 0 or other.minutes % _ROUND == 0
    if apart <= (_ABOUT if one.about or other.about else _ROUND * rounded):
        yield Difference(
            "date", DIFFERS, *sides, f"{one.quote} and {other.quote} can be one time of day.", True
        )
    else:
        yield Difference(
            "date", CONFLICTS, *sides, f"{one.quote} and {other.quote} are not the same time of day."
        )


def _times(claim: Claim) -> list[_Time]:
    """Return the times of day of a claim, without bounds (before noon) and race times."""
    found = []
    for match in _CLOCK.finditer(claim.quote):
        part = {name: value or "" for name, value in match.groupdict().items()}
        placed = part["at"].strip().lower() or part["about"]
        if not (part["half"] or (part["minute"] and placed)) or (not part["about"] and placed in _BOUNDS):
            continue
        if not part["half"] and (int(part["hour"]) > 23 or part["minute"] == "" or "." in match.group()):
            continue
        hour = int(part["hour"]) % _HOURS if part["half"] else int(part["hour"])
        half = part["half"].lower() or ("p" if hour > _HOURS else "")
        minutes = hour * 60 + int(part["minute"] or 0) + _HOURS * 60 * (part["half"].lower() == "p")
        begin = match.start("hour")
        end = max(match.end("hour"), match.end("minute"), match.end("suffix"))
        zone = part["zone"] if part["zone"].isupper() else ""
        found.append(_Time(claim.start + begin, claim.start + end, claim.quote[begin:end], minutes, half,
                           bool(part["about"]), zone))  # fmt: skip
    return found


def _of_one_act(pair: ClaimPair, ours: Side, theirs: Side) -> bool:
    """Say whether two times belong to one act: to one verb, or to what one thing does to another."""
    if pair.near or of_one_verb(pair, ours, theirs):
        return True
    verbs = [pair.governing(side, at)[:1] for side, at in (("left", ours), ("right", theirs))]
    if not all(verbs) or not pair.one_holder(verbs[0][0], verbs[1][0]):
        return False
    there = {w.start for w in _targets(pair.right_words, pair.right_predicates, verbs[1][0].start)}
    return any(
        w.start in pair.paired and pair.paired[w.start].start in there
        for w in _targets(pair.left_words, pair.left_predicates, verbs[0][0].start)
    )


def _targets(terms: Sequence[Word], groups: Sequence[Predicate], start: int) -> list[Word]:
    return [terms[i] for p in groups if terms[p.at].start == start for i in p.patient]
