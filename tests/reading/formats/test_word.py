"""Word files: hostile and damaged ones are one clear line; what programs write is in test_real_files.py."""

from __future__ import annotations

import io
import zipfile

import pytest

from scripts.reading.formats import inside
from scripts.reading.formats.document import Document, Unreadable
from tests.reading.formats.shown import FILES

OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GOOD = (FILES / "statement-by-libreoffice.docx").read_bytes()


def read(data: bytes) -> Document:
    return inside.read("word", data, False)


def packed(**changed: str | bytes) -> bytes:
    """A good file with some of its members exchanged, by their last names (document, core)."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            name = member.filename.rpartition("/")[2].removesuffix(".xml")
            new.writestr(member.filename, changed.get(name, old.read(member)))
    return made.getvalue()


def document(body: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{body}</w:document>'


def said(text: str) -> str:
    return f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"


def test_what_was_inserted_is_text_and_what_was_deleted_is_none() -> None:
    change = 'w:id="1" w:author="A" w:date="2025-05-14T09:00:00Z"'
    body = (
        "<w:body><w:p><w:r><w:t>It carries </w:t></w:r>"
        f"<w:del {change}><w:r><w:delText>200</w:delText></w:r></w:del>"
        f"<w:ins {change}><w:r><w:t>250</w:t></w:r></w:ins><w:r><w:t> cars.</w:t></w:r></w:p></w:body>"
    )
    assert read(packed(document=document(body))).text == "It carries 250 cars.\n"


def test_what_it_says_of_itself() -> None:
    found = read(GOOD)
    assert found.title == "Statement on the opening of the harbour bridge"
    assert (str(found.day), found.dated) == ("2025-05-14", "saved")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04", "a damaged Word file"),
        (GOOD[:2000], "a damaged Word file"),
        (packed(document="<w:document"), "a damaged Word file"),
        (packed(document=document(said(" "))), "a Word file without text"),
        (packed(document=document("")), "a damaged Word file|without text"),
        (packed(document=document(said("&a;"), '<!DOCTYPE d [<!ENTITY a "aaaa">]>')), "declares entities"),
        (packed(document=document(said("&a;"), OUTSIDE)), "declares entities"),
        (packed(document=document("<w:p>" * 5000 + "</w:p>" * 5000)), "nested more than"),
        (packed(document=b" " * (65 << 20)), "unpacks to more than 64 MB"),
        (packed(core="<no"), "a damaged Word file"),
    ],
    ids=["begun", "cut", "no XML", "blank", "empty", "entities", "file", "deep", "bomb", "core"],
)  # fmt: skip
def test_what_is_no_word_file_is_one_clear_line(data: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem) as refused:
        read(data)
    assert "\n" not in refused.value.problem


def test_another_archive_is_no_word_file() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr("readme.txt", "It rained.")
    with pytest.raises(Unreadable, match="holds no document"):
        read(made.getvalue())
