"""What the reference record says of a reading: confirmed, borne out elsewhere, near, refuted, unconfirmed.

With an empty record every check answers `not checked`. So does a check against a part of a document that was
not read: an account that renders this part cannot confirm itself. What the record leaves open is
`unconfirmed`, with the documents that were searched. That only one source says something never refutes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scripts import english
from scripts.reading.accounts import Holding
from scripts.reading.details.dates import Dating
from scripts.reading.sources import Source
from scripts.reading.words import words
from scripts.record import Event, Office, Reference, Term
from scripts.record.phrase_search import word_keys
from scripts.record.terms import DISTORTED, MISNAMED
from scripts.record.topic_wordings import in_these_words

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


UNCHECKED = Standing()
_DAYS = 7  # a document within this many days is a sibling


def of_holding(
    reference: Reference, holding: Holding, on: date | None, event: Event | None = None
) -> Standing:
    """Say whether the person held the office on the day, by the recorded terms.

    If the `event` has a holder of that office among its heads, the page that names them is cited first: a
    term of office shows who could have come, not who came.
    """
    office = office_of(reference, holding)
    person = reference.person_named(holding.name)
    if not reference.offices:
        return UNCHECKED
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
    span = f"{_name(reference, term.person)} held the office from {_day(term.start)} to {_day(term.end)}"
    came = next((p for p in (event.hosts + event.heads if event else ()) if p.office == office.id), None)
    present = f"; present at {event.name}: {_name(reference, came.person)}" if event and came else ""
    proof = event.attendance if event and came else ()
    cited = tuple(dict.fromkeys((*proof, *term.citations, *(c for t in holders for c in t.start_citations))))
    return Standing(tenure.verdict, cited, span + present)


def office_of(reference: Reference, holding: Holding) -> Office | None:
    """Return the recorded office of a holding: by its wording, else by portfolio and country."""
    office = holding.office
    return reference.office_named(office.office, office.country) or reference.office_with(
        office.portfolio, office.country
    )


def of_event_date(reference: Reference, event: Event | None, dating: Dating) -> Standing:
    """Say whether the event took place on the day given."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else UNCHECKED
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
    """Say whether the event took place where a reading says."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else UNCHECKED
    names = [event.place, *event.places_also]
    held = any(n and (n.lower() in place.lower() or place.lower() in n.lower()) for n in names)
    return Standing(
        CONFIRMED if held else UNCONFIRMED, event.citations, f"{event.name}: {', '.join(filter(None, names))}"
    )


def of_tense(reference: Reference, event: Event | None, tense: str, source: Source) -> Standing:
    """Say whether an account may use that tense for the event on its as-of date."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else UNCHECKED
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
    """Compare the wording of a term with its official form."""
    near = form in DISTORTED or form == MISNAMED
    return Standing(NEAR if near else CONFIRMED, term.citations, f"official: {term.official}")


def of_topic(reference: Reference, topic: str, original: str, wording: str) -> Standing:
    """Say which documents bear out that an account speaks of a topic in the words ``wording``.

    ``original`` is the document that the account renders or claims to report: confirmed where that has the
    topic in these words, borne out elsewhere where only another document of the same days does, near where
    a document has it in other words, a neighbouring topic, or had it long before. A row that is only
    inferred (sure: L) bears nothing out. Not checked where no document has it and the original was not read
    at the place where it would stand.
    """
    rows = reference.topic(topic)
    if not rows:
        return UNCHECKED
    stated = [
        r
        for r in rows
        if r.finding == "stated" and r.sure != "L" and in_these_words(reference, wording, r, rows)
    ]
    own = [r for r in stated if r.document == original]
    siblings = [r for r in stated if _same_days(reference, r.document, original)]
    near = [r for r in rows if r.finding in {"stated", "near"}]
    for verdict, hits in ((CONFIRMED, own), (BORNE_OUT, siblings), (NEAR, near)):
        if hits:
            told = list(dict.fromkeys((*hits, *(siblings if verdict == CONFIRMED else ()))))
            cited = tuple(dict.fromkeys(c for r in told for c in r.citations))
            note = "; ".join(
                f"{_title(reference, r.document)}, {r.where}: {r.wording or r.label}" for r in told
            )
            return Standing(verdict, cited, note)
    unread = next((r for r in rows if r.finding == "not-read" and r.document == original), None)
    if unread:
        note = f"{_title(reference, original)}, {unread.where}: not read"
        return Standing(NOT_CHECKED, note=note, searched=searched(reference, topic))
    sought = tuple(dict.fromkeys(c for r in rows if r.finding != "not-read" for c in r.citations))
    return Standing(UNCONFIRMED, sought, "not seen", searched(reference, topic))


def searched(reference: Reference, topic: str) -> tuple[str, ...]:
    """Return the documents that were searched for a topic, with what was read of each."""
    read = (r for r in reference.topic(topic) if r.finding != "not-read")
    return tuple(f"{_title(reference, r.document)} ({r.where})" for r in read)


def of_level(reference: Reference, topic: str) -> Standing:
    """Say that the record has the topic but not how far it goes (agreed, explored)."""
    rows = reference.topic(topic)
    if not rows:
        return UNCHECKED
    return Standing(
        UNCONFIRMED, note="the record has the topic, not how far it went", searched=searched(reference, topic)
    )


def _same_days(reference: Reference, document: str, original: str) -> bool:
    """Say whether a document is of the same days as the original; if there is none, any document is."""
    ours, theirs = reference.document(document), reference.document(original)
    return not ours or not theirs or abs((ours.date - theirs.date).days) <= _DAYS


def _title(reference: Reference, document: str) -> str:
    found = reference.document(document)
    return found.title if found else document


def _name(reference: Reference, person: str) -> str:
    found = reference.person(person)
    return found.name if found else person


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "a day not on record"


def of_event_role(reference: Reference, event: Event | None, part: str, people: list[str]) -> Standing:
    """Say whether the persons who lead (or attend) an event in a reading were its recorded hosts."""
    if not event:
        return Standing(UNCONFIRMED, note="no such event on record") if reference.events else UNCHECKED
    hosts = {post.person for post in event.hosts}
    if not hosts:
        return Standing(UNCONFIRMED, event.citations, f"no host of {event.name} is on record")
    named = {person.id for name in people if (person := reference.person_named(name))}
    note = f"hosted by {', '.join(sorted(_name(reference, h) for h in hosts))}"
    right = named <= hosts if part == "leading" else not named & hosts
    return Standing(CONFIRMED if named and right else NEAR, event.attendance, note)


def of_expansion(reference: Reference, acronym: str, name: str) -> Standing:
    """Say whether ``name`` is what ``acronym`` stands for in the record.

    Near if the official words come first and one or two others follow; refuted if the words are others. If
    two things share the acronym, a name that is neither is left open.
    """
    known = reference.terms_with_acronym(acronym)
    if not known:
        return Standing(UNCONFIRMED, note="no such acronym on record") if reference.terms else UNCHECKED
    cited = tuple(dict.fromkeys(c for term in known for c in term.citations))
    note = f"official: {' or '.join(term.official for term in known)}"
    spoken = word_keys(name)
    forms = [word_keys(form) for term in known for form in (term.official, *term.forms)]
    if spoken in forms:
        return Standing(CONFIRMED, cited, note)
    if any(spoken[: len(form)] == form for form in forms):
        return Standing(NEAR, cited, note)
    return Standing(REFUTED if len(known) == 1 else UNCONFIRMED, cited, note)


def of_title(office: Office) -> Standing:
    """Compare a title that is not an accepted form of its office with the official one."""
    return Standing(NEAR, office.citations, f"official: {office.title}")


def of_torn_name(reference: Reference, term: Term | None, strange: bool) -> Standing:
    """Compare a broken name with the official one: refuted if it has a word of its own."""
    if not term:
        return Standing(UNCONFIRMED, note="no such name on record") if reference.terms else UNCHECKED
    return Standing(REFUTED if strange else NEAR, term.citations, f"official: {term.official}")


def of_possessor(reference: Reference, country: str, content: Sequence[str]) -> Standing:
    """Say whether a capability is directed against a state in the record.

    It is if the wording of a document names the state as owner of something else ("deter X missiles") and
    shares two words with the capability that a reading gives that state ("X's missile deterrence").
    """
    stated = [row for row in reference.topics if row.finding == "stated"]
    hits = [row for row in stated if _aimed_at(row.wording, country, content)]
    if hits:
        cited = tuple(dict.fromkeys(c for row in hits for c in row.citations))
        note = "; ".join(f"{_title(reference, row.document)}, {row.where}: {row.wording}" for row in hits)
        return Standing(REFUTED, cited, note)
    return Standing(UNCONFIRMED, note="whose it is, is not on record") if reference.topics else UNCHECKED


def _aimed_at(wording: str, country: str, content: Sequence[str]) -> bool:
    """Say whether a wording has something done to what the state owns, in words of ``content``."""
    terms = words(wording)
    states = [english.country(w.text) or english.demonyms().get(w.lower) for w in terms]
    at = states.index(country) if country in states else None
    if at is None or at == 0 or at + 1 >= len(terms) or terms[at - 1].lower in {"of", "by", "for"}:
        return False
    verbs = [w for w in terms[:at] if w.lower not in english.stopwords()]
    named = {w.key for w in terms[at + 1 :]} & {english.key(c) for c in content}
    others = [c.lower() for c in content if english.key(c) not in named]
    return bool(named) and any(english.synonymous(verb.lower, other) for verb in verbs for other in others)


def of_event_ordinal(reference: Reference, event: Event | None, ordinal: int) -> Standing:
    """Say whether the event has the number in its series that a reading gives."""
    if not event or not event.ordinal:
        return (
            Standing(UNCONFIRMED, note="no number of the event on record") if reference.events else UNCHECKED
        )
    verdict = CONFIRMED if event.ordinal == ordinal else REFUTED
    return Standing(verdict, event.citations, f"{event.name}")
