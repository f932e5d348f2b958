"""E-mail as a mail program saves it, and pages that a browser saves as MHTML: both formats are MIME."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from scripts.reading.formats import web
from scripts.reading.formats.blocks import blocks, plain, written
from scripts.reading.formats.document import Document, Unreadable, counted

KIND = "e-mail"
_PARTS = 500
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^>.*$", re.MULTILINE)
_INTRODUCED = re.compile(
    r"^(?:On\b.{0,200}\bwrote|.{0,100}\bschrieb)\s?:\s*(?=^>|\Z)", re.MULTILINE | re.DOTALL
)
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def read(data: bytes, whole: bool = False) -> Document:
    """Return the text of a mail without quoted mails, signature and attachments.

    Raises Unreadable on one that is encrypted or holds no text.
    """
    message: Any = message_from_bytes(data, policy=policy.default)
    parts = list(_parts(message))
    if any(part.get_content_type() in _SEALED for part in parts):
        raise Unreadable("encrypted", "decrypt it in the mail program and save it from there")
    texts = [p for p in parts if p.get_content_type() == "text/plain" and not _attached(p)]
    pages = [
        p
        for p in parts
        if p.get_content_type() in ("text/html", "application/xhtml+xml") and not _attached(p)
    ]
    if _is_page(message, parts) and pages:
        return web.of_markup(_decoded(pages[0]), whole)
    if texts and (said := "\n".join(_decoded(part) for part in texts)).strip():
        text, left_out = (said, []) if whole else _own_words(_unwrapped(said, texts[0]))
    elif pages:
        text, left_out = _of_page(_decoded(pages[0])), []
    else:
        raise Unreadable("a mail without text", "give the text of one account")
    attached = sum(_attached(part) for part in parts)
    left_out += [counted(attached, "attachment")] if attached else []
    if not text.strip():
        raise Unreadable("a mail without words of its own", "give --whole-page to read what it quotes, too")
    day = _sent(message)
    return Document(text, KIND, _header(message, "subject"), day, "sent" if day else "", (), tuple(left_out))


def _parts(message: Any) -> Iterator[EmailMessage]:
    """Yield the parts with content, without recursion. Raises Unreadable if there are too many."""
    waiting = [message]
    found = 0
    while waiting:
        part = waiting.pop()
        found += 1
        if found > _PARTS:
            raise Unreadable(f"a mail of more than {_PARTS} parts", "give the text of one account")
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            if part.get_content_type() == "multipart/encrypted":
                yield part
            waiting += reversed(part.get_payload())
        else:
            yield part


def _attached(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    return part.get_content_disposition() == "attachment" or not kind.startswith(
        ("text/", "multipart/", "image/")
    )


def _is_page(message: Any, parts: list[EmailMessage]) -> bool:
    """Say whether a browser saved this: it has no receiver, and its parts have addresses."""
    return message.get("to") is None and any(part.get("content-location") for part in [message, *parts])


def _decoded(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    if part.get_content_type() != "text/plain" and part.get_content_charset() is None:
        return web.decoded(data)
    for name in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(name).replace("\r\n", "\n").replace("\0", "")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\0", "")


def _unwrapped(text: str, part: EmailMessage) -> str:
    """Join the lines that the mail program only wrapped (format=flowed)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1].endswith(" ") and lines[-1] != "-- " and not line.startswith((">", "-- ")):
            lines[-1] += line
        else:
            lines.append(line.removeprefix(" ") if line.startswith((" >", " From ")) else line)
    return "\n".join(lines)


def _own_words(text: str) -> tuple[str, list[str]]:
    left_out = []
    signature = _SIGNATURE.search(text)
    if signature and text[: signature.start()].strip():
        text = text[: signature.start()]
        left_out.append("the signature")
    if quoted := len(_QUOTED.findall(text)):
        text = _QUOTED.sub("", _INTRODUCED.sub("", text))
        left_out.append(counted(quoted, "line quoted from another mail", "lines quoted from other mails"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n", left_out


def _of_page(markup: str) -> str:
    return written(blocks(web.body_of(markup)))


def _header(message: Any, name: str) -> str:
    try:
        return plain(str(message.get(name, "")))[:300]
    except (MessageError, ValueError, IndexError, TypeError, AttributeError):  # of headers that nobody writes
        return ""


def _sent(message: Any) -> date | None:
    try:
        moment = parsedate_to_datetime(_header(message, "date"))
        return moment.date() if moment.tzinfo is None else moment.astimezone(moment.tzinfo or UTC).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
