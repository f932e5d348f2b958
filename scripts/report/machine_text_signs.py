"""Signs that an account was made by machine translation or by a language model.

A sign is evidence, not a verdict: it has the words, what they point to, and a weight. Most signs of machine
translation are findings within one account that translation causes. Signs of a model are its prompts and
remarks, and items that talk about things without naming any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scripts import english
from scripts.comparing import discrepancies
from scripts.comparing.discrepancies import Discrepancy, Single
from scripts.comparing.discrepancies.discrepancy import Reading, reading, span_reading, whole
from scripts.comparing.discrepancies.places import reading_at
from scripts.reading.accounts import Account, Holding
from scripts.reading.claims import (
    Claim,
    Dating,
    EventMention,
    Expansion,
    Name,
    OfficeHolder,
    Quantity,
    Stance,
)
from scripts.reading.passages import CHROME, HEADING
from scripts.record import Reference
from scripts.record.standings import REFUTED, of_holding, office_of
from scripts.report.detail_counts import Measure, Specificity, specificity

TRANSLATED, MODEL = "machine translation", "model-written"
STRONG, MODERATE, SLIGHT = "strong", "moderate", "slight"
_GENERIC = {"importance", "need", "necessity", "significance", "value", "role", "ways", "opportunities"}
_GENERIC_REACH = 4
_LEAST, _SHARE = 3, 0.1


@dataclass(frozen=True)
class Signal:
    """A sign of how an account was made: its kind, its places, what it points to, and why."""

    kind: str
    making: str
    weight: str
    readings: tuple[Reading, ...]
    reason: str

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words at its places."""
        return tuple(r.quote for r in self.readings)


# A type of finding within one account -> the sign of translation, its weight, and why.
_MARKS = {
    "acronym-expansion": (
        "acronym kept, words changed", STRONG,
        "A short form passes through translation as it is; the words beside it come back by their sense.",
    ),
    "term-rendering": (
        "one term under several renderings", STRONG,
        "A writer keeps a term of art; a round trip picks a near word anew each time.",
    ),
    "possessor": ("possessor turned round", STRONG, "A chain of nouns was taken apart and joined wrongly."),
    "broken-name": ("name split by a full stop", MODERATE, "A name was cut where a piece of text ended."),
    "two-offices": ("office of a namesake rank", MODERATE, "A title that stood alone was filled in wrongly."),
    "imperative-after-lead-in": ("verb form lost", MODERATE, "The verbs after the lead-in became orders."),
    "lower-cased-name": ("case of names lost", MODERATE, "Other scripts have no capitals to carry over."),
    "stray mark": ("broken punctuation", MODERATE, "Marks collide where two pieces were joined."),
    "stray capital": ("stray capital", SLIGHT, "A capital stands where a piece of the text began."),
    "office-title": ("title of a counterpart", SLIGHT, "Two titles that are one word in another language."),
    "displaced-acronym": ("acronym displaced", SLIGHT, "A noun moved in front of the bracket."),
    "lost-hyphen": ("hyphen lost", SLIGHT, "Other languages join the two words in other ways."),
    "person-shift": ("person shift", SLIGHT, "Languages that leave the owner unsaid let it be guessed."),
    "lost-list": ("list structure lost", SLIGHT, "Marks of items are lost from the bare text."),
    "unclosed-quotation": ("quotation mark lost", SLIGHT, "Marks in pairs are translated one by one."),
}  # fmt: skip


def signals(
    account: Account,
    reference: Reference | None = None,
    found: Sequence[Discrepancy] | None = None,
) -> tuple[Signal, ...]:
    """Return the signs of how an account was made, strongest first.

    Pass the discrepancies within it as ``found`` if they are known already. Without a record, the signs that
    need one are not looked for (renderings of a term, a cast of another year).
    """
    single = Single(account, reference or Reference.empty())
    within = discrepancies.within(single) if found is None else found
    every = (
        *_translated(within),
        *_articles(account),
        *_stamped(account),
        *_chrome(account),
        *_generic(account),
        *_nameless(single),
        *_cast(single),
    )
    return tuple(sorted(every, key=lambda s: (STRONG, MODERATE, SLIGHT).index(s.weight)))


def _translated(within: Sequence[Discrepancy]) -> Iterator[Signal]:
    """Yield the findings within the account that translation causes, one signal per kind."""
    by_mark: dict[str, list[Reading]] = {}
    for finding in within:
        mark = finding.slot if finding.type == "broken-punctuation" else finding.type
        refuted = [r for r in finding.readings if r.standing.verdict == REFUTED]
        by_mark.setdefault(mark, []).extend(
            refuted if mark == "two-offices" and refuted else finding.readings
        )
    for mark, (kind, weight, reason) in _MARKS.items():
        if mark in by_mark:
            yield Signal(kind, TRANSLATED, weight, tuple(by_mark[mark]), reason)


def _articles(account: Account) -> Iterator[Signal]:
    """Yield long names of states that lack their article after a preposition.

    A name that begins with a common noun (republic, kingdom, states) needs an article, unless it describes a
    title or noun behind it.
    """
    places = []
    for claim in account.claims:
        terms = claim.words
        for at, word in enumerate(terms[:-1]):
            if word.lower not in {"of", "in", "with", "from", "to", "for", "between"}:
                continue
            length = _long_name(claim, at + 1)
            following = terms[at + 1 + length : at + 4 + length]
            described = any(w.lower in _described() for w in following)
            if length and not described:
                places.append((word.start, terms[at + length].end))
    if places:
        readings = tuple(reading_at(account, start, end) for start, end in dict.fromkeys(places))
        reason = "Many languages have no article, and none came back before the name of the state."
        yield Signal("article lost", TRANSLATED, SLIGHT, readings, reason)


def _long_name(claim: Claim, at: int) -> int:
    """Return how many words the long name of a state at word ``at`` has: "X of Y", "United X"; 0 for none."""
    terms = claim.words
    for length in range(min(6, len(terms) - at), 1, -1):
        phrase = claim.quote[terms[at].start - claim.start : terms[at + length - 1].end - claim.start]
        if english.country(phrase) and (terms[at + 1].lower == "of" or terms[at].lower == "united"):
            return length
    return 0


def _described() -> frozenset[str]:
    return frozenset(english.titles()) | english.body_nouns() | english.event_nouns()


def _stamped(account: Account) -> Iterator[Signal]:
    """Yield a crawler's stamp at the head of an account that has no title of its own."""
    first = account.passages[0] if account.passages else None
    titled = any(p.kind == HEADING for p in account.passages[:2])
    if first and first.kind == CHROME and first.reason == "crawl-stamp" and not titled:
        reason = "No title and no issuer came with the text, and the date is that of the copy."
        yield Signal(
            "crawl stamp instead of a title",
            TRANSLATED,
            SLIGHT,
            (reading_at(account, first.start, first.end),),
            reason,
        )


def _chrome(account: Account) -> Iterator[Signal]:
    for mark, kind, reason in (
        ("model-prompt", "prompt left in the text", "The question to the model is printed with the answer."),
        ("model-remark", "model named", "The page, or the model itself, says how the text was made."),
    ):
        places = tuple(reading_at(account, p.start, p.end) for p in account.chrome if p.reason == mark)
        if places:
            yield Signal(kind, MODEL, STRONG, places, reason)


def _generic(account: Account) -> Iterator[Signal]:
    """Yield openings that stress importance or need, if they are frequent."""
    places = []
    for claim in account.claims:
        stance = next(iter(claim.of(Stance)), None)
        if stance is None or not 0 < stance.rank <= 3:
            continue
        after = [w for w in claim.words if w.start >= stance.end][:_GENERIC_REACH]
        noun = next((w for w in after if w.lower in _GENERIC), None)
        if noun and stance.start - claim.start < 30:
            places.append(span_reading(claim, stance.start, noun.end))
    if len(places) >= _LEAST and len(places) >= _SHARE * len(account.claims):
        reason = "A verb of talk with the importance, need or ways of a thing, without a thing that was done."
        yield Signal("generic verbs", MODEL, MODERATE, tuple(places), reason)


def _nameless(single: Single) -> Iterator[Signal]:
    """Yield claims without any name, number, date or body, if they are frequent."""
    account = single.account
    named = {id(m.claim) for m in single.terms}
    kinds = (Name, Quantity, Dating, OfficeHolder, Expansion, EventMention)
    places = tuple(whole(c) for c in account.claims if id(c) not in named and not any(c.of(k) for k in kinds))
    if len(places) >= _LEAST and len(places) >= 2 * _SHARE * len(account.claims):
        reason = "Whole items without a number, a date, a person, a body or a place."
        yield Signal("no numbers or names", MODEL, SLIGHT, places, reason)


def _cast(single: Single) -> Iterator[Signal]:
    """Yield officials whom the record refutes, if all of them were in office together at another time."""
    refuted: dict[tuple[str, str], Holding] = {}
    for holding in single.account.holdings:
        person = single.reference.person_named(holding.name)
        office = office_of(single.reference, holding)
        day = single.day(holding.claim)
        if person and office and of_holding(single.reference, holding, day).verdict == REFUTED:
            refuted.setdefault((person.id, office.id), holding)
    spans = single.reference.tenure_overlap(tuple(refuted)) if len(refuted) > 1 else ()
    if spans:
        start, end = spans[0]
        readings = tuple(reading(h.claim, h.office, h.name) for h in refuted.values())
        reason = (
            f"They held these offices together from {_day(start)} to {_day(end)}, as a model may remember."
        )
        yield Signal("officials of another year", MODEL, MODERATE, readings, reason)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


__all__ = [
    "MODEL", "MODERATE", "SLIGHT", "STRONG", "TRANSLATED", "Measure", "Signal", "Specificity", "signals",
    "specificity",
]  # fmt: skip
