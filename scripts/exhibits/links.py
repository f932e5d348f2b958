"""Where each thing of the book has its home, and links that lead there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.exhibits.grids import Cell
from scripts.exhibits.html import escaped, joined, tag
from scripts.faults import Fault
from scripts.reference import Citation
from scripts.report import Finding, LabelledClaim, Report

# The chapter in which each kind of thing has its anchors. All chapters lie in one folder.
PAGES = {
    "finding": "ledger.html",
    "claim": "claims.html",
    "citation": "reference.html",
    "source": "sources.html",
}
# A label does not break at its hyphen.
UNBROKEN = "white-space: nowrap"
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = re.compile(r"\s*\([^)]*\)")


def anchored(anchor: str, kind: str, home: bool) -> str:
    """The address of an anchor: on its own page where this is its home, else on the page of its kind."""
    return f"#{anchor}" if home else f"{PAGES[kind]}#{anchor}"


def finding_link(finding: Finding, home: bool = False) -> Cell:
    """A finding's label, leading to its row in the ledger."""
    where = anchored(finding.anchor, "finding", home)
    return Cell(tag("a", finding.label, class_="finding", href=where), finding.label)


def finding_words(finding: Finding, words: str) -> Cell:
    """Words that lead to a finding's row in the ledger."""
    where = anchored(finding.anchor, "finding", home=False)
    return Cell(tag("a", words, class_="topic", href=where, title=f"finding {finding.label}"), words)


def document_name(report: Report, key: str) -> Cell:
    """A document's short name, with its title behind it."""
    found = report.reference.document(key)
    return Cell(tag("abbr", key, title=found.title) if found else escaped(key), key)


def claim_link(claim: LabelledClaim, home: bool = False) -> Cell:
    """A claim's label, leading to its row in the register."""
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


def short_citation(found: Citation) -> str:
    """A citation in two words: who published it, and in which year."""
    name = _ASIDE.sub("", found.publisher) or found.title
    if found.kind.startswith("mirror"):
        name = f"copy at {name}"
    year = _YEAR.search(found.date)
    return f"{name} {year.group()}" if year else f"{name} n.d."


def cite_link(report: Report, key: str) -> Cell:
    """A citation in short, leading to its row in the reference record."""
    found = citation(report, key)
    where = anchored(cite_anchor(key), "citation", home=False)
    return Cell(tag("a", short_citation(found), class_="cite", href=where, title=found.title), f"[{key}]")


def noted(report: Report, keys: Sequence[str]) -> Cell:
    """Citations as numbers in brackets, each leading to its row in the reference record: for tables."""
    links = []
    for key in dict.fromkeys(keys):
        found = citation(report, key)
        where = anchored(cite_anchor(key), "citation", home=False)
        label = f"{short_citation(found)}: {found.title}"
        links.append(tag("a", cite_number(report, key), class_="cite", href=where, title=label))
    if not links:
        return Cell(joined([]), "")
    return Cell(
        tag("span", "[", joined(links, ", "), "]", class_="citations"), f"[{', '.join(dict.fromkeys(keys))}]"
    )


def cite_number(report: Report, key: str) -> str:
    """The number of a citation: its place in the table of citations."""
    return str(1 + [c.key for c in report.reference.citations].index(key))


def cited(report: Report, keys: tuple[str, ...], limit: int = 0) -> Cell:
    """Citations in short, one after the other; beyond `limit` (0: none) only their number."""
    if not keys:
        return Cell(joined([]), "")
    keys = tuple(dict.fromkeys(keys))
    kept = keys[:limit] if limit else keys
    links = [cite_link(report, key) for key in kept]
    markup = joined((link.markup for link in links), "; ")
    more = f" and {len(keys) - len(kept)} more" if len(keys) > len(kept) else ""
    return Cell(tag("span", markup, more, class_="citations"), " ".join(link.plain for link in links) + more)
