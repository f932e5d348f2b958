"""Inline elements as nodes, with white space handled as in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

# A piece of text, or a dict with the node's kind and what it holds.
Node = str | dict[str, Any]
_SPACE = re.compile(r"[ \t\n\r\f]+")
# A word longer than any real word breaks anywhere; an address breaks at its punctuation.
_LONG = re.compile(r"(?<!\S)(?!\S*://)\S{32,}")
BREAK = "\u200b"
_PLAIN = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code", "sup": "sup", "small": "soft",
}  # fmt: skip
# Styles of words by the class of their element; most of them are less prominent.
_NAMED = {"note": "note", "unbroken": "whole", "materiality-material": "strong"} | dict.fromkeys(
    ("rests-on", "basis", "standing-note", "searched", "citations", "chrome", "materiality-cosmetic"), "soft"
)
_LOOKS = re.compile(r"(?:mark|standing|relation)-[a-z-]+")
_WHOLE = {"finding", "claim"}


def content(element: Element) -> Iterator[str | Element]:
    """The contents of an element in order: pieces of text and elements."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.attrib.get("class", "").split())


def words(parts: Iterable[str | Element]) -> list[Node]:
    """Text and inline elements as nodes; white space is one space, and none at either end."""
    nodes = _Run().nodes(parts)
    _trim(nodes)
    return nodes


def anchor(identity: str) -> Node:
    """A place that links lead to."""
    return {"kind": "anchor", "id": identity}


def is_blank(nodes: Iterable[Node]) -> bool:
    """Whether these nodes show nothing: at most there are anchors among them."""
    return all(isinstance(node, dict) and node["kind"] == "anchor" for node in nodes)


def look(element: Element) -> str:
    """What the colours of an element mean: a standing, a relation, or an account."""
    found = {name.group(0) for name in map(_LOOKS.fullmatch, sorted(classes(element))) if name}
    return min(found, key=lambda name: (name.startswith("mark-"), name), default="")


class _Run:
    """One line of words. Whether a space was written last carries over from element to element."""

    def __init__(self) -> None:
        self.spaced = True

    def nodes(self, parts: Iterable[str | Element]) -> list[Node]:
        found: list[Node] = []
        for part in parts:
            if isinstance(part, str):
                text = _SPACE.sub(" ", part)
                text = text[1:] if self.spaced and text.startswith(" ") else text
                if text:
                    text = _LONG.sub(lambda long: BREAK.join(long[0]), text)
                    self.spaced = text.endswith(" ")
                    found.append(text)
            else:
                if "id" in part.attrib:
                    found.append(anchor(part.attrib["id"]))
                found += self._element(part)
        return found

    def _element(self, element: Element) -> list[Node]:
        if element.tag == "br":
            self.spaced = True
            return [{"kind": "break"}]
        if element.tag == "q":
            return self._quoted(element)
        noted = "note" in classes(element)
        self.spaced = self.spaced or noted
        body = self.nodes(content(element))
        self.spaced = self.spaced and not noted
        return self._link(element, body) if element.tag == "a" else _wrapped(element, body)

    def _quoted(self, element: Element) -> list[Node]:
        self.spaced = False
        body = self.nodes(content(element))
        self.spaced = False
        return [{"kind": "quoted", "look": look(element), "body": ["“", *body, "”"]}]

    def _link(self, element: Element, body: list[Node]) -> list[Node]:
        address = element.attrib.get("href", "")
        if not address:
            return body
        if "cite-page" in classes(element):
            return [{"kind": "page-of", "to": address.removeprefix("#")}]
        link = {"kind": "link", "body": body, "whole": bool(classes(element) & _WHOLE)}
        if address.startswith("#"):
            return [link | {"to": address.removeprefix("#")}]
        return [link | {"url": _plain_address(address)}]


def _wrapped(element: Element, body: list[Node]) -> list[Node]:
    """Words in the node of their element; by themselves where the element has no node."""
    kind = classes(element)
    if "badge" in kind:
        return [{"kind": "badge", "look": look(element), "body": body}]
    if "lang" in element.attrib:
        return [{"kind": "foreign", "language": element.attrib["lang"], "body": body}]
    wrap = _PLAIN.get(element.tag) or next((_NAMED[name] for name in _NAMED if name in kind), "")
    return [{"kind": wrap, "body": body}] if wrap else body


def _plain_address(address: str) -> str:
    """An address in the characters that a PDF allows; others are percent-encoded."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")


def _trim(nodes: list[Node]) -> None:
    """Remove the space at the end of a line of words, however deeply nested."""
    while nodes:
        last = nodes[-1]
        if isinstance(last, str):
            nodes[-1] = last.rstrip(" ")
            if nodes[-1]:
                return
            nodes.pop()
        else:
            if last.get("body"):
                _trim(last["body"])
            return
