"""PDF: the order of lines and whether it is sure, paragraphs, broken words, running heads; damaged files."""

from __future__ import annotations

import io
from itertools import chain

import pypdf
import pytest

from scripts.reading.formats import inside
from scripts.reading.formats.document import Document, Unreadable
from tests.reading.formats.printed import column, printed
from tests.reading.formats.shown import tried

LEFT = [
    "The ferry was built in Gdansk, where",
    "it was launched in the spring of 2019",
    "and painted blue in the summer.",
]
RIGHT = [
    "It carries 250 cars and two hundred",
    "passengers, and it sails twice a day",
    "from the quay at Porthaven.",
]
JOINED = [" ".join(LEFT), " ".join(RIGHT)]


def read(data: bytes, whole: bool = False) -> Document:
    return inside.read("pdf", data, whole)


def paragraphs(data: bytes) -> list[str]:
    return read(data).text.removesuffix("\n").split("\n\n")


def test_columns_drawn_one_after_the_other_are_sure() -> None:
    found = read(printed([*column(50, LEFT), *column(320, RIGHT)]))
    assert found.text.split("\n\n") == [JOINED[0], f"{JOINED[1]}\n"]
    assert [page.sure for page in found.pages] == [True]
    assert not found.remarks


def test_columns_drawn_row_by_row_are_read_as_columns_and_marked() -> None:
    found = read(printed(list(chain(*zip(column(50, LEFT), column(320, RIGHT), strict=True)))))
    assert found.text.split("\n\n") == [JOINED[0], f"{JOINED[1]}\n"]
    assert [page.sure for page in found.pages] == [False]
    assert found.remarks == ("the order of columns is unsure on page 1",)


def test_only_the_page_with_the_doubt_is_marked() -> None:
    mixed = list(chain(*zip(column(50, LEFT, 600), column(320, RIGHT, 600), strict=True)))
    found = read(printed(column(50, [*LEFT, *RIGHT]), mixed))
    assert [(page.number, page.sure) for page in found.pages] == [(1, True), (2, False)]
    assert found.page(0) == found.pages[0]
    assert found.page(len(found.text) - 2) == found.pages[1]


def test_what_is_drawn_last_and_stands_first_is_read_first() -> None:
    """Nothing stands beside anything, so the order from the top down is sure."""
    found = read(printed([*column(50, LEFT, 600), (50, 700, "A ferry for the north of the country.")]))
    assert found.text.startswith("A ferry for the north of the country.\n\nThe ferry was built")
    assert not found.remarks


def test_words_set_wide_are_one_line() -> None:
    wide = [(50, 688, "It is"), (120, 688, "blue and"), (200, 688, "new.")]
    assert paragraphs(printed([(50, 700, "The ferry was built in Gdansk, a town that"), *wide])) == [
        "The ferry was built in Gdansk, a town that It is blue and new."
    ]


def test_the_cells_of_a_table_stand_in_their_row() -> None:
    rows = [("Year", "Cars"), ("2019", "200"), ("2020", "240"), ("2021", "250")]
    cells = [
        word
        for at, (one, other) in enumerate(rows)
        for word in ((50, 700 - 12 * at, one), (200, 700 - 12 * at, other))
    ]
    assert paragraphs(printed(cells)) == [f"{one} | {other}" for one, other in rows]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["The city will maintain the har-", "bour and its quays for ten years."], "the harbour and"),
        (["The form comes as a self-", "explanatory text in every office."], "a self-explanatory text"),
        (["He spoke of twenty-", "four ships in the harbour, as he had before."], "twenty-four ships"),
        (["The Kaldor-", "Ruud plan was dropped, as all of them had been."], "Kaldor-Ruud plan"),
        (["The co-operation goes on. They praise the co-", "operation of both."], "the co-operation of"),
        (["Nobody knows of the Zuder-", "zeeboot, or would say so: it never was."], "the Zuderzeeboot,"),
    ],
)  # fmt: skip
def test_words_broken_at_the_end_of_a_line(lines: list[str], said: str) -> None:
    assert said in read(printed(column(50, lines))).text


def test_paragraphs_end_at_a_gap_an_indent_or_a_short_line() -> None:
    body = ["The ferry was built in Gdansk and came to", "the harbour of Porthaven in the spring."]
    after = ["It carries 250 cars and two hundred people", "across the sound, twice a day, in any wind."]
    gap = column(50, body) + column(50, after, top=660)
    indent = [*column(50, body), (62, 676, after[0]), (50, 664, after[1])]
    short = column(50, ["The ferry was built in Gdansk and came to", "the harbour.", *after])
    assert paragraphs(printed(gap)) == [" ".join(body), " ".join(after)]
    assert paragraphs(printed(indent)) == [" ".join(body), " ".join(after)]
    assert paragraphs(printed(short)) == [
        "The ferry was built in Gdansk and came to the harbour.",
        " ".join(after),
    ]
    assert paragraphs(printed(column(50, [*body, *after]))) == [" ".join([*body, *after])]


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = read(printed(column(50, LEFT[:2]), column(50, [LEFT[2], *RIGHT])))
    assert found.text.startswith(
        "The ferry was built in Gdansk, where it was launched in the spring of 2019 and"
    )
    assert found.pages[1].start == found.text.index("and painted blue")


def heads(number: int, of: int = 3) -> list[tuple[float, float, str]]:
    return [
        (50, 770, f"Harbour news, no. {number + 1}"),
        (280, 30, f"{number + 1}"),
        (50, 40, f"Page {number + 1} of {of}"),
    ]


def test_running_heads_and_page_numbers_are_left_out_and_told_of() -> None:
    pages = [
        [*heads(at), *column(50, [f"The ferry number {at} sails from the quay."], 600)] for at in range(3)
    ]
    found = read(printed(*pages))
    assert found.text == "".join(f"The ferry number {at} sails from the quay.\n\n" for at in range(3))[:-1]
    assert found.left_out == ("9 lines of running heads and page numbers",)
    whole = read(printed(*pages), whole=True)
    assert "Harbour news, no. 2" in whole.text
    assert not whole.left_out


def test_a_line_in_the_margin_that_comes_once_is_text() -> None:
    assert (
        "A line of the text"
        in read(printed([(50, 770, "A line of the text at the top."), *column(50, LEFT)])).text
    )


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(printed(column(50, LEFT))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_an_encrypted_file_is_one_clear_line() -> None:
    with pytest.raises(Unreadable, match=r"^encrypted$"):
        read(encrypted("secret"))
    assert read(encrypted("")).text == f"{JOINED[0]}\n", "whoever can open it in a viewer can read it here"


def test_a_page_without_text_is_one_clear_line() -> None:
    with pytest.raises(Unreadable, match="without text") as refused:
        read(printed([]))
    assert "OCR" in refused.value.remedy


GOOD = printed(column(50, LEFT))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF",
        GOOD[:300],
        b"%PDF-1.7\n" + b"1 0 obj " * 50_000,
        GOOD.replace(b"/Contents 4 0 R", b"/Contents 3 0 R"),
        b"%PDF-1.7\n1 0 obj" + b"[" * 100_000 + b"endobj trailer << /Root 1 0 R >>",
    ],
    ids=["begun", "empty", "cut", "objects", "page as text", "deep"],
)
def test_damaged_files_are_one_clear_line(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert "\n" not in refused.value.problem


def test_pages_in_a_circle_end() -> None:
    assert tried("pdf", GOOD.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"))


def test_what_is_turned_on_its_side_is_left_out_and_told_of() -> None:
    first = b"BT /F 10.0 Tf 50 700 Td"
    drawn = GOOD.replace(first, b"BT /F 10 Tf 0 1 -1 0 9 9 Tm (DRAFT) Tj ET\n" + first)
    found = read(drawn)
    assert found.text == f"{JOINED[0]}\n"
    assert found.left_out == ("5 letters that are turned on their side",)
