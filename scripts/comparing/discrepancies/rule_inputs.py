"""What the rules take as input: one account, or two side by side, with the record to check against."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from scripts.comparing.changes import changes
from scripts.comparing.changes.change import Change
from scripts.comparing.discrepancies.discrepancy import Reading, span_reading
from scripts.comparing.discrepancies.places import reading_at
from scripts.comparing.laid_claims import LaidClaims, Meeting
from scripts.comparing.pairing.alignments import FAINT, UNDETERMINED, Alignment, alignments, own_alignments
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim, event_key
from scripts.reading.details.events import EventMention
from scripts.record import Event, Reference
from scripts.record.pillars import OUTSIDE, Pillars
from scripts.record.standings import NEAR, NOT_CHECKED, Standing, of_expansion, of_term, of_topic
from scripts.record.terms import DISTORTED, MISNAMED, OFFICIAL, RENDERING, TermMention, term_mentions

G = TypeVar("G")
_MOST_EVENTS = 300  # at most this many event names are compared with each of the other account


@dataclass(frozen=True)
class TopicMention:
    """A place where a claim mentions a topic of the record."""

    topic: str
    start: int
    end: int
    claim: Claim


def _crosses(mention: TopicMention, other: TopicMention) -> bool:
    """Say whether a longer mention of another topic overlaps one end of this one (of equals, the first)."""
    longer = (other.end - other.start, -other.start) > (mention.end - mention.start, -mention.start)
    if mention.topic == other.topic or not longer:
        return False
    begins_inside = other.start <= mention.start < other.end < mention.end
    ends_inside = mention.start < other.start < mention.end <= other.end
    return begins_inside or ends_inside


@dataclass(frozen=True)
class Single:
    """One account with what the record recognises in it."""

    account: Account
    reference: Reference = field(default_factory=Reference.empty)
    pillars: Pillars = field(default_factory=Pillars)

    @property
    def siglum(self) -> str:
        """The account's siglum."""
        return self.account.siglum

    @cached_property
    def terms(self) -> tuple[TermMention, ...]:
        """The record's terms in the account, correctly named or not."""
        return term_mentions(self.account.passages, self.account.claims, self.reference)

    @cached_property
    def topics(self) -> tuple[TopicMention, ...]:
        """The record's topics in the account; a distorted term counts for the topics of that term."""
        found = []
        for claim in self.account.claims:
            for hit in self.reference.topics_in(claim.quote):
                found.append(TopicMention(hit.id, claim.start + hit.start, claim.start + hit.end, claim))
        for mention in self.terms:
            if mention.form == RENDERING and mention.claim:
                for topic in self.topics_of_term[mention.term.id]:
                    found.append(TopicMention(topic, mention.start, mention.end, mention.claim))
        found.sort(key=lambda m: (m.start, m.end, m.topic))
        starts = [m.start for m in found]
        longest = max((m.end - m.start for m in found), default=0)

        def near(mention: TopicMention) -> list[TopicMention]:
            first = bisect_left(starts, mention.start - longest)
            return found[first : bisect_left(starts, mention.end)]

        return tuple(m for m in found if not any(_crosses(m, other) for other in near(m)))

    @cached_property
    def topics_of_term(self) -> dict[str, list[str]]:
        """The topics for which each term of the record is a cue."""
        return {
            t.id: list(dict.fromkeys(topic.id for topic in self.reference.topics if t.official in topic.cues))
            for t in self.reference.terms
        }

    @cached_property
    def topics_in(self) -> dict[int, list[TopicMention]]:
        """The record's topics in each claim, by the claim's `id`."""
        found: dict[int, list[TopicMention]] = {}
        for mention in self.topics:
            found.setdefault(id(mention.claim), []).append(mention)
        return found

    def pillar(self, claim: Claim | None) -> str:
        """Return the pillar of a claim."""
        if claim is None:
            return OUTSIDE
        if id(claim) not in self._assigned:
            self._assigned[id(claim)] = self.pillars.assign(claim).pillar
        return self._assigned[id(claim)]

    @cached_property
    def _assigned(self) -> dict[int, str]:
        return {}

    def event(self, key: str) -> Event | None:
        """Return the record's event for one of this account's event keys."""
        named = self.account.mentions_of.get(key)
        if not named:
            return None
        source = self.account.source
        dated = (d.dating.calendar for d in self.account.dates_of.get(key, ()))
        on = next((day for day in dated if day), source.as_of or source.published)
        return self.reference.event_named(named[0][1].quote, on, source.events)

    def day(self, claim: Claim) -> date | None:
        """Return the day of a claim: its event's day in the record, else the account's date for the event."""
        event = self.event(claim.event)
        if event:
            return event.date
        dated = next((d.dating.calendar for d in self.account.dates_of.get(claim.event, ())), None)
        return dated or self.account.source.as_of or self.account.source.published


@dataclass(frozen=True)
class Pair:
    """Two accounts side by side. Everything here depends on these two alone."""

    left: Single
    right: Single

    @property
    def reference(self) -> Reference:
        """The record to check against."""
        return self.left.reference

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """The claims of the two accounts that speak of the same thing."""
        return alignments(self.left.account.claims, self.right.account.claims)

    @cached_property
    def settled(self) -> tuple[Alignment, ...]:
        """The alignments that are neither undetermined nor faint."""
        return tuple(a for a in self.alignments if a.level not in {FAINT, UNDETERMINED})

    @cached_property
    def laid(self) -> LaidClaims:
        """The claims of the two accounts laid over each other, word by word."""
        aligned = own_alignments([a for a in self.alignments if a.level != UNDETERMINED])
        return LaidClaims(self.left.account, self.right.account, aligned)

    @cached_property
    def changes(self) -> tuple[tuple[Meeting, tuple[Change, ...]], ...]:
        """The claims of the two accounts that speak of the same, each two with what they say otherwise."""
        meetings = map(self.laid.meeting, self.laid.aligned)
        return tuple((meeting, changes(meeting)) for meeting in meetings)

    @cached_property
    def events(self) -> dict[str, str]:
        """The right account's key for each event key of the left account that both have."""
        found: dict[str, str] = {}
        tried: set[tuple[object, ...]] = set()
        theirs: dict[tuple[object, ...], tuple[Claim, EventMention]] = {}
        for claim, mention in self.right.account.mentions:
            theirs.setdefault(_signature(claim, mention), (claim, mention))
        others = list(theirs.values())[:_MOST_EVENTS]
        for claim, mention in self.left.account.mentions:
            signature = _signature(claim, mention)
            if claim.event in found or signature in tried:
                continue
            tried.add(signature)
            alike = (o for o, m in others if claim.event == o.event or mention.same_as(m))
            other = next(alike, None)
            if other or claim.event in self.right.account.mentions_of:
                found[claim.event] = other.event if other else claim.event
        return found

    def at_events(self, given: Callable[[Single, str], G | None]) -> Iterator[tuple[str, str, G, G]]:
        """Yield each event of which both give something: its key on the left, its title, what each gives."""
        for key, other in self.events.items():
            ours, theirs = given(self.left, key), given(self.right, other)
            if ours and theirs:
                yield key, event_title(self.left, key), ours, theirs

    def single(self, siglum: str) -> Single:
        """Return one account's side."""
        return self.left if self.left.siglum == siglum else self.right


def _signature(claim: Claim, mention: EventMention) -> tuple[object, ...]:
    """Return everything that decides whether a mention is of another's event."""
    return claim.event, mention.keys, mention.acronym, mention.ordinal


def topic_reading(single: Single, mention: TopicMention) -> Reading:
    """Return what an account says of a topic, with what the record says of it in these words."""
    label = single.reference.topic(mention.topic)[0].label
    standing = topic_standing(single, mention)
    return span_reading(mention.claim, mention.start, mention.end, label, standing)


def term_reading(single: Single, mention: TermMention) -> Reading:
    """Return what an account has for a term, with what the record says of that."""
    standing = term_standing(single, mention)
    return reading_at(single.account, mention.start, mention.end, mention.quote, standing)


def topic_standing(single: Single, mention: TopicMention) -> Standing:
    """Return what the record says of the words in which an account mentions a topic.

    This and `term_standing` give the one answer for all findings and tables. Words inside a term have the
    standing of the whole term: if its form is distorted they are `near`, whatever finding quotes them. A
    single word of it may still be the right word for another topic.
    """
    claim = mention.claim
    quote = claim.quote[mention.start - claim.start : mention.end - claim.start]
    several = len(quote.split()) > 1
    around = [
        t
        for t in single.terms
        if t.claim is claim
        and t.start <= mention.start
        and mention.end <= t.end
        and (several or mention.topic in single.topics_of_term[t.term.id])
    ]
    original = single.account.source.original
    whole = next((t.quote for t in around if t.form == OFFICIAL), quote)
    told = of_topic(single.reference, mention.topic, original, whole)
    distorted = next((t for t in around if t.form in DISTORTED), None)
    if distorted is None:
        return told
    return _with_name(NEAR, told, of_term(single.reference, distorted.term, distorted.form))


def term_standing(single: Single, mention: TermMention) -> Standing:
    """Return what the record says of a term as an account words it.

    A term in its official words has the standing of its topic, if the record has one for it.
    """
    name = of_term(single.reference, mention.term, mention.form)
    if mention.form == MISNAMED:
        words = mention.quote.partition("(")[0].strip()
        return of_expansion(single.reference, mention.term.acronym, words) if words else name
    if mention.form in DISTORTED or mention.claim is None:
        return name
    for topic in single.topics_of_term[mention.term.id]:
        told = topic_standing(single, TopicMention(topic, mention.start, mention.end, mention.claim))
        if told.verdict != NOT_CHECKED:
            return _with_name(told.verdict, told, name)
    return name


def _with_name(verdict: str, told: Standing, name: Standing) -> Standing:
    """Return a standing that shows both the name in the record and the documents that mention it."""
    note = "; ".join(filter(None, (name.note, told.note)))
    return Standing(verdict, tuple(dict.fromkeys((*name.citations, *told.citations))), note, told.searched)


def event_title(single: Single, key: str) -> str:
    """Return an event's name for prose: its name in the record, else the fullest one in the account."""
    event = single.event(key)
    if event:
        return event.name
    names = [m for _, m in single.account.mentions_of.get(key, ())]
    return max((m.quote for m in names), key=len) if names else key


__all__ = [
    "EventMention", "Pair", "Single", "TopicMention", "event_key", "event_title", "term_reading",
    "term_standing", "topic_reading", "topic_standing",
]  # fmt: skip
