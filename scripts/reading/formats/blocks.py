"""Blocks: the paragraphs, headings and list items of a page, a Word file or a mail, and their text.

The text uses the Markdown marks that `scripts.reading.passages` reads: `#` before a heading, `-` before an
item, and a blank line between two blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

HEADING, ITEM, PARAGRAPH = "heading", "item", "paragraph"
# Elements that begin and end a block.
_BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section
    select summary table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset(
    """
    script style noscript template svg math iframe object embed audio video canvas input textarea title meta
    link
    """.split()  # noqa: SIM905
)
_CELL = 300  # characters of a cell, at the most
_ITEMS = frozenset({"li"})
_MARKUP = re.compile(r"([#>]|[-*+•] |\d{1,2}[.)] )")
_PARAGRAPHS = re.compile(r"\0\s*\0")
_LINES = re.compile(r"\n[ \t\r]*\n|\0\s*\0")
# Characters that nobody sees.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Block:
    """One block of a page: its words on one line, and the element that contains it."""

    kind: str
    text: str
    level: int = 0
    place: Any = None


def plain(text: str) -> str:
    """Return text on one line, without characters that nobody sees."""
    return " ".join(_CONTROLS.sub("", text).split())


def blocks(root: Any) -> Iterator[Block]:
    """Yield the blocks of a tree of elements in order. Scripts, styles and hidden elements are skipped.

    The walk does not recurse, so the tree may be of any depth.
    """
    words: list[str] = []
    place, kind, level = root, PARAGRAPH, 0
    for event, given in _steps(root):
        if event == "text":
            words.append(given)
        elif event == "line":
            words.append("\0")  # a line break; two of them part paragraphs
        elif _is_block(given):
            said = "".join(words)
            yield from _parted(said, kind, level, place)
            # What follows a nested block in an item is a paragraph of its own.
            place, words = given if event == "start" else given.getparent(), []
            kind, level = _kind(given) if event == "start" else (PARAGRAPH, 0)
        elif given.tag in _CELLS and event == "end":
            words.append("\1")  # the end of a cell
    yield from _parted("".join(words), kind, level, place)


def _is_block(element: Any) -> bool:
    """Say whether an element is a block. The only child of a cell is not; a long cell is."""
    if element.tag in _CELLS:
        return _is_long(element)
    above = element.getparent()
    alone = above is not None and above.tag in _CELLS and len(above) == 1
    return element.tag in _BLOCKS and not (alone and element.tag in ("p", "div"))


def _is_long(cell: Any) -> bool:
    """Say whether a cell is too long for a table of data: the table then lays out the page."""
    length = 0
    for part in cell.itertext():
        length += len(part)
        if length > _CELL:
            return True
    return False


def _parted(said: str, kind: str, level: int, place: Any) -> Iterator[Block]:
    """Yield the paragraphs between two elements, with a bar between cells."""
    parts = _PARAGRAPHS.split(said) if getattr(place, "tag", "") != "pre" else _LINES.split(said)
    for part in parts:
        cells = part.replace("\0", " ").split("\1")
        if text := " | ".join(words for cell in cells if (words := plain(cell))):
            yield Block(kind, text, level, place)


def _kind(element: Any) -> tuple[str, int]:
    tag = element.tag
    if tag in _ITEMS:
        return ITEM, 0
    if re.fullmatch(r"h[1-6]", tag):
        return HEADING, int(tag[1])
    if tag == "p" and element.getparent() is not None and element.getparent().tag in _ITEMS:
        return (ITEM, 0) if element.getparent().index(element) == 0 else (PARAGRAPH, 0)
    return PARAGRAPH, 0


def _steps(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield the start and end of each element, the text between them, and line breaks."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, entered = stack.pop()
        if entered:
            yield "end", element
            if element is not root and element.tail:
                yield "text", element.tail
            continue
        if not isinstance(element.tag, str) or element.tag in _SILENT or is_hidden(element):
            if element is not root and element.tail:
                yield "text", element.tail
            continue
        if element.tag == "br":
            yield "line", element
            if element.tail:
                yield "text", element.tail
            continue
        yield "start", element
        if element.text:
            yield "text", element.text
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def is_hidden(element: Any) -> bool:
    """Say whether the page hides an element."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def written(found: Iterable[Block]) -> str:
    """Return the text of blocks.

    >>> written([Block("heading", "Port", 1), Block("item", "It opened."), Block("item", "It is big.")])
    '# Port\\n\\n- It opened.\\n- It is big.\\n'
    """
    lines: list[str] = []
    before = ""
    for block in found:
        if lines and not (block.kind == before == ITEM):
            lines.append("")
        mark = "#" * min(max(block.level, 1), 6) + " " if block.kind == HEADING else ""
        mark = "- " if block.kind == ITEM and not _MARKUP.match(block.text) else mark
        lines.append(mark + block.text)
        before = block.kind
    return "\n".join(lines) + "\n" if lines else ""
