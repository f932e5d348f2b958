"""A page of its own with a comparison: the table that fits a screen, the findings, the accounts side by side.

`compare --format html` writes it, the local page shows it, a notebook displays it. It loads nothing from the
network; of its scripts, the page itself names the digests, so that a browser runs no other.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    COSMETIC,
    DIFFERS,
    MATERIALITIES,
    ONLY_IN_ONE,
    RELATIONS,
    UNDETERMINED,
)
from scripts.exhibits.badges import siglum_badge, type_words
from scripts.exhibits.html import Exhibit, escaped, joined, tag
from scripts.exhibits.ledger import finding_card
from scripts.exhibits.overview_table import overview_table
from scripts.exhibits.synopsis import synopsis, text_of
from scripts.exhibits.table_filters import Choice, Tools
from scripts.report import Finding, Report

# Quotation marks in text are escaped, so these match attributes only.
_ANCHOR = re.compile(r' id="([^"]+)"')
_BOOK_LINK = re.compile(r' href="[a-z-]+\.html#([^"]+)"')
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The book's style of exhibits: a page of its own looks the same.
_BOOK_STYLE = Path(__file__).parents[1] / "book" / "html" / "static" / "exhibits.css"
_TITLES = {
    CONFLICTS: "In conflict",
    DIFFERS: "Different in a detail",
    ONLY_IN_ONE: "In one account only",
    AGREES: "Agreed",
    UNDETERMINED: "Could not be judged",
    COSMETIC: "Cosmetic differences",
}
_GRAVE = (CONFLICTS, DIFFERS)


@dataclass(frozen=True)
class Beside:
    """What a page tells beside the findings: warnings, what was read of each account, the whole as text."""

    warnings: Sequence[str] = ()
    read: Sequence[Sequence[str]] = ()
    text: str = ""


def page(report: Report, findings: Sequence[Finding], beside: Beside | None = None) -> str:
    """A single HTML page with these findings, which loads nothing from the network."""
    beside = beside or Beside()
    body = joined(
        [
            tag("h1", "What the accounts agree on and where they differ"),
            _totals(_grouped(findings)),
            *(tag("p", line, class_="warned") for line in beside.warnings),
            _sources(report, beside.read),
            text_to_copy(beside.text),
            *(overview_table(pair, findings).markup for pair in report.pairs),
            findings_to_choose_from(report, findings),
            tag("h2", "Side by side", id="side-by-side"),
            synopsis(report, findings, heading=3, standing_alone=True).markup,
        ]
    )
    return standing_page("Accounts compared", body)


def standing_page(title: str, body: Markup) -> str:
    """A page that needs no other file: its style, its scripts, and the digests of these."""
    inner = _standing_alone(tag("main", body, class_="comparison") + tag("script", Markup(script())))
    digests = " ".join(f"'sha256-{_digest(found)}'" for found in _SCRIPT.findall(inner))
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src {digests}; base-uri 'none'"
    head = joined(
        [
            Markup('<meta charset="utf-8">'),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", title),
            tag("style", Markup(style())),
        ]
    )
    html = tag("html", tag("head", head), tag("body", Markup(inner)), lang="en")
    return f"<!DOCTYPE html>\n{html}\n"


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def script() -> str:
    """The script that filters what a page lists, copies its text, and fits it into a frame."""
    return text_of("comparison.js")


def style() -> str:
    """The book's style of exhibits, dark where the reader's system is dark, and the style of these pages."""
    book = _BOOK_STYLE.read_text("utf-8")
    dark = re.search(r'html\[data-theme="dark"\] \{([^}]*)\}', book)
    system = (
        f'@media (prefers-color-scheme: dark) {{ html:not([data-theme="light"]) {{ {dark[1]} }} }}'
        if dark
        else ""
    )
    own = ("pages.css", "tables.css", "stacked_tables.css", "synopsis.css", "comparison.css")
    return "\n".join([book, system, *map(text_of, own)])


def _standing_alone(html: str) -> str:
    """Turn links to other pages of the book into links within this page, or into plain words."""
    here = set(_ANCHOR.findall(html))

    def local(link: re.Match[str]) -> str:
        anchor = link[1] if link[1] in here else f"synopsis-{link[1].removeprefix('claim-')}"
        return f' href="#{anchor}"' if anchor in here else ""

    return _BOOK_LINK.sub(local, html)


def printed(report: Report, findings: Sequence[Finding]) -> Markup:
    """The tables and the gravest findings without links and anchors, for paper."""
    cards = [finding_card(report, f, whole=True).markup for f in findings if group(f) in _GRAVE]
    markup = joined([*(overview_table(pair, findings).markup for pair in report.pairs), *cards])
    return Markup(re.sub(r' (?:href|id)="[^"]*"', "", markup))


def _sources(report: Report, read: Sequence[Sequence[str]]) -> Markup:
    """Which account has which letter, and what was read of it."""
    lines = []
    for number, source in enumerate(report.sources):
        facts = [tag("div", line, class_="small") for line in (read[number] if number < len(read) else ())]
        name = source.file.name
        title = f"{source.title} ({name})" if source.title not in ("", name) else name
        lines.append(tag("li", siglum_badge(source.siglum).markup, tag("span", title), *facts))
    return tag("ul", *lines, class_="accounts-read")


def findings_to_choose_from(report: Report, findings: Sequence[Finding]) -> Markup:
    """The findings as cards under a search and lists to choose by; what is not grave is folded away."""
    parts = [tag("h2", "Findings", id="findings")]
    if findings:
        parts.append(_bar(findings))
    for name, own in _grouped(findings).items():
        if own:
            parts.append(_group(report, name, own))
    return tag("section", *parts, class_="choose-from", aria_labelledby="findings")


def group(finding: Finding) -> str:
    """The group under which a page shows a finding: its relation, or that it is cosmetic."""
    found = finding.discrepancy
    return COSMETIC if found.materiality == COSMETIC and found.relation in _GRAVE else found.relation


def _grouped(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings of each group, the gravest group first."""
    groups: dict[str, list[Finding]] = {name: [] for name in _TITLES}
    for finding in findings:
        groups[group(finding)].append(finding)
    return groups


def _totals(groups: dict[str, list[Finding]]) -> Markup:
    """How many findings each group has, each number a link to the first of them."""
    told = [
        tag("a", f"{len(own)} {_TITLES[name].lower()}", href=f"#{own[0].anchor}")
        for name, own in groups.items()
        if own
    ]
    return tag("p", joined(told, "; ") if told else "Nothing was found.", class_="totals")


def _bar(findings: Sequence[Finding]) -> Markup:
    about = [_about(finding) for finding in findings]
    types = sorted({row["type"] for row in about})
    choices = [
        Choice("relation", "Relation", {r: r for r in RELATIONS}),
        Choice("materiality", "Weight", {m: m for m in MATERIALITIES}),
        Choice("type", "Type", {t: type_words(t).plain.replace("-", " ") for t in types}),
    ]
    return Tools("findings", choices).bar("Findings", about)


def _about(finding: Finding) -> dict[str, str]:
    found = finding.discrepancy
    return {"relation": found.relation, "materiality": found.materiality, "type": found.type}


def _group(report: Report, name: str, own: Sequence[Finding]) -> Markup:
    cards = [_told(report, finding, name) for finding in own]
    if name in _GRAVE:
        return tag("section", tag("h3", _TITLES[name]), *cards, class_="told-group")
    summary = tag("summary", f"{_TITLES[name]} ({len(own)})")
    return tag("details", summary, *cards, class_="told-group")


def _told(report: Report, finding: Finding, name: str) -> Markup:
    card = finding_card(report, finding, whole=name in (*_GRAVE, UNDETERMINED)).markup
    return told(card, _about(finding), finding.anchor)


def told(card: Markup, about: dict[str, str], anchor: str | None = None) -> Markup:
    """One thing of a list to choose from, with the values by which it is chosen."""
    data = {f"data_{key}": value for key, value in about.items()}
    return tag("div", card, class_="told", id=anchor, **data)


def text_to_copy(text: str) -> Markup:
    """A text line by line, as in a terminal, and a button that copies it; it is shown if that fails."""
    if not text:
        return Markup("")
    button = tag("button", "Copy as text", type="button")
    lines = tag("pre", joined(_lines(text), Markup("\n")), class_="as-text", hidden="", tabindex="0")
    status = tag("span", class_="small", role="status", data_done="Copied.", data_failed="Copy it from here:")
    return tag("div", button, " ", status, lines, class_="to-copy screen-only", hidden="")


def _lines(text: str) -> Iterator[Markup]:
    yield from (escaped(line) for line in text.split("\n"))


def framed(html: str, title: str, beside: Markup) -> Exhibit:
    """A whole page as something to display in a notebook, in a frame; on paper there is ``beside``."""
    frame = tag("iframe", srcdoc=None, title=title, class_="comparison-frame", style=_FRAME)
    # A quotation mark and an ampersand are all that could end an attribute; the page itself is markup.
    held = html.replace("&", "&amp;").replace('"', "&quot;")
    markup = Markup(str(frame).replace("<iframe", f'<iframe srcdoc="{held}"', 1))
    return Exhibit(joined([markup, tag("div", beside, class_="print-only", hidden="")]), title)


_FRAME = "width: 100%; height: 36rem; border: 0"
