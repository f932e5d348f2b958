"""Tables as nodes: heads, column widths, and which rows must not break across pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from scripts.book.paper.inline_elements import Node, anchor, classes, content, words

_WIDTH = re.compile(r"width:\s*([\d.]+)%")
# Rows do not break across pages, or a row's name could be at the foot of one page and its cells on the next.
# One of more letters than that, were the table one column, could be taller than a page, and breaks.
_LETTERS_OF_WHOLE = 4000
# Where a word may break, from which length it breaks anywhere, and the width of a letter as a share of the
# page.
_BREAKS = re.compile(r"[\s/–—]+|-(?!\d)")
_LONGEST = 32
_LETTER = 1.45 / 176


def table(element: Element, places: list[Node], blocks: Callable[[Element], list[Node]]) -> Node:
    """A table as a node; `places` are its anchors, `blocks` makes the contents of its cells."""
    caption = element.find("caption")
    title = words(content(caption)) if caption is not None else []
    heads = [row for part in element.iter("thead") for row in part.iter("tr")]
    # A head is printed again on each page, so an anchor in it would be in several places.
    repeated = [e.attrib["id"] for row in heads for e in row.iter() if "id" in e.attrib]
    for row in heads:
        for part in row.iter():
            part.attrib.pop("id", None)
    rows = [row for row in element.iter("tr") if row not in heads]
    columns = max((sum(_across(cell) for cell in _cells(row)) for row in (*heads, *rows)), default=1)
    shares = _roomy(_shares(element, columns), [*heads, *rows])
    return {
        "kind": "table",
        "columns": columns,
        "shares": shares,
        "exhibit": "exhibit" in classes(element),
        "caption": [*places, *map(anchor, repeated), *title],
        "titled": caption is not None,
        "note": [],
        "head": [[_cell(cell, blocks) for cell in _cells(row)] for row in heads],
        "rows": [_row(row, shares, blocks) for row in rows],
    }


def _roomy(shares: list[float], rows: list[Element]) -> list[float]:
    """The shares of the columns with room in each for its longest word, at the cost of the others."""
    whole = sum(shares)
    needed = [0.0] * len(shares)
    for row in rows:
        for column, cell in enumerate(_cells(row)):
            if column < len(shares) and _across(cell) == 1:
                needed[column] = max(needed[column], _longest(cell) * whole)
    return [max(share, need) for share, need in zip(shares, needed, strict=True)]


def _longest(cell: Element) -> float:
    """The least share of the page's width that a cell's longest word, or mark, needs."""
    marks = [len("".join(e.itertext())) + 2 for e in cell.iter() if "badge" in classes(e)]
    lengths = [len(word) for word in _BREAKS.split("".join(cell.itertext())) if len(word) < _LONGEST]
    return max([*marks, *lengths], default=0) * _LETTER


def _row(row: Element, shares: list[float], blocks: Callable[[Element], list[Node]]) -> Node:
    cells = [_cell(cell, blocks) for cell in _cells(row)]
    if "id" in row.attrib and cells:
        cells[0]["body"].insert(0, anchor(row.attrib["id"]))
    widths = shares if len(shares) == len(cells) else [1.0] * len(cells)
    longest = max(
        (
            len("".join(cell.itertext())) * sum(widths) / width
            for cell, width in zip(_cells(row), widths, strict=False)
        ),
        default=0,
    )
    return {"cells": cells, "whole": longest < _LETTERS_OF_WHOLE}


def _cell(cell: Element, blocks: Callable[[Element], list[Node]]) -> dict[str, Any]:
    kind = classes(cell)
    return {
        "body": blocks(cell),
        "head": cell.tag == "th",
        "number": bool(kind & {"number", "count"}),
        "across": _across(cell),
        "down": int(cell.attrib.get("rowspan", 1)),
    }


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _across(cell: Element) -> int:
    return int(cell.attrib.get("colspan", 1))


def _shares(element: Element, columns: int) -> list[float]:
    """The share of the width of each column where the table gives it; else none."""
    found = [_WIDTH.search(column.attrib.get("style", "")) for column in element.iter("col")]
    shares = [float(width[1]) for width in found if width]
    return shares if len(shares) == columns else []
