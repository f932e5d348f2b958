"""The accounts in full, side by side, with the words of every finding marked: one renderer for page and book.

Choosing a marked stretch shows what the ledger says of it. Without scripts the text, the marks and the
ledger below it stay; nothing is asked of the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from markupsafe import Markup

from scripts.accounts import Account
from scripts.discrepancies.discrepancy import COSMETIC, RELATIONS
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.exhibits.ledger import finding_cards
from scripts.passages import CHROME, HEADING, ITEM, Passage
from scripts.report import Finding, Report

# Quotation marks in text are escaped: these match attributes alone.
_ANCHOR = re.compile(r' id="([^"]+)"')
_BOOK_LINK = re.compile(r' href="[a-z-]+\.html#([^"]+)"')
_SHOWN = ("conflicts", "differs", "undetermined")


def synopsis(report: Report, findings: Sequence[Finding] | None = None) -> Exhibit:
    """Return the accounts side by side; the marks are those of ``findings`` (all, where none are given)."""
    chosen = report.findings if findings is None else findings
    columns = [_column(a, chosen) for a in report.accounts]
    markup = tag("div", *columns, class_="synopsis")
    return Exhibit(markup, "\n\n".join(a.source.text for a in report.accounts))


def page(report: Report, findings: Sequence[Finding]) -> str:
    """Return one self-contained HTML page: the accounts side by side, then the ledger."""
    style = Markup(files("scripts.exhibits").joinpath("synopsis.css").read_text("utf-8"))
    names = ", ".join(f"{s.siglum} = {s.title}" for s in report.sources)
    body = joined(
        [
            tag("h1", "What the accounts agree on and where they differ"),
            tag("p", names),
            tag("p", _summary(findings)),
            synopsis(report, findings).markup,
            tag("h2", "Findings"),
            *(tag("div", finding_cards(report, [f.label]).markup, id=f.anchor) for f in findings),
        ]
    )
    head = joined(
        [
            Markup('<meta charset="utf-8">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", "Accounts compared"),
            Markup("<style>{}</style>").format(style),
        ]
    )
    html = tag("html", tag("head", head), tag("body", tag("main", body)), lang="en")
    return f"<!DOCTYPE html>\n{_standing_alone(html)}\n"


def _standing_alone(html: str) -> str:
    """Turn links to other pages of the book into links within this one, or plain words for want of one."""
    here = set(_ANCHOR.findall(html))
    return _BOOK_LINK.sub(lambda link: f' href="#{link[1]}"' if link[1] in here else "", html)


def _summary(findings: Sequence[Finding]) -> str:
    counts = [
        f"{sum(f.discrepancy.relation == relation for f in findings)} {relation}" for relation in RELATIONS
    ]
    return "; ".join(counts) + "."


def _column(account: Account, findings: Sequence[Finding]) -> Markup:
    spans = _spans(account, findings)
    parts = [tag("h2", f"{account.siglum}: {account.source.title}")]
    parts += [_passage(p, [s for s in spans if s[0] < p.end and p.start < s[1]]) for p in account.passages]
    return tag("section", *parts, class_="synopsis-account", aria_label=f"Account {account.siglum}")


def _spans(account: Account, findings: Sequence[Finding]) -> list[tuple[int, int, Finding]]:
    """Return the stretches of an account that findings speak of, agreements and silences left unmarked."""
    return [
        (r.start, r.end, f)
        for f in findings
        if f.discrepancy.relation in _SHOWN
        for r in f.discrepancy.readings
        if r.source == account.siglum
    ]


def _passage(passage: Passage, spans: Sequence[tuple[int, int, Finding]]) -> Markup:
    content = joined(_marked(passage, spans))
    if passage.kind == HEADING:
        return tag("h3", content)
    if passage.kind == CHROME:
        return tag("p", content, class_="chrome", title=f"site furniture: {passage.reason}")
    return tag("p", content, class_="item" if passage.kind == ITEM else None)


def _marked(passage: Passage, spans: Sequence[tuple[int, int, Finding]]) -> Iterator[Markup | str]:
    """Yield the passage's text in pieces: plain, or marked with the findings that speak of the piece."""
    inner = {max(s[0], passage.start) for s in spans} | {min(s[1], passage.end) for s in spans}
    for start, end in pairwise(sorted(inner | {passage.start, passage.end})):
        text = passage.quote[start - passage.start : end - passage.start]
        here = [f for a, b, f in spans if a <= start and end <= b]
        if not here:
            yield text
            continue
        telling = [f for f in here if f.discrepancy.materiality != COSMETIC]
        labels = ", ".join(dict.fromkeys(f.label for f in telling))
        first = (telling or here)[0]
        look = f"relation-{first.discrepancy.relation}" if telling else "cosmetic"
        link = tag("a", text, href=f"#{first.anchor}", class_="synopsis-link")
        yield tag(
            "mark",
            link,
            tag("sup", labels) if labels else "",
            class_=look,
            title="; ".join(dict.fromkeys(f.discrepancy.rationale for f in here)),
        )
