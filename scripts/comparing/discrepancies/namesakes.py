"""One surname with two first names: if each account knows only one bearer, in the same role, one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from scripts import english
from scripts.comparing.discrepancies.discrepancy import (
    CONFLICTS,
    MATERIAL,
    MINOR,
    UNDETERMINED,
    Discrepancy,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.english import lexicon
from scripts.reading.claims import Claim
from scripts.reading.details.person_names import SAME, parts, relation
from scripts.reading.details.proper_names import states
from scripts.reading.details.titles_beside_names import full_names
from scripts.reading.words import Word

_SPELLING = 0.6
_SHORT = 4
_STEPS = 6  # from a noun up to what it is a kind of
_MOST = 50  # at most this many mentions of a surname are compared in pairs


@dataclass(frozen=True)
class _Bearer:
    claim: Claim
    words: tuple[Word, ...]
    role: frozenset[str]

    @property
    def first(self) -> str:
        return parts(self.words[0].text)[0]

    @property
    def given(self) -> list[str]:
        """The name parts before the surname. The first may be a word that opens a sentence (Rookie ...)."""
        return [part for word in self.words[:-1] for part in parts(word.text)]


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield surnames with two first names whose bearers have one role or stand in aligned claims."""
    ours, theirs = _bearers(pair.left), _bearers(pair.right)
    aligned = {(id(a.left), id(a.right)) for a in pair.alignments}
    for surname, known in ours.items():
        others = theirs.get(surname, [])
        if len({b.first for b in known}) != 1 or len({b.first for b in others}) != 1:
            continue
        met = [
            (a, b)
            for a in known[:_MOST]
            for b in others[:_MOST]
            if a.role & b.role or (id(a.claim), id(b.claim)) in aligned
        ]
        if not met or any(_may_be_one(a, b) for a, b in met) or _shortened(*met[0]):
            continue
        yield _finding(pair, *met[0])


def _text(bearer: _Bearer) -> str:
    return " ".join(w.text for w in bearer.words)


def _may_be_one(one: _Bearer, other: _Bearer) -> bool:
    """Say whether two names are one, or are but for a word before it: Teenager Ana Poe, Youngster Ana Poe."""
    names = [" ".join(p for p in parts(_text(b)) if not _is_person(p)) for b in (one, other)]
    return relation(_text(one), _text(other)) == SAME or relation(*names) == SAME


@cache
def _is_person(word: str) -> bool:
    """Say whether a word that opens a name is a noun for a person: teenager, goalkeeper."""
    return lexicon.kind_of(word, "person", "n", _STEPS) is not None


def _shortened(one: _Bearer, other: _Bearer) -> bool:
    """Say whether one first name is a short form of the other (Alex, Alexander; Bob, Robert)."""
    if english.one_first_name(one.first, other.first):
        return True
    return one.first.startswith(other.first) or other.first.startswith(one.first)


def _spelt_alike(one: _Bearer, other: _Bearer) -> bool:
    """Say whether two first names may be one name. In a longer name the second part counts too."""
    ours, theirs = one.given[:1], other.given[:1]
    if len(one.given) > len(other.given):
        ours = one.given
    elif len(other.given) > len(one.given):
        theirs = other.given
    pairs = ((a[:_MOST], b[:_MOST]) for a in ours for b in theirs)
    return any(SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SPELLING for a, b in pairs)


def _finding(pair: Pair, one: _Bearer, other: _Bearer) -> Discrepancy:
    alike = _spelt_alike(one, other)
    # A short form need not be a prefix (Bill and William), but most keep the first letter.
    alike = alike or (min(len(one.first), len(other.first)) <= _SHORT and one.first[0] == other.first[0])
    readings = tuple(span_reading(b.claim, b.words[0].start, b.words[-1].end) for b in (one, other))
    told = f"{readings[0].quote} in {readings[0].source}, {readings[1].quote} in {readings[1].source}"
    why = "may be one first name in two spellings." if alike else "are two first names."
    return Discrepancy(
        "name", UNDETERMINED if alike else CONFLICTS, MINOR if alike else MATERIAL, one.words[-1].text,
        readings, f"{told}: these {why}", pair.left.pillar(one.claim),
    )  # fmt: skip


def _personal(claim: Claim, name: Sequence[Word]) -> bool:
    """Say whether a name may be a person's: not a state's, a firm's, a body's or an acronym."""
    if name[-1].lower in english.body_nouns():
        return False
    if any(":" in w.text or w.lower.rstrip(".") in english.firm_forms() for w in name):
        return False
    if name[-1].is_acronym and len(name[-1].text) < _SHORT + 1:
        return False
    starts = {w.start for run, _ in states(claim.words) for w in run}
    return english.country(name[0].text) is None and not any(w.start in starts for w in name)


def _bearers(single: Single) -> dict[str, list[_Bearer]]:
    found: dict[str, list[_Bearer]] = {}
    for claim in (c for c in single.account.claims if not c.runs_on):
        for name, role in full_names(claim.words):
            if "\n" in claim.quote[name[0].start - claim.start : name[-1].end - claim.start]:
                continue
            while len(name) > 2 and len(name[0].text.rstrip(".")) <= 2:
                name = name[1:]  # an abbreviated title, or an initial
            first, last = parts(name[0].text), parts(name[-1].text)
            if first and last and len(first[0]) > 1 and _personal(claim, name):
                keys = frozenset(w.key for w in role)
                found.setdefault(last[0], []).append(_Bearer(claim, tuple(name), keys))
    return found
