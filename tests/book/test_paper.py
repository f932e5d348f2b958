"""Elements of a page in print: the node of each, and that text stays text."""

from __future__ import annotations

import io
import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fuzz.grammar import MARKUP, UNSEEN

from scripts.book.paper import running_typst
from scripts.book.paper.block_elements import blocks
from scripts.book.paper.html_parsing import article
from scripts.book.paper.inline_elements import Node
from scripts.book.paper.typefaces import Writer
from scripts.exhibits.html import escaped
from scripts.ground.faults import Fault
from tests.book.printed import structure
from tests.conftest import ROOT

DAY = datetime(2031, 5, 3, tzinfo=UTC)
FRAME = {
    "title": "A harbour",
    "author": "Jane Roe",
    "language": "en",
    "description": "",
    "edition": "",
    "index": [],
    "takeaway": [],
}
# What Typst would obey if it were code or markup.
COMMANDS = [
    "#panic()", '#read("/etc/passwd")', "*bold* _slanted_", "$x^2$", "= A heading", "- item", "@finding-f1",
    "<finding-f1>", "\\u{41}", "// said /* aside */", "```x```", '"] #import "nodes.typ": *', "#link(<x>)[y]",
    "~", "--- ...", "\\", '"', "#", "[", "]]", "{}",
]  # fmt: skip


def nodes(inside: str) -> list[Node]:
    """The nodes of an article's contents."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as page:
        page.write(f"<!DOCTYPE html><title>x</title><article>{inside}</article>")
        page.flush()
        return blocks(article(Path(page.name)))


def printed(*chapters: list[Node]) -> pypdf.PdfReader:
    """A book of these chapters, printed and read back."""
    made = running_typst.print_tree("book.typ", {**FRAME, "chapters": list(chapters)}, DAY)
    return pypdf.PdfReader(io.BytesIO(made.pdf))


def text(pdf: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def par(*body: Any, look: str = "") -> Node:
    return {"kind": "par", "look": look, "body": list(body)}


def of(kind: str, *body: Any) -> Node:
    return {"kind": kind, "body": list(body)}


def link(body: str, **where: Any) -> Node:
    return {"kind": "link", "whole": False, "body": [body], **where}


AT = {"kind": "anchor", "id": "x"}
# an element of a page, and its form in print
INLINE = {
    "  one \n two\t": [par("one two")],
    "<p>a <b> b </b> c</p>": [par("a ", of("strong", "b "), "c")],
    "<p><em>a</em> </p>": [par(of("em", "a"))],
    "<p>a\u00a0 b</p>": [par("a\u00a0 b")],
    "a<br> b": [par("a", {"kind": "break"}, "b")],
    "<p>x <code>y</code><sup>z</sup></p>": [par("x ", of("code", "y"), of("sup", "z"))],
    '<p id="x">a</p>': [par(AT, "a")],
    '<span id="x"></span><p>a</p>': [par(AT, "a")],
    '<div id="x"><div>a</div></div>': [par(AT, "a")],
    '<div id="x"></div>': [par(AT)],
    '<a href="#y">a</a>': [par(link("a", to="y"))],
    '<a href="https://e.org/한?a=b&amp;c">a</a>': [par(link("a", url="https://e.org/%ED%95%9C?a=b&c"))],
    "<a>a file beside the pages</a>": [par("a file beside the pages")],
    '<p>a<span class="note"> b </span> c</p>': [par("a", of("note", "b "), " c")],
    '<p>a <span lang="ko">한국</span></p>': [
        par("a ", {"kind": "foreign", "language": "ko", "body": ["한국"]})
    ],
    '<a class="cite-page" href="#y"></a>': [par({"kind": "page-of", "to": "y"})],
    '<q class="account-quote mark-b">a</q>': [
        par({"kind": "quoted", "look": "mark-b", "body": ["“", "a", "”"]})
    ],
    '<span class="badge mark-a standing-near">near</span>': [
        par({"kind": "badge", "look": "standing-near", "body": ["near"]})
    ],
    f"<p>{'ab' * 20}</p>": [par("\u200b".join("ab" * 20))],
    f"<p>https://e.org/{'ab' * 20}</p>": [par(f"https://e.org/{'ab' * 20}")],
}  # fmt: skip
BLOCK = {
    "a<p>b</p>c": [par("a"), par("b"), par("c")],
    '<p class="table-note">n</p>': [par("n", look="table-note")],
    '<section id="x"><span id="y"></span><h2>H</h2><p>p</p></section>': [
        {"kind": "heading", "level": 2, "body": ["H"], "id": "x", "also": ["y"]}, par("p"),
    ],
    '<ul><li>a</li><li id="x"><p>b</p></li></ul>': [
        {"kind": "list", "ordered": False, "items": [[par("a")], [AT, par("b")]]}
    ],
    "<dl><dt>t</dt><dd><p>d</p></dd></dl>": [
        {"kind": "terms", "items": [{"term": ["t"], "body": [par("d")]}]}
    ],
    '<p class="judgment">j</p>': [{"kind": "frame", "look": "judgment", "body": [par("j")]}],
    '<blockquote class="mark-a">q</blockquote>': [{"kind": "frame", "look": "mark-a", "body": [par("q")]}],
    "<pre>a\n  b\n</pre>": [{"kind": "pre", "text": "a\n  b"}],
    "<details><summary>s</summary>d</details>": [par("s"), par("d")],
    '<div class="citation"><span>[1]</span> <p>Roe.</p></div>': [par("[1]", " ", "Roe.", look="citation")],
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), [*INLINE.items(), *BLOCK.items()])
def test_what_becomes_of_an_element(html: str, expected: list[Node]) -> None:
    assert nodes(html) == expected


def test_a_table_has_its_heads_its_shares_and_its_places() -> None:
    (table,) = nodes(
        '<div id="w"><table id="t" class="exhibit"><caption>Tides</caption>'
        '<colgroup><col style="width: 25%"><col style="width: 75%"></colgroup>'
        '<thead><tr><th id="h">Port</th><th class="number">Height</th></tr></thead>'
        '<tbody><tr id="r"><th>A</th><td class="number">3</td></tr></tbody></table></div>'
        '<p class="table-note">n</p>'
    )
    assert isinstance(table, dict)
    assert [n["id"] if isinstance(n, dict) else n for n in table["caption"]] == ["w", "t", "h", "Tides"]
    assert table["shares"] == [25, 75]
    assert [[cell["number"] for cell in row] for row in table["head"]] == [[False, True]]
    (row,) = table["rows"]
    assert row["whole"]
    assert row["cells"][0]["body"] == [{"kind": "anchor", "id": "r"}, par("A")]
    assert table["note"] == ["n"], "what is said of a table stays with it"


def test_a_column_has_room_for_its_longest_word_and_a_row_taller_than_a_page_breaks() -> None:
    columns = '<colgroup><col style="width: 2%"><col style="width: 98%"></colgroup>'
    (table,) = nodes(f"<table>{columns}<tr><td>interoperability</td><td>{'word ' * 2000}</td></tr></table>")
    assert isinstance(table, dict)
    assert 10 < table["shares"][0] < 20
    assert not table["rows"][0]["whole"]
    made = printed(
        nodes("<h1>One</h1>"), nodes(f"<h1>Two</h1><table><tr><td>{'word ' * 9000}</td></tr></table>")
    )
    assert text(made).count("word") == 9000


DRAWING = '<svg viewBox="0 0 9 9" width="9pt" height="9pt"{0}><text x="1" y="8">Z{1}</text></svg>'


def test_a_figure_says_in_words_what_it_shows() -> None:
    shown = "Bars of tides by port: 3 in A."
    drawing = DRAWING.format(f' aria-label="{shown}"', "")
    (figure,) = nodes(f'<figure id="f"><figcaption>Tides</figcaption>{drawing}</figure>')
    assert isinstance(figure, dict)
    assert figure["alt"] == shown
    assert figure["caption"] == [{"kind": "anchor", "id": "f"}, "Tides"]
    made = printed(nodes("<h1>One</h1>"), [figure])
    (tagged,) = (n for n in structure(made.trailer["/Root"]["/StructTreeRoot"]) if n["/S"] == "/Figure")
    assert tagged["/Alt"] == shown


def test_a_figure_without_words_is_a_fault() -> None:
    with pytest.raises(Fault, match="no text that says what it shows"):
        nodes(f"<figure>{DRAWING.format('', '')}</figure>")
    with pytest.raises(Fault, match="no drawing and no image"):
        nodes("<figure><figcaption>x</figcaption></figure>")


@pytest.mark.parametrize("hostile", [*COMMANDS, *MARKUP])
def test_no_text_is_a_command(hostile: str) -> None:
    """In a heading, a paragraph, a quotation, a cell, a caption, a drawing, and on the cover."""
    hostile = hostile.replace("\0", "")
    said = str(escaped(f"a {hostile} b"))
    head = f"<caption>{said}</caption><thead><tr><th>{said}</th></tr></thead>"
    cell = f"<table>{head}<tr><td>{said}</td></tr></table>"
    drawing = DRAWING.format(f' aria-label="{said}"', f" {said}")
    page = f"<h1>{said}</h1><p>{said}</p><q>{said}</q>{cell}<pre>{said}</pre><figure>{drawing}</figure>"
    made = running_typst.print_tree(
        "book.typ", {**FRAME, "title": f"a {hostile} b", "chapters": [nodes(page)]}, DAY
    )
    pdf = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert len([e for e in pdf.outline if not isinstance(e, list)]) == 1, "no heading but ours"
    assert not any("/URI" in str(page.get("/Annots", "")) for page in pdf.pages)
    # Ignore line ends and the spaces beside them.
    letters = "".join(text(pdf).replace("\u200b", "").split())
    assert letters.count("".join(f"a {escaped(hostile).unescape()} b".split())) >= 6


def test_what_cannot_be_seen_does_no_harm() -> None:
    printed([par(f"a{unseen}b") for unseen in UNSEEN])


def test_what_no_typeface_has_is_written_as_its_number_and_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = printed([par("a \ue001 김용현 尹 b"), par("\ue001 \U0001f9ff")])
    assert "a [U+E001] 김용현 尹 b" in text(made)
    told = "the PDF: no typeface of the book has U+E001, U+1F9FF: written as their numbers\n"
    assert capsys.readouterr().err == told


# a text, and its printed form
WRITTEN = {
    "plain words": "plain words",
    "한국 尹 ①": "한국 尹 ①",
    "e\u0301": "e\u0301",
    "김\u0301": "김[U+0301]",
    "a\tb\nc": "a\tb\nc",
    "\x07": "[U+0007]",
    "\u200b": "\u200b",
}


@pytest.mark.parametrize(("given", "expected"), WRITTEN.items())
def test_text_is_written_in_characters_that_can_be_printed(given: str, expected: str) -> None:
    assert Writer().text(given) == expected


def test_the_typefaces_have_every_letter_of_the_seeds() -> None:
    """If this fails, make the Korean typeface again (scripts.book.paper.fonts); it reads the seeds."""
    writer = Writer()
    for path in sorted((ROOT / "seeds").rglob("*.*")):
        writer.text(path.read_text("utf-8-sig").replace("\r", ""))
    assert not writer.missing


def test_no_text_at_all_stops_the_press() -> None:
    """Random characters of every kind, alone and in sequence."""
    chance = random.Random(7)
    codes = [c for c in range(sys.maxunicode) if not 0xD800 <= c < 0xE000]
    few = [
        0x41,
        0x0301,
        0x0338,
        0x05D0,
        0x0627,
        0x0915,
        0x094D,
        0x0E01,
        0x1100,
        0x1161,
        0xAC00,
        0x200D,
        0xFE0F,
    ]
    lines = ["".join(map(chr, chance.choices(codes, k=40))) for _ in range(200)]
    lines += ["".join(map(chr, chance.choices(few, k=12))) for _ in range(300)]
    lines += ["".join(map(chr, chance.choices(range(0x20, 0x3000), k=40))) for _ in range(300)]
    printed([par(line) for line in lines])


def test_what_typst_complains_of_is_a_fault_in_one_line() -> None:
    with pytest.raises(Fault, match="label `<nowhere>` does not exist") as told:
        printed(nodes('<a href="#nowhere">x</a>'))
    assert "\n" not in str(told.value)


def test_the_same_tree_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {**FRAME, "chapters": [nodes("<h1>One</h1><p>김용현</p>")]}
    first = running_typst.print_tree("book.typ", tree, DAY)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert running_typst.print_tree("book.typ", tree, DAY).pdf == first.pdf


def test_no_typeface_of_the_machine_is_looked_at() -> None:
    made = printed(
        nodes("<h1>A 김</h1><p>b <em>c</em> <code>d</code> ꙋ 尹</p><table><tr><th>e</th></tr></table>")
    )
    used = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in made.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    ours = ("SourceSerifPro-", "SourceSansPro-", "NotoSansCJKkr-", "DejaVuSans")
    assert used
    assert all(name.startswith(ours) for name in used)
