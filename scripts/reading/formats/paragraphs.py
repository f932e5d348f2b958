"""Making one text of the lines of printed pages: paragraphs, headings, and words broken at line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scripts.reading.formats.arranging import Line
from scripts.reading.formats.blocks import plain
from scripts.reading.formats.document import Page
from scripts.reading.formats.rows import BAR

_BULLET = re.compile(r"[•◦▪‣●○■□·–—-]\s+\S")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+\S")
_ENDS = re.compile(r"[.!?:;…][”’\"')\]]*$")
_BROKEN = re.compile(r"(?P<word>[^\W\d_]+(?:[-‐][^\W\d_]+)*)(?P<sign>[-‐\u00ad])$")
_REST = re.compile(r"[^\W\d_]+")
_LARGER, _OTHER = 1.12, 1.06  # font sizes, relative to the text: of a heading, of another paragraph
_HEADING_WORDS = 20
_CLOSEST = 0.95  # lines are at least this many font sizes apart
_FURTHER = 1.3  # a paragraph ends at a gap this many times the usual one
_INDENT = 0.7  # the smallest indent, in font sizes
_SHORT = 0.85  # a line shorter than this share of its column may end a paragraph


@dataclass(frozen=True)
class Column:
    """Lines of one page that are read one after the other."""

    page: int
    lines: tuple[Line, ...]


@dataclass
class _Paragraph:
    parts: list[tuple[int, str]] = field(default_factory=list)  # the page of each line, and the line
    size: float = 0.0
    bold: bool = False
    last: Line | None = None


def text_of(
    columns: Sequence[Column], sure: Mapping[int, bool], is_word: Callable[[str], bool]
) -> tuple[str, tuple[Page, ...]]:
    """Return the text of the pages and where each page begins in it. ``is_word`` recognises English words."""
    lines = [line for column in columns for line in column.lines]
    body = usual_size(lines)
    hyphens = _Hyphens(lines, is_word)
    texts: list[str] = []
    pages: list[Page] = []
    start = 0
    for paragraph in _paragraphs(columns, body):
        text = _mark(paragraph, body)
        for at, (page, line) in enumerate(paragraph.parts):
            if at:
                text = hyphens.joined(text, line)
            if not pages or pages[-1].number < page:
                pages.append(Page(page, start + len(text) if at else start, sure[page]))
            text += line
        texts.append(f"{text}\n")
        start += len(text) + 2
    return "\n".join(texts), tuple(pages)


def usual_size(lines: Sequence[Line]) -> float:
    """Return the font size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _mark(paragraph: _Paragraph, body: float) -> str:
    words = sum(len(line.split()) for _, line in paragraph.parts)
    last = paragraph.parts[-1][1]
    large = paragraph.size >= _LARGER * body
    if words > _HEADING_WORDS or not (large or (paragraph.bold and not _ENDS.search(last))):
        return ""
    return "# " if paragraph.size >= 1.5 * body else "## "


def _paragraphs(columns: Sequence[Column], body: float) -> Iterator[_Paragraph]:
    open_one = _Paragraph()
    step = _step(columns)
    for column in columns:
        edges = _edges(column.lines, body)
        for at, line in enumerate(column.lines):
            before = open_one.last
            if before is not None and _parts(before, line, at == 0, step, edges):
                yield open_one
                open_one = _Paragraph()
            if not open_one.parts:
                open_one.size, open_one.bold = line.size, True
            open_one.bold = open_one.bold and line.bold
            open_one.parts.append((column.page, line.text))
            open_one.last = line
    if open_one.parts:
        yield open_one


def _edges(lines: Sequence[Line], body: float) -> tuple[float, float]:
    """Return the left and right edge of a column, measured on lines of the usual font size if it has any."""
    own = [line for line in lines if abs(line.size - body) < 0.5] or list(lines)
    return min(line.left for line in own), max(line.right for line in own)


def _step(columns: Sequence[Column]) -> float:
    """Return the usual distance of two lines of one paragraph, in font sizes: the lowest fifth of all."""
    steps = sorted(
        down / below.size
        for column in columns
        for above, below in pairwise(column.lines)
        if below.size > 0 and (down := above.bottom - below.bottom) >= _CLOSEST * below.size
    )
    return steps[len(steps) // 5] if steps else 0.0


def _parts(before: Line, line: Line, next_column: bool, step: float, edges: tuple[float, float]) -> bool:
    """Say whether a paragraph ends between two lines."""
    one, other = sorted((before.size, line.size))
    if other > _OTHER * one or before.bold != line.bold or _BULLET.match(line.text):
        return True
    if _NUMBERED.match(line.text) and _ENDS.search(before.text):
        return True
    if BAR in before.text or BAR in line.text:
        return True
    if next_column:
        return bool(_ENDS.search(before.text)) or not (line.text[:1].islower() or _BROKEN.search(before.text))
    down = before.bottom - line.bottom
    if down < 0 or down > _FURTHER * step * line.size or before.beside(line):
        return True
    ended = bool(_ENDS.search(before.text))
    width = edges[1] - edges[0]
    if ended and before.right < edges[0] + _SHORT * width:
        return True
    indented = line.left > before.left + _INDENT * line.size and line.left > edges[0] + _INDENT * line.size
    return indented and (ended or not line.text[:1].islower()) and not _BULLET.match(before.text)


class _Hyphens:
    """Joins words broken at the end of a line, and decides whether the hyphen is part of the word."""

    def __init__(self, lines: Sequence[Line], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._whole: set[str] = set()
        for line in lines:
            self._whole |= set(re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*(?=[\W_])", line.text.lower()))

    def joined(self, text: str, line: str) -> str:
        """Return the text so that the next line can be appended to it."""
        broken, rest = _BROKEN.search(text[-80:]), _REST.match(line)
        if not broken or not rest or not (line[0].islower() or broken["sign"] == "\u00ad"):
            return text if text.endswith(("-", "‐", "/", "—")) and broken else f"{text} "
        if broken["sign"] == "\u00ad":
            return text[:-1]
        first, second = broken["word"].lower(), rest[0].lower()
        if f"{first}-{second}" in self._whole:
            return text
        if first + second in self._whole or self._is_word(first + second):
            return text[:-1]
        last = re.split("[-‐]", first)[-1]
        return text if self._is_word(last) and self._is_word(second) else text[:-1]


def cleaned(text: str) -> str:
    """Return a line as text: ligatures as letters, and no soft hyphen except at the end."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    said = plain(text)
    return f"{said}\u00ad" if text.rstrip().endswith("\u00ad") else said


_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
