"""Joining pages for print: one set of ids, links with targets, and text that stays text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from scripts.book.paper.joining_pages import index, join
from scripts.ground.faults import Fault


def joined(tmp_path: Path, **pages: str) -> str:
    """Join pages, given as the contents of their articles, under `c/`; the document as HTML."""
    (tmp_path / "c").mkdir()
    for name, inside in pages.items():
        text = f"<!DOCTYPE html><html><body><article>{inside}</article></body></html>"
        (tmp_path / "c" / f"{name}.html").write_text(text, "utf-8")
    whole = Element("body")
    whole.extend(page.article for page in join(tmp_path, [f"c/{name}" for name in pages]))
    return ElementTree.tostring(whole, encoding="unicode", method="html")


# what stands in page one (page two holds #shared and #only-two), what it becomes in the joined document
LINKS = [
    ('<a href="two.html">x</a>', 'href="#page-two"'),
    ('<a href="two.html#only-two">x</a>', 'href="#only-two"'),
    ('<a href="two.html#shared">x</a>', 'href="#page-two--shared"'),
    ('<a href="#shared">x</a>', 'href="#page-one--shared"'),
    ('<a href="../c/two.html#only-two">x</a>', 'href="#only-two"'),
    ('<a href="https://example.org/a">x</a>', 'href="https://example.org/a"'),
    ('<a href="mailto:a@example.org">x</a>', 'href="mailto:a@example.org"'),
]


@pytest.mark.parametrize(("before", "after"), LINKS)
def test_links_lead_to_the_same_place_in_the_joined_document(tmp_path: Path, before: str, after: str) -> None:
    one = f'<h1>One</h1><p id="shared">a</p>{before}'
    text = joined(tmp_path, one=one, two='<h1>Two</h1><p id="shared">b</p><p id="only-two">c</p>')
    assert after in text


@pytest.mark.parametrize("href", ["two.html#nowhere", "#nowhere", "nowhere.html", "../../secret.txt"])
def test_a_link_that_leads_nowhere_is_a_fault(tmp_path: Path, href: str) -> None:
    with pytest.raises(Fault, match="c/one"):
        joined(tmp_path, one=f'<a href="{href}">x</a>', two="<h1>Two</h1>")


def test_a_data_file_beside_the_pages_is_text_in_print(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("a", "utf-8")
    text = joined(tmp_path, one='<a href="../claims.csv">the data</a>')
    assert "<a>the data</a>" in text


def test_the_same_id_twice_on_one_page_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="#twice"):
        joined(tmp_path, one='<p id="twice"></p><p id="twice"></p>')


@pytest.mark.parametrize(
    "hostile",
    [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;img src=x onerror=alert(1)&gt;",
        "&amp;lt;b&amp;gt; said twice",
        "{ref}`x` $\\input{/etc/passwd}$ &lt;!-- ",
    ],
)
def test_text_that_was_escaped_stays_escaped(tmp_path: Path, hostile: str) -> None:
    text = joined(tmp_path, one=f'<p title="{hostile}">{hostile}</p>')
    assert f">{hostile}</p>" in text
    read_again = {element.tag for element in tinyhtml5.parse(text, namespace_html_elements=False).iter()}
    assert read_again == {"html", "head", "body", "section", "p"}


def test_what_serves_a_screen_only_is_left_out_and_the_text_after_it_is_kept(tmp_path: Path) -> None:
    one = (
        '<h1>One<a class="headerlink" href="#x">#</a></h1><div class="cell_input">code</div>after'
        "<button>Copy</button> this<script>run()</script> and that<!-- note --> too"
    )
    text = joined(tmp_path, one=one)
    assert "<h1>One</h1>after this and that too" in text


def test_a_drawing_keeps_the_names_of_its_own_parts(tmp_path: Path) -> None:
    drawing = '<svg viewBox="0 0 1 1"><clipPath id="p"></clipPath></svg>'
    text = joined(tmp_path, one=f'{drawing}<p id="q">a</p>', two=f'{drawing}<p id="q">b</p>')
    assert text.count(' id="p"') == 2
    assert 'id="page-one--q"' in text


def test_a_work_named_in_running_text_has_its_number_in_the_list(tmp_path: Path) -> None:
    cited = '<span class="citations"><a class="cite" href="two.html#cite-x">Roe <em>2031</em></a></span>'
    table = '<table><tr id="cite-x"><th> 7 </th><td>Roe</td></tr></table>'
    text = joined(tmp_path, one=f"<p>{cited}</p><div>{cited}</div>", two=table)
    assert text.count("Roe <em>2031</em> [7]</a>") == 1, "in a table the number is all that is said"


CITED = '<span class="citations"><a class="cite" href="#w">Roe</a></span>'
NOTED = '<span class="note"><a class="cite" href="#w">Roe</a></span>'
# works cited in a line: the line with its note
NOTES = [
    (f"<p>They met. [{CITED}]</p>", f"<p>They met.{NOTED}</p>"),
    (f"<p><i>Rests on F1. Sources: {CITED}.</i></p>", f"<p><i>Rests on F1.{NOTED}</i></p>"),
    (f"<p>By {CITED}.</p>", f"<p>By {NOTED}.</p>"),
    (f"<p><b>a</b> [{CITED}] b</p>", f"<p><b>a</b>{NOTED} b</p>"),
    (f"<div>They met. [{CITED}]</div>", f"<div>They met. [{CITED}]</div>"),
]


@pytest.mark.parametrize(("line", "noted"), NOTES)
def test_works_cited_in_running_text_are_notes(tmp_path: Path, line: str, noted: str) -> None:
    text = joined(
        tmp_path, one=f'<h1 id="w">One</h1>{line}', two=f"<h1>Two</h1>{line.replace('#w', 'one.html#w')}"
    )
    assert line in text, "the first page is a sheet of its own"
    assert noted in text


def test_the_index_lists_labels_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    rows = "".join(f'<p id="{i}">x</p>' for i in ("finding-f10", "finding-f9", "claim-b-2", "claim-a-11"))
    text = f"<!DOCTYPE html><html><body><article><h1>One</h1>{rows}</article></body></html>"
    (tmp_path / "c" / "one.html").write_text(text, "utf-8")
    assert index(join(tmp_path, ["c/one"])) == [
        ("Findings", [("F9", "finding-f9"), ("F10", "finding-f10")]),
        ("Claims", [("A-11", "claim-a-11"), ("B-2", "claim-b-2")]),
    ]


def test_a_book_without_findings_has_no_index(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    page = '<html><body><article><h1 id="finding-out">One</h1></article></body></html>'
    (tmp_path / "c" / "one.html").write_text(page, "utf-8")
    assert index(join(tmp_path, ["c/one"])) == []
