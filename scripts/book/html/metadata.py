"""What the head of each page tells reference managers and search engines; at its end, how to cite it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.book.publishing import PDF

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def describe(app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Add the page's ``citation_`` tags (and Open Graph's where the book has an address) and its citation.

    The link to the canonical address is Sphinx's own, made of the same setting.
    """
    if doctree is None:  # the search page and others that nobody cites
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
    # A book without exhibits has the machinery alone.
    if (root / "scripts" / "exhibits").is_dir():
        from scripts.exhibits.citation_box import citing

        context["body"] += str(citing(cited).markup)
    # Whoever prints this page from a browser holds it without the rest of the book.
    context["body"] += f'<p class="from-page">{escape(citation_formats.formatted(cited))}</p>'
