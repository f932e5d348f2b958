"""The format of a file: by its first bytes, by its name, or, without a name, by what it looks like."""

from __future__ import annotations

import re
from pathlib import PurePath

from scripts.reading.formats.document import Unreadable

PLAIN, PAGE, PDF, WORD, MAIL = "plain", "web", "pdf", "word", "mail"
ENDINGS = {
    ".txt": PLAIN, ".text": PLAIN, ".md": PLAIN, ".markdown": PLAIN,
    ".html": PAGE, ".htm": PAGE, ".xhtml": PAGE,
    ".pdf": PDF, ".docx": WORD, ".eml": MAIL, ".mhtml": MAIL, ".mht": MAIL,
}  # fmt: skip
_HEAD = 1024  # bytes in which a file says what it is
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HEADER = re.compile(
    rb"^(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Content-Type):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS = 3  # lines of the head of a mail, at the least
_AS_DOCX = "open it in a word processor and save it as .docx"


def kind(name: str, data: bytes) -> str:
    """Return the format of a file. Raises Unreadable for known formats that are not read."""
    by_name = ENDINGS.get(PurePath(name).suffix.lower(), "")
    if by_name == PLAIN:
        return PLAIN
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument" in head:
            raise Unreadable("an OpenDocument file", _AS_DOCX)
        return WORD
    _refuse(head, data)
    return by_name or _by_look(data)


def _refuse(head: bytes, data: bytes) -> None:
    """Raise Unreadable for known formats that are not read."""
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("encrypted", "open it with its password and save it without one")
        if "__substg1.0".encode("utf-16-le") in data:
            raise Unreadable("a mail of Outlook", "save it as .eml or as a text")
        raise Unreadable("a file of an old Word", _AS_DOCX)
    if head.startswith(b"{\\rtf"):
        raise Unreadable("a file of Rich Text", _AS_DOCX)
    if head.startswith(_PICTURES):
        raise Unreadable("a picture", "put it through text recognition (OCR) first, or give the text")


def _by_look(data: bytes) -> str:
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf"), 0, _HEAD):
        return PAGE
    head = re.split(rb"\r?\n\r?\n", data[: 64 * _HEAD], maxsplit=1)[0]
    first = _HEADER.match(head) or head.startswith(b"From ")
    return MAIL if first and len(_HEADER.findall(head)) >= _HEADERS else PLAIN
