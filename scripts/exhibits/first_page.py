"""The lists of the first page: how recent it is, what was agreed, the headlines, ways in, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scripts.exhibits.badges import sure
from scripts.exhibits.citation_names import document_of, genre
from scripts.exhibits.html import Exhibit, joined, listed, tag
from scripts.exhibits.judgments import authored, checked
from scripts.exhibits.links import finding_link, noted
from scripts.exhibits.prose import day, neither_phrase, number_word
from scripts.exhibits.tables import Cell, cell, wrapped
from scripts.record import Agreement, Unsaid
from scripts.record.briefing import FIRST_PAGE, NEW, PARTLY_NEW, RESTATED
from scripts.report import Report

_SHOWN, _IN_CHAPTER = 1, 3  # sources of a sentence
_NEWS = {NEW: "new", PARTLY_NEW: "partly new", RESTATED: "restated", "": "unclear if new"}


def cutoff_phrase(report: Report) -> str:
    """The day after which nothing was looked at, as a sentence; "" for an empty record."""
    cutoff = report.reference.briefing.cutoff
    return f"Information as of {day(cutoff)}." if cutoff else ""


def agreements_list(report: Report, pillar: str | None = None, beyond: bool = False) -> Exhibit:
    """What was agreed, a sentence each: at which meeting, whether new, how sure, by what, in which account.

    Without a ``pillar`` those of the first page; else all of the pillar ("" for what lies outside all of
    them) that an account has, or with ``beyond`` those that no account has.
    """
    chosen = [
        one
        for one in report.reference.briefing.agreements
        if (one.shown == FIRST_PAGE if pillar is None else one.pillar == pillar)
        and (pillar is None or beyond != any(_having(report, one)))
    ]
    rows = tuple(
        {
            "meeting": _meetings(report, one), "news": _NEWS[one.news], "statement": one.statement,
            "basis": _basis(report, one), "said in": _said_in(report, one),
            "sure": sure(one.sure), "note": one.note,
        }
        for one in chosen
    )  # fmt: skip
    most = _SHOWN if pillar is None else _IN_CHAPTER
    return _list("ol", "agreements", [_agreement(report, one, most) for one in chosen], rows)


def _list(name: str, look: str, lines: Sequence[Cell], rows: Sequence[Mapping[str, str]] = ()) -> Exhibit:
    """A list of lines, numbered if ``name`` is `ol`; without lines it says that there are none."""
    if not lines:
        return Exhibit(tag("p", "None."), "None.")
    marks = [f"{n}." if name == "ol" else "-" for n in range(1, len(lines) + 1)]
    plain = "\n".join(f"{sign} {line.plain}" for sign, line in zip(marks, lines, strict=True))
    return Exhibit(tag(name, *(tag("li", line.markup) for line in lines), class_=look), plain, tuple(rows))


def _agreement(report: Report, one: Agreement, most: int) -> Cell:
    words = f"{sure(one.sure)}: {_basis(report, one)}"
    basis = cell(f"{words[:1].upper()}{words[1:]}", noted(report, one.citations[:most]))
    after = wrapped("span", cell(basis, _said_in(report, one), between="; "), class_="basis")
    head = wrapped("strong", f"{_meetings(report, one)}, {_NEWS[one.news]}:")
    return cell(head, one.statement, after)


def _meetings(report: Report, one: Agreement) -> str:
    """The meetings that agreed it, by their acronyms: "SCM", "SCM and 2+2"."""
    found = [event for key in one.events if (event := report.reference.event(key))]
    return listed([event.acronym or event.name for event in found])


def _basis(report: Report, one: Agreement) -> str:
    """What a sentence rests on: a document that was read in a copy, or what others report of it."""
    pages = [c for key in one.citations if (c := report.reference.citation(key))]
    copies = {found.id for page in pages if (found := document_of(report, page))}
    words = []
    for key in one.documents:
        document = report.reference.document(key)
        name = genre(document) if document else key
        words.append(name if key in copies else f"{name}, as reported")
    return listed(words)


def _having(report: Report, one: Agreement) -> tuple[list[str], list[str]]:
    """The accounts that have all of it, and those that have a part of it."""
    whole: list[str] = []
    part: list[str] = []
    wanted = {*one.topics, *one.unsaid}
    for single in report.singles:
        told = _headlines_of(report, single.siglum) & set(one.unsaid)
        told |= {mention.topic for mention in single.topics} & set(one.topics)
        if told:
            (whole if told == wanted else part).append(single.siglum)
    return whole, part


def _headlines_of(report: Report, siglum: str) -> set[str]:
    """The headlines that an account has."""
    quotes = (c.claim.quote for c in report.claims if c.claim.source == siglum)
    return {mention.id for quote in quotes for mention in report.reference.unsaid_in(quote)}


def _said_in(report: Report, one: Agreement) -> str:
    """Which accounts have all of it and which a part, in words; "" where none was looked through."""
    if not one.topics and not one.unsaid:
        return ""
    nowhere = "in neither" if len(report.sources) == 2 else "in none"
    told = [(how, sigla) for how, sigla in zip(("all", "part"), _having(report, one), strict=True) if sigla]
    return ", ".join(f"{how} in {listed(sigla)}" for how, sigla in told) or nowhere


def headlines_list(report: Report) -> Exhibit:
    """The headlines of the first page that no account has, a sentence each.

    First come the numbers of what that page has among what was agreed, and no account has either.
    """
    said = {found for single in report.singles for found in _headlines_of(report, single.siglum)}
    silent = [fact for fact in report.reference.unsaid if fact.headline and fact.id not in said]
    lines = [
        cell(fact.headline, _doubt(report, fact), noted(report, fact.citations[:_SHOWN])) for fact in silent
    ]
    rows = [{"headline": fact.headline, "statement": fact.statement} for fact in silent]
    shown = _list("ul", "headlines", lines, rows)
    points = _points_beyond(report)
    if not points:
        return shown
    if not lines:
        return Exhibit(tag("p", f"{points}."), f"{points}.")
    above = f"{points}; also these headlines:"
    return Exhibit(joined([tag("p", above), shown.markup]), f"{above}\n{shown.plain}", shown.rows)


def _points_beyond(report: Report) -> str:
    """What was agreed and no account has, by its numbers on the first page; "" where there is none."""
    agreed = [one for one in report.reference.briefing.agreements if one.shown == FIRST_PAGE]
    numbers = [str(n) for n, one in enumerate(agreed, 1) if not any(_having(report, one))]
    if not numbers:
        return ""
    return f"Point{'s' * (len(numbers) > 1)} {listed(numbers)} of what was agreed"


def _doubt(report: Report, fact: Unsaid) -> str:
    """How sure a headline is, and whether the press alone has it; "" for one that is well sourced."""
    if fact.sure == "H":
        return ""
    kinds = {c.kind for key in fact.citations if (c := report.reference.citation(key))}
    return f"(reported by the press; {sure(fact.sure)})" if kinds == {"press"} else f"({sure(fact.sure)})"


def headlines_count(report: Report) -> str:
    """How many headlines no account has, for a sentence: "Neither account has any of the eight headlines"."""
    said = {found for single in report.singles for found in _headlines_of(report, single.siglum)}
    silent = sum(fact.id not in said for fact in report.reference.unsaid)
    every = len(report.reference.unsaid)
    headlines = f"of the {number_word(every)} headlines" if every > 1 else "one headline"
    if not silent:
        return f"Between them the accounts have each {headlines}"
    which = "any" if silent == every else number_word(silent)
    return f"{neither_phrase(report).capitalize()} has {which if every > 1 else 'the'} {headlines}"


def ways_in(needs: Mapping[str, Sequence[tuple[str, str]]]) -> Exhibit:
    """A line of needs, each with the places that serve it: `{"I have to brief": [("PDF", "x.pdf")]}`."""
    parts = []
    for need, places in needs.items():
        links = joined((tag("a", words, href=where) for words, where in places), ", ")
        parts.append(tag("span", tag("strong", need, ":"), " ", links, class_="need"))
    plain = "; ".join(f"{need}: {', '.join(w for w, _ in places)}" for need, places in needs.items())
    return Exhibit(tag("p", joined(parts, " "), class_="needs screen-only"), plain)


def key_judgments(report: Report, judgments: Sequence[tuple[str, str, Mapping[str, str]]]) -> Exhibit:
    """Key judgments, a line each: the judgment with the confidence in it, why and what would change it.

    The third part of each says which findings it rests on, as for `judgment`. Raises Fault where the engine
    finds otherwise.
    """
    cells = []
    for text, why, rests_on in judgments:
        labels = [finding_link(found) for found in checked(report, text, rests_on)]
        basis = cell("(", cell(*labels, between=", "), ")", between="")
        cells.append(cell(wrapped("strong", authored(report, text)), authored(report, why), basis))
    return _list("ul", "key-judgments", cells)
