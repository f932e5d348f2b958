"""An account: a source with its passages and claims, and tables of its office-holders and event dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from scripts import english
from scripts.reading.claims import Claim, claims
from scripts.reading.details.dates import Dating, dates
from scripts.reading.details.events import EventMention
from scripts.reading.details.office_holders import OfficeHolder
from scripts.reading.details.person_names import parts, same_person
from scripts.reading.details.stances import Stance
from scripts.reading.passages import CHROME, Passage, passages
from scripts.reading.sources import Source
from scripts.reading.syntax.whole_text import Reading, reading_of_stretches

K = TypeVar("K")
V = TypeVar("V")
_NEAR = 60
_HEAD = 4  # passages at the head of an account, which say when it speaks
_REACH = 200  # how many offices before and after a mention are searched for the person's full name


@dataclass(frozen=True)
class Holding:
    """A place where an account gives a person an office, completed from the rest of the account.

    ``name`` is the fullest form of the person's name in the account. If this place gives no country or
    portfolio, they come from the person's other mentions, and ``stated`` is False.
    """

    claim: Claim
    office: OfficeHolder
    name: str
    stated: bool


@dataclass(frozen=True)
class EventDate:
    """One place where an account says when an event is or was."""

    claim: Claim
    event: str
    dating: Dating


_WHOLE = 5  # claims of an account that may begin with a summary of the rest
_CLOSING, _FULL_STOPS = "\"'”’)", (".", "!", "?")


@dataclass(frozen=True)
class Account:
    """Everything read from one source."""

    source: Source
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]

    @property
    def siglum(self) -> str:
        """The source's siglum."""
        return self.source.siglum

    @property
    def chrome(self) -> tuple[Passage, ...]:
        """Site furniture. It makes no claims, but shows where the text comes from."""
        return tuple(p for p in self.passages if p.kind == CHROME)

    @cached_property
    def reading(self) -> Reading:
        """What its claims say, parsed: places count code points of the source's text."""
        return reading_of_stretches(self.source.text, self._stretches)

    @cached_property
    def _stretches(self) -> list[tuple[int, int]]:
        return sorted({(claim.start, claim.end) for claim in self.claims})

    def sums_up(self, claim: Claim) -> bool:
        """Say whether a claim tells in short what more of the account follows: a headline, or the lead."""
        return claim.start in self._summary

    @cached_property
    def _summary(self) -> frozenset[int]:
        """Where the headline and the first sentence begin, in an account that goes on below them."""
        if len(self._stretches) < _WHOLE:
            return frozenset()
        start, end = self._stretches[0]
        is_headline = not self.source.text[start:end].rstrip(_CLOSING).endswith(_FULL_STOPS)
        return frozenset(start for start, _ in self._stretches[: 1 + is_headline])

    def elements_of(self, claim: Claim) -> Sequence[int]:
        """Return the indices of a claim's elements in `reading`."""
        return self._elements.get(claim.start, ())

    @cached_property
    def _elements(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for item in self.reading.items:
            start, _ = self._stretches[self.reading.roles.sentence(item.index)]
            found[start].append(item.index)
        return dict(found)

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """Every person in an office, with short names completed."""
        return tuple(_holdings(self.claims))

    @cached_property
    def event_dates(self) -> tuple[EventDate, ...]:
        """Every date of an event that a claim names."""
        return tuple(d for claim in self.claims for d in _event_dates(claim))

    @cached_property
    def dates_of(self) -> dict[str, list[EventDate]]:
        """The dates of each event, by its key."""
        return _grouped((d.event, d) for d in self.event_dates)

    @cached_property
    def mentions_of(self) -> dict[str, list[tuple[Claim, EventMention]]]:
        """The places where a claim names its event, by the event's key."""
        return _grouped((c.event, (c, m)) for c, m in self.mentions)

    @cached_property
    def holdings_in(self) -> dict[int, list[Holding]]:
        """The persons in offices of each claim, by the claim's `id`."""
        return _grouped((id(h.claim), h) for h in self.holdings)

    @cached_property
    def head_dates(self) -> tuple[tuple[Passage, tuple[Dating, ...]], ...]:
        """The first passages, headings and datelines too, each with its dates."""
        return tuple((p, dates(self.source.text, p.start, p.end)) for p in self.passages[:_HEAD])

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words of its claims that they never use as plain English words, in lower case."""
        terms = [w for claim in self.claims for w in claim.words]
        small = {w.lower for w in terms if not w.is_capital}
        plain = english.stopwords() | english.function_words() | english.months().keys()
        other = small | plain | english.weekdays().keys()
        return frozenset(w.lower for w in terms if w.is_capital and len(w.text) > 2) - other

    @cached_property
    def starts(self) -> list[int]:
        """Where the claims start, in order."""
        return [c.start for c in self.claims]

    @cached_property
    def mentions(self) -> tuple[tuple[Claim, EventMention], ...]:
        """Every place where a claim names its event."""
        return tuple((c, m) for c in self.claims for m in c.of(EventMention))

    def stance(self, claim: Claim) -> Stance | None:
        """Return the claim's main verb, if one was recognised."""
        found = claim.of(Stance)
        return found[0] if found else None


def _grouped(found: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in found:
        groups.setdefault(key, []).append(value)
    return groups


def account(source: Source) -> Account:
    """Read ``source``: divide it into passages and find its claims."""
    found = passages(source)
    return Account(source, found, claims(source, found))


def _holdings(found: Sequence[Claim]) -> Iterator[Holding]:
    """Resolve "Minister Duarte" to the nearest person before it (else after it) whose name has that part."""
    stated = [(c, o) for c in found for o in c.of(OfficeHolder)]
    for place, (claim, office) in enumerate(stated):
        before, after = stated[max(0, place - _REACH) : place], stated[place + 1 : place + 1 + _REACH]
        candidates = [o for _, o in (*reversed(before), *after) if same_person(o.person, office.person)]
        name = max([office.person, *(o.person for o in candidates)], key=lambda n: len(parts(n)))
        country = office.country or next((o.country for o in candidates if o.country), "")
        portfolio = office.portfolio or next((o.portfolio for o in candidates if o.portfolio), frozenset())
        full = replace(office, country=country, portfolio=portfolio)
        yield Holding(claim, full, name, stated=bool(office.portfolio))


def _event_dates(claim: Claim) -> Iterator[EventDate]:
    """Give each event named in a claim the claim's date; with several dates, the nearest one."""
    days = [d for d in claim.of(Dating) if d.month and d.day]
    for mention in claim.of(EventMention):
        if days:
            nearest = min(days, key=lambda d: _distance(d, mention))
            if len(days) == 1 or _distance(nearest, mention) <= _NEAR:
                yield EventDate(claim, claim.event, nearest)


def _distance(dating: Dating, mention: EventMention) -> int:
    return max(dating.start - mention.end, mention.start - dating.end, 0)
