"""Who met, when and where: each meeting by the record, and beside it what each account has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scripts.comparing.discrepancies import Single
from scripts.exhibits.badges import mark, quoted, standing_badge
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.links import finding_link, noted
from scripts.exhibits.meetings import event_keys, events_told, places_of
from scripts.exhibits.prose import days, event_short, place_words
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.accounts import Holding
from scripts.record import Event, Post
from scripts.record.standings import CONFIRMED, REFUTED, of_holding, office_of
from scripts.report import Report

_SHOWN = 1  # sources of a cell
_Told = Callable[[Report, Single, Event], Cell]


def who_when_where_table(report: Report) -> Exhibit:
    """For each meeting when and where, then who: by the record, with the source, and by each account."""
    columns = [
        Column("Meeting", 12, heads=True), Column("By the record", 50),
        *(Column(f"Account {s.siglum}", 38 // len(report.sources)) for s in report.sources),
    ]  # fmt: skip
    lines = []
    for event in events_told(report):
        short = event_short(event)
        lines += [
            _line(
                report, f"{short}: when, where", _when_and_where(report, event), event, _told_day_and_place
            ),
            _line(report, f"{short}: who", _who(report, event), event, _told_people),
        ]
    return Grid("Who met, when and where", columns, lines, name="who-when-where").exhibit()


def who_met(report: Report, event: Event) -> str:
    """The names of those who met, for a sentence: Ana Duarte and Luis Poe; "" where the record has none."""
    people = [report.reference.person(post.person) for post in event.heads]
    return listed([person.name for person in people if person])


def _line(report: Report, head: str, record: Cell, event: Event, told: _Told) -> Line:
    return Line((head, record, *(told(report, single, event) for single in report.singles)))


def _when_and_where(report: Report, event: Event) -> Cell:
    return cell(_when(report, event), _where(report, event), between="; ")


def _when(report: Report, event: Event) -> Cell:
    weekday = f"{event.date:%A} " if event.date == event.until else ""
    return cell(f"{weekday}{days(event.date, event.until)}", _source(report, event.citations))


def _where(report: Report, event: Event) -> Cell:
    keys = event.place_citations or event.citations
    return cell(place_words(event), _source(report, keys)) if event.place else cell("")


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
    """The number of the first source of a cell; the chapter on the meetings has the others."""
    return noted(report, keys[:_SHOWN])


def _told_day_and_place(report: Report, single: Single, event: Event) -> Cell:
    return cell(_told_day(report, single, event), _told_place(report, single, event), between="; ")


def _told_day(report: Report, single: Single, event: Event) -> Cell:
    keys = event_keys(single, event)
    told = {d.dating.quote: d.dating for d in single.account.event_dates if d.event in keys}
    wrong = [q for q, d in told.items() if (d.month, d.day) != (event.date.month, event.date.day)]
    return _compared(report, single, "day", list(told), wrong)


def _told_place(report: Report, single: Single, event: Event) -> Cell:
    told = places_of(single, event)
    known = {place.lower() for place in (event.place, *event.places_also)}
    return _compared(report, single, "place", told, [p for p in told if p.lower() not in known])


def _compared(report: Report, single: Single, what: str, told: list[str], wrong: list[str]) -> Cell:
    if not told:
        return cell(f"{what} not said")
    if not wrong:
        return _right(f"same {what}")
    return stacked([cell(quoted(single.siglum, q), _finding(report, single, q)) for q in wrong])


def _told_people(report: Report, single: Single, event: Event) -> Cell:
    """That an account names those who met, or the names by which it does not; then offices that are wrong."""
    right: set[str] = set()
    strangers: dict[str, Cell] = {}
    misplaced: dict[str, Cell] = {}
    for holding in _holdings(single, event):
        office = office_of(report.reference, holding)
        verdict = of_holding(report.reference, holding, single.day(holding.claim)).verdict
        if verdict == CONFIRMED and office:
            right.add(office.id)
        elif verdict == REFUTED:
            person = _there(report, holding, event)
            (misplaced if person else strangers)[person or holding.name] = _misnamed(
                report, single, holding, bool(person)
            )
    named = {post.person for post in event.heads if post.office in right} | set(misplaced)
    missing = len({post.person for post in event.heads} - named)
    offices = cell("but one called", cell(*misplaced.values(), between=", ")) if misplaced else ""
    if strangers:
        names = cell(*strangers.values(), between=", ")
        return cell("the same but for" if named else "", names, offices)
    if not named:
        return cell("people not said")
    return cell("not all named" if missing else _right("same people"), offices)


def _there(report: Report, holding: Holding, event: Event) -> str:
    """The key of a person who did meet; "" for one who did not."""
    person = report.reference.person_named(holding.name)
    return person.id if person and any(post.person == person.id for post in event.heads) else ""


def _misnamed(report: Report, single: Single, holding: Holding, there: bool) -> Cell:
    """A person who did not meet, by name; or one who did, in the account's words for the wrong office."""
    quote = holding.office.quote
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
