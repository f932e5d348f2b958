"""The lists of the first page: how recent it is, what was agreed, the headlines, ways in, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scripts.exhibits.badges import siglum_badge, sure
from scripts.exhibits.citation_names import document_of, genre
from scripts.exhibits.html import Exhibit, joined, listed, tag
from scripts.exhibits.judgments import authored, checked
from scripts.exhibits.links import finding_link, noted
from scripts.exhibits.prose import day, neither_phrase, number_word
from scripts.exhibits.tables import Cell, cell, wrapped
from scripts.record import Agreement, Unsaid
from scripts.record.briefing import FIRST_PAGE
from scripts.report import Report

_SHOWN = 2  # sources of a sentence


def cutoff_phrase(report: Report) -> str:
    """The day after which nothing was looked at, as a sentence; "" for an empty record."""
    cutoff = report.reference.briefing.cutoff
    return f"Information as of {day(cutoff)}." if cutoff else ""


def agreements_list(report: Report, shown: str = FIRST_PAGE, pillar: str | None = None) -> Exhibit:
    """What was agreed, a sentence each: at which meeting, whether new, by which document, in which account.

    ``shown`` chooses the sentences of the first page or those that only a chapter tells; ``pillar`` those
    of a pillar ("" for what lies outside all of them).
    """
    chosen = [
        one
        for one in report.reference.briefing.agreements
        if one.shown == shown and pillar in (None, one.pillar)
    ]
    cells = [_agreement(report, one) for one in chosen]
    rows = tuple(
        {
            "meeting": _meetings(report, one), "news": one.news, "statement": one.statement,
            "basis": _basis(report, one), "said in": _said_in(report, one).plain,
            "sure": sure(one.sure), "note": one.note,
        }
        for one in chosen
    )  # fmt: skip
    if not cells:
        return Exhibit(tag("p", "None."), "None.")
    markup = tag("ol", *(tag("li", found.markup) for found in cells), class_="agreements")
    return Exhibit(markup, "\n".join(f"{n}. {c.plain}" for n, c in enumerate(cells, 1)), rows)


def _agreement(report: Report, one: Agreement) -> Cell:
    doubt = "" if one.sure == "H" else f"; {sure(one.sure)}"
    words = _basis(report, one)
    basis = cell(f"{words[:1].upper()}{words[1:]}{doubt}", noted(report, one.citations[:_SHOWN]))
    after = wrapped("span", cell(basis, _said_in(report, one), between="; "), class_="basis")
    head = ", ".join(part for part in (_meetings(report, one), one.news) if part)
    return cell(wrapped("strong", f"{head}:"), one.statement, after)


def _meetings(report: Report, one: Agreement) -> str:
    """The meetings that agreed it, by their acronyms: "SCM", "SCM and 2+2"."""
    found = [event for key in one.events if (event := report.reference.event(key))]
    return listed([event.acronym or event.name for event in found])


def _basis(report: Report, one: Agreement) -> str:
    """What a sentence rests on: a document that was read in a copy, or what the press says of it."""
    pages = [c for key in one.citations if (c := report.reference.citation(key))]
    copies = {found.id for page in pages if (found := document_of(report, page))}
    words = []
    for key in one.documents:
        document = report.reference.document(key)
        name = genre(document) if document else key
        words.append(name if key in copies else f"{name}, as reported by the press")
    return listed(words)


def _said_in(report: Report, one: Agreement) -> Cell:
    """The accounts that have all of it, or a part of it."""
    whole: list[str] = []
    part: list[str] = []
    for single in report.singles:
        had = {mention.topic for mention in single.topics} & set(one.topics)
        if had:
            (whole if had == set(one.topics) else part).append(single.siglum)
    if not whole and not part:
        return cell(neither_phrase(report))
    cells = [cell("in", *map(siglum_badge, whole))] if whole else []
    cells += [cell(*map(siglum_badge, part), "in part")] if part else []
    return cell(*cells, between="; ")


def headlines_list(report: Report) -> Exhibit:
    """The headlines of the first page that no account has, a sentence each."""
    said = {m.id for c in report.claims for m in report.reference.unsaid_in(c.claim.quote)}
    silent = [fact for fact in report.reference.unsaid if fact.headline and fact.id not in said]
    if not silent:
        return Exhibit(tag("p", "None."), "None.")
    lines = [cell(fact.headline, _doubt(report, fact), noted(report, fact.citations[:1])) for fact in silent]
    markup = tag("ul", *(tag("li", line.markup) for line in lines), class_="headlines")
    rows = tuple({"headline": fact.headline, "statement": fact.statement} for fact in silent)
    return Exhibit(markup, "\n".join(f"- {line.plain}" for line in lines), rows)


def _doubt(report: Report, fact: Unsaid) -> str:
    """How sure a headline is, and whether the press alone has it; "" for one that is well sourced."""
    if fact.sure == "H":
        return ""
    kinds = {c.kind for key in fact.citations if (c := report.reference.citation(key))}
    return f"(reported by the press; {sure(fact.sure)})" if kinds == {"press"} else f"({sure(fact.sure)})"


def headlines_count(report: Report) -> str:
    """How many headlines no account has, as a subject of a sentence: "None of the eight headlines"."""
    said = {m.id for c in report.claims for m in report.reference.unsaid_in(c.claim.quote)}
    silent = sum(fact.id not in said for fact in report.reference.unsaid)
    every = len(report.reference.unsaid)
    which = (
        f"any of the {number_word(every)} headlines"
        if silent == every
        else (f"{number_word(silent)} of the {number_word(every)} headlines")
    )
    return f"{neither_phrase(report).capitalize()} has {which}"


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
    markup = tag("ul", *(tag("li", found.markup) for found in cells), class_="key-judgments")
    return Exhibit(markup, "\n".join(f"- {found.plain}" for found in cells))
