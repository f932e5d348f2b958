"""Repairs of the theme's pages: requests to the network, faults for screen readers, invalid HTML.

Each repair is a piece of text that the theme writes and the text it should have written. Tests check every
page for accessibility and valid HTML, so they notice when the theme writes something else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What the theme writes, and its replacement.
MENDS = (
    # A list that has no list items.
    (r'<div role="list" class="citation-list">', '<div class="citation-list">'),
    # A label that is not what the line says, and a paragraph where only words may stand.
    (r'<summary aria-label="Toggle hidden content">', "<summary>"),
    (
        r'<p class="(collapsed|expanded) admonition-title">([^<]*)</p>',
        r'<span class="\1 admonition-title">\2</span>',
    ),
    # An obsolete role that its element may not have.
    (r'(<div class="citation" [^>]*?) role="doc-biblioentry"', r"\1"),
    # The name of the book is outside every landmark that a screen reader can jump to.
    (
        r'<div class="sidebar-primary-item">(?=\s*<a class="navbar-brand)',
        '<div class="sidebar-primary-item" role="banner">',
    ),
    # A second title and list of sections, for paper: there the article begins with its own.
    (r'<div id="jb-print-docs-body".*?(?=<div id="searchbox">)', ""),
    # A role that the element has by default.
    (r'(<main\b[^>]*?) role="main"', r"\1"),
    # In tables: a label on what has no role, blocks in a line of text, a heading without words.
    (r'<span aria-label="nothing">', '<span role="img" aria-label="nothing">'),
    (r"<small>(?=\s*<div\b)", '<div class="small">'),
    (r"</div>(\s*)</small>", r"</div>\1</div>"),
    (r'<th scope="(?:row|col)"(?: class="number")?>\s*</th>', "<td></td>"),
    # The search has no text that spelling could correct.
    (r'(<input\b[^>]*?)\s+autocorrect="off"', r"\1"),
)
_MENDS = tuple((re.compile(pattern, re.DOTALL), mended) for pattern, mended in MENDS)


def drop_live_services(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Remove the live notebook service from a page: the book loads nothing from the network."""
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context.get(kind, []) if not _is_thebe(asset)]


def _is_thebe(asset: Any) -> bool:
    return "thebe" in f"{asset.filename or ''} {asset.attributes.get('body', '')}".lower()


def tidy_pages(app: Sphinx, failure: Exception | None) -> None:
    """Repair the pages once they are written; pages repaired before stay as they are."""
    if failure or app.builder.format != "html":
        return
    for name in (*app.env.found_docs, "search", "genindex"):
        path = Path(app.outdir) / f"{name}.html"
        if path.is_file():
            text = path.read_text("utf-8")
            mended = tidied(text)
            if mended != text:
                path.write_text(mended, "utf-8")


def tidied(text: str) -> str:
    """A page with all known faults repaired."""
    for pattern, mended in _MENDS:
        text = pattern.sub(mended, text)
    return text
