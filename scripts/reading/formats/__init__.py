"""The formats that people have texts in, and what is read from each.

plain      .txt, .md: the text itself           blocks      paragraphs and headings of a tree, as one text
web        .html: a page, by main_text          arranging   the order of the lines of a printed page
pdf        .pdf: page by page                   paragraphs  lines of pages made paragraphs
word       .docx                                kinds       which format a file has
mail       .eml, and .mhtml                     contained   a reader in a process of its own, with limits
document   what a reader makes of a file        inside      what that process does

A plain text is read here; every other format in a process of its own, since what can be hidden in such a file
is not to reach this one.
"""

from __future__ import annotations

from scripts.reading.formats import contained, kinds, plain
from scripts.reading.formats.document import Document, Page, Unreadable

__all__ = ["ENDINGS", "Document", "Page", "Unreadable", "read"]

ENDINGS = kinds.ENDINGS
LARGEST = 64 << 20  # bytes of a file with pictures in it
_TEXT = 16 << 20  # bytes of one without: far more than any account has


def read(name: str, data: bytes, whole: bool = False) -> Document:
    """Return what is read from a file: its text, what it says of itself, what was left out.

    ``whole`` takes in what is otherwise left out. Raises Unreadable, in one line, on what gives no text.
    """
    kind = kinds.kind(name, data)
    most = LARGEST if kind in (kinds.PDF, kinds.WORD, kinds.MAIL) else _TEXT
    if len(data) > most:
        raise Unreadable(f"larger than {most >> 20} MB", "give the text of one account")
    if kind == kinds.PLAIN:
        return plain.read(data)
    return contained.read(kind, data, whole)
