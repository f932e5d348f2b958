"""The synopsis: the full accounts side by side, every claim marked; for the book and for a page of its own.

When a reader chooses a claim, ``synopsis.js`` scrolls to its counterparts and shows what differs and what the
record says. The script holds no text: it only moves what was made here. Without scripts the text, the marks
and the links to the ledger remain; on paper there is a table. Nothing is loaded from the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import RELATIONS
from scripts.exhibits import synopsis_controls as controls
from scripts.exhibits.badges import quoted
from scripts.exhibits.collation import Unit, collation_data, collation_table, place, units
from scripts.exhibits.exhibit_foot import foot
from scripts.exhibits.html import Exhibit, joined, listed, tag, visible
from scripts.exhibits.ledger import finding_card
from scripts.exhibits.side_by_side import pane
from scripts.report import Finding, Report

# Quotation marks in text are escaped, so these match attributes only.
_ANCHOR = re.compile(r' id="([^"]+)"')
_BOOK_LINK = re.compile(r' href="[a-z-]+\.html#([^"]+)"')
# The book's style of exhibits: a page of its own looks the same.
_BOOK_STYLE = Path(__file__).parents[1] / "book" / "html" / "static" / "exhibits.css"
_HERE = "table-synopsis"
# What the interactive part needs, in this order.
SCRIPTS = ("kept_choices.js", "synopsis.js")


def synopsis(
    report: Report, findings: Sequence[Finding] | None = None, heading: int = 3, standing_alone: bool = False
) -> Exhibit:
    """The accounts side by side, marked and explained by ``findings`` (default: all).

    `heading` is the level of the accounts' headings. A page of its own carries its style, and offers no data
    to download.
    """
    chosen = report.findings if findings is None else tuple(findings)
    found = units(report, chosen)
    rows = collation_data(report, found)
    parts = [
        controls.filters(report, chosen),
        controls.legend(report, chosen),
        controls.help_text(),
        controls.switch(report),
        tag(
            "div",
            *(pane(a, found, chosen, heading) for a in report.accounts),
            class_="synopsis-panes",
        ),
        controls.panel(),
        *_notes(report, found, chosen),
    ]
    if not standing_alone:
        parts.append(tag("template", tag("style", Markup(text_of("synopsis.css"))), class_="synopsis-style"))
    interactive = tag("div", *parts, class_="synopsis screen-only")
    # On paper nothing can be chosen: print a table.
    table = tag("div", collation_table(report, found).markup, class_="synopsis-table print-only")
    script = tag("script", Markup("\n".join(map(text_of, SCRIPTS))))
    shown = joined([interactive, table, script])
    if not standing_alone:
        below = foot(_HERE, "Synopsis: the accounts side by side", rows)
        shown = tag("div", shown, below, class_="synopsis-whole", id=_HERE)
    plain = "\n\n".join(f"{a.siglum}: {visible(a.source.text)}" for a in report.accounts)
    return Exhibit(shown, plain, rows)


def text_of(name: str) -> str:
    """The text of a style sheet or script in this folder."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _notes(report: Report, found: Sequence[Unit], findings: Sequence[Finding]) -> Iterator[Markup]:
    """Hidden contents of the panel: a note for each unit, a card for each finding."""
    for unit in found:
        yield tag("template", _note(report, unit), data_unit=unit.anchor)
    told = {f.label for unit in found for f in unit.findings}
    for finding in findings:
        if finding.label in told:
            yield tag("template", finding_card(report, finding).markup, data_finding=finding.label)


def _note(report: Report, unit: Unit) -> Markup:
    labels = listed([c.label for c in unit.claims])
    pillar = report.pillars.title(unit.claims[0].assignment.pillar)
    lines = []
    for source in report.sources:
        if source.siglum == unit.siglum:
            continue
        partners = unit.partners_in(source.siglum)
        beside = [joined([tag("a", c.label, href=f"#{place(c)}"), f" ({level})"]) for c, level in partners]
        lines.append(
            joined(
                [
                    f"In {source.siglum}: ",
                    joined(beside, ", ") if beside else "no counterpart was found",
                    ". ",
                ]
            )
        )
    told = tag("p", tag("strong", labels), f", {pillar}. ", *lines)
    # Where one account is shown at a time, the words of the other stand here.
    beside = [
        tag("p", tag("a", c.label, href=f"#{place(c)}"), " ", quoted(c.claim.source, c.claim.quote).markup)
        for c, _ in unit.partners
    ]
    return joined([told, tag("div", *beside, class_="synopsis-beside")]) if beside else told


def page(report: Report, findings: Sequence[Finding]) -> str:
    """A single HTML page with these findings, which loads nothing from the network."""
    names = ", ".join(f"{s.siglum} = {s.title}" for s in report.sources)
    body = joined(
        [
            tag("h1", "What the accounts agree on and where they differ"),
            tag("p", names),
            tag("p", _summary(findings)),
            synopsis(report, findings, heading=2, standing_alone=True).markup,
            tag("h2", "Findings"),
            *(tag("div", finding_card(report, f).markup, id=f.anchor) for f in findings),
        ]
    )
    head = joined(
        [
            Markup('<meta charset="utf-8">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", "Accounts compared"),
            tag("style", Markup(_style())),
        ]
    )
    html = tag("html", tag("head", head), tag("body", tag("main", body)), lang="en")
    return f"<!DOCTYPE html>\n{_standing_alone(html)}\n"


def _style() -> str:
    """The book's style of exhibits, dark where the reader's system is dark, and the style of the synopsis."""
    book = _BOOK_STYLE.read_text("utf-8").replace('html[data-theme="dark"]', ":root.dark")
    dark = re.search(r":root\.dark \{([^}]*)\}", book)
    system = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark[1]} }} }}" if dark else ""
    return "\n".join([book, system, text_of("pages.css"), text_of("synopsis.css")])


def _standing_alone(html: str) -> str:
    """Turn links to other pages of the book into links within this page, or into plain words."""
    here = set(_ANCHOR.findall(html))

    def local(link: re.Match[str]) -> str:
        anchor = link[1] if link[1] in here else f"synopsis-{link[1].removeprefix('claim-')}"
        return f' href="#{anchor}"' if anchor in here else ""

    return _BOOK_LINK.sub(local, html)


def _summary(findings: Sequence[Finding]) -> str:
    counts = [
        f"{sum(f.discrepancy.relation == relation for f in findings)} {relation}" for relation in RELATIONS
    ]
    return "; ".join(counts) + "."
