"""The rows of the cited record: one class for each table under `seeds/reference/`.

Every row except a citation carries the keys of the citations it rests on, and says how sure it is: H (a
primary text, or two independent reputable ones), M (one), L (a copy of a copy, or inferred).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Citation:
    """A page that was read: `url` as it was given there, or empty, and then `note` says how to find it.

    Of a page of kind `official-unopened` only the address is known; a page of kind `account` is an account
    that is checked against the record. Neither supports anything. `date` is a day, a month or a year, or
    `n.d.` (no date); a remark in brackets may follow.
    """

    key: str
    title: str
    publisher: str
    date: str
    url: str
    kind: str
    sure: str
    note: str


@dataclass(frozen=True)
class Person:
    """A person, with every spelling of the name in use; the first is the one to print."""

    id: str
    hangul: str
    forms: tuple[str, ...]
    citations: tuple[str, ...]
    sure: str

    @property
    def name(self) -> str:
        """The spelling to print."""
        return self.forms[0]


@dataclass(frozen=True)
class Office:
    """A post: its country (ISO code of two letters), official title, accepted variants, portfolio words."""

    id: str
    country: str
    title: str
    forms: tuple[str, ...]
    portfolio: tuple[str, ...]
    citations: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class OtherDate:
    """A date in some source that differs from the record's."""

    day: datetime.date
    citation: str


@dataclass(frozen=True)
class TermOfOffice:
    """Who held an office from when to when, first and last day included; None if a day is not known."""

    person: str
    office: str
    start: datetime.date | None
    end: datetime.date | None
    start_also: tuple[OtherDate, ...]
    end_also: tuple[OtherDate, ...]
    start_citations: tuple[str, ...]
    end_citations: tuple[str, ...]
    sure: str
    note: str

    @property
    def citations(self) -> tuple[str, ...]:
        """The citations of both ends, each key once."""
        return tuple(dict.fromkeys(self.start_citations + self.end_citations))

    def covers(self, day: datetime.date) -> bool | None:
        """Whether `day` lies in the term; None if a day is unknown or sources differ at that point."""
        if self.start is None or self.end is None:
            return None
        starts = [self.start, *(other.day for other in self.start_also)]
        ends = [self.end, *(other.day for other in self.end_also)]
        if max(starts) <= day <= min(ends):
            return True
        if day < min(starts) or day > max(ends):
            return False
        return None


@dataclass(frozen=True)
class Term:
    """A proper name or term of art in its official wording, and the plain words for a thing of its kind."""

    id: str
    kind: str
    official: str
    acronym: str
    forms: tuple[str, ...]
    generic: tuple[str, ...]
    hangul: str
    citations: tuple[str, ...]
    sure: str
    note: str


@dataclass(frozen=True)
class Post:
    """A person in an office, as `person@office` has it."""

    person: str
    office: str


@dataclass(frozen=True)
class Event:
    """Something that happened on one day or on several (`date` to `until`), one of a series or alone."""

    id: str
    name: str
    acronym: str
    forms: tuple[str, ...]
    ordinal: int | None
    series: str
    date: datetime.date
    until: datetime.date
    date_also: tuple[OtherDate, ...]
    place: str
    places_also: tuple[str, ...]
    hosts: tuple[Post, ...]
    heads: tuple[Post, ...]
    citations: tuple[str, ...]
    sure: str
    note: str
    heads_citations: tuple[str, ...] = ()
    venue: str = ""
    place_citations: tuple[str, ...] = ()

    @property
    def attendance(self) -> tuple[str, ...]:
        """The pages that name its hosts and heads, without those that only say who held office."""
        return self.heads_citations or self.citations


@dataclass(frozen=True)
class Document:
    """A text the record was checked against, which parts of it were read, and for which topics.

    `searched` is `every topic` where each topic of the record was looked for in those parts, so that a row
    says whether it was found; else it is `some topics`, and a topic without a row was not looked for.
    """

    id: str
    title: str
    issuer: str
    date: datetime.date
    read: str
    citations: tuple[str, ...]
    sure: str
    note: str
    searched: str = "some topics"


@dataclass(frozen=True)
class Topic:
    """What one document says of one topic.

    `finding` is `stated`, `near` (another term), `not-seen` in what was read, or `not-read`: the document was
    not read at that place, and only an account that renders it has words there.

    `kind` says what speaking of it comes to: `agreed` (what the parties do, set up or keep), `position` (what
    they hold of someone or something), `phrase` (words that bind nobody).
    """

    id: str
    label: str
    cues: tuple[str, ...]
    document: str
    where: str
    finding: str
    wording: str
    citations: tuple[str, ...]
    sure: str
    note: str
    kind: str = "agreed"


@dataclass(frozen=True)
class Unsaid:
    """A headline of those days, with the cues by which an account that did say it would be known.

    `headline` says it in a sentence for the first page; it is empty where that page leaves it to the chapter.
    """

    id: str
    headline: str
    statement: str
    cues: tuple[str, ...]
    documents: tuple[str, ...]
    citations: tuple[str, ...]
    sure: str
