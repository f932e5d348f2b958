"""Passages -> claims: one assertion each, about one event, with its details and their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from scripts.reading.details.acronym_expansions import Expansion, expansions
from scripts.reading.details.dates import Dating, dates, with_years
from scripts.reading.details.detail import Detail
from scripts.reading.details.events import EventMention, event_mentions
from scripts.reading.details.office_holders import OfficeHolder, office_holders
from scripts.reading.details.proper_names import Name, names
from scripts.reading.details.quantities import Quantity, quantities
from scripts.reading.details.stances import Negation, Stance, negations, stances
from scripts.reading.details.tolls import Toll, tolls
from scripts.reading.passages import HEADING, ITEM, LEAD_IN, SENTENCE, Passage
from scripts.reading.sources import Source
from scripts.reading.words import Word, words

D = TypeVar("D", bound=Detail)
_LONGEST = 4000
_MOST_EVENTS = 300  # at most this many event names of an account are compared with each other
FILED = {"dateline", "stamp", "release"}  # furniture that dates the account
NAMED, HEADED, DEFAULT, NONE = "named", "heading", "first event of the account", ""


@dataclass(frozen=True)
class Claim:
    """One assertion of one source about one event.

    ``source.text[start:end] == quote``, in code points. Two claims may share a quote: they then differ in
    ``event``, and each keeps only the details that are its own. ``event`` is the short key of the event
    (see `event_key`), ``event_reason`` how it was found. ``occurrence`` counts equal quotes of one source
    from 1.
    """

    source: str
    passage: Passage
    start: int
    end: int
    quote: str
    event: str
    event_reason: str
    details: tuple[Detail, ...]
    occurrence: int = 1

    @property
    def runs_on(self) -> bool:
        """Whether it is far longer than any sentence, so that its words are not compared one by one."""
        return len(self.quote) > _LONGEST

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """Return the details of one kind, in text order."""
        return tuple(d for d in self.details if isinstance(d, kind))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the quote, with spans from the beginning of the source's text."""
        return tuple(Word(w.text, w.start + self.start, w.end + self.start) for w in words(self.quote))

    @cached_property
    def tolls(self) -> tuple[Toll, ...]:
        """How many people it says were killed, hurt, missing and so on."""
        return tolls(self.words, self.of(Quantity))


def claims(source: Source, found: Sequence[Passage]) -> tuple[Claim, ...]:
    """Return the claims of the passages of ``source``; headings and chrome make none.

    A lead-in ("the two are strengthening X by:") is a claim of its own. A sentence that names several events
    makes a claim for each. A claim that names none belongs to the event of the nearest heading that names
    one, else to the account's first event.
    """
    spoken = [p for p in found if p.kind in {HEADING, LEAD_IN, SENTENCE, ITEM}]
    filed = [d for p in found if p.reason in FILED for d in dates(source.text, p.start, p.end)]
    details = _dated(spoken, {id(p): _details(source.text, p) for p in spoken}, source, filed)
    acronyms = {m.acronym for p in spoken for m in _mentions(details[id(p)]) if m.acronym}
    mentions = {id(p): event_mentions(source.text, p.start, p.end, acronyms) for p in spoken}
    known = _distinct(m for p in spoken if p.kind != HEADING for m in mentions[id(p)])
    default = next((event_key(m, known) for p in spoken if p.kind != HEADING for m in mentions[id(p)]), "")
    made: list[Claim] = []
    for passage in spoken:
        if passage.kind == HEADING:
            continue
        own = details[id(passage)]
        events = _events(passage, mentions[id(passage)], known, acronyms) or [
            (default, DEFAULT if default else NONE)
        ]
        for event, reason in events:
            kept = _own_details(own, mentions[id(passage)], known, event, len(events) > 1)
            made.append(
                Claim(source.siglum, passage, passage.start, passage.end, passage.quote, event, reason, kept)
            )
    return tuple(_counted(made))


def _details(text: str, passage: Passage) -> tuple[Detail, ...]:
    start, end = passage.start, passage.end
    dated = dates(text, start, end)
    persons = office_holders(text, start, end)
    events = event_mentions(text, start, end)
    short = expansions(text, start, end)
    named = names(text, start, end, [*dated, *persons, *short])
    counted = quantities(text, start, end, [*dated, *short])
    parts: list[Iterable[Detail]] = [
        dated, persons, events, named, short, counted, stances(text, start, end), negations(text, start, end),
    ]  # fmt: skip
    return tuple(sorted((d for part in parts for d in part), key=lambda d: (d.start, -d.end, d.kind)))


def _dated(
    spoken: Sequence[Passage],
    details: dict[int, tuple[Detail, ...]],
    source: Source,
    filed: Sequence[Dating],
) -> dict[int, tuple[Detail, ...]]:
    """Give each date without a year the year of the dates before it, over the whole account.

    ``filed`` are the dates of datelines and stamps: they date no event, but they give the year.
    """
    every = [d for p in spoken for d in details[id(p)] if isinstance(d, Dating)]
    every = sorted([*every, *filed], key=lambda d: d.start)
    fallback = source.published.year if source.published else None
    resolved = dict(zip(map(id, every), with_years(every, fallback), strict=True))
    return {
        key: tuple(resolved[id(d)] if isinstance(d, Dating) else d for d in found)
        for key, found in details.items()
    }


def _mentions(details: Sequence[Detail]) -> list[EventMention]:
    return [d for d in details if isinstance(d, EventMention)]


def _distinct(mentions: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Keep the first mention of each name, so that fewer mentions are compared with each other."""
    kept: dict[object, EventMention] = {}
    for mention in mentions:
        kept.setdefault((mention.keys, mention.acronym, mention.ordinal), mention)
        if len(kept) >= _MOST_EVENTS:
            break
    return tuple(kept.values())


def event_key(mention: EventMention, known: Sequence[EventMention]) -> str:
    """Return the short key of an event: its acronym or number name if the account has one, else its words.

    All mentions of an account that may name one event share a key.
    """
    alike = [m for m in known if m.same_as(mention)] or [mention]
    acronym = next((m.acronym for m in alike if m.acronym), "")
    if acronym:
        return acronym.lower()
    numbered = sorted({k for m in alike for k in m.keys if k[0].isdigit()})
    if numbered:
        return numbered[0]
    longest = max(alike, key=lambda m: (len(m.keys), -m.start))
    return "-".join(sorted(longest.keys))


def _events(
    passage: Passage, mentions: Sequence[EventMention], known: Sequence[EventMention], acronyms: set[str]
) -> list[tuple[str, str]]:
    """Return the events of a passage, with the reason: named in it, or in a heading above it."""
    found = list(dict.fromkeys(event_key(m, known) for m in mentions))
    if found:
        return [(key, NAMED) for key in found]
    for heading in reversed(passage.section):
        mentioned = event_mentions(heading, acronyms=acronyms)
        named = list(
            dict.fromkeys(event_key(m, known) for m in mentioned if any(m.same_as(k) for k in known))
        )
        if len(named) == 1:
            return [(named[0], HEADED)]
    return []


def _own_details(
    details: Sequence[Detail],
    mentions: Sequence[EventMention],
    known: Sequence[EventMention],
    event: str,
    shared: bool,
) -> tuple[Detail, ...]:
    """Keep the details of one event: drop the mentions of other events."""
    kept: list[Detail] = [d for d in details if not isinstance(d, EventMention)]
    kept += [m for m in mentions if not shared or event_key(m, known) == event]
    return tuple(sorted(kept, key=lambda d: (d.start, -d.end, d.kind)))


def _counted(made: Sequence[Claim]) -> Iterator[Claim]:
    seen: dict[tuple[str, str], int] = {}
    for claim in made:
        key = (claim.quote, claim.event)
        seen[key] = seen.get(key, 0) + 1
        yield replace(claim, occurrence=seen[key])


__all__ = [
    "DEFAULT", "HEADED", "NAMED", "Claim", "Dating", "EventMention", "Expansion", "Name", "Negation",
    "OfficeHolder", "Quantity", "Stance", "claims", "event_key",
]  # fmt: skip
