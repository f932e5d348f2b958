"""Plain text and Markdown: the text is exactly what the bytes decode to."""

from __future__ import annotations

import codecs

from scripts.reading.formats.document import Document, Unreadable

WANTED = "give a plain text in UTF-8 (or UTF-16 with its byte order mark)"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(data: bytes, whole: bool = False) -> Document:
    """Return the text of a plain file. Raises Unreadable where the bytes are not text."""
    return Document(decoded(data), "text")


def decoded(data: bytes) -> str:
    """Return what bytes decode to; nothing is normalised. Raises Unreadable where they are not text."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        raise Unreadable("binary, not a text", WANTED)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        named = encoding.removesuffix("-sig").upper()
        raise Unreadable(f"undecodable as {named} from byte {error.start} on", WANTED) from None
    if "\0" in text:
        raise Unreadable("binary, not a text", WANTED)
    if not text.strip():
        raise Unreadable("empty", WANTED)
    return text
