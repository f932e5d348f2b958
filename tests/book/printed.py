"""Reading the printed book back: where its words stand on the page, and what its structure says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Run:
    """Letters set in one stroke: their start and end, their line, their size; in points."""

    left: float
    right: float
    base: float
    size: float


def runs(page: pypdf.PageObject) -> list[Run]:
    """All letters of a page, also those of its drawings, in painting order."""
    return list(_Painter(page.pdf, page["/Resources"], _IDENTITY).runs(page["/Contents"]))


class _Painter:
    """What a PDF stream paints, as far as letters are concerned."""

    def __init__(self, pdf: Any, resources: Any, at: Matrix) -> None:
        self.pdf, self.resources, self.at = pdf, resources, at
        self.stack: list[Matrix] = []
        self.text, self.widths, self.size = _IDENTITY, _Widths({}), 0.0

    def runs(self, stream: Any) -> Iterator[Run]:
        for operands, operator in ContentStream(stream.get_object(), self.pdf, "bytes").operations:
            if operator == b"Do":
                yield from self._form(self.resources["/XObject"][operands[0]].get_object())
            elif operator in (b"Tj", b"TJ"):
                yield self._shown(operands[0] if operator == b"TJ" else operands)
            else:
                self._moved(operator, operands)

    def _form(self, form: Any) -> Iterator[Run]:
        if form["/Subtype"] == "/Form":
            at = _times(_matrix(form.get("/Matrix", _IDENTITY)), self.at)
            yield from _Painter(self.pdf, form.get("/Resources", self.resources), at).runs(form)

    def _shown(self, pieces: Any) -> Run:
        widths = (self.widths.of(p) if isinstance(p, bytes | str) else -float(p) for p in pieces)
        length = sum(widths) / 1000 * self.size
        whole = _times(self.text, self.at)
        self.text = _times((1, 0, 0, 1, length, 0), self.text)
        ends = (whole[4], whole[4] + length * whole[0])
        return Run(min(ends), max(ends), whole[5], self.size * math.hypot(whole[0], whole[1]))

    def _moved(self, operator: bytes, operands: Any) -> None:
        match operator:
            case b"q":
                self.stack.append(self.at)
            case b"Q":
                self.at = self.stack.pop()
            case b"cm":
                self.at = _times(_matrix(operands), self.at)
            case b"BT":
                self.text = _IDENTITY
            case b"Tm":
                self.text = _matrix(operands)
            case b"Td":
                self.text = _times(_matrix([1, 0, 0, 1, *operands]), self.text)
            case b"Tf":
                self.widths = _Widths(self.resources["/Font"][operands[0]].get_object())
                self.size = float(operands[1])


class _Widths:
    """The widths of a typeface's letters, in thousandths of its size."""

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
    """The elements of a tagged document, each before its contents."""
    for kid in kids(node):
        yield kid
        yield from structure(kid)


def kids(node: Any) -> list[Any]:
    """The direct children of an element."""
    held = node.get("/K", [])
    found = [kid.get_object() for kid in (held if isinstance(held, list) else [held])]
    return [kid for kid in found if isinstance(kid, dict) and "/S" in kid]


def chapters(pdf: pypdf.PdfReader) -> dict[str, int]:
    """The page (from 0) on which each chapter begins, in order."""
    titles = [entry for entry in pdf.outline if not isinstance(entry, list)]
    return {str(entry.title): pdf.get_destination_page_number(entry) or 0 for entry in titles}


def headings(pdf: pypdf.PdfReader) -> Iterator[tuple[str, int, float]]:
    """Each heading of the outline with its page (from 0) and its height on it."""

    def flat(entries: Any) -> Iterator[Any]:
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry

    for entry in flat(pdf.outline):
        yield str(entry.title), pdf.get_destination_page_number(entry) or 0, float(entry.top or 0)
