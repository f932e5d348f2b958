"""Parsing a built page: its article as a tree, including drawings.

Pages are written by Sphinx and by `scripts.exhibits.html`, which close every element. An element left open is
an error of the page, where a browser would guess.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from scripts.ground.faults import Fault

_NAMESPACE = "http://www.w3.org/2000/svg"
SVG = f"{{{_NAMESPACE}}}"
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip


def article(path: Path) -> Element:
    """The article of a page. Raises `Fault` where it has none, or leaves an element open."""
    drawings: list[str] = []

    def set_aside(drawing: re.Match[str]) -> str:
        # XML names keep their capitals.
        drawings.append(drawing[0])
        return "<svg></svg>"

    parser = _Parser(path, drawings)
    parser.feed(_DRAWING.sub(set_aside, path.read_text("utf-8")))
    parser.close()
    if parser.found is None:
        raise Fault(path, "page", "holds no article", "see what the theme makes of it")
    return parser.found


class _Parser(HTMLParser):
    """Builds a tree of the first article of a page."""

    def __init__(self, path: Path, drawings: list[str]) -> None:
        super().__init__()
        self.path, self.drawings = path, iter(drawings)
        self.builder = TreeBuilder()
        self.open: list[str] = []
        self.found: Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        drawing = next(self.drawings) if tag == "svg" else ""
        if self.found is not None or not (self.open or tag == "article"):
            return
        if drawing:
            self._draw(drawing)
            return
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or tag in ("svg", *_VOID):
            return
        if tag != self.open[-1]:
            raise self._fault(f"</{tag}> where <{self.open[-1]}> is open")
        self.open.pop()
        self.builder.end(tag)
        if not self.open:
            self.found = self.builder.close()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)

    def _draw(self, drawing: str) -> None:
        if "xmlns" not in drawing.partition(">")[0]:  # closing tags of void elements are optional
            drawing = drawing.replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)
        try:
            root = ElementTree.fromstring(drawing)
        except ParseError as error:
            raise self._fault(f"a drawing that is not XML: {error}") from error
        _copy(root, self.builder)

    def _fault(self, problem: str) -> Fault:
        return Fault(self.path, f"line {self.getpos()[0]}", problem, "mend what writes the page")


def _copy(element: Element, into: TreeBuilder) -> None:
    into.start(element.tag, element.attrib)
    into.data(element.text or "")
    for child in element:
        _copy(child, into)
        into.data(child.tail or "")
    into.end(element.tag)
