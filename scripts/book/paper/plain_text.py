"""Nodes as lines of plain text, to paste into a mail: the words of a page without its looks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.book.paper.inline_elements import BREAK, Node

WIDTH = 96
_RULES = {1: "=", 2: "-"}


def text(nodes: Sequence[Node]) -> list[str]:
    """The lines of block nodes: headings underlined, lists with marks, a row of a table as one item."""
    lines = [line for node in nodes for line in (*_block(node), "")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def words(node: Any) -> str:
    """The words inside a node, on one line."""
    said = " ".join(_joined(node).replace(BREAK, "").split())
    return re.sub(r" (?=[,;.])", "", said)


def _joined(node: Any) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, dict):
        inside = node.get("body", node.get("text", ""))
        return f" {_joined(inside)} " if node["kind"] in ("par", "badge", "break") else _joined(inside)
    return "".join(_joined(one) for one in node)


def _block(node: Node) -> Iterator[str]:
    kind = node["kind"] if isinstance(node, dict) else ""
    if not isinstance(node, dict) or kind in ("par", "frame"):
        yield from textwrap.wrap(words(node), WIDTH)
    elif kind == "heading":
        title = words(node)
        yield title
        yield _RULES.get(node["level"], "~") * len(title)
    elif kind == "list":
        for number, item in enumerate(node["items"], 1):
            yield from _item(f"{number}. " if node["ordered"] else "- ", words(item))
    elif kind == "table":
        heads = [words(cell["body"]) for row in node["head"] for cell in row]
        for row in node["rows"]:
            yield from _item("- ", _row(heads, [words(cell["body"]) for cell in row["cells"]]))
    elif words(node):
        yield from textwrap.wrap(words(node), WIDTH)


def _row(heads: Sequence[str], cells: Sequence[str]) -> str:
    """A row of a table in a line: its name, then each cell under its heading."""
    named = [f"{head}: {cell}" for head, cell in zip(heads[1:], cells[1:], strict=False) if cell]
    return "; ".join([cells[0], *named]) if cells else ""


def _item(mark: str, said: str) -> list[str]:
    return textwrap.wrap(said, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
