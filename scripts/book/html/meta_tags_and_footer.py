"""The meta tags of each page, for reference managers and search engines, and its footer: the citation."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.book.publishing import PDF

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def describe(app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Add the page's ``citation_`` tags (and Open Graph's where the book has an address) and its citation.

    Sphinx itself adds the link to the canonical address, from the same setting.
    """
    if doctree is None:  # the search page and other pages that are not cited
        return
    from markupsafe import Markup

    from scripts.report import citation_formats, citations

    root = Path(app.srcdir)
    cited = citations.of_chapter(citations.read_work(root), page, Markup(context["title"]).striptags())
    tags = (
        f'<meta {attribute}="{escape(name)}" content="{escape(content)}" />'
        for attribute, name, content in citation_formats.meta_tags(cited, PDF if app.config.with_pdf else "")
    )
    context["metatags"] = "\n".join([context.get("metatags", ""), *tags])
    if "body" not in context:
        return
    # A book without exhibits has no citation boxes.
    if (root / "scripts" / "exhibits").is_dir():
        from scripts.exhibits.citation_box import citing, in_full

        # On paper the first page is a sheet of its own, without room for its citation.
        first = page == app.config.root_doc
        context["body"] += str(in_full(cited) if first else citing(cited).markup)
    # A reader may print this page alone from a browser, so it carries its citation.
    context["body"] += f'<p class="from-page">{escape(citation_formats.formatted(cited))}</p>'
