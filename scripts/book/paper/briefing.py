"""A brief on one page of paper, set in the book's typefaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from scripts.book.paper.printing import faces
from scripts.exhibits.html import joined, tag
from scripts.ground.faults import Fault
from scripts.record import Citation
from scripts.report.briefs import TOGETHER, Brief, Entry, Evidence, reference

STYLE = Path(__file__).with_name("brief.css")
# How much of each quote, and how many of its citations, are kept when the page is too small (0: all).
_ROOM = ((0, 0), (400, 4), (240, 3), (160, 2), (100, 1), (60, 1))


def print_brief(found: Brief, into: Path) -> Brief:
    """Print ``found`` on one page, the same bytes at every call; what was printed.

    Long quotes and lists of citations are cut until it fits; of a pillar, findings are then left out from the
    end, and the page says how many. Raises Fault where it does not fit even so.
    """
    tried = found
    while True:
        for quote, cited in _ROOM:
            fitted = _cut(tried, quote, cited)
            document = _set(fitted)
            if len(document.pages) == 1:
                document.write_pdf(into, pdf_variant="pdf/ua-1", pdf_identifier=True)
                return fitted
        if not found.of_pillar or len(tried.entries) == 1:
            problem = f"{len(found.entries)} findings do not fit on one page"
            raise Fault("brief", found.title, problem, "name fewer")
        # The page was too long by about this share.
        kept = max(1, min(len(tried.entries) - 1, len(tried.entries) // len(document.pages) + 1))
        tried = replace(found, entries=found.entries[:kept], left_out=len(found.entries) - kept)


def _cut(found: Brief, quote: int, cited: int) -> Brief:
    def cut(said: Evidence) -> Evidence:
        words = (
            said.quote if not quote or len(said.quote) <= quote else f"{said.quote[: quote - 2].rstrip()} …"
        )
        return replace(said, quote=words, citations=said.citations[: cited or None])

    return replace(
        found, entries=tuple(replace(e, evidence=tuple(map(cut, e.evidence))) for e in found.entries)
    )


def _set(found: Brief) -> Document:
    fonts = FontConfiguration()
    local = URLFetcher(allowed_protocols=["file", "data"])
    style = CSS(string=faces() + STYLE.read_text("utf-8"), font_config=fonts, url_fetcher=local)
    page = HTML(string=f"<!DOCTYPE html>{html(found)}", url_fetcher=local)
    return page.render(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")


def html(found: Brief) -> Markup:
    """The page as HTML; words of the accounts are escaped."""
    work = found.work
    stamp = f"{work.released.isoformat()}T00:00:00Z"
    head = [tag("title", f"{found.title}: {work.title}")]
    for name, content in (
        ("author", work.publisher),
        ("generator", f"{work.project} {work.version}"),
        ("dcterms.created", stamp),
        ("dcterms.modified", stamp),
    ):
        head.append(Markup('<meta name="{}" content="{}">').format(name, content))
    numbers = {cited: number for number, cited in enumerate(found.references, 1)}
    body = [
        tag("p", f"{work.title}, version {work.version}", class_="from"),
        tag("h1", found.title),
        tag("ul", *(tag("li", f"Account {account}") for account in found.accounts), class_="accounts"),
        *(part for entry in found.entries for part in _entry(entry, numbers)),
    ]
    if found.left_out:
        count = "finding" if found.left_out == 1 else "findings"
        body.append(tag("p", f"{found.left_out} more {count} of this pillar: see the ledger.", class_="more"))
    if found.citation:
        body.append(tag("p", f"{TOGETHER} {found.citation}", class_="cite"))
    if numbers:
        body.append(tag("h2", "References"))
        body.append(tag("ol", *(tag("li", reference(cited)) for cited in numbers), class_="references"))
    return tag("html", tag("head", *head), tag("body", *body), lang=work.language)


def _entry(entry: Entry, numbers: dict[Citation, int]) -> Iterator[Markup]:
    yield tag("h2", entry.heading)
    yield tag("p", entry.rationale)
    yield tag("ul", *(_said(said, numbers) for said in entry.evidence), class_="evidence")
    if entry.citation:
        yield tag("p", "Cite as: ", entry.citation, class_="cite")


def _said(said: Evidence, numbers: dict[Citation, int]) -> Markup:
    cited = ", ".join(str(number) for number in sorted(numbers[c] for c in said.citations))
    return tag(
        "li",
        tag("strong", said.siglum), " ", tag("q", said.quote), f" ({said.where}). ",
        tag("em", said.standing), f": {said.note}" if said.note else "",
        joined([f" [{cited}]"]) if cited else "",
    )  # fmt: skip
