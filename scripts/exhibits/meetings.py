"""The meetings by each account and by the record: when, where, who; and who held which office."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.comparing.discrepancies import Single
from scripts.exhibits.badges import quoted, standing_badge
from scripts.exhibits.html import Exhibit, joined, slug
from scripts.exhibits.links import noted
from scripts.exhibits.prose import day, days, place_words
from scripts.exhibits.record_tables import person_name
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.reading.claims import NAMED
from scripts.reading.details.proper_names import Name
from scripts.record import Event, Office, Post
from scripts.record.phrase_search import mentions
from scripts.record.standings import Standing, of_holding, office_of
from scripts.report import Report


def events_told(report: Report) -> tuple[Event, ...]:
    """The events of the record that the accounts are about, in order of date."""
    keys = dict.fromkeys(key for source in report.sources for key in source.events)
    found = [event for key in keys if (event := report.reference.event(key))]
    return tuple(sorted(found, key=lambda e: (e.date, e.id)))


def meetings_table(report: Report) -> Exhibit:
    """A table for each meeting: date, place and people by each account and by the record."""
    tables = [(event.name, _meeting(report, event)) for event in events_told(report)]
    if not tables:
        return Grid("The meetings", [], []).exhibit()
    rows = tuple({"Event": name, **row} for name, table in tables for row in table.rows)
    plain = "\n\n".join(table.plain for _, table in tables)
    return Exhibit(joined(table.markup for _, table in tables), plain, rows)


def _meeting(report: Report, event: Event) -> Exhibit:
    columns = [
        Column("Meeting", 12, heads=True), *(Column(f"Account {s.siglum}", 29) for s in report.sources),
        Column("Record", 30),
    ]  # fmt: skip
    where: list[Cell | str] = [place_words(event) or "—", noted(report, event.place_citations)]
    posts = [_post(report, post) for post in dict.fromkeys((*event.hosts, *event.heads))]
    who = [*posts, noted(report, event.attendance)] if posts else ["—"]
    when = stacked([days(event.date, event.until), noted(report, event.citations)])
    lines = [
        Line(("When", *(_told(s, _dates(s, event)) for s in report.singles), when)),
        Line(
            (
                "Where",
                *(_told(s, places_of(s, event)) for s in report.singles),
                stacked(where if event.place_citations else where[:1]),
            )
        ),
        Line(("Who", *(_told(s, _people(s, event)) for s in report.singles), stacked(who))),
    ]
    return Grid(event.name, columns, lines, name=slug("meeting", event.id)).exhibit()


def _post(report: Report, post: Post) -> Cell:
    office = report.reference.office(post.office)
    return cell(person_name(report, post.person), office.title if office else post.office, between=", ")


def _told(single: Single, quotes: Iterable[str]) -> Cell:
    said = [quoted(single.siglum, quote) for quote in dict.fromkeys(quotes)]
    return stacked(said) if said else NOTHING


def event_keys(single: Single, event: Event) -> set[str]:
    """The account's own keys for an event of the record."""
    keys = {claim.event for claim in single.account.claims}
    return {key for key in keys if (found := single.event(key)) and found.id == event.id}


def _dates(single: Single, event: Event) -> list[str]:
    keys = event_keys(single, event)
    return [dated.dating.quote for dated in single.account.event_dates if dated.event in keys]


def places_of(single: Single, event: Event) -> list[str]:
    """The recorded places of the event that its claims name; failing these, any place but a country."""
    keys = event_keys(single, event)
    claims = [c for c in single.account.claims if c.event in keys and c.event_reason == NAMED]
    known = {place: (place,) for place in (event.place, *event.places_also) if place}
    found = [c.quote[m.start : m.end] for c in claims for m in mentions(c.quote, known)]
    return found or [n.quote for c in claims for n in c.of(Name) if n.place and not n.country]


def _people(single: Single, event: Event) -> list[str]:
    keys = event_keys(single, event)
    holdings = single.account.holdings
    return [h.office.quote for h in holdings if h.claim.event in keys and h.claim.event_reason == NAMED]


def office_table(report: Report) -> Exhibit:
    """Who held which office, by each account, with what the terms of office say."""
    sigla = [source.siglum for source in report.sources]
    columns = [
        Column("Office", 18, heads=True), *(Column(f"Account {s}", 28) for s in sigla), Column("Record", 30),
    ]  # fmt: skip
    lines = []
    for office, by in _given(report).items():
        cells = [stacked(_holder(*held) for held in by[s]) if s in by else NOTHING for s in sigla]
        lines.append(Line((office.title, *cells, _on_record(report, office))))
    return Grid("Who held which office", columns, lines, name="offices").exhibit()


def _given(report: Report) -> dict[Office, dict[str, list[tuple[str, Standing]]]]:
    """Whom each account gives an office of the record, each once."""
    given: dict[Office, dict[str, list[tuple[str, Standing]]]] = {}
    for single in report.singles:
        for holding in single.account.holdings:
            office = office_of(report.reference, holding)
            held = (holding.name, of_holding(report.reference, holding, single.day(holding.claim)))
            if office and held not in (so_far := given.setdefault(office, {}).setdefault(single.siglum, [])):
                so_far.append(held)
    return given


def _holder(name: str, standing: Standing) -> Cell:
    return cell(name, standing_badge(standing.verdict))


def _on_record(report: Report, office: Office) -> Cell:
    """Who held an office on the days of the meetings."""
    when = dict.fromkeys(event.date for event in events_told(report))
    terms = dict.fromkeys(term for on in when for term in report.reference.holder(office.id, on))
    record = [
        cell(
            cell(person_name(report, t.person), f"{day(t.start)} to {day(t.end)}", between=", "),
            noted(report, t.citations),
        )
        for t in terms
    ]
    return stacked(record) if record else NOTHING
