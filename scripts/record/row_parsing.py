"""Reading the tables of `seeds/reference/` into rows of the record, each checked by itself.

Mistakes within one row are refused here; mistakes between two rows or tables in `checks_between_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from scripts.ground.csv_tables import Row, read_rows
from scripts.record.row_classes import (
    Citation,
    Document,
    Event,
    Office,
    OtherDate,
    Person,
    Post,
    Term,
    TermOfOffice,
    Topic,
    Unsaid,
)

TERM_KINDS = (
    "body", "document", "programme", "exercise", "framework", "system", "term-of-art", "treaty",
)  # fmt: skip
CITATION_KINDS = ("official", "official-unopened", "mirror-of-official", "press", "other", "account")
FINDINGS = ("stated", "near", "not-seen", "not-read")
TOPIC_KINDS = ("agreed", "position", "phrase")
SEARCHED = ("every topic", "some topics")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "citations": ("key", "title", "publisher", "date", "url", "kind", "sure", "note"),
    "people": ("person", "hangul", "forms", "citation", "sure"),
    "offices": ("office", "country", "title", "forms", "portfolio", "citation", "sure"),
    "terms_of_office": (
        "person", "office", "start", "end", "start_also", "end_also", "start_citation", "end_citation",
        "sure", "note",
    ),
    "terms": (
        "term", "kind", "official", "acronym", "forms", "generic", "hangul", "citation", "sure", "note",
    ),
    "events": (
        "event", "name", "acronym", "forms", "ordinal", "series", "date", "date_also", "place",
        "places_also", "venue", "place_citation", "hosts", "heads", "heads_citation", "citation", "sure",
        "note",
    ),
    "documents": ("document", "title", "issuer", "date", "read", "searched", "citation", "sure", "note"),
    "topics": (
        "topic", "label", "kind", "cues", "document", "where", "finding", "wording", "citation", "sure",
        "note",
    ),
    "unsaid": ("fact", "headline", "statement", "cues", "document", "citation", "sure"),
}  # fmt: skip

_ID = re.compile(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")
_PUBLISHED = re.compile(r"(?:(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?)(?: \d\d:\d\d)?|n\.d\.)(?: \([^()]+\))?")
_URL = re.compile(r"https?://[^\s/]+\S*")
Noun = TypeVar("Noun")
Table = tuple[tuple[Row, Noun], ...]


@dataclass(frozen=True)
class Tables:
    """All tables of the record, each row beside the object made from it."""

    citations: Table[Citation]
    people: Table[Person]
    offices: Table[Office]
    terms_of_office: Table[TermOfOffice]
    terms: Table[Term]
    events: Table[Event]
    documents: Table[Document]
    topics: Table[Topic]
    unsaid: Table[Unsaid]


def read_tables(folder: Path) -> Tables:
    """The tables in `folder`. Raises Fault on a missing or malformed one, and on a row without citation."""

    def table(name: str, make: Callable[[Row], Noun]) -> Table[Noun]:
        return tuple((row, make(row)) for row in read_rows(folder / f"{name}.csv", COLUMNS[name]))

    return Tables(
        citations=table("citations", citation),
        people=table("people", person),
        offices=table("offices", office),
        terms_of_office=table("terms_of_office", term_of_office),
        terms=table("terms", term),
        events=table("events", event),
        documents=table("documents", document),
        topics=table("topics", topic),
        unsaid=table("unsaid", unsaid),
    )


def identifier(row: Row, column: str) -> str:
    """The row's own id. Raises Fault where it cannot be part of a `|` list or of `person@office`."""
    value = row.required(column)
    if not _ID.fullmatch(value):
        raise row.fault(f"`{column}` is `{value}`", "write letters and digits, joined by single hyphens")
    return value


def citation(row: Row) -> Citation:
    """A row of citations.csv. Its address is kept as written or left empty, never made up."""
    if row["url"] and not _URL.fullmatch(row["url"]):
        raise row.fault(
            f"`url` is `{row['url']}`", "write an address that begins with http(s)://, or leave it empty"
        )
    if not row["url"] and not row["note"]:
        raise row.fault(
            "no locator: `url` and `note` are empty",
            "write the address as given, or in `note` how to find the page",
        )
    return Citation(
        key=identifier(row, "key"),
        title=row.required("title"),
        publisher=row.required("publisher"),
        date=_published(row),
        url=row["url"],
        kind=row.chosen("kind", CITATION_KINDS),
        sure=row.sure(),
        note=row["note"],
    )


def _published(row: Row) -> str:
    """The date of a page as far as it is given: a day, a month, a year or `n.d.`, and a remark."""
    text = row.required("date")
    given = _PUBLISHED.fullmatch(text)
    if given is None:
        remedy = "write YYYY-MM-DD, YYYY-MM, YYYY or n.d., and what else there is to say in brackets"
        raise row.fault(f"`date` is `{text}`, not a date", remedy)
    if day := given["day"]:
        row.as_day(f"{day}-01-01"[:10], "date")
    return text


def person(row: Row) -> Person:
    """A row of people.csv."""
    return Person(identifier(row, "person"), row["hangul"], _filled(row, "forms"), cited(row), row.sure())


def office(row: Row) -> Office:
    """A row of offices.csv."""
    country = row.required("country")
    if not re.fullmatch("[A-Z]{2}", country):
        raise row.fault(f"`country` is `{country}`", "write the ISO code of two capitals, such as US or KR")
    return Office(
        id=identifier(row, "office"),
        country=country,
        title=row.required("title"),
        forms=row.several("forms"),
        portfolio=row.several("portfolio"),
        citations=cited(row),
        sure=row.sure(),
    )


def term_of_office(row: Row) -> TermOfOffice:
    """A row of terms_of_office.csv. An unknown day is left empty; a known day needs a citation."""
    start, end = row.day("start"), row.day("end")
    if start and end and end < start:
        raise row.fault(f"ends on {end}, before it starts on {start}", "correct `start` or `end`")
    return TermOfOffice(
        person=row.required("person"),
        office=row.required("office"),
        start=start,
        end=end,
        start_also=_other_dates(row, "start_also"),
        end_also=_other_dates(row, "end_also"),
        start_citations=cited(row, "start_citation"),
        end_citations=cited(row, "end_citation") if end else row.several("end_citation"),
        sure=row.sure(),
        note=row["note"],
    )


def term(row: Row) -> Term:
    """A row of terms.csv."""
    return Term(
        id=identifier(row, "term"),
        kind=row.chosen("kind", TERM_KINDS),
        official=row.required("official"),
        acronym=row["acronym"],
        forms=row.several("forms"),
        generic=row.several("generic"),
        hangul=row["hangul"],
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
    )


def event(row: Row) -> Event:
    """A row of events.csv. `date` is a day, or two days separated by `/`."""
    first, _, last = row.required("date").partition("/")
    start = row.as_day(first, "date")
    until = row.as_day(last, "date") if last else start
    if until < start:
        raise row.fault(f"ends on {until}, before it starts on {start}", "correct `date`")
    if row["ordinal"] and not re.fullmatch("[1-9][0-9]*", row["ordinal"]):
        raise row.fault(f"`ordinal` is `{row['ordinal']}`", "write a number, such as 56")
    if row["ordinal"] and not row["series"]:
        raise row.fault("`ordinal` without `series`", "name the series it counts in")
    return Event(
        id=identifier(row, "event"),
        name=row.required("name"),
        acronym=row["acronym"],
        forms=row.several("forms"),
        ordinal=int(row["ordinal"]) if row["ordinal"] else None,
        series=row["series"],
        date=start,
        until=until,
        date_also=_other_dates(row, "date_also"),
        place=row["place"],
        places_also=row.several("places_also"),
        hosts=_posts(row, "hosts"),
        heads=_posts(row, "heads"),
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
        heads_citations=row.several("heads_citation"),
        venue=row["venue"],
        place_citations=cited(row, "place_citation") if row["venue"] else row.several("place_citation"),
    )


def document(row: Row) -> Document:
    """A row of documents.csv."""
    return Document(
        id=identifier(row, "document"),
        title=row.required("title"),
        issuer=row.required("issuer"),
        date=row.as_day(row.required("date"), "date"),
        read=row.required("read"),
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
        searched=row.chosen("searched", SEARCHED),
    )


def topic(row: Row) -> Topic:
    """A row of topics.csv. A finding needs its place; what was not seen or read has no wording."""
    finding = row.chosen("finding", FINDINGS)
    if finding in {"not-seen", "not-read"} and row["wording"]:
        seen = "seen" if finding == "not-seen" else "read"
        raise row.fault(f"`wording` of what was not {seen}", "leave `wording` empty or correct `finding`")
    return Topic(
        id=identifier(row, "topic"),
        label=row.required("label"),
        cues=_filled(row, "cues"),
        document=row.required("document"),
        where=row.required("where"),
        finding=finding,
        wording=row["wording"],
        citations=cited(row),
        sure=row.sure(),
        note=row["note"],
        kind=row.chosen("kind", TOPIC_KINDS),
    )


def unsaid(row: Row) -> Unsaid:
    """A row of unsaid.csv."""
    return Unsaid(
        id=identifier(row, "fact"),
        headline=row["headline"],
        statement=row.required("statement"),
        cues=_filled(row, "cues"),
        documents=_filled(row, "document"),
        citations=cited(row),
        sure=row.sure(),
    )


def cited(row: Row, column: str = "citation") -> tuple[str, ...]:
    """The citation keys of a cell. Raises Fault if there are none: every row needs support."""
    if not row[column]:
        raise row.fault(f"no citation: `{column}` is empty", "write the key of a row of citations.csv")
    return row.several(column)


def _filled(row: Row, column: str) -> tuple[str, ...]:
    row.required(column)
    return row.several(column)


def _other_dates(row: Row, column: str) -> tuple[OtherDate, ...]:
    """`date@citation` pairs: the dates that other sources give."""
    found = []
    for value in row.several(column):
        day, at, key = value.partition("@")
        if not at or not key:
            raise row.fault(f"`{column}` has `{value}`", "write date@citation, such as 2024-01-11@a_key")
        found.append(OtherDate(row.as_day(day, column), key))
    return tuple(found)


def _posts(row: Row, column: str) -> tuple[Post, ...]:
    found = []
    for value in row.several(column):
        who, at, where = value.partition("@")
        if not who or not at or not where:
            raise row.fault(f"`{column}` has `{value}`", "write person@office")
        found.append(Post(who, where))
    return tuple(found)
