"""How specific an account is: how many details a reader could check, by kind, per 100 words.

Only claims and lead-ins are counted, not headings and site furniture. Each thing counts once, however often
it is named (a body by the content words of its name, a number or date by its value), so that repetition does
not look like detail. The counts are given as numbers and per 100 words of the claims; accounts are compared
by the latter. "Items that only talk" run the other way: the more of them, the less was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import english
from scripts.comparing.discrepancies.discrepancy import Reading, reading, span_reading
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim, Dating, EventMention, Expansion, Name, Quantity, Stance
from scripts.reading.details.detail import Detail
from scripts.reading.words import keys, words
from scripts.record import Reference
from scripts.record.terms import term_mentions

PERSONS, NUMBERS, ACRONYMS = "persons and offices", "numbers", "acronyms"
NAMED, DATES = "named bodies, programs, exercises and documents", "ordinals and dates of events"
TALK = "items that only talk"
_TALK = {"discussed", "considered", "noted", "emphasised"}
_GEOGRAPHY = {
    "peninsula",
    "strait",
    "sea",
    "ocean",
    "island",
    "islands",
    "region",
    "bay",
    "gulf",
    "river",
    "lake",
}
_KINDS = {"body", "document", "programme", "exercise", "framework", "system", "treaty"}


@dataclass(frozen=True)
class Measure:
    """One kind of detail in one account: the first mention of each thing, and the rate."""

    name: str
    readings: tuple[Reading, ...]
    words: int

    @property
    def count(self) -> int:
        """How many things of this kind are named."""
        return len(self.readings)

    @property
    def rate(self) -> float:
        """How many per 100 words of the account's claims."""
        return 100 * self.count / self.words if self.words else 0.0


@dataclass(frozen=True)
class Specificity:
    """How specific one account is, by kinds of detail."""

    source: str
    words: int
    measures: tuple[Measure, ...]

    def of(self, name: str) -> Measure:
        """Return one measure by its name; raises KeyError for an unknown name."""
        return {m.name: m for m in self.measures}[name]


def specificity(account: Account, reference: Reference | None = None) -> Specificity:
    """Measure how specific an account is. With a record, bodies and documents are known by their names."""
    claims = _once(account)
    total = sum(len(c.words) for c in claims)
    counted = {
        PERSONS: _persons(account),
        NAMED: _named(account, claims, reference or Reference.empty()),
        DATES: _dates(claims),
        NUMBERS: (
            ((q.value, q.unit), reading(c, q)) for c in claims for q in c.of(Quantity) if not q.ordinal
        ),
        ACRONYMS: ((e.acronym, reading(c, e)) for c in claims for e in c.of(Expansion)),
        TALK: ((str(c.start), r) for c in claims if (r := _talk(c))),
    }
    measures = tuple(Measure(name, _distinct(found), total) for name, found in counted.items())
    return Specificity(account.siglum, total, measures)


def _once(account: Account) -> tuple[Claim, ...]:
    """Return the claims, only the first of those that share a quote."""
    return tuple({(c.start, c.end): c for c in reversed(account.claims)}.values())[::-1]


def _distinct(found: Iterator[tuple[object, Reading]]) -> tuple[Reading, ...]:
    kept: dict[object, Reading] = {}
    for key, place in sorted(found, key=lambda item: (item[1].start, -item[1].end)):
        kept.setdefault(key, place)
    return tuple(kept.values())


def _persons(account: Account) -> Iterator[tuple[object, Reading]]:
    for holding in account.holdings:
        yield holding.name, reading(holding.claim, holding.office)


def _named(
    account: Account, claims: tuple[Claim, ...], reference: Reference
) -> Iterator[tuple[object, Reading]]:
    """Yield bodies, events, programmes and documents that are recorded, have an acronym, or look like names.

    A phrase looks like a name if it has two words or more and contains a noun for a body or an event, or has
    no word that names a state, its people or a piece of geography.
    """
    known: list[tuple[int, int]] = []
    for mention in term_mentions(account.passages, account.claims, reference):
        if mention.claim and mention.term.kind in _KINDS:
            known.append((mention.start, mention.end))
            yield mention.term.id, span_reading(mention.claim, mention.start, mention.end)
    for claim in claims:
        details: list[Detail] = [e for e in claim.of(Expansion) if _is_body(e.name, shortened=True)]
        details += [
            *claim.of(EventMention),
            *(n for n in claim.of(Name) if not n.place and _is_body(n.quote)),
        ]
        for detail in sorted(details, key=lambda d: (d.start, -d.end)):
            if not any(start < detail.end and detail.start < end for start, end in known):
                known.append((detail.start, detail.end))
                yield frozenset(keys(words(detail.quote))), reading(claim, detail)


def _is_body(name: str, shortened: bool = False) -> bool:
    terms = words(name)
    state = english.country(name) or name.lower() in english.demonyms()
    if " " not in name or state or not any(w.is_capital for w in terms[1:]):
        return False
    heads = english.body_nouns() | english.event_nouns()
    if shortened or terms[-1].lower in heads or terms[0].lower in heads:
        return True
    return not any(
        w.lower in english.demonyms() or w.lower in _GEOGRAPHY or english.country(w.text) for w in terms
    )


def _dates(claims: tuple[Claim, ...]) -> Iterator[tuple[object, Reading]]:
    for claim in claims:
        for dating in claim.of(Dating):
            yield dating.value, reading(claim, dating)
        for word in claim.words:
            dated = any(d.start <= word.start < d.end for d in claim.of(Dating))
            if word.is_number and english.ordinal(word.lower) is not None and not dated:
                yield word.lower, span_reading(claim, word.start, word.end)


def _talk(claim: Claim) -> Reading | None:
    """Return a claim whose verb only reports talk: discussed, considered, noted, emphasised."""
    stance = next(iter(claim.of(Stance)), None)
    if stance is None or stance.stance not in _TALK:
        return None
    return span_reading(claim, claim.start, claim.end)
