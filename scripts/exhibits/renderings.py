"""The names and terms of the record as the accounts word them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scripts.exhibits.badges import quoted
from scripts.exhibits.html import Exhibit, slug
from scripts.exhibits.links import claim_link, noted
from scripts.exhibits.record_tables import hangul
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.term_links import term_name
from scripts.ground.faults import Fault
from scripts.record import Term
from scripts.record.terms import ACRONYM, MISNAMED, OFFICIAL, TermMention
from scripts.report import Report

AS_ON_RECORD = {OFFICIAL, ACRONYM}
_FORMS = {OFFICIAL: "as on record"}


def mentions_of(report: Report) -> dict[str, dict[str, list[TermMention]]]:
    """The places where each account has a term of the record, by term and siglum."""
    found: dict[str, dict[str, list[TermMention]]] = {}
    for single in report.singles:
        for mention in single.terms:
            found.setdefault(mention.term.id, {}).setdefault(single.siglum, []).append(mention)
    return found


def form_of(mention: TermMention) -> str:
    """Whether a mention has the official form; the official words with their acronym count as official."""
    with_acronym = mention.quote.lower().startswith(mention.term.official.lower())
    return OFFICIAL if mention.form == MISNAMED and with_acronym else mention.form


def wordings(mentions: Sequence[TermMention]) -> Counter[str]:
    """How often each wording occurs, whatever its capitals."""
    return Counter(mention.quote.lower() for mention in mentions)


def most_varied(report: Report) -> Term | None:
    """The term with the most unrecorded wordings in one account; None where there is no such wording."""
    counted: Counter[str] = Counter()
    for term, by in mentions_of(report).items():
        odd = [[m for m in found if form_of(m) not in AS_ON_RECORD] for found in by.values()]
        counted[term] = max(len(wordings(found)) for found in odd)
    best = max(counted, key=lambda term: counted[term], default="")
    return next((t for t in report.reference.terms if t.id == best and counted[best]), None)


def term_of(report: Report, key: str) -> Term:
    """The term under a key. Raises Fault where the record has none."""
    found = next((t for t in report.reference.terms if t.id == key), None)
    if found is None:
        raise Fault("terms", key, "no such term", "correct it, or add it to terms.csv")
    return found


def renderings_table(report: Report, term: str | None = None, varied: bool = False) -> Exhibit:
    """Each term of the record that an account uses: the official form, and each account's wordings.

    `term` chooses one term, `varied` those with a wording that is not official. Raises Fault for a term that
    the record does not have.
    """
    if term is not None:
        term_of(report, term)
    sigla = [source.siglum for source in report.sources]
    columns = [Column("On record", 34, heads=True), *(Column(f"Account {s}", 33) for s in sigla)]
    lines = []
    found = mentions_of(report)
    for known in report.reference.terms:
        by = found.get(known.id, {})
        odd = any(form_of(m) not in AS_ON_RECORD for mentions in by.values() for m in mentions)
        if by and term in (None, known.id) and (odd or not varied):
            cells = [told(report, by[s]) if s in by else NOTHING for s in sigla]
            lines.append(Line((_official(report, known), *cells)))
    name = slug("renderings", term or "", "varied" if varied else "")
    return Grid("Names and terms, and how the accounts word them", columns, lines, name=name).exhibit()


def _official(report: Report, term: Term) -> Cell:
    acronym = f"({term.acronym})" if term.acronym else ""
    return cell(term_name(term), acronym, hangul(term.hangul), noted(report, term.citations[:2]))


def told(report: Report, mentions: Sequence[TermMention]) -> Cell:
    """Each wording once, whether it is official, and the claims that use it."""
    parts = []
    for wording in wordings(mentions):
        own = [m for m in mentions if m.quote.lower() == wording]
        claims = dict.fromkeys(report.claim(m.claim) for m in own if m.claim)
        where = cell(*(claim_link(claim) for claim in claims), between=", ") if claims else "in a heading"
        form = _FORMS.get(form_of(own[0]), form_of(own[0]))
        parts.append(cell(quoted(own[0].passage.source, own[0].quote), f"{form},", where))
    return stacked(parts)
