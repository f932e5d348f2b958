"""How to cite what a page shows: a sentence to read, and forms to copy into a reference manager."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from scripts import citation_formats, citations, report
from scripts.citations import BOOK, CHAPTER, CLAIM, EXHIBIT, FINDING, Citable
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.report import Report


def cite_this(found: Report, label_or_chapter: str = "", root: Path = report.ROOT) -> Exhibit:
    """How to cite a finding (``F12``), a claim (``A-3``), a chapter (``meetings``), or the book ("").

    On a screen it opens to the forms, each as text to copy. On paper it is the sentence, with the page that a
    finding or a claim stands on; nothing for a chapter. Raises Fault for what the report has not.
    """
    return citing(citations.cited(found, citations.read_work(root), root, label_or_chapter))


def cite_exhibit(page: str, anchor: str, title: str, root: Path = report.ROOT) -> Exhibit:
    """How to cite a figure or table: its page (``chapters/meetings``), its anchor there, its title."""
    return citing(citations.of_exhibit(citations.read_work(root), page, anchor, title))


def citing(cited: Citable) -> Exhibit:
    """The citation of anything citable, in every form."""
    forms = {form: citation_formats.written(cited, form) for form in citation_formats.FORMS}
    rows = tuple({"cited": cited.label, "form": form, "citation": text} for form, text in forms.items())
    details = tag(
        "details",
        tag("summary", f"Cite {_named(cited)}"),
        tag("dl", *(joined((tag("dt", form), tag("dd", _copied(text)))) for form, text in forms.items())),
        # What is folded away on a screen is not printed: the sentence below is.
        class_="cite-this screen-only",
    )
    printed = tag("p", "Cite as: ", forms["Text"], " ", _page(cited), class_="cite-this print-only")
    if cited.kind == CHAPTER:  # on paper the book is one thing, and says at its front how to cite it
        printed = Markup("")
    return Exhibit(joined((details, printed)), "\n\n".join(forms.values()), rows)


def _named(cited: Citable) -> str:
    if cited.kind in (FINDING, CLAIM):
        return cited.label
    return {BOOK: "the report", EXHIBIT: "this"}.get(cited.kind, "this chapter")


def _copied(text: str) -> Markup:
    """Text to copy, its lines kept. The class brings the book's copy button, where scripts run."""
    lines = joined(text.strip().splitlines(), Markup("\n"))
    return tag("div", tag("pre", lines), class_="highlight cite-form")


def _page(cited: Citable) -> Markup:
    """The page that it is printed on, which only the printer knows: the style sheet fills it in."""
    if cited.kind not in (FINDING, CLAIM):
        return Markup("")
    page, _, _ = cited.address.rpartition("/")[2].partition("#")
    anchor = cited.address.rpartition("#")[2]
    return tag("a", class_="cite-page", href=f"{page}#{anchor}", aria_label=f"the page of {cited.label}")
