"""The synopsis: the full accounts side by side, every claim marked; for the book and for a page of its own.

When a reader chooses a claim, ``synopsis.js`` scrolls to its counterparts and shows what differs and what the
record says. The script holds no text: it only moves what was made here. Without scripts the text, the marks
and the links to the ledger remain; on paper there is a table. Nothing is loaded from the network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from scripts.exhibits import synopsis_controls as controls
from scripts.exhibits.badges import quoted
from scripts.exhibits.collation import Unit, collation_data, collation_table, place, units
from scripts.exhibits.exhibit_foot import foot
from scripts.exhibits.html import Exhibit, joined, listed, tag, visible
from scripts.exhibits.ledger import finding_card
from scripts.exhibits.side_by_side import pane
from scripts.report import Finding, Report

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
    script = tag("script", Markup(script_text()))
    shown = joined([interactive, table, script])
    if not standing_alone:
        below = foot(_HERE, "Synopsis: the accounts side by side", rows)
        shown = tag("div", shown, below, class_="synopsis-whole", id=_HERE)
    plain = "\n\n".join(f"{a.siglum}: {visible(a.source.text)}" for a in report.accounts)
    return Exhibit(shown, plain, rows)


def script_text() -> str:
    """The script that brings the synopsis to life."""
    return "\n".join(map(text_of, SCRIPTS))


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
    pillar = report.pillars.title(unit.claims[0].assignment.pillar) if report.pillars.pillars else ""
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
    told = tag("p", tag("strong", labels), f", {pillar}. " if pillar else ". ", *lines)
    # Where one account is shown at a time, the words of the other stand here.
    beside = [
        tag("p", tag("a", c.label, href=f"#{place(c)}"), " ", quoted(c.claim.source, c.claim.quote).markup)
        for c, _ in unit.partners
    ]
    return joined([told, tag("div", *beside, class_="synopsis-beside")]) if beside else told
