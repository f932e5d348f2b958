"""The words of every page as a script, from which the search shows what it found, and where.

Sphinx fetches each page it found to show an excerpt. A browser forbids that for pages opened from disk, so
the words lie in a file beside them, in pieces small enough to lead to: a section, a row with a name, a claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from sphinx.application import Sphinx

TEXTS, SCRIPT, STYLE = "page_texts.js", "search_excerpts.js", "search.css"
# What nobody looks for: code, buttons, formulas to cite by, notes that wait for a reader's choice.
_LEFT_OUT = (
    "script", "style", "template", "svg", "button", "form", "sup", ".headerlink", ".above-input",
    ".cell_input", ".exhibit-foot", ".cite-this", ".print-only", ".from-page", ".running-head",
)  # fmt: skip
_BLOCKS = {"p", "li", "td", "th", "tr", "div", "dt", "dd", "caption", "figcaption", "blockquote", "pre"}
_HEADINGS = {"h1", "h2", "h3", "h4"}


def ask_for_excerpts(
    app: Sphinx, page: str, _template: str, _context: dict[str, Any], _doctree: object
) -> None:
    """Load the words and what shows them, on the search page alone."""
    if page == "search":
        app.add_css_file(STYLE)
        for name in (TEXTS, SCRIPT):
            app.add_js_file(name, loading_method="defer")


def write_texts(app: Sphinx, failure: Exception | None) -> None:
    """Write the words of the finished pages into ``_static``."""
    if failure or app.builder.format != "html":
        return
    out = Path(app.outdir)
    texts = {page: list(pieces(out / f"{page}.html")) for page in sorted(app.env.found_docs)}
    held = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    (out / "_static" / TEXTS).write_text(f"window.pageTexts = {held};\n", "utf-8")


def pieces(path: Path) -> Iterator[tuple[str, str, str]]:
    """The pieces of a page in order: the anchor, the heading it stands under, and the words."""
    from lxml import html

    article = html.fromstring(path.read_text("utf-8")).find(".//article")
    if article is None:
        return
    for selector in _LEFT_OUT:
        kind = f"self::{selector}" if selector[0] != "." else _has_class(selector[1:])
        for element in article.xpath(f".//*[{kind}]"):
            element.drop_tree()
    yield from _pieces(article, "", "")


def _has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _pieces(element: HtmlElement, anchor: str, heading: str) -> Iterator[tuple[str, str, str]]:
    """The piece that `element` begins, then the pieces inside it that begin anew."""
    inner = [e for e in element.iterdescendants() if _begins(e) and _holder(e, element)]
    own = {id(e) for e in inner}
    words = " ".join("".join(_words(element, own)).split())
    if words:
        yield anchor, heading, words
    for piece in inner:
        titles = [child for child in piece if child.tag in _HEADINGS]
        title = " ".join(titles[0].text_content().split()) if titles else heading
        yield from _pieces(piece, piece.get("id"), title)


def _begins(element: HtmlElement) -> bool:
    named = element.tag in {"section", "tr"} or element.get("class") == "unit"
    return named and bool(element.get("id"))


def _holder(element: HtmlElement, outer: HtmlElement) -> bool:
    """Whether no other piece lies between the two."""
    for ancestor in element.iterancestors():
        if ancestor is outer:
            return True
        if _begins(ancestor):
            return False
    return False


def _words(element: HtmlElement, without: set[int]) -> Iterator[str]:
    """The words of an element but not of the pieces `without`, nor of its headings, which stand apart."""
    yield element.text or ""
    for child in element:
        if id(child) not in without and child.tag not in _HEADINGS and isinstance(child.tag, str):
            yield " " if child.tag in _BLOCKS else ""
            yield from _words(child, without)
            yield " " if child.tag in _BLOCKS else ""
        yield child.tail or ""
