"""Nationalities: if two accounts give one person two states, they cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.reading.claims import Claim
from scripts.reading.details.office_holders import portfolios
from scripts.reading.details.person_names import namesakes
from scripts.reading.details.proper_names import states
from scripts.reading.words import Word, unwrapped

_MOST = 50  # at most this many mentions of a person are compared in pairs


@dataclass(frozen=True)
class _National:
    claim: Claim
    name: str
    state: str
    start: int
    end: int


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield persons to whom each account gives one state, but not the same one.

    An account that gives several states abstains. The patterns are "Kenyan NAME", "Kenya's NAME" and "NAME of
    Kenya"; a surname alone is ignored.
    """
    mine, theirs = list(_nationals(pair.left)), list(_nationals(pair.right))
    here, there = (namesakes((n.name, n) for n in found) for found in (mine, theirs))
    seen: set[str] = set()
    for ours in mine:
        if ours.name in seen:
            continue
        known, others = here(ours.name), there(ours.name)
        if len({n.state for n in known}) != 1 or len({n.state for n in others}) != 1:
            continue
        seen |= {n.name for n in known}
        other = others[0]
        if other.state == ours.state:
            continue
        readings = tuple(span_reading(n.claim, n.start, n.end, n.state) for n in (ours, other))
        names = english.country_names()
        yield Discrepancy(
            "country", CONFLICTS, MATERIAL, f"state of {ours.name}", readings,
            f"{ours.name} is of {names[ours.state]} in {ours.claim.source}, "
            f"of {names[other.state]} in {other.claim.source}.",
            pair.left.pillar(ours.claim),
        )  # fmt: skip


def _nationals(single: Single) -> Iterator[_National]:
    for claim in single.account.claims:
        terms = claim.words
        for run, code in states(terms):
            name = _name_beside(claim, terms, run)
            if name:
                text = " ".join(w.lower.title() for w in name)
                start, end = min(run[0].start, name[0].start), max(run[-1].end, name[-1].end)
                yield _National(claim, text, code, start, end)


def _name_beside(claim: Claim, terms: Sequence[Word], state: Sequence[Word]) -> list[Word]:
    """Return the name right behind a people or a state's possessive, or the name before "of" and a state."""
    word = state[-1]
    if word.lower in english.demonyms() or word.text.endswith(("'s", "’s")):
        name = _capitals(claim, [w for w in terms if w.start >= word.end], word.end)
    else:
        before = [w for w in terms if w.end <= state[0].start]
        if not before or before[-1].lower != "of":
            return []
        back: list[Word] = []
        for one in reversed(before[:-1]):
            if not one.is_capital or (back and back[0].start - one.end != 1):
                break
            back.insert(0, one)
        name = _capitals(claim, back, back[0].start - 1 if back else 0)
        name = name if len(name) == len(back) else []
    return name if 2 <= len(name) <= 4 else []


def _capitals(claim: Claim, terms: Sequence[Word], end: int) -> list[Word]:
    """Return the run of capitalised words that may name a person: no title, body or event."""
    found: list[Word] = []
    for word in terms:
        if not word.is_capital or unwrapped(claim.quote[end - claim.start : word.start - claim.start]) != " ":
            break
        if any(
            word.lower in nouns for nouns in (english.titles(), english.body_nouns(), english.event_nouns())
        ):
            return []
        if word.is_acronym or english.country(word.text) or word.key in portfolios():
            return []
        found.append(word)
        end = word.end
    return found
