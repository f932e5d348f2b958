"""Word files (.docx), read by mammoth: tracked insertions are text, deletions are not, footnotes come last.

python-docx was tried on the same files: it silently skips tracked insertions and footnotes, which mammoth
keeps. No picture is read, and nothing that the file refers to is opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from scripts.reading.formats.blocks import Block, blocks, plain, written
from scripts.reading.formats.document import Document, Unreadable, counted
from scripts.reading.formats.web import as_day

KIND = "Word file"
_UNPACKED = 64 << 20  # bytes, of all that is read of a file
_FILES = 5000
_DAMAGED = "open it in a word processor and save it again"
_READ = re.compile(r"word/(document|footnotes|endnotes|comments|styles|numbering)\.xml|docProps/core\.xml")
_DEEPEST = 200  # elements within elements
_HEADS = re.compile(r"word/(header|footer)\d*\.xml")
_TEXT = re.compile(rb"<w:t[ >]")


def read(data: bytes, whole: bool = False) -> Document:
    """Return the text of a Word file. Raises Unreadable on one that is damaged or unpacks too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            left_out = _looked_through(packed)
            title, day = _facts(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(f"a damaged Word file ({error or type(error).__name__})", _DAMAGED) from None
    found = list(_blocks(data))
    if not any(any(c.isalnum() for c in block.text) for block in found):
        raise Unreadable("a Word file without text", "give the text of one account")
    return Document(written(found), KIND, title, day, "saved" if day else "", left_out=left_out)


def _looked_through(packed: zipfile.ZipFile) -> tuple[str, ...]:
    """Return what is left out of a file. Raises Unreadable if it would unpack too large or is too deep."""
    members = packed.infolist()
    if len(members) > _FILES or sum(m.file_size for m in members if _READ.fullmatch(m.filename)) > _UNPACKED:
        raise Unreadable(f"it unpacks to more than {_UNPACKED >> 20} MB of text", "give a smaller file")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("encrypted", "save it without a password")
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            _refuse_hostile(packed, member)
    heads = [m for m in members if _HEADS.fullmatch(m.filename) and _TEXT.search(_bytes(packed, m))]
    comments = [m for m in members if m.filename == "word/comments.xml"]
    noted = sum(len(re.findall(rb"<w:comment ", _bytes(packed, m))) for m in comments)
    pictures = sum(m.filename.startswith("word/media/") for m in members)
    told = (
        (len(heads), "running head or foot", "running heads and feet"),
        (noted, "comment"),
        (pictures, "picture"),
    )
    return tuple(counted(*one) for one in told if one[0])


def _bytes(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.file_size > _UNPACKED:
        raise Unreadable(f"it unpacks to more than {_UNPACKED >> 20} MB of text", "give a smaller file")
    return packed.read(member)


def _refuse_hostile(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Raise Unreadable on XML that declares entities (no Word file does), is too deep, or is damaged."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    depth = 0

    def refused(*given: object) -> None:
        raise Unreadable("a Word file that declares entities, which no word processor writes", _DAMAGED)

    def down(*given: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable(f"nested more than {_DEEPEST} deep", _DAMAGED)

    def up(*given: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refused
    parser.StartElementHandler = down
    parser.EndElementHandler = up
    try:
        parser.Parse(_bytes(packed, member), True)
    except expat.ExpatError as error:
        raise Unreadable(f"a damaged Word file ({error})", _DAMAGED) from None


def _facts(packed: zipfile.ZipFile) -> tuple[str, date | None]:
    """Return the title of the file, and the day on which it was last saved."""
    from xml.etree import ElementTree

    names = packed.namelist()
    if "word/document.xml" not in names:
        raise Unreadable("no Word file: it holds no document", "give .docx, PDF, a web page or a text")
    if "docProps/core.xml" not in names:
        return "", None
    root = ElementTree.fromstring(packed.read("docProps/core.xml"))
    said = {element.tag.rpartition("}")[2]: plain(element.text or "") for element in root}
    return said.get("title", "")[:300], as_day(said.get("modified") or said.get("created") or "")


def _blocks(data: bytes) -> Iterator[Block]:
    import mammoth
    from lxml import etree, html

    try:
        made: Any = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        ).value
        body = html.document_fromstring(f"<html><body>{made}</body></html>") if made else None
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, etree.ParserError) as error:
        raise Unreadable(f"a damaged Word file ({type(error).__name__})", _DAMAGED) from None
    for sign in body.iter("sup", "a") if body is not None else ():
        # The numbers of footnotes, and the arrows back to them, are no words.
        if (sign.get("id") or "").startswith("footnote-ref") or (sign.get("href") or "").startswith(
            "#footnote-ref"
        ):
            sign.text = ""
    if body is not None:
        yield from blocks(body)
