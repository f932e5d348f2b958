"""Checks between rows of the record: unknown keys, one name for two things, two dates for one event.

Each Fault is raised at the later row and names the earlier one, since either may be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date
from itertools import chain, combinations, pairwise
from typing import Protocol, TypeVar

from scripts.ground.csv_tables import Row
from scripts.record.lookups import Reference, name_key
from scripts.record.phrase_search import word_keys
from scripts.record.row_classes import Event, Office, OtherDate, Person, Term, TermOfOffice, Topic
from scripts.record.row_parsing import Table, Tables

Noun = TypeVar("Noun")


class _Cited(Protocol):
    @property
    def citations(self) -> tuple[str, ...]: ...


def check_tables(tables: Tables) -> None:
    """Raise Fault on the first contradiction within the tables."""
    _check_ids(tables)
    _check_citations(tables)
    _check_links(tables)
    _once(tables.people, _names, "name")
    _once(tables.offices, _titles, "title")
    _once(tables.citations, lambda noun: {noun.url: noun.url} if noun.url else {}, "address")
    _once(tables.terms, _acronym, "acronym")
    _once(tables.terms, _official, "official form")
    _once(tables.terms, lambda noun: {noun.hangul: noun.hangul} if noun.hangul else {}, "Hangul")
    _once(tables.events, lambda noun: {word_keys(noun.name): noun.name}, "name")
    _once(tables.documents, lambda noun: {word_keys(noun.title): noun.title}, "title")
    _check_tenures(tables.terms_of_office)
    _check_other_days(tables)
    _check_series(tables.events)
    _check_order(tables.events)
    _check_topics(tables.topics)
    _check_searched(tables)


def check_heads(events: Table[Event], reference: Reference) -> None:
    """Raise Fault if the head of an event did not hold that office by the recorded terms."""
    for row, event in events:
        for post in dict.fromkeys(event.heads + event.hosts):
            tenure = reference.holds(post.person, post.office, event.date)
            if tenure.verdict == "refuted" and tenure.term:
                raise row.fault(
                    f"{post.person}@{post.office} on {event.date}, where the terms of office have "
                    f"{tenure.term.person} from {tenure.term.start} to {tenure.term.end}",
                    "correct `heads`, `hosts` or `date`, or the term of office",
                )


def _check_ids(tables: Tables) -> None:
    _once(tables.citations, lambda noun: {noun.key: noun.key}, "key")
    _once(tables.people, lambda noun: {noun.id: noun.id}, "person")
    _once(tables.offices, lambda noun: {noun.id: noun.id}, "office")
    _once(tables.terms, lambda noun: {noun.id: noun.id}, "term")
    _once(tables.events, lambda noun: {noun.id: noun.id}, "event")
    _once(tables.documents, lambda noun: {noun.id: noun.id}, "document")
    _once(tables.topics, lambda noun: {(noun.id, noun.document): f"{noun.id} / {noun.document}"}, "topic")
    _once(tables.unsaid, lambda noun: {noun.id: noun.id}, "fact")


def _once(table: Table[Noun], values: Callable[[Noun], Mapping[Hashable, str]], what: str) -> None:
    """Raise Fault where a row repeats a value of an earlier one; `values` says how to show each value."""
    seen: dict[Hashable, Row] = {}
    for row, noun in table:
        for value, shown in values(noun).items():
            first = seen.setdefault(value, row)
            if first is not row:
                problem = f"{what} `{shown}` stands in {first.place} already"
                raise row.fault(problem, "keep it in one of the two rows")


def _names(person: Person) -> dict[Hashable, str]:
    return {name_key(form): form for form in (*person.forms, person.hangul) if form}


def _titles(office: Office) -> dict[Hashable, str]:
    return {(office.country, word_keys(form)): form for form in (office.title, *office.forms)}


def _acronym(term: Term) -> dict[Hashable, str]:
    return {term.acronym.casefold(): term.acronym} if term.acronym else {}


def _official(term: Term) -> dict[Hashable, str]:
    """A term's official form and its accepted ones: no two things may share a name."""
    return {word_keys(form): form for form in (term.official, *term.forms)}


def _check_citations(tables: Tables) -> None:
    known = {noun.key for _, noun in tables.citations}
    for row, term in tables.terms_of_office:
        _known(row, "citation", _keys(term.start_also + term.end_also), known)
    for row, event in tables.events:
        _known(
            row, "citation", [*_keys(event.date_also), *event.heads_citations, *event.place_citations], known
        )
    cited: Iterable[tuple[Row, _Cited]] = chain(
        tables.people, tables.offices, tables.terms_of_office, tables.terms, tables.events, tables.documents,
        tables.topics, tables.unsaid,
    )  # fmt: skip
    for row, one in cited:
        _known(row, "citation", one.citations, known)


def _keys(dates: Iterable[OtherDate]) -> list[str]:
    return [other.citation for other in dates]


def _check_links(tables: Tables) -> None:
    people = {noun.id for _, noun in tables.people}
    offices = {noun.id for _, noun in tables.offices}
    documents = {noun.id for _, noun in tables.documents}
    for row, term in tables.terms_of_office:
        _known(row, "person", [term.person], people)
        _known(row, "office", [term.office], offices)
    for row, event in tables.events:
        _known(row, "person", [post.person for post in event.hosts + event.heads], people)
        _known(row, "office", [post.office for post in event.hosts + event.heads], offices)
    for row, topic in tables.topics:
        _known(row, "document", [topic.document], documents)
    for row, fact in tables.unsaid:
        _known(row, "document", fact.documents, documents)


def _known(row: Row, what: str, keys: Iterable[str], known: Collection[str]) -> None:
    for key in keys:
        if key not in known:
            raise row.fault(f"unknown {what} `{key}`", f"correct it or add the {what} to its table")


def _check_tenures(terms: Table[TermOfOffice]) -> None:
    """Two terms in one office may overlap only on the day of handover."""
    for (first, one), (second, other) in combinations(terms, 2):
        if one.office == other.office and _overlap(one, other):
            raise second.fault(
                f"{other.person} holds {other.office} {_span(other)}, "
                f"but {one.person} {_span(one)} in {first.place}",
                "correct a date, or give the date of another source in `start_also` or `end_also`",
            )


def _overlap(one: TermOfOffice, other: TermOfOffice) -> bool:
    """Whether two terms share more than a day, as far as their days are known.

    A term with one known day overlaps only if that day lies within the other term.
    """
    if one.start and one.end and other.start and other.end:
        return max(one.start, other.start) < min(one.end, other.end)
    if one.start and one.start == other.start:
        return True
    whole, part = (one, other) if one.start and one.end else (other, one)
    known = part.start or part.end
    return bool(whole.start and whole.end and known and whole.start < known < whole.end)


def _span(term: TermOfOffice) -> str:
    return f"from {term.start or 'a day not known'} to {term.end or 'a day not known'}"


def _check_other_days(tables: Tables) -> None:
    """The day that another source gives must differ from the row's own."""
    for row, term in tables.terms_of_office:
        for column, own, others in (
            ("start_also", term.start, term.start_also),
            ("end_also", term.end, term.end_also),
        ):
            _other_than(row, column, own, others)
    for row, event in tables.events:
        _other_than(row, "date_also", event.date, event.date_also)


def _other_than(row: Row, column: str, own: date | None, others: Iterable[OtherDate]) -> None:
    for other in others:
        if other.day == own:
            raise row.fault(
                f"`{column}` has {own}, which is the row's own day",
                f"put `{other.citation}` among the citations, or correct the day",
            )


def _check_series(events: Table[Event]) -> None:
    """Each meeting of a series has one row, and so one date."""
    seen: dict[tuple[str, int], tuple[Row, Event]] = {}
    for row, event in events:
        if event.ordinal is None:
            continue
        first, other = seen.setdefault((event.series, event.ordinal), (row, event))
        if first is not row:
            raise row.fault(
                f"number {event.ordinal} of `{event.series}` on {event.date}, "
                f"but on {other.date} in {first.place}",
                "keep one row, with the date of another source in `date_also`",
            )


def _check_order(events: Table[Event]) -> None:
    """The numbers of a series follow the order of its dates."""
    numbered = sorted(
        ((event.series, event.ordinal, row, event) for row, event in events if event.ordinal is not None),
        key=lambda one: one[:2],
    )
    for (series, number, first, one), (of, later, second, other) in pairwise(numbered):
        if series == of and other.date < one.until:
            raise second.fault(
                f"number {later} of `{series}` on {other.date}, "
                f"but number {number} on {one.until} in {first.place}",
                "correct `date` or `ordinal` in one of the two rows",
            )


def _check_topics(topics: Table[Topic]) -> None:
    """The rows of one topic share its label, kind and cues."""
    seen: dict[str, tuple[Row, Topic]] = {}
    for row, topic in topics:
        first, other = seen.setdefault(topic.id, (row, topic))
        if (topic.label, topic.kind, topic.cues) != (other.label, other.kind, other.cues):
            raise row.fault(
                f"label, kind or cues of `{topic.id}` differ from {first.place}", "make them the same"
            )


def _check_searched(tables: Tables) -> None:
    """Every topic has a row for each document that was searched for every topic."""
    rows = {topic.id: row for row, topic in reversed(tables.topics)}
    told = {(topic.id, topic.document) for _, topic in tables.topics}
    for _, document in tables.documents:
        for topic, row in rows.items():
            if document.searched == "every topic" and (topic, document.id) not in told:
                raise row.fault(
                    f"`{topic}` has no row for `{document.id}`, which was searched for every topic",
                    "look for it there and add a row, `not-seen` where it was sought in vain",
                )
