"""Links inside the book: the page and anchor of every finding, claim, term, document and citation."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.exhibits.citation_names import citation_name, citation_names, document_words, number
from scripts.exhibits.html import escaped, joined, slug, tag
from scripts.exhibits.tables import Cell
from scripts.ground.faults import Fault
from scripts.record import Citation, Document, Term
from scripts.report import Finding, LabelledClaim, Report

# The chapter that holds the anchors of each kind of thing. All chapters are in one folder.
PAGES = {
    "finding": "ledger.html",
    "claim": "claims.html",
    "citation": "reference.html",
    "source": "sources.html",
    "term": "glossary.html",
    "document": "reference.html",
    "quotable": "say-instead.html",
}
# Keep a label together: no line break at its hyphen.
UNBROKEN = "white-space: nowrap"


def anchored(anchor: str, kind: str, home: bool) -> str:
    """The address of an anchor: within this page if it is here, else on the page of its kind."""
    return f"#{anchor}" if home else f"{PAGES[kind]}#{anchor}"


def finding_link(finding: Finding, home: bool = False) -> Cell:
    """A finding's label, linked to its row in the ledger."""
    where = anchored(finding.anchor, "finding", home)
    return Cell(tag("a", finding.label, class_="finding", href=where), finding.label)


def finding_words(finding: Finding, words: str) -> Cell:
    """Words linked to a finding's row in the ledger."""
    where = anchored(finding.anchor, "finding", home=False)
    return Cell(tag("a", words, class_="topic", href=where, title=f"finding {finding.label}"), words)


def document_name(report: Report, key: str) -> Cell:
    """A document in short: its letters with the title as a tooltip, or a few words for it."""
    found = report.reference.document(key)
    if found is None:
        return Cell(escaped(key), key)
    said = key if _known_by_letters(key) else _dated_words(report, found)
    return Cell(tag("abbr", said, title=found.title), said)


def _known_by_letters(key: str) -> bool:
    return key.isalpha() and key.isupper()


def _dated_words(report: Report, found: Document) -> str:
    """A document in words, with its year where that is not the year of the accounts."""
    years = {source.as_of.year for source in report.sources if source.as_of}
    words = document_words(report, found)
    return words if found.date.year in years else f"{words} of {found.date.year}"


def document_anchor(key: str) -> str:
    """The name of a document's anchor."""
    return slug("document", key)


def document_links(report: Report, keys: Sequence[str]) -> Cell:
    """A key to the letters of documents, each linked to its row in the record."""
    parts = []
    for key in dict.fromkeys(keys):
        found = report.reference.document(key)
        if found and _known_by_letters(key):
            where = anchored(document_anchor(key), "document", home=False)
            said = document_words(report, found)
            link = tag("a", said, href=where, title=found.title)
            parts.append(Cell(tag("span", key, ": ", link), f"{key}: {said}"))
    return Cell(joined((part.markup for part in parts), "; "), "; ".join(part.plain for part in parts))


def term_link(term: Term, words: str = "") -> Cell:
    """A term, or `words` for it, linked to its line in the glossary."""
    said = words or term.acronym or term.official
    where = anchored(f"term-{term.id}", "term", home=False)
    return Cell(tag("a", said, class_="term", href=where, title=term.official), said)


def claim_link(claim: LabelledClaim, home: bool = False) -> Cell:
    """A claim's label, linked to its row in the register."""
    where = anchored(claim.anchor, "claim", home)
    return Cell(tag("a", claim.label, class_="claim", href=where, style=UNBROKEN), claim.label)


def citation(report: Report, key: str) -> Citation:
    """The citation under a key. Raises Fault where the record has none."""
    found = report.reference.citation(key)
    if found is None:
        raise Fault("citations", key, "no such citation", "correct the key or add it to citations.csv")
    return found


def cite_anchor(key: str) -> str:
    """The name of a citation's anchor."""
    return f"cite-{key}"


def _cite_link(found: Citation, name: str) -> Cell:
    """A citation under a name, linked to its row in the reference record."""
    where = anchored(cite_anchor(found.key), "citation", home=False)
    title = f"{found.title}, {found.publisher}"
    return Cell(tag("a", name, class_="cite", href=where, title=title), f"[{found.key}]")


def noted(report: Report, keys: Sequence[str]) -> Cell:
    """Citations as numbers in brackets, each linked to its row in the reference record; for tables."""
    links = []
    for key in dict.fromkeys(keys):
        found = citation(report, key)
        where = anchored(cite_anchor(key), "citation", home=False)
        label = f"{citation_name(report, found)}: {found.title}"
        links.append(tag("a", cite_number(report, key), class_="cite", href=where, title=label))
    if not links:
        return Cell(joined([]), "")
    return Cell(
        tag("span", "[", joined(links, ", "), "]", class_="citations"), f"[{', '.join(dict.fromkeys(keys))}]"
    )


def cite_number(report: Report, key: str) -> str:
    """The number of a citation: its place in the table of citations."""
    return str(number(report, citation(report, key)))


def cited(report: Report, keys: tuple[str, ...], limit: int = 0) -> Cell:
    """Citations in short, one after the other; beyond `limit` (0: none) only their number."""
    if not keys:
        return Cell(joined([]), "")
    keys = tuple(dict.fromkeys(keys))
    kept = keys[:limit] if limit else keys
    found = [citation(report, key) for key in kept]
    names = citation_names(report, found)
    links = [_cite_link(one, name) for one, name in zip(found, names, strict=True)]
    markup = joined((link.markup for link in links), "; ")
    more = f" and {len(keys) - len(kept)} more" if len(keys) > len(kept) else ""
    return Cell(tag("span", markup, more, class_="citations"), " ".join(link.plain for link in links) + more)
