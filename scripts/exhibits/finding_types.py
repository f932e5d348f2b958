"""The types of findings: what the rule of each looks for, and how many it found."""

from __future__ import annotations

from collections import Counter

from scripts.exhibits.badges import type_words
from scripts.exhibits.html import Exhibit
from scripts.exhibits.table_filters import Tools
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report

ACROSS, WITHIN = "between accounts", "within one account"
# A test fails if a rule gives a type that is missing here.
TYPES: dict[str, tuple[str, str]] = {
    "office-holder": (ACROSS, "Two persons in one office on the same day."),
    "office": (ACROSS, "One person, or one act, under two offices."),
    "event-date": (ACROSS, "One event on two days."),
    "event-place": (ACROSS, "One event in two places."),
    "event-tense": (ACROSS, "An event still to come in one account and past in another."),
    "event-role": (ACROSS, "What persons did at an event: in the chair in one, among others in another."),
    "commitment": (ACROSS, "One epithet (ironclad, firm), two commitments."),
    "commitment-level": (ACROSS, "How far it went: decided or set up, or only explored or discussed."),
    "specificity": (ACROSS, "A name in one account, plain words for a thing of its kind in another."),
    "term": (ACROSS, "A term of art in one account, other words in its place in another."),
    "number": (ACROSS, "Two numbers, shares or amounts for one thing."),
    "unit": (ACROSS, "One number in two units or currencies."),
    "date": (ACROSS, "Two dates for one thing that is no event of its own."),
    "weekday": (ACROSS, "Two weekdays for one thing, or a weekday that does not fit its date."),
    "name": (ACROSS, "Two names in one part, or two first names with one surname."),
    "country": (ACROSS, "Two states in one part."),
    "place": (ACROSS, "A place in contrary directions from another."),
    "tense": (ACROSS, "What one claim has done, the other has still to do."),
    "negation": (ACROSS, "One claim denies what the other says."),
    "opposite": (ACROSS, "Words of contrary sense in one place: rise and fall, accept and reject."),
    "quantifier": (ACROSS, "All, most, some or none of one thing."),
    "comparison": (ACROSS, "More than, less than, at least: two bounds on one quantity."),
    "actor-target": (ACROSS, "Who does it and to whom, the two exchanged."),
    "acronym": (ACROSS, "One short form that stands for two things."),
    "wording": (ACROSS, "Other words of the same sense."),
    "same-subject": (ACROSS, "Claims with words in common; whether they agree was not determined."),
    "only-in-one": (ACROSS, "What one account has and another does not; never called false for that."),
    "agreement": (ACROSS, "What the accounts have in common."),
    "two-offices": (WITHIN, "One person under two offices."),
    "office-title": (WITHIN, "An office under a title that it does not have."),
    "possessor": (WITHIN, "A capability given to the state at which it is directed."),
    "broken-name": (WITHIN, "A name torn in two by a full stop."),
    "acronym-expansion": (WITHIN, "A short form behind words that do not make it."),
    "displaced-acronym": (WITHIN, "A short form behind words that are not all its own."),
    "term-rendering": (WITHIN, "One term of art under several wordings."),
    "lost-hyphen": (WITHIN, "A term without the hyphen that carries its sense."),
    "lower-cased-name": (WITHIN, "A proper name written as common words."),
    "unclosed-quotation": (WITHIN, "A quotation that is opened and never closed."),
    "broken-punctuation": (WITHIN, "Marks that no writer leaves side by side, or a capital amid a sentence."),
    "imperative-after-lead-in": (WITHIN, "An order where the lead-in asks for a verb in -ing."),
    "person-shift": (WITHIN, "One group as “their” here and as “our” or “us” there."),
    "lost-list": (WITHIN, "A list whose items run on in one paragraph."),
}  # fmt: skip


def types_table(report: Report) -> Exhibit:
    """Every type of finding: what its rule looks for, where it looks, and how many the ledger has."""
    counts = Counter(f.discrepancy.type for f in report.findings)
    known = {**TYPES, **{name: ("", "") for name in counts if name not in TYPES}}
    columns = [
        Column("Type", 22, heads=True), Column("Looked for", 20), Column("What it is", 46),
        Column("Findings", 12, counts=True),
    ]  # fmt: skip
    lines = [Line((type_words(n), where, what, str(counts[n]))) for n, (where, what) in known.items()]
    return Grid("Types of findings", columns, lines, "", "types", Tools("types")).exhibit()
