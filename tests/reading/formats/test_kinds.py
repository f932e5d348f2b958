"""Which format a file has, and what is said of those that are not read."""

from __future__ import annotations

import pytest

from scripts.reading import formats
from scripts.reading.formats import kinds
from scripts.reading.formats.document import Unreadable

MAIL = (
    b"From: a@example.org\r\nSubject: A ferry\r\nDate: Wed, 14 May 2025 10:00:00 +0000\r\n\r\nIt sails.\r\n"
)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"It sails.", kinds.PLAIN),
        ("a.txt", b"<html><body>It sails.", kinds.PLAIN),
        ("A.TXT", MAIL, kinds.PLAIN),
        ("notes", b"It sails.", kinds.PLAIN),
        ("a.md", b"# It sails", kinds.PLAIN),
        ("a.html", b"It sails.", kinds.PAGE),
        ("a.pdf", b"%PDF-1.4", kinds.PDF),
        ("a.html", b"%PDF-1.4", kinds.PDF),
        ("-", b"\n\n%PDF-1.4", kinds.PDF),
        ("-", b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><p>", kinds.PAGE),
        ("-", b"<?xml version='1.0'?><html xmlns=''>", kinds.PAGE),
        ("-", b"<p>It sails.", kinds.PLAIN),
        ("-", MAIL, kinds.MAIL),
        ("-", b"From: Ana Duarte\nThe ferry sails.\n", kinds.PLAIN),
        ("-", b"PK\x03\x04", kinds.WORD),
        ("a.MHT", b"x", kinds.MAIL),
    ],
)
def test_the_format_of_a_file(name: str, data: bytes, kind: str) -> None:
    assert kinds.kind(name, data) == kind


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a file of an old Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_10".encode("utf-16-le"), "a mail of Outlook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "an OpenDocument file",
        ),
        (b"{\\rtf1 It sails.}", "a file of Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=f"^{problem}$") as refused:
        formats.read("-", data)
    assert refused.value.remedy


def test_there_are_bounds_on_size() -> None:
    with pytest.raises(Unreadable, match=r"^larger than 16 MB$"):
        formats.read("a.txt", b"a" * ((16 << 20) + 1))
    with pytest.raises(Unreadable, match=r"^larger than 64 MB$"):
        formats.read("a.pdf", b"%PDF-" + b"a" * (64 << 20))
