"""The cast of an account: the officials it names, and when all of them were in office at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scripts.comparing.discrepancies import Single
from scripts.exhibits.html import Exhibit, joined, listed
from scripts.exhibits.judgments import sentence, statement
from scripts.exhibits.prose import day, event_short, number_word
from scripts.record import Event, TermOfOffice
from scripts.record.standings import office_of
from scripts.report import Report


@dataclass(frozen=True)
class Cast:
    """Which person an account puts into which office, by their ids in the record.

    `windows` are the spans of days on which all `posts` were held at the same time. `never` are posts that
    the person never held by the record; they do not count for `windows`.
    """

    siglum: str
    posts: tuple[tuple[str, str], ...]
    never: tuple[tuple[str, str], ...]
    windows: tuple[tuple[date, date], ...]

    def holds_on(self, day: date) -> bool:
        """Whether the whole cast was in office on a day."""
        return any(start <= day <= end for start, end in self.windows)


def cast(report: Report, single: Single) -> Cast:
    """The cast of one account."""
    named: dict[tuple[str, str], None] = {}
    for holding in single.account.holdings:
        person, office = report.reference.person_named(holding.name), office_of(report.reference, holding)
        if person and office:
            named[person.id, office.id] = None
    held = {(t.person, t.office) for t in report.reference.terms_of_office}
    posts = tuple(p for p in named if p in held)
    windows = report.reference.tenure_overlap(posts) if posts else ()
    return Cast(single.siglum, posts, tuple(p for p in named if p not in held), windows)


def casts(report: Report) -> tuple[Cast, ...]:
    """The cast of each account that puts a person of the record into an office."""
    found = (cast(report, single) for single in report.singles)
    return tuple(c for c in found if c.posts or c.never)


def offices_told(report: Report) -> frozenset[str]:
    """The offices of the record that an account gives to somebody."""
    return frozenset(office for found in casts(report) for _, office in (*found.posts, *found.never))


def persons_told(report: Report) -> frozenset[str]:
    """The persons of the record whom the pages are about.

    Those whom an account names, those who headed the meetings that the accounts are about, and those who held
    an office, before or after, that an account gives to somebody. Others stay in the record.
    """
    named = {person for found in casts(report) for person, _ in (*found.posts, *found.never)}
    events = [event for source in report.sources for event in own_events(report, source.siglum)]
    present = {post.person for event in events for post in (*event.hosts, *event.heads)}
    offices = offices_told(report)
    held = {term.person for term in report.reference.terms_of_office if term.office in offices}
    return frozenset(named | present | held)


def terms_of(report: Report, post: tuple[str, str]) -> tuple[TermOfOffice, ...]:
    """The terms on record of a person in an office."""
    return tuple(t for t in report.reference.terms_of_office if (t.person, t.office) == post)


def own_events(report: Report, siglum: str) -> tuple[Event, ...]:
    """The events of the record that one account is about."""
    keys = next((s.events for s in report.sources if s.siglum == siglum), ())
    return tuple(event for key in keys if (event := report.reference.event(key)))


def in_office(report: Report, found: Cast) -> bool:
    """Whether an account's cast was in office on the days of all the events it is about."""
    events = own_events(report, found.siglum)
    return bool(events) and all(found.holds_on(event.date) for event in events)


def window_words(windows: tuple[tuple[date, date], ...]) -> str:
    """Spans of days as prose writes them: "from 12 May 2022 to 7 October 2023"."""
    return listed([f"from {day(start)} to {day(end)}" for start, end in windows])


def cast_span(report: Report, siglum: str) -> tuple[date, date] | None:
    """The first and last day on which an account's whole cast was in office; None if there is none.

    Of several such spans, the last.
    """
    found = next((c for c in casts(report) if c.siglum == siglum), None)
    return found.windows[-1] if found and found.windows else None


def cast_window(report: Report, siglum: str) -> Exhibit:
    """When an account's whole cast was in office, and which days of the meetings lie outside that time."""
    told = overlap_sentence(report, siglum)
    found = next((c for c in casts(report) if c.siglum == siglum), None)
    if not found or not found.windows:
        return told
    without = [e for e in own_events(report, siglum) if not found.holds_on(e.date)]
    within = [e for e in own_events(report, siglum) if found.holds_on(e.date)]
    more = [
        f"The {listed([f'{event_short(e)} on {day(e.date)}' for e in events], 'and the')} "
        f"{'lie' if len(events) > 1 else 'lies'} {where} that time."
        for events, where in ((within, "within"), (without, "outside"))
        if events
    ]
    after = sentence(report, " ".join(more))
    return Exhibit(joined([told.markup, after.markup]), f"{told.plain} {after.plain}")


def overlap_sentence(report: Report, siglum: str) -> Exhibit:
    """When an account's whole cast was in office, with citations for the first and the last day."""
    found = next((c for c in casts(report) if c.siglum == siglum), None)
    if found is None or not found.posts:
        return statement(report, f"{siglum} gives nobody on record an office.")
    count = (
        f"The {number_word(len(found.posts))} office-holders" if len(found.posts) > 1 else "The office-holder"
    )
    aside = ""
    if found.never:
        names = [f"{_person(report, p)} as {_office(report, o)}" for p, o in found.never]
        aside = f" Not counted: {listed(names)}, an office that no term on record gives."
    if not found.windows:
        return statement(
            report, f"{count} whom {siglum} names never held office together, by the record.{aside}"
        )
    text = f"{count} whom {siglum} names held office together only {window_words(found.windows)}.{aside}"
    return statement(report, text, _ends(report, found))


def _ends(report: Report, found: Cast) -> tuple[str, ...]:
    """The leading citation for each end of each window."""
    keys: dict[str, None] = {}
    terms = [t for post in found.posts for t in terms_of(report, post)]
    for start, end in found.windows:
        for term in terms:
            if term.start == start:
                keys.update(dict.fromkeys(term.start_citations[:1]))
            if term.end == end:
                keys.update(dict.fromkeys(term.end_citations[:1]))
    return tuple(keys)


def _person(report: Report, key: str) -> str:
    found = report.reference.person(key)
    return found.name if found else key


def _office(report: Report, key: str) -> str:
    found = report.reference.office(key)
    return found.title if found else key
