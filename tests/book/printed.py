"""The printed book read back: where its words stand on the page, and what it says of its own structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Run:
    """Letters that were set in one stroke: where they begin and end, their line, their size; in points."""

    left: float
    right: float
    base: float
    size: float


def runs(page: pypdf.PageObject) -> list[Run]:
    """All letters of a page, those of its drawings included, in the order in which they are painted."""
    return list(_painted(page.pdf, page["/Contents"], page["/Resources"], _IDENTITY))


def _painted(pdf: Any, stream: Any, resources: Any, at: Matrix) -> Iterator[Run]:
    stack: list[Matrix] = []
    text, widths, size = _IDENTITY, _Widths({}), 0.0
    for operands, operator in ContentStream(stream.get_object(), pdf, "bytes").operations:
        if operator == b"q":
            stack.append(at)
        elif operator == b"Q":
            at = stack.pop()
        elif operator == b"cm":
            at = _times(_matrix(operands), at)
        elif operator == b"BT":
            text = _IDENTITY
        elif operator == b"Tf":
            widths, size = _Widths(resources["/Font"][operands[0]].get_object()), float(operands[1])
        elif operator in (b"Tm", b"Td"):
            moved = _matrix(operands) if operator == b"Tm" else (1, 0, 0, 1, *map(float, operands))
            text = moved if operator == b"Tm" else _times(moved, text)  # type: ignore[assignment]
        elif operator in (b"Tj", b"TJ"):
            pieces = operands[0] if operator == b"TJ" else operands
            length = sum(widths.of(p) if isinstance(p, bytes | str) else -float(p) for p in pieces) / 1000 * size
            whole = _times(text, at)
            across = (whole[0] ** 2 + whole[1] ** 2) ** 0.5
            ends = (whole[4], whole[4] + length * whole[0])
            yield Run(min(ends), max(ends), whole[5], size * across)
            text = _times((1, 0, 0, 1, length, 0), text)
        elif operator == b"Do":
            form = resources["/XObject"][operands[0]].get_object()
            if form["/Subtype"] == "/Form":
                inner = _times(_matrix(form.get("/Matrix", _IDENTITY)), at)
                yield from _painted(pdf, form, form.get("/Resources", resources), inner)


class _Widths:
    """How wide each letter of a typeface is, in thousandths of its size."""

    def __init__(self, font: Any) -> None:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else {}
        self.default = float(inner.get("/DW", 1000))
        self.known: dict[int, float] = {}
        listed = iter(inner.get("/W", []))
        for first in listed:
            following = next(listed)
            following = following.get_object() if hasattr(following, "get_object") else following
            if isinstance(following, list):
                self.known |= {int(first) + n: float(width) for n, width in enumerate(following)}
            else:
                width = float(next(listed))
                self.known |= dict.fromkeys(range(int(first), int(following) + 1), width)

    def of(self, written: Any) -> float:
        codes = written if isinstance(written, bytes) else written.original_bytes
        pairs = zip(codes[::2], codes[1::2], strict=True)
        return sum(self.known.get(high << 8 | low, self.default) for high, low in pairs)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3], m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def structure(node: Any) -> Iterator[Any]:
    """The elements of a tagged document, each before what is in it."""
    for kid in kids(node):
        yield kid
        yield from structure(kid)


def kids(node: Any) -> list[Any]:
    """The elements that stand directly in one."""
    held = node.get("/K", [])
    found = [kid.get_object() for kid in (held if isinstance(held, list) else [held])]
    return [kid for kid in found if isinstance(kid, dict) and "/S" in kid]


def chapters(pdf: pypdf.PdfReader) -> dict[str, int]:
    """The page, from 0, on which each chapter begins, in their order."""
    titles = [entry for entry in pdf.outline if not isinstance(entry, list)]
    return {str(entry.title): pdf.get_destination_page_number(entry) or 0 for entry in titles}


def headings(pdf: pypdf.PdfReader) -> Iterator[tuple[str, int, float]]:
    """Each heading of the outline with its page, from 0, and how high it stands there."""

    def flat(entries: Any) -> Iterator[Any]:
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry

    for entry in flat(pdf.outline):
        yield str(entry.title), pdf.get_destination_page_number(entry) or 0, float(entry.top or 0)
