"""What stands around the texts of the synopsis: filters, a legend, the choice of an account, the panel.

All of it is made here and stays hidden without scripts, except the legend, which needs none.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import MATERIALITIES, RELATIONS
from scripts.exhibits.claims import pillar_ids
from scripts.exhibits.html import tag
from scripts.exhibits.side_by_side import GRAVEST, MARKED, Span, look_of, marked_words
from scripts.record.standings import BORNE_OUT, CONFIRMED, NEAR, NOT_CHECKED, REFUTED, UNCONFIRMED
from scripts.report import Finding, Report

_MEANING = {
    REFUTED: "the record rules it out",
    NEAR: "the record has a neighboring term",
    UNCONFIRMED: "not found in the record",
    NOT_CHECKED: "nothing on record to hold against it",
    BORNE_OUT: "another document of those days has it",
    CONFIRMED: "the record has it",
}
_HELP = (
    "Choose a claim by its label, or anywhere in its words: what the ledger says of it, and its "
    "counterparts, stand at the foot of the screen."
)
_KEYS = (
    " With the keyboard: up and down to the next claim, left and right to its counterpart, Escape to let go."
)


def filters(report: Report, findings: Sequence[Finding]) -> Markup:
    """Lists to choose passages by; each offers only what some passage has."""
    pillars = {c.assignment.pillar for c in report.claims}
    relations = {f.discrepancy.relation for f in findings}
    weights = {f.discrepancy.materiality for f in findings}
    verdicts = {r.standing.verdict for f in findings for r in f.discrepancy.readings}
    choices = (
        ("pillar", [(p, report.pillars.title(p)) for p in pillar_ids(report) if p in pillars]),
        ("standing", [(v, v) for v in GRAVEST if v in verdicts]),
        ("relation", [(r, r) for r in RELATIONS if r in relations]),
        ("materiality", [(m, m) for m in MATERIALITIES if m in weights]),
    )
    selects = [
        tag(
            "label",
            f"{name.capitalize()} ",
            tag(
                "select",
                tag("option", "all", value=""),
                *(tag("option", words, value=value) for value, words in values),
                name=name,
            ),
        )
        for name, values in choices
        if name != "pillar" or len(values) > 1  # all claims are under the one there is
    ]
    status = tag("p", class_="synopsis-status", role="status")
    return tag("form", *selects, status, class_="synopsis-filters", hidden="", aria_label="Filter the claims")


def legend(report: Report, findings: Sequence[Finding]) -> Markup:
    """What the marks mean: of the standings, those that some words have."""
    spans = [span for account in report.accounts for span in marked_words(account, findings)]
    there = {span.verdict for span in spans if not span.cosmetic}
    if there == {NOT_CHECKED}:
        return _legend_of_relations(spans)
    keys = [
        tag("li", tag("mark", verdict, class_=look_of(verdict)), f" {_MEANING[verdict]}")
        for verdict in GRAVEST
        if verdict in there
    ]
    if any(span.cosmetic for span in spans):
        keys.append(tag("li", tag("mark", "dotted", class_="cosmetic"), " a trace of how the text was made"))
    if not keys:
        return Markup("")
    lead = tag("p", "Words of a finding are marked by what the record says of them:")
    return tag("div", lead, tag("ul", *keys), class_="synopsis-legend")


def _legend_of_relations(spans: Sequence[Span]) -> Markup:
    """What the marks mean where there is no record to hold the words against."""
    there = {span.finding.discrepancy.relation for span in spans if not span.cosmetic}
    keys = [
        tag("li", tag("mark", relation, class_=f"{look_of(NOT_CHECKED)} relation-{relation}"))
        for relation in MARKED
        if relation in there
    ]
    lead = tag("p", "Words of a finding are marked by how the accounts stand:")
    return tag("div", lead, tag("ul", *keys), class_="synopsis-legend")


def help_text() -> Markup:
    """How to use it; what is said of keys is shown only where there are some."""
    keys = tag("span", _KEYS, class_="synopsis-keys")
    return tag("p", _HELP, keys, class_="synopsis-help", hidden="")


def switch(report: Report) -> Markup:
    """The choice of an account, where a page has room for one at a time."""
    buttons = [
        tag("button", f"Account {s.siglum}", type="button", data_account=s.siglum, aria_pressed="false")
        for s in report.sources
    ]
    return tag(
        "div", *buttons, class_="synopsis-switch", role="group", hidden="", aria_label="The account shown"
    )


def panel() -> Markup:
    """Where the ledger's words on a chosen claim are shown."""
    close = tag("button", "Close", type="button", class_="synopsis-close")
    return tag(
        "section", close, tag("div", class_="synopsis-notes"),
        class_="synopsis-panel", hidden="", tabindex="0", aria_label="What the ledger says of the claim",
    )  # fmt: skip
