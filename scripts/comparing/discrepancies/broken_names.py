"""A name broken in two by a full stop: "ministers of trade and. Industry (T+I meeting)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.places import claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.passages import ITEM, LEAD_IN, SENTENCE, Passage
from scripts.reading.words import Word, words
from scripts.record import Term
from scripts.record.standings import of_torn_name

_TORN = re.compile(r"(?<=\w\w)(?P<stop>\.)\s+(?P<rest>[A-Z][^.!?()\n]{0,60}\((?P<short>[^()\n]{2,40})\))")

_LONGEST = 30  # longer than any abbreviation


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each full stop inside a sentence that separates a name from its end and its acronym in brackets.

    Sentences were found earlier, with the passages: a full stop that belongs to an abbreviation or ends a
    sentence is not inside one.
    """
    for passage in single.account.passages:
        if passage.kind not in {SENTENCE, ITEM, LEAD_IN}:
            continue
        for match in _TORN.finditer(passage.quote):
            if _abbreviates(passage.quote, match.start("stop")):
                continue
            yield _torn(single, passage, match)


def _abbreviates(text: str, stop: int) -> bool:
    token = re.search(r"\S+$", text[max(0, stop - _LONGEST) : stop + 1])
    return bool(token) and english.is_abbreviation(token.group().lstrip("([\"'“‘")) if token else False


def _torn(single: Single, passage: Passage, match: re.Match[str]) -> Discrepancy:
    first = _phrase_start(passage.quote, match.start("stop"))
    start, end = passage.start + first, passage.start + match.end()
    inner = words(passage.quote, first, match.start("short") - 1)
    term = _term(single, match["short"])
    strange = _strange(inner, term) if term else ()
    standing = of_torn_name(single.reference, term, bool(strange))
    said = "; ".join(
        part
        for part in (
            f"on record it is {term.official}" if term else "",
            f"{_listed(strange)} {'have' if len(strange) > 1 else 'has'} no part in that name"
            if strange
            else "",
        )
        if part
    )
    return Discrepancy(
        "broken-name",
        DIFFERS,
        MATERIAL,
        f"name before ({match['short']})",
        (reading_at(single.account, start, end, "", standing),),
        f"A full stop tears the name that “({match['short']})” shortens in two{': ' + said if said else ''}.",
        single.pillar(claim_at(single.account, start)),
    )


def _phrase_start(text: str, stop: int) -> int:
    """Return the start of the noun phrase before the stop: after the last preposition, article or verb."""
    before = words(text, 0, stop)
    first = len(before) - 1
    while first:
        word = before[first - 1]
        if text[word.end : before[first].start].strip(" -") or (
            word.lower != "and" and (word.lower in english.stopwords() or _is_finite(word))
        ):
            break
        first -= 1
    while first < len(before) - 1 and before[first].lower == "and":
        first += 1
    return before[first].start


def _is_finite(word: Word) -> bool:
    form = english.verb_form(word.lower)
    return form is not None and bool(form[1] & {"past", "third"}) and "base" not in form[1]


def _term(single: Single, short: str) -> Term | None:
    """Return the term of the record that the words in the brackets name or shorten."""
    hits = single.reference.terms_in(short)
    found = {hit.id for hit in hits}
    return next((t for t in single.reference.terms if t.id in found), None) if len(found) == 1 else None


def _strange(inner: Sequence[Word], term: Term) -> tuple[Word, ...]:
    """Return the content words of the broken name that occur in no form of the term."""
    known = {w.key for form in (term.official, *term.forms) for w in words(form)}
    return tuple(
        w
        for w in inner
        if w.lower not in english.stopwords()
        and w.key not in known
        and not any(w.key.startswith(k[:6]) for k in known if len(k) > 5)
    )


def _listed(strange: Sequence[Word]) -> str:
    return " and ".join(f"“{w.text}”" for w in strange)
