"""Block elements as nodes: paragraphs, headings, lists, frames; tables and pictures from other modules."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from scripts.book.paper import pictures, tables
from scripts.book.paper.html_parsing import SVG
from scripts.book.paper.inline_elements import Node, anchor, classes, content, is_blank, look, words

_BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "img", "ol", "p", "pre", "section", "summary", "table", "ul",
    f"{SVG}svg",
}  # fmt: skip
# Paragraphs and boxes that look different from the text around them.
_FRAMES = ("judgment", "finding-card", "admonition")
_LISTS = ("headlines",)
_LOOKS = ("table-note", "cite-this", "finding-head", "admonition-title", "rationale")


def blocks(element: Element) -> list[Node]:
    """The contents of an element as block nodes."""
    flow = _Flow()
    flow.inside(element)
    return flow.finished()


class _Flow:
    """Nodes so far, the words of a paragraph not ended, and places that wait for what they are of."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.parts: list[str | Element] = []
        self.anchors: list[str] = []

    def finished(self) -> list[Node]:
        self._end_paragraph()
        if self.anchors:
            self._paragraph([], "")
        return self.nodes

    def inside(self, element: Element) -> None:
        for part in content(element):
            if isinstance(part, str) or part.tag not in _BLOCKS:
                self.parts.append(part)
            else:
                self._end_paragraph()
                self._block(part)
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        parts, self.parts = self.parts, []
        self._words(parts, "")

    def _words(self, parts: Iterable[str | Element], looks: str) -> None:
        found = words(parts)
        if is_blank(found):
            self.anchors += [node["id"] for node in found if isinstance(node, dict)]
        else:
            self._paragraph(found, looks)

    def _paragraph(self, body: list[Node], looks: str) -> None:
        last = self.nodes[-1] if self.nodes else ""
        if looks == "table-note" and isinstance(last, dict) and last["kind"] == "table" and not last["note"]:
            last["note"] = [*self._places(), *body]  # to stay with its table
            return
        self.nodes.append({"kind": "par", "look": looks, "body": [*self._places(), *body]})

    def _places(self) -> list[Node]:
        """The anchors that waited for their block, to be put in front of it."""
        waiting, self.anchors = self.anchors, []
        return [anchor(identity) for identity in waiting]

    def _block(self, element: Element) -> None:
        if "id" in element.attrib:
            self.anchors.append(element.attrib["id"])
        kind = classes(element)
        tag = element.tag.removeprefix(SVG)
        if tag in _MAKERS:
            _MAKERS[tag](self, element)
        elif frame := next((name for name in _FRAMES if name in kind), ""):
            self._frame(element, frame)
        elif tag == "p":
            self._text(element, next((name for name in _LOOKS if name in kind), ""))
        elif "citation" in kind:
            self._words([part for child in element for part in (*content(child), " ")], "citation")
        elif tag != "hr":
            self.inside(element)

    def _text(self, element: Element, looks: str) -> None:
        if any(child.tag in _BLOCKS for child in element):
            self.inside(element)
        else:
            self._words(content(element), looks)

    def _frame(self, element: Element, looks: str) -> None:
        places = self._places()
        self.nodes.append({"kind": "frame", "look": looks, "body": [*places, *blocks(element)]})

    def _quotation(self, element: Element) -> None:
        self._frame(element, look(element) or "quotation")

    def _heading(self, element: Element) -> None:
        (first, *others), self.anchors = self.anchors or [""], []
        level = int(element.tag[1])
        made = {
            "kind": "heading",
            "level": level,
            "body": words(content(element)),
            "id": first,
            "also": others,
        }
        self.nodes.append(made)

    def _list(self, element: Element) -> None:
        items = [[*_own_place(item), *blocks(item)] for item in element if item.tag == "li"]
        looks = next((name for name in _LISTS if name in classes(element)), "")
        also = {"look": looks} if looks else {}
        made: Node = {"kind": "list", "ordered": element.tag == "ol", "items": items, **also}
        self.nodes += [*self._places(), made]

    def _terms(self, element: Element) -> None:
        items: list[dict[str, list[Node]]] = []
        for part in element:
            if part.tag == "dt":
                items.append({"term": [*_own_place(part), *words(content(part))], "body": []})
            elif items:
                items[-1]["body"] += [*_own_place(part), *blocks(part)]
        self.nodes += [*self._places(), {"kind": "terms", "items": items}]

    def _preformatted(self, element: Element) -> None:
        text = "".join(element.itertext()).strip("\n")
        self.nodes += [*self._places(), {"kind": "pre", "text": text}]

    def _table(self, element: Element) -> None:
        self.nodes.append(tables.table(element, self._places(), blocks))

    def _picture(self, element: Element) -> None:
        self.nodes.append(pictures.picture(element, self._places()))


_MAKERS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Flow._heading),
    **dict.fromkeys(("ul", "ol"), _Flow._list),
    **dict.fromkeys(("figure", "img", "svg"), _Flow._picture),
    "blockquote": _Flow._quotation,
    "dl": _Flow._terms,
    "pre": _Flow._preformatted,
    "table": _Flow._table,
}


def _own_place(element: Element) -> list[Node]:
    return [anchor(element.attrib["id"])] if "id" in element.attrib else []
