"""What the page may send: how many texts, how large, under which names."""

from __future__ import annotations

import json

import pytest

from scripts.page import request
from scripts.page.request import CHECK, COMPARE, Refused, parsed
from scripts.reading.formats import LARGEST
from tests.page.serving import body

A, B, C = ("A", "a.txt", b"one"), ("B", "b.txt", b"two\n\nlines"), ("C", "c.txt", b"")
SAID = ("", "statements", b"three")

TAKEN = [
    # what is sent, what is asked for
    ((COMPARE, [A, B]), ["A", "B"]),
    ((COMPARE, [B, A, C]), ["B", "A", "C"]),
    ((CHECK, [SAID, A]), ["", "A"]),
    ((CHECK, [B, SAID]), ["B", ""]),
]


@pytest.mark.parametrize(("sent", "asked"), TAKEN)
def test_what_is_taken(sent: tuple[str, list[tuple[str, str, bytes]]], asked: list[str]) -> None:
    found = parsed(body(*sent))
    assert found.task == sent[0]
    assert [(t.siglum, t.name, t.data) for t in found.texts] == sent[1]
    assert [t.siglum for t in found.texts] == asked


REFUSED = [
    # what is sent, words of the answer
    (b"", "no request of the page"),
    (b"{}\n", "no request of the page"),
    (b"[" * 9000 + b"\n", "no request of the page"),
    (b'{"texts": 3}\n', "no request of the page"),
    (b'{"texts": [{"name": "a", "size": "9"}]}\n', "no request of the page"),
    (b'{"texts": [{"name": "a", "size": -1, "siglum": "A"}]}\n', "no request of the page"),
    (b'{"texts": [{"name": "a", "size": true, "siglum": "A"}]}\n', "no request of the page"),
    (body(COMPARE, [A, B])[:-1], "cut off"),
    (body(COMPARE, [A, B]) + b"x", "cut off"),
    (body(COMPARE, [A]), "give two accounts"),
    (body(COMPARE, [A, SAID]), "give two accounts"),
    (body(COMPARE, [(s, "x", b"") for s in "ABCDEFG"]), "6 at the most"),
    (body(COMPARE, [A, A]), "one letter"),
    (body(CHECK, [A, B]), "give statements"),
    (body(CHECK, [SAID]), "give statements"),
    (body("run", [A, B]), "no request of the page"),
]


@pytest.mark.parametrize(("sent", "words"), REFUSED)
def test_what_is_refused(sent: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parsed(sent)
    assert words in refused.value.why
    assert "\n" not in refused.value.why


def test_a_file_may_be_as_large_as_the_command_takes_it() -> None:
    head = {"task": COMPARE, "texts": [{"siglum": "A", "name": "big.pdf", "size": LARGEST + 1}]}
    with pytest.raises(Refused) as refused:
        parsed(json.dumps(head).encode() + b"\n")
    assert refused.value.why == f"big.pdf is larger than {LARGEST >> 20} MB: give the text of one account"
    assert refused.value.status == request.too_large().status == 413


NAMES = [
    ("../../etc/passwd", "passwd"),
    ("C:\\papers\\a.pdf", "a.pdf"),
    ("..", ".."),
    ("", "text"),
    ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
]


@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_of_a_name_only_the_last_part_is_kept(given: str, kept: str) -> None:
    found = parsed(body(COMPARE, [("A", given, b""), B]))
    assert found.texts[0].name == kept
