"""Mails: whose words are read, and what is left out."""

from __future__ import annotations

import pytest

from scripts.reading.formats import inside
from scripts.reading.formats.document import Document, Unreadable
from tests.reading.formats.shown import tried

HEAD = (
    "From: a@example.org\nTo: b@example.org\nSubject: The ferry\n"
    "Date: Wed, 14 May 2025 23:30:00 -0500\nMIME-Version: 1.0\n"
)


def read(body: str, kind: str = "text/plain; charset=utf-8", whole: bool = False) -> Document:
    return inside.read("mail", f"{HEAD}Content-Type: {kind}\n\n{body}".encode(), whole)


def parts(*given: tuple[str, str], of: str = "mixed") -> Document:
    held = "".join(f"--x\nContent-Type: {kind}\n\n{body}\n" for kind, body in given)
    return read(f"{held}--x--\n", f'multipart/{of}; boundary="x"')


def test_the_day_is_that_on_which_it_was_sent_where_it_was_sent() -> None:
    found = read("The ferry sails.\n")
    assert (found.title, str(found.day), found.dated) == ("The ferry", "2025-05-14", "sent")


def test_other_mails_and_the_signature_are_left_out_and_told_of() -> None:
    body = "It sails.\n\nOn Mon, 12 May 2025, A wrote:\n> It sank.\n> All of it.\n\n-- \nA. Duarte\nPort\n"
    found = read(body)
    assert found.text == "It sails.\n"
    assert found.left_out == ("the signature", "2 lines quoted from other mails")
    assert "It sank." in read(body, whole=True).text


def test_lines_that_were_only_wrapped_are_joined() -> None:
    flowed = "text/plain; charset=utf-8; format=flowed"
    assert (
        read("The ferry \nsails at \nnoon.\nIt is blue.\n", flowed).text
        == "The ferry sails at noon.\nIt is blue.\n"
    )
    assert read("The ferry \nsails.\n").text == "The ferry \nsails.\n"


def test_plain_text_comes_before_a_page_of_the_same() -> None:
    both = (("text/plain", "It sails."), ("text/html", "<p>It <b>sails</b> away.</p>"))
    assert parts(*both, of="alternative").text == "It sails.\n"
    assert parts(both[1]).text == "It sails away.\n"


def test_what_is_attached_is_told_of() -> None:
    found = parts(
        ("text/plain", "It sails."), ("application/pdf", "JVBERi0="), ("message/rfc822", f"{HEAD}\nNo.\n")
    )
    assert (found.text, found.left_out) == ("It sails.\n", ("2 attachments",))


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ('multipart/encrypted; boundary="x"', "^encrypted$"),
        ("application/pkcs7-mime", "^encrypted$"),
        ("application/pdf", "without text"),
        ('multipart/mixed; boundary="y"', "without text"),
    ],
)
def test_a_mail_that_gives_no_text_is_one_clear_line(kind: str, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        read("--x\nContent-Type: application/octet-stream\n\nAAAA\n--x--\n", kind)


def test_nothing_but_a_quotation_is_no_text() -> None:
    with pytest.raises(Unreadable, match="words of its own"):
        read("> It sank.\n")


@pytest.mark.parametrize(
    "data",
    [
        "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000)),
        f"{HEAD}Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\nIt sails.\n" * 5000,
        f"{HEAD}Content-Type: text/plain; charset={'x' * 10_000}\n\nIt sails.\n",
        f"{HEAD}{'X: ' + 'a' * 900 + chr(10)}" * 500 + "\nIt sails.\n",
        "Subject: =?utf-8?q?" + "=00" * 5000 + "?=\nDate: 99 Foo 0000 99:99\n\nIt sails.\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!\n",
    ],
    ids=["deep", "parts", "charset", "heads", "words", "base64"],
)  # fmt: skip
def test_hostile_mails_end(data: str) -> None:
    said = tried("mail", data.encode())
    assert "\0" not in said
