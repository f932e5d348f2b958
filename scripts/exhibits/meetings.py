"""The meetings: who, where, when, by each account and by the record; the offices; when a cast held office."""

from __future__ import annotations

from scripts.exhibits.badges import quoted, standing_badge
from scripts.exhibits.grids import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import cited
from scripts.exhibits.phrases import day
from scripts.reference import Event, Post
from scripts.report import Report


def events_told(report: Report) -> tuple[Event, ...]:
    """The events of the record that the accounts are about, in order of date."""
    keys = dict.fromkeys(key for source in report.sources for key in source.events)
    found = [event for key in keys if (event := report.reference.event(key))]
    return tuple(sorted(found, key=lambda e: (e.date, e.id)))


def meetings_table(report: Report) -> Exhibit:
    """Each meeting: date, place and heads as each account has them, and as the record has them."""
    columns = [
        Column("Meeting", 16, heads=True), Column("", 10),
        *(Column(f"Account {s.siglum}", 25) for s in report.sources), Column("Record", 25),
    ]  # fmt: skip
    lines = [line for event in events_told(report) for line in _meeting(report, event)]
    return Grid("The meetings by each account and by the record", columns, lines).exhibit()


def _meeting(report: Report, event: Event) -> list[Line]:
    place = " / ".join([event.place, *event.places_also]).strip(" /")
    heads = dict.fromkeys((*event.hosts, *event.heads))
    record = cited(report, event.citations, limit=3)
    when = day(event.date) if event.date == event.until else f"{day(event.date)} to {day(event.until)}"
    return [
        Line((event.name, "When", *_said(report, event, "when"), stacked([when, record]))),
        Line((event.name, "Where", *_said(report, event, "where"), place or "—")),
        Line((event.name, "Who", *_said(report, event, "who"), stacked([_post(report, p) for p in heads]))),
    ]


def _post(report: Report, post: Post) -> str:
    person, office = report.reference.person(post.person), report.reference.office(post.office)
    return f"{person.name if person else post.person}, {office.title if office else post.office}"


def _said(report: Report, event: Event, what: str) -> list[Cell]:
    found = []
    for single in report.singles:
        keys = {c.event for c in single.account.claims if (e := single.event(c.event)) and e.id == event.id}
        if what == "when":
            quotes = [d.dating.quote for d in single.account.event_dates if d.event in keys]
        elif what == "where":
            from scripts.details.names import Name

            quotes = [
                n.quote
                for c in single.account.claims
                if c.event in keys
                for n in c.of(Name)
                if n.quote.lower().rstrip(".")
                in {p.lower().rstrip(".") for p in (event.place, *event.places_also)}
            ]
        else:
            quotes = [
                h.office.quote
                for h in single.account.holdings
                if h.claim.event in keys and h.claim.event_reason == "named"
            ]
        cells = [quoted(single.siglum, q) for q in dict.fromkeys(quotes)]
        found.append(stacked(cells) if cells else NOTHING)
    return found


def offices_table(report: Report) -> Exhibit:
    """Who held which office, by each account, with what the terms of office say."""
    from scripts.standings import of_holding, office_of

    sigla = [s.siglum for s in report.sources]
    columns = [
        Column("Office", 20, heads=True),
        *(Column(f"Account {s}", 30) for s in sigla),
        Column("Record", 30),
    ]
    offices = {}
    for single in report.singles:
        for holding in single.account.holdings:
            if office := office_of(report.reference, holding):
                on = single.day(holding.claim)
                standing = of_holding(report.reference, holding, on)
                held = offices.setdefault(office, {}).setdefault(single.siglum, {})
                held.setdefault((holding.name, standing), None)
    lines = []
    for office, by in offices.items():
        cells = [
            stacked([cell(name, standing_badge(st.verdict), st.note) for name, st in by[s]])
            if s in by
            else NOTHING
            for s in sigla
        ]
        days = sorted({e.date for e in events_told(report)})
        holders = dict.fromkeys(t for d in days for t in report.reference.holder(office.id, d))
        record = [
            cell(
                f"{_person(report, t.person)}, {day(t.start)} to {day(t.end)}", cited(report, t.citations, 3)
            )
            for t in holders
        ]
        lines.append(Line((office.title, *cells, stacked(record) if record else NOTHING)))
    return Grid("Who held which office", columns, lines).exhibit()


def _person(report: Report, key: str) -> str:
    found = report.reference.person(key)
    return found.name if found else key


office_table = offices_table
