"""Who met, when and where: each meeting by the record, and beside it what each account has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scripts.comparing.discrepancies import Single
from scripts.exhibits.badges import mark, quoted, standing_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import finding_link, noted
from scripts.exhibits.meetings import event_keys, events_told, places_of
from scripts.exhibits.prose import days, event_short, place_words
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.accounts import Holding
from scripts.record import Event, Post
from scripts.record.standings import CONFIRMED, REFUTED, of_holding, office_of
from scripts.report import Report

_SHOWN = 2  # sources of a cell
_Told = Callable[[Report, Single, Event], Cell]
_NOT_SAID = "not said"
_SAME = "the same"


def who_when_where_table(report: Report) -> Exhibit:
    """For each meeting when, where and who: by the record, with the source, and by each account."""
    columns = [
        Column("Meeting", 16, heads=True), Column("By the record", 46),
        *(Column(f"Account {s.siglum}", 38 // len(report.sources)) for s in report.sources),
    ]  # fmt: skip
    lines = []
    for event in events_told(report):
        short = event_short(event)
        lines += [
            _line(report, f"{short}: when", _when(report, event), event, _told_day),
            _line(report, f"{short}: where", _where(report, event), event, _told_place),
            _line(report, f"{short}: who", _who(report, event), event, _told_people),
        ]
    return Grid("Who met, when and where", columns, lines, name="who-when-where").exhibit()


def _line(report: Report, head: str, record: Cell, event: Event, told: _Told) -> Line:
    return Line((head, record, *(told(report, single, event) for single in report.singles)))


def _when(report: Report, event: Event) -> Cell:
    weekday = f"{event.date:%A} " if event.date == event.until else ""
    return cell(f"{weekday}{days(event.date, event.until)}", _source(report, event.citations))


def _where(report: Report, event: Event) -> Cell:
    keys = event.place_citations or event.citations
    return cell(place_words(event), _source(report, keys)) if event.place else cell("—")


def _who(report: Report, event: Event) -> Cell:
    if not event.heads:
        return cell("—")
    people = [_post(report, post, post in event.hosts) for post in event.heads]
    return cell(cell(*people, between="; "), _source(report, event.attendance))


def _post(report: Report, post: Post, host: bool) -> Cell:
    office, person = report.reference.office(post.office), report.reference.person(post.person)
    title = office.title if office else post.office
    return cell(f"{title} {person.name if person else post.person}{' (host)' if host else ''}")


def _source(report: Report, keys: Sequence[str]) -> Cell:
    """The numbers of the first sources of a cell."""
    return noted(report, keys[:_SHOWN])


def _told_day(report: Report, single: Single, event: Event) -> Cell:
    keys = event_keys(single, event)
    told = {d.dating.quote: d.dating for d in single.account.event_dates if d.event in keys}
    wrong = [q for q, d in told.items() if (d.month, d.day) != (event.date.month, event.date.day)]
    return _compared(report, single, list(told), wrong)


def _told_place(report: Report, single: Single, event: Event) -> Cell:
    told = places_of(single, event)
    known = {place.lower() for place in (event.place, *event.places_also)}
    return _compared(report, single, told, [p for p in told if p.lower() not in known])


def _compared(report: Report, single: Single, told: list[str], wrong: list[str]) -> Cell:
    if not told:
        return cell(_NOT_SAID)
    if not wrong:
        return _right(_SAME)
    return stacked([cell(quoted(single.siglum, q), _finding(report, single, q)) for q in wrong])


def _told_people(report: Report, single: Single, event: Event) -> Cell:
    """That an account names all those who met, or the names by which it does not."""
    right: set[str] = set()
    wrong: list[Cell] = []
    for holding in _holdings(single, event):
        office = office_of(report.reference, holding)
        verdict = of_holding(report.reference, holding, single.day(holding.claim)).verdict
        if verdict == CONFIRMED and office:
            right.add(office.id)
        elif verdict == REFUTED:
            wrong.append(_misnamed(report, single, holding, event))
    missing = {post.office for post in event.heads} - right
    if not right and not wrong:
        return cell(_NOT_SAID)
    if not missing and not wrong:
        return _right(_SAME)
    names = cell(*wrong, between=", ")
    return cell(f"{_SAME} but for", names) if right else names


def _misnamed(report: Report, single: Single, holding: Holding, event: Event) -> Cell:
    """A person who did not meet, by name; or one who did, in the account's words for the wrong office."""
    quote = holding.office.quote
    person = report.reference.person_named(holding.name)
    there = person and any(post.person == person.id for post in event.heads)
    name = wrapped("span", holding.name, class_=mark(single.siglum))
    said = quoted(single.siglum, quote) if there else name
    return cell(said, _finding(report, single, quote))


def _holdings(single: Single, event: Event) -> Iterator[Holding]:
    keys = event_keys(single, event)
    return (h for h in single.account.holdings if h.claim.event in keys)


def _right(words: str) -> Cell:
    return standing_badge(CONFIRMED, words)


def _finding(report: Report, single: Single, quote: str) -> Cell:
    """The finding that refutes these words of an account; of several the one labelled first."""
    found = [
        finding
        for finding in report.findings
        for r in finding.discrepancy.readings
        if r.source == single.siglum and r.quote == quote and r.standing.verdict == REFUTED
    ]
    return finding_link(min(found, key=lambda f: f.place)) if found else cell("")
