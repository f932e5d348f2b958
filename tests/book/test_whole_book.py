"""The real book, built from a copy of the tree, opened and read."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pypdf
import tinyhtml5

from scripts.book.executing.chapters import pages
from scripts.book.paper import joining_pages
from tests.conftest import ROOT, Book

NAMES = pages(ROOT)


@cache
def parsed(path: Path) -> Element:
    return tinyhtml5.parse(path, namespace_html_elements=False)


def elements(path: Path) -> Iterator[Element]:
    return (element for element in parsed(path).iter() if isinstance(element.tag, str))


@cache
def in_print(path: Path) -> pypdf.PdfReader:
    """The printed book; what its reader has found of pages and places it keeps."""
    return pypdf.PdfReader(path)


@cache
def ids(path: Path) -> list[str]:
    return [element.attrib["id"] for element in elements(path) if "id" in element.attrib]


def test_every_page_of_the_contents_is_there_with_its_heading(whole_book: Book) -> None:
    for name in NAMES:
        article = parsed(whole_book.html / f"{name}.html").find(".//article")
        assert article is not None
        assert "".join(article.find(".//h1").itertext()).strip("#")  # type: ignore[union-attr]


def test_pages_lead_to_the_one_before_and_the_one_after(whole_book: Book) -> None:
    for number, name in enumerate(NAMES):
        links = {
            kind: element.attrib["href"]
            for element in elements(whole_book.html / f"{name}.html")
            for kind in ("left-prev", "right-next")
            if element.tag == "a" and kind in element.get("class", "").split()
        }
        assert links.get("left-prev") == (f"{Path(NAMES[number - 1]).name}.html" if number else None)
        assert links.get("right-next") == (
            f"{Path(NAMES[number + 1]).name}.html" if number + 1 < len(NAMES) else None
        )


def test_no_two_elements_of_a_page_share_an_id(whole_book: Book) -> None:
    for path in sorted(whole_book.html.rglob("*.html")):
        twice = [identity for identity, count in Counter(ids(path)).items() if count > 1]
        assert not twice, f"{path.name}: {twice[:5]}"


def test_every_local_link_leads_somewhere(whole_book: Book) -> None:
    for name in NAMES:
        page = whole_book.html / f"{name}.html"
        for element in elements(page):
            for reference in (element.attrib.get("href"), element.attrib.get("src")):
                if reference is None or reference in ("", "#") or urlsplit(reference).scheme:
                    continue
                url = urlsplit(reference)
                target = (page.parent / unquote(url.path)).resolve() if url.path else page
                assert target.is_file(), f"{name}: {reference}"
                if url.fragment and target.suffix == ".html":
                    assert unquote(url.fragment) in ids(target), f"{name}: {reference}"


def test_every_address_is_one_that_was_given(whole_book: Book) -> None:
    """None is made up: each is that of a source, of a page that was read, or of a licence."""
    seeds = whole_book.root / "seeds"
    known = set()
    for path in (seeds / "manifest.csv", seeds / "reference" / "citations.csv"):
        with path.open(encoding="utf-8") as rows:
            known |= {row["url"] for row in csv.DictReader(rows)}
    found = {
        element.attrib["href"]
        for path in whole_book.html.rglob("*.html")
        for element in elements(path)
        if "href" in element.attrib and urlsplit(element.attrib["href"]).scheme not in ("", "data")
    }
    assert len(found) > 100
    assert found <= known
    printed = {
        str(link.get_object()["/A"]["/URI"])
        for page in in_print(whole_book.pdf).pages
        for link in page.get("/Annots", [])
        if "/URI" in link.get_object().get("/A", {})
    }
    # Hangul in an address is written by its bytes there.
    assert {unquote(url) for url in printed} <= {unquote(url) for url in known}


def test_no_page_names_anything_to_load_from_the_network(whole_book: Book) -> None:
    for path in sorted(whole_book.html.rglob("*.html")):
        for element in elements(path):
            if element.tag in ("script", "link", "img", "iframe", "source"):
                reference = element.attrib.get("src") or element.attrib.get("href") or ""
                assert not urlsplit(reference).netloc, f"{path.name}: {reference}"
            if element.tag == "script":
                assert "https://" not in (element.text or ""), path.name


def test_every_claim_and_finding_has_its_anchor_in_print_too(whole_book: Book) -> None:
    anchors = {
        identity
        for name in NAMES
        for identity in ids(whole_book.html / f"{name}.html")
        if re.match(r"(claim|finding)-", identity)
    }
    assert anchors
    assert anchors <= set(in_print(whole_book.pdf).named_destinations)


def test_the_page_of_every_anchor_is_known_beside_the_pdf(whole_book: Book) -> None:
    printed = in_print(whole_book.pdf)
    numbered = json.loads((whole_book.pdf.resolve().parents[1] / "pages.json").read_text("utf-8"))["anchors"]
    places = printed.named_destinations
    assert set(numbered) == set(places)
    for anchor, place in places.items():
        assert printed.get_destination_page_number(place) + 1 == numbered[anchor], anchor  # type: ignore[operator]


def test_the_printed_book_is_short(whole_book: Book) -> None:
    assert len(in_print(whole_book.pdf).pages) < 70


def test_the_index_gives_the_page_of_every_finding_and_claim(whole_book: Book) -> None:
    printed = in_print(whole_book.pdf)
    text = printed.pages[-1].extract_text()
    assert "Index of findings and claims" in text
    places = printed.named_destinations
    for name, label in (("finding-f1", "F1"), ("finding-f30", "F30"), ("claim-a-1", "A-1")):
        page = printed.get_destination_page_number(places[name]) + 1  # type: ignore[operator]
        assert re.search(rf"^{label}[ .]+{page}$", text, re.MULTILINE), label
        assert label in printed.pages[page - 1].extract_text()


def test_a_work_named_in_print_has_its_number_in_the_list(whole_book: Book) -> None:
    printed = in_print(whole_book.pdf)
    cited = next(p.article for p in joining_pages.join(whole_book.html, NAMES) if p.name.endswith("sources"))
    link = cited.find(".//p[@class='judgment']//a[@class='cite']")
    assert link is not None
    row = next(
        e
        for e in elements(whole_book.html / "chapters" / "reference.html")
        if e.get("id") == link.attrib["href"][1:]
    )
    number = "".join(row[0].itertext())
    text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    assert link.text.endswith(f" [{number}]")  # type: ignore[union-attr]
    assert link.text in text  # type: ignore[operator]


def test_the_printed_book_has_every_chapter_and_its_links_resolve(whole_book: Book) -> None:
    printed = in_print(whole_book.pdf)
    joined = joining_pages.join(whole_book.html, NAMES)
    headings = ["".join(page.article.find(".//h1").itertext()) for page in joined]  # type: ignore[union-attr]
    bookmarks = [entry.title for entry in printed.outline if not isinstance(entry, list)]
    assert bookmarks == [*headings, "Index of findings and claims"]
    places = set(printed.named_destinations)
    numbered = {page.indirect_reference.idnum for page in printed.pages if page.indirect_reference}
    for page in printed.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/URI" in link.get("/A", {}):
                continue
            # To a place by its name; between a note and its mark, straight to where the other stands.
            leads = link["/Dest"]
            assert leads in places if isinstance(leads, str) else leads[0].idnum in numbered
