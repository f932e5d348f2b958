"""PDF: the lines of each page in reading order, without running heads.

Three libraries were compared on files printed by Chromium, LibreOffice and Typst. pdfminer.six gives the
position and the drawing order of every character, which show whether the order of columns is sure. pypdf has
no widths, and pypdfium2 is native code. pdfminer's own order of columns is not used, because it put the right
column of a press release first.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from scripts.reading.formats.arranging import Line, arranged
from scripts.reading.formats.blocks import plain
from scripts.reading.formats.document import Document, Unreadable, counted
from scripts.reading.formats.paragraphs import Column, cleaned, text_of, usual_size
from scripts.reading.formats.rows import joined

KIND = "PDF"
_PAGES = 1000
_CHARACTERS = 8_000_000
_LINES = 20_000  # on one page
_MARGIN = 0.15  # of the height of a page, above and below
_NUMBERED = re.compile(r"(?:page|p\.)? ?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:/|of) ?\d{1,4})?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?", re.IGNORECASE)
_SMALL, _RAISED = 0.8, 0.2  # of the size of the letters of a line
_NOTED = re.compile(r"[^\W\d_]{4}$|[.,;:!?”’\"')]$")  # what no unit ends on, as m² does
_HEADS = "of running heads and page numbers"
_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: [AP]M)?")
_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read(data: bytes, whole: bool = False) -> Document:
    """Return the text of a PDF. Raises Unreadable on one that is encrypted, damaged or without text."""
    opened = _opened(data)
    pages: list[tuple[int, tuple[float, float], list[Line]]] = []
    marks: list[str] = []
    pictures = characters = turned = 0
    for number, page in enumerate(_laid_out(opened), 1):
        lines = joined(list(_lines(page, marks)))
        characters += sum(len(line.text) for line in lines)
        if number > _PAGES or characters > _CHARACTERS or len(lines) > _LINES:
            raise Unreadable(
                "too long for an account", f"give the part that matters, {_PAGES} pages at the most"
            )
        pictures += sum(type(one).__name__ in ("LTFigure", "LTImage") for one in page)
        turned += page.turned
        pages.append((number, (page.y0, page.y1), lines))
    if not characters:
        what = "a scan without text" if pictures else "without text"
        raise Unreadable(what, "put it through text recognition (OCR) first, or give the text")
    heads = set() if whole else _running_heads(pages, _facts(opened)[0])
    lost = (
        (len(heads), f"line {_HEADS}", f"lines {_HEADS}"),
        (len(marks), "mark of a footnote", "marks of footnotes"),
        (turned, "letter that is turned on its side", "letters that are turned on their side"),
    )
    return _document(opened, pages, heads, tuple(counted(*one) for one in lost if one[0]))


def _document(
    opened: Any, pages: Sequence[tuple[int, Any, list[Line]]], heads: set[int], left_out: tuple[str, ...]
) -> Document:
    columns: list[Column] = []
    sure: dict[int, bool] = {}
    for number, _, lines in pages:
        found = arranged([line for line in lines if id(line) not in heads])
        sure[number] = found.sure
        columns += [Column(number, column) for column in found.columns]
    text, starts = text_of(columns, sure, _word())
    title, day = _facts(opened)
    unsure = [page.number for page in starts if not page.sure]
    named = f"{'page' if len(unsure) == 1 else 'pages'} {', '.join(map(str, unsure))}"
    remarks = (f"the order of columns is unsure on {named}",) if unsure else ()
    return Document(text, KIND, title, day, "made" if day else "", starts, left_out, remarks)


def _opened(data: bytes) -> Any:
    import logging

    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFEncryptionError, PDFPasswordIncorrect):
        raise Unreadable("encrypted", "open it with its password and save it without one") from None


def _laid_out(opened: Any) -> Iterator[Any]:
    """Yield the pages, with characters numbered in drawing order and then grouped into lines."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager(caching=True)
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.create_pages(opened):
        interpreter.process_page(page)
        laid = device.get_result()
        upright = [one for one in laid if getattr(one, "upright", True)]
        laid.turned = len(laid) - len(upright)  # type: ignore[attr-defined]
        laid._objs = upright
        for number, one in enumerate(upright):
            one.drawn = number  # type: ignore[attr-defined]
        laid.analyze(LAParams(boxes_flow=None, char_margin=1.5, detect_vertical=False))
        yield laid


def _lines(page: Any, marks: list[str]) -> Iterator[Line]:
    """Yield the lines of a page. Footnote marks are left out and collected in ``marks``."""
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLineHorizontal

    for box in page:
        for line in box if isinstance(box, LTTextContainer) else ():
            if not isinstance(line, LTTextLineHorizontal):
                continue
            letters = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
            if not letters:
                continue
            size = Counter(round(one.size, 1) for one in letters).most_common(1)[0][0]
            text = cleaned(_text(line, size, marks))
            if not text:
                continue
            bold = sum("bold" in one.fontname.lower() for one in letters) > 0.8 * len(letters)
            drawn = min(getattr(one, "drawn", 0) for one in letters)
            yield Line(text, line.x0, line.y0, line.x1, line.y1, size, bold, drawn)


def _text(line: Any, size: float, marks: list[str]) -> str:
    """Return the text of a line without footnote marks, which are small raised figures behind a word."""
    from pdfminer.layout import LTChar

    text = ""
    for one in line:
        said = one.get_text()
        raised = isinstance(one, LTChar) and one.size < _SMALL * size and one.y0 > line.y0 + _RAISED * size
        if raised and said.isdigit() and (_NOTED.search(text) or (marks and marks[-1] == text)):
            marks.append(text)
        else:
            text += said
    return text


def _running_heads(pages: Sequence[tuple[int, tuple[float, float], list[Line]]], title: str) -> set[int]:
    """Return the lines (by `id`) that are not text: repeated heads and feet, page numbers, addresses.

    The time and the title that a browser prints in small letters around a page belong to them.
    """
    body = usual_size([line for _, _, lines in pages for line in lines])
    edges: list[Line] = []
    for _, (low, high), lines in pages:
        margin = _MARGIN * (high - low)
        edges += [line for line in lines if line.bottom > high - margin or line.top < low + margin]
    again = Counter(_numberless(line) for line in edges)
    often = max(2, (len(pages) + 1) // 2)
    return {
        id(line)
        for line in edges
        if _NUMBERED.fullmatch(line.text) or _ADDRESS.fullmatch(line.text)
        or again[_numberless(line)] >= often
        or (line.size < body and (_STAMP.fullmatch(line.text) or line.text == title))
    }  # fmt: skip


def _numberless(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text.casefold()), round(line.bottom / 10)


def _word() -> Callable[[str], bool]:
    """Return a function that says whether the lexicon knows a word."""
    from scripts.english import lexicon

    def is_word(said: str) -> bool:
        forms = {said, *(said.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly"))}
        return len(said) > 1 and any(lexicon.senses(form, part) for form in forms for part in "nvar" if form)

    return is_word


def _facts(opened: Any) -> tuple[str, date | None]:
    from pdfminer.utils import decode_text

    said: dict[str, str] = {}
    for info in opened.info if isinstance(opened.info, list) else ():
        for name in ("Title", "CreationDate"):
            value = info.get(name) if isinstance(info, dict) else None
            if isinstance(value, bytes):
                said.setdefault(name, plain(decode_text(value)))
    made = _MADE.match(said.get("CreationDate", ""))
    try:
        day = date(*map(int, made.groups())) if made else None
    except ValueError:
        day = None
    return said.get("Title", "")[:300], day
