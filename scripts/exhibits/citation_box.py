"""The box "cite this": a citation as a sentence, and in forms to copy into a reference manager."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from scripts import report
from scripts.exhibits.exhibit_foot import kind
from scripts.exhibits.html import Exhibit, joined, tag
from scripts.report import Report, citation_formats, citations
from scripts.report.citations import BOOK, CHAPTER, CLAIM, EXHIBIT, FINDING, Citable

WHOLE = "whole"
_ENDS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}


def cite_this(found: Report, label_or_chapter: str = "", root: Path = report.ROOT) -> Exhibit:
    """How to cite a finding (``F12``), a claim (``A-3``), a chapter (``meetings``), or the book ("").

    On a screen the box opens to show all forms. On paper it is a sentence, with the page number of a finding,
    a claim or a chapter. Raises Fault where the report has no such label or chapter.
    """
    return citing(citations.cited(found, citations.read_work(root), root, label_or_chapter))


def cite_exhibit(page: str, anchor: str, title: str, root: Path = report.ROOT) -> Exhibit:
    """How to cite a figure or table: its page (``chapters/meetings``), its anchor there, its title."""
    return citing(citations.of_exhibit(citations.read_work(root), page, anchor, title))


def citing(cited: Citable) -> Exhibit:
    """The citation of anything citable, in every form."""
    forms = {form: citation_formats.written(cited, form) for form in citation_formats.FORMS}
    rows = tuple({"cited": cited.label, "form": form, "citation": text} for form, text in forms.items())
    printed = tag("p", "Cite as: ", forms["Text"], " ", _page(cited), class_="cite-this print-only")
    return Exhibit(joined((in_full(cited), printed)), "\n\n".join(forms.values()), rows)


def in_full(cited: Citable) -> Markup:
    """A box that opens to every form of a citation, each as text to copy; for a screen."""
    forms = {form: citation_formats.written(cited, form) for form in citation_formats.FORMS}
    return tag(
        "details",
        tag("summary", f"Cite {_named(cited)}"),
        tag("dl", *(joined((tag("dt", form), tag("dd", _copied(text)))) for form, text in forms.items())),
        # The folded box is not printed; the sentence below it is.
        class_="cite-this screen-only",
        data_cites=cited.anchor if cited.kind in (FINDING, CLAIM) else None,
        data_form=WHOLE if cited.kind in (FINDING, CLAIM) else None,
    )


def in_short(cited: Citable, folder: str) -> Markup:
    """A small box with the citation as a sentence, and links to its other forms as files in `folder`.

    It is for rows, tables and figures, of which a page may have a hundred. It needs no script and no network.
    """
    links = [
        tag(
            "a", form, href=f"{folder}/{name}", download=name, aria_label=f"{form}: {_named(cited)}"
        )
        for form, name in files_of(cited).items()
    ]  # fmt: skip
    return tag(
        "details",
        tag("summary", f"Cite {_named(cited)}"),
        tag(
            "div",
            tag("p", citation_formats.formatted(cited)),
            tag("p", joined(links, " ")),
            class_="cite-body",
        ),
        class_="cite-this screen-only",
        data_cites=cited.anchor,
        data_title=cited.title if cited.kind == EXHIBIT else None,
    )


def files_of(cited: Citable) -> dict[str, str]:
    """The names of the files that hold a citation, by their form."""
    return {form: f"{cited.label.lower()}.{end}" for form, end in _ENDS.items()}


def _named(cited: Citable) -> str:
    if cited.kind in (FINDING, CLAIM):
        return cited.label
    if cited.kind == EXHIBIT:
        return f"this {kind(cited.anchor)}"
    return "the report" if cited.kind == BOOK else "this chapter"


def _copied(text: str) -> Markup:
    """Text to copy, line by line. Its class adds the book's copy button if scripts run."""
    lines = joined(text.strip().splitlines(), Markup("\n"))
    return tag("div", tag("pre", lines), class_="highlight cite-form")


def _page(cited: Citable) -> Markup:
    """The printed page number. Only the printer knows it, so the style sheet fills it in."""
    if cited.kind not in (FINDING, CLAIM, CHAPTER):
        return Markup("")
    # A chapter begins with a label of its name.
    page = f"#{cited.label}" if cited.kind == CHAPTER else cited.address.rpartition("/")[2]
    return tag("a", class_="cite-page", href=page, aria_label=f"the page of {_named(cited)}")
