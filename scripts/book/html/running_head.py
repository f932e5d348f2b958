"""The line above a chapter's heading: which report this is, and of which day.

A wide page has the title in its side bar; on a phone the bar is folded away, and this line stands in for it.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def put_above(app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Put the line above the text of each chapter."""
    if doctree is None or "body" not in context:  # the search page and the like
        return
    from scripts.report import citations

    work = citations.read_work(Path(app.srcdir))
    released = f"{work.released.day} {work.released:%B %Y}"
    told = escape(f"{work.title} · version {work.version} · {released}")
    context["body"] = f'<p class="running-head screen-only">{told}</p>\n{context["body"]}'
