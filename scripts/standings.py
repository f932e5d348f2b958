"""What the reference record says of a reading: confirmed, borne out elsewhere, near, refuted, unconfirmed.

With an empty record every check answers `not checked`. Whatever the record leaves open is `unconfirmed`,
with the documents that were searched; that one source alone says a thing never refutes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scripts.accounts import Holding
from scripts.details.dates import Dating
from scripts.reference import Event, Office, Reference, Term
from scripts.sources import Source
from scripts.terms import CASED, RENDERING, UNHYPHENED

CONFIRMED, BORNE_OUT, NEAR = "confirmed", "borne out elsewhere", "near"
REFUTED, UNCONFIRMED, NOT_CHECKED = "refuted", "unconfirmed", "not checked"
STANDINGS = (CONFIRMED, BORNE_OUT, NEAR, REFUTED, UNCONFIRMED, NOT_CHECKED)


@dataclass(frozen=True)
class Standing:
    """What the reference record says of one reading.

    ``citations`` are keys of the record's citations; ``note`` says in a few words what they show (a term of
    office, a sibling document); ``searched`` names the documents that were searched without result.
    """

    verdict: str = NOT_CHECKED
    citations: tuple[str, ...] = ()
    note: str = ""
    searched: tuple[str, ...] = ()


NOTHING = Standing()


def of_holding(reference: Reference, holding: Holding, on: date | None) -> Standing:
    """Say whether the person held the office on the day, by the terms of office on record."""
    office = office_of(reference, holding)
    person = reference.person_named(holding.name)
    if not reference.offices:
        return NOTHING
    if not office or not on:
        return Standing(UNCONFIRMED, note="no such office, or no day, on record")
    holders = reference.holder(office.id, on)
    if not person:
        names = ", ".join(_name(reference, t.person) for t in holders)
        cited = tuple(dict.fromkeys(c for t in holders for c in t.citations))
        note = f"not on record as {office.title}; the record has {names}" if names else "nobody is on record"
        return Standing(UNCONFIRMED, cited, note)
    tenure = reference.holds(person.id, office.id, on)
    term = tenure.term
    if not term:
        return Standing(UNCONFIRMED, note=f"no term of {person.name} as {office.title} on record")
    span = f"{person.name} held the office from {_day(term.start)} to {_day(term.end)}"
    if term.person != person.id:
        span = f"{_name(reference, term.person)} held the office from {_day(term.start)} to {_day(term.end)}"
    cited = tuple(dict.fromkeys((*term.citations, *(c for t in holders for c in t.start_citations))))
    return Standing(tenure.verdict, cited, span)


def office_of(reference: Reference, holding: Holding) -> Office | None:
    """Return the office on record that a holding speaks of: by its wording, else by portfolio and country."""
    office = holding.office
    return reference.office_named(office.office, office.country) or reference.office_with(
        office.portfolio, office.country
    )


def of_event_date(reference: Reference, event: Event | None, dating: Dating) -> Standing:
    """Say whether the event took place on the day given."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else NOTHING
    note = f"{event.name}: {_day(event.date)}"
    day = dating.calendar
    if day is None:
        return Standing(UNCONFIRMED, event.citations, note)
    if event.date <= day <= event.until:
        return Standing(CONFIRMED, event.citations, note)
    if any(other.day == day for other in event.date_also):
        return Standing(UNCONFIRMED, event.citations, f"{note}; sources differ by a day")
    return Standing(REFUTED, event.citations, note)


def of_event_place(reference: Reference, event: Event | None, place: str) -> Standing:
    """Say whether the event took place where a reading has it."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else NOTHING
    names = [event.place, *event.places_also]
    held = any(n and (n.lower() in place.lower() or place.lower() in n.lower()) for n in names)
    return Standing(CONFIRMED if held else UNCONFIRMED, event.citations, f"{event.name}: {', '.join(filter(None, names))}")


def of_tense(reference: Reference, event: Event | None, tense: str, source: Source) -> Standing:
    """Say whether an account that speaks on its as-of date may speak of the event in that tense."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else NOTHING
    if not source.as_of:
        return Standing(UNCONFIRMED, event.citations, "when the account speaks is not known")
    note = f"speaks as of {_day(source.as_of)} ({_SURE[source.as_of_sure]}); {event.name}: {_day(event.date)}"
    fits = source.as_of <= event.until if tense == "future" else source.as_of >= event.date
    same_day = event.date <= source.as_of <= event.until
    if same_day:
        return Standing(UNCONFIRMED, event.citations, f"{note}: the same day, the hour is not known")
    return Standing(CONFIRMED if fits else REFUTED, event.citations, note)


_SURE = {"H": "sure", "M": "fairly sure", "L": "not sure", "": "not said"}


def of_term(reference: Reference, term: Term, form: str) -> Standing:
    """Say how the wording of a term stands to its official form."""
    if form in {RENDERING, CASED, UNHYPHENED}:
        return Standing(NEAR, term.citations, f"official: {term.official}")
    return Standing(CONFIRMED, term.citations, f"official: {term.official}")


def of_topic(reference: Reference, topic: str, original: str) -> Standing:
    """Say which documents bear a topic out.

    ``original`` is the document that the account renders or claims to report: confirmed where that states
    it, borne out elsewhere where only others do, near where a document has a neighbouring term.
    """
    rows = reference.topic(topic)
    if not rows:
        return NOTHING
    for verdict, finding, own in (
        (CONFIRMED, "stated", True), (BORNE_OUT, "stated", False), (NEAR, "near", True), (NEAR, "near", False),
    ):  # fmt: skip
        hits = [r for r in rows if r.finding == finding and (r.document == original) == own]
        if hits:
            cited = tuple(dict.fromkeys(c for r in hits for c in r.citations))
            note = "; ".join(f"{_title(reference, r.document)}, {r.where}: {r.wording or r.label}" for r in hits)
            return Standing(verdict, cited, note)
    searched = tuple(f"{_title(reference, r.document)} ({r.where})" for r in rows)
    return Standing(UNCONFIRMED, tuple(dict.fromkeys(c for r in rows for c in r.citations)), "not seen", searched)


def _title(reference: Reference, document: str) -> str:
    found = reference.document(document)
    return found.title if found else document


def _name(reference: Reference, person: str) -> str:
    found = reference.person(person)
    return found.name if found else person


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "a day not on record"
