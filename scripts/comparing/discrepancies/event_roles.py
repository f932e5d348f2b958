"""Roles at events: one account says that persons attended, the other that they led."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy, Reading, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.accounts import Holding
from scripts.reading.claims import Claim
from scripts.reading.words import Word
from scripts.record.standings import of_event_role

_LEADING = frozenset(english.key(w) for w in ("host", "chair", "lead", "head", "preside", "convene"))
_ATTENDING = frozenset(english.key(w) for w in ("join", "attend", "participate", "visit", "accompany"))


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each event that persons attend in one account and lead in the other."""
    for _, title, ours, theirs in pair.at_events(_role):
        if ours[2] == theirs[2]:
            continue
        readings = (_reading(pair.left, ours), _reading(pair.right, theirs))
        said = "; ".join(f"{r.source}: “{r.value}”" for r in readings)
        yield Discrepancy(
            "event-role",
            DIFFERS,
            MATERIAL,
            f"roles at {title}",
            readings,
            f"The accounts give those at {title} different parts: {said}.",
        )


def _role(single: Single, key: str) -> tuple[Claim, Word, str] | None:
    """Return the claim that gives office-holders a role at the event, the verb, and its class."""
    for claim, _ in single.account.mentions_of.get(key, ()):
        if not _people(single, claim):
            continue
        for word in claim.words:
            for name, group in (("leading", _LEADING), ("attending", _ATTENDING)):
                if word.key in group:
                    return claim, word, name
    return None


def _people(single: Single, claim: Claim) -> list[Holding]:
    return single.account.holdings_in.get(id(claim), [])


def _reading(single: Single, role: tuple[Claim, Word, str]) -> Reading:
    """Return the verb together with the first person beside it."""
    claim, word, part = role
    people = _people(single, claim)
    after = next((h.office for h in people if h.office.start > word.end), people[-1].office)
    start, end = min(word.start, after.start), max(word.end, after.end)
    standing = of_event_role(single.reference, single.event(claim.event), part, [h.name for h in people])
    return span_reading(
        claim, start, end, claim.quote[word.start - claim.start : word.end - claim.start], standing
    )
