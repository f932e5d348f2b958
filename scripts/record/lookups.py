"""The whole record, and the questions that checks ask it.

Every answer abstains (None, or `unconfirmed`) if the record does not say or the question is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import product
from typing import Literal

from scripts import english
from scripts.reading.details.person_names import parts
from scripts.reading.details.proper_names import names, state_words
from scripts.reading.words import words
from scripts.record.briefing import Briefing
from scripts.record.phrase_search import Mention, gathered, has_phrase, mentions, word_keys
from scripts.record.row_classes import (
    Citation,
    Document,
    Event,
    Office,
    Person,
    Term,
    TermOfOffice,
    Topic,
    Unsaid,
)

# Events of a yearly series are more than half a year apart.
_NEAREST = 183
_YEAR = re.compile(r"\b(19|20)\d{2}\b")
_ORDINAL = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True)
class Tenure:
    """Whether someone held an office on a day: the verdict, and the term that decides it or bears on it."""

    verdict: Literal["confirmed", "refuted", "unconfirmed"]
    term: TermOfOffice | None = None


@dataclass(frozen=True)
class Reference:
    """All tables of the record."""

    citations: tuple[Citation, ...] = ()
    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    terms_of_office: tuple[TermOfOffice, ...] = ()
    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    documents: tuple[Document, ...] = ()
    topics: tuple[Topic, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    briefing: Briefing = field(default_factory=Briefing)

    @classmethod
    def empty(cls) -> Reference:
        """An empty record: every check against it abstains."""
        return cls()

    def citation(self, key: str) -> Citation | None:
        """The citation under a key."""
        return self._citations.get(key)

    def person(self, key: str) -> Person | None:
        """The person under an id."""
        return next((person for person in self.people if person.id == key), None)

    def office(self, key: str) -> Office | None:
        """The office under an id."""
        return next((office for office in self.offices if office.id == key), None)

    def event(self, key: str) -> Event | None:
        """The event under an id."""
        return next((event for event in self.events if event.id == key), None)

    def document(self, key: str) -> Document | None:
        """The document under an id."""
        return next((document for document in self.documents if document.id == key), None)

    def person_named(self, name: str) -> Person | None:
        """The person with this name in any spelling, whatever its initials, hyphens, case and suffixes.

        A part of a name ("Minister Duarte") is not enough.
        """
        key = name_key(name)
        return next((p for p in self.people if key and key in map(name_key, (*p.forms, p.hangul))), None)

    def office_named(self, words: str, country: str = "") -> Office | None:
        """The office whose title or accepted variant `words` are, of `country` (ISO code) where given.

        `words` may include the country's name. None for an unknown title, or for one that several countries
        have.
        """
        named, keys = _without_country(words)
        country = country or named
        found = [
            office
            for office in self.offices
            if country in ("", office.country)
            and keys in [_without_country(form)[1] for form in (office.title, *office.forms)]
        ]
        return found[0] if len(found) == 1 else None

    def office_with(self, portfolio: Collection[str], country: str) -> Office | None:
        """The office of a country with these portfolio words (as keys), whatever its title."""
        wanted = frozenset(portfolio)
        found = [
            office
            for office in self.offices
            if office.country == country and wanted in [frozenset(word_keys(p)) for p in office.portfolio]
        ]
        return found[0] if len(found) == 1 else None

    def holder(self, office_id: str, on: date) -> tuple[TermOfOffice, ...]:
        """The recorded terms in an office that cover a day: two on the day of a handover."""
        return tuple(term for term in self.terms_of_office if term.office == office_id and _spans(term, on))

    def holds(self, person_id: str, office_id: str, on: date | None) -> Tenure:
        """Whether a person held an office on a day, by the terms on record.

        Refuted only where the person's own terms there end or begin elsewhere, or another person's term
        covers the day. Unconfirmed where a day is not known, or lies where sources give different dates.
        """
        terms = [term for term in self.terms_of_office if term.office == office_id]
        own = [term for term in terms if term.person == person_id]
        if on is None:
            return Tenure("unconfirmed", own[0] if own else None)
        for term in own:
            if term.covers(on) is not False:
                return Tenure("confirmed" if term.covers(on) else "unconfirmed", term)
        others = [term for term in terms if term.person != person_id and term.covers(on)]
        if self.person(person_id) and (own or others):
            return Tenure("refuted", (own + others)[0])
        return Tenure("unconfirmed", others[0] if others else None)

    def tenure_overlap(self, posts: Sequence[tuple[str, str]]) -> tuple[tuple[date, date], ...]:
        """The spans of days on which all (person, office) `posts` were held at once, both ends included.

        Empty where there is no such day, or where a post has no term with both days on record.
        """
        dated = [(t.person, t.office, t.start, t.end) for t in self.terms_of_office if t.start and t.end]
        known = [[(start, end) for *held, start, end in dated if tuple(held) == post] for post in posts]
        spans = [(max(s for s, _ in each), min(e for _, e in each)) for each in product(*known) if each]
        return tuple(sorted((start, end) for start, end in spans if start <= end))

    def event_named(self, words: str, on: date | None = None, among: Collection[str] = ()) -> Event | None:
        """The event that `words` name; an ordinal or year in them selects among events of one name.

        If several remain, `among` (ids of the events an account is about) decides, then the one nearest to
        `on`; None if it stays open.
        """
        found = [e for e in self.events if any(has_phrase(words, form) for form in (e.name, *e.forms))]
        ordinals = {n for w in _ORDINAL.findall(words) if (n := english.ordinal(w.lower())) is not None}
        if ordinals and any(event.ordinal for event in found):
            found = [event for event in found if event.ordinal in ordinals]
        if years := {int(match.group()) for match in _YEAR.finditer(words)}:
            found = [event for event in found if event.date.year in years]
        found = [event for event in found if event.id in among] or found
        if len(found) > 1 and on:
            found = _nearest(found, on)
        return found[0] if len(found) == 1 else None

    def terms_with_acronym(self, acronym: str) -> tuple[Term, ...]:
        """The terms with an acronym."""
        return tuple(term for term in self.terms if term.acronym and term.acronym == acronym)

    def terms_in(self, text: str) -> tuple[Mention, ...]:
        """Where a text names terms: official wording, accepted variant or acronym, in any case."""
        return mentions(text, {term.id: _wordings(term) for term in self.terms})

    def generic_in(self, text: str) -> tuple[Mention, ...]:
        """Where a text has plain words for the kind of thing a term names; the ids are those of the terms."""
        return gathered(text, {term.id: term.generic for term in self.terms})

    def topics_in(self, text: str) -> tuple[Mention, ...]:
        """Where a text has a cue of a topic."""
        return mentions(text, self._cues)

    def unsaid_in(self, text: str) -> tuple[Mention, ...]:
        """Where a text has a cue of a headline of those days."""
        return mentions(text, {fact.id: fact.cues for fact in self.unsaid})

    def topic(self, key: str) -> tuple[Topic, ...]:
        """What each document says of a topic, in table order."""
        return tuple(topic for topic in self.topics if topic.id == key)

    @cached_property
    def _citations(self) -> Mapping[str, Citation]:
        return {citation.key: citation for citation in self.citations}

    @cached_property
    def _cues(self) -> Mapping[str, tuple[str, ...]]:
        return {topic.id: topic.cues for topic in self.topics}


def name_key(name: str) -> str:
    """A key that the spellings of one name share, so that "Sun-ok" and "Sun Ok" match."""
    return "".join(parts(name))


def _spans(term: TermOfOffice, on: date) -> bool:
    return term.start is not None and term.end is not None and term.start <= on <= term.end


def _wordings(term: Term) -> tuple[str, ...]:
    return tuple(wording for wording in (term.official, *term.forms, term.acronym) if wording)


@cache
def _without_country(wording: str) -> tuple[str, tuple[str, ...]]:
    """The country in an office's wording ("" for none), and the keys of its other words."""
    terms = words(wording)
    states = state_words(wording, terms)
    named = [n.country for n in names(wording) if n.country]
    rest = [w for w in terms if w.start not in states]
    while rest and rest[-1].lower in {"of", "the"}:
        rest.pop()
    while rest and rest[0].lower in {"of", "the"}:
        rest.pop(0)
    return named[0] if named else "", tuple(w.key for w in rest)


def _nearest(events: Sequence[Event], on: date) -> list[Event]:
    """The event nearest to a day, if it is near enough and no other is equally near."""
    away = sorted((abs((event.date - on).days), event.id, event) for event in events)
    (first, _, event), (second, _, _) = away[0], away[1]
    return [event] if first <= _NEAREST and first < second else list(events)
