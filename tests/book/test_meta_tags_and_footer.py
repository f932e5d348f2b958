"""What a page's head says, as a reference manager and a search engine read it, with and without an address.

The reading follows Zotero's translator "Embedded Metadata": a book title makes a page a section of a book,
names are cut at a comma, and where no address is given it takes the canonical one, or that of the page.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from scripts.book.executing.chapters import pages
from scripts.report.citations import read_work
from tests.book.conftest import BASE
from tests.conftest import ROOT, Book


@cache
def parsed(page: Path) -> Element:
    return tinyhtml5.parse(page, namespace_html_elements=False)


def head(page: Path) -> list[Element]:
    found = parsed(page).find("head")
    assert found is not None
    return list(found.iter())


def said(page: Path) -> dict[str, list[str]]:
    """Every ``meta`` element of a page, by name."""
    found: dict[str, list[str]] = {}
    for element in head(page):
        name = element.get("name") or element.get("property")
        if element.tag == "meta" and name:
            found.setdefault(name, []).append(element.get("content", ""))
    return found


def item(page: Path) -> dict[str, object]:
    """The item that Zotero makes of a page."""
    tags = said(page)
    canonical = [e.get("href") for e in head(page) if e.tag == "link" and e.get("rel") == "canonical"]
    (title,), (date,) = tags["citation_title"], tags["citation_publication_date"]
    return {
        "type": "bookSection" if "citation_book_title" in tags else "journalArticle",
        "title": title,
        "book": "".join(tags.get("citation_book_title", [])),
        "creators": [[part.strip() for part in name.split(",")] for name in tags["citation_author"]],
        "date": date.replace("/", "-"),
        "language": "".join(tags["citation_language"]),
        "url": (tags.get("citation_public_url") or canonical or [None])[0],
        "pdf": (tags.get("citation_pdf_url") or [None])[0],
        "tags": tags.get("citation_keywords", []),
    }


def test_every_page_is_a_section_of_the_book(whole_book: Book) -> None:
    work = read_work(ROOT)
    titles = set()
    for name in pages(ROOT):
        page = whole_book.html / f"{name}.html"
        found = item(page)
        heading = parsed(page).find(".//article//h1")
        assert heading is not None
        assert found.pop("title") == heading.text
        titles.add(heading.text)
        assert found == {
            "type": "bookSection",
            "book": work.title,
            "creators": [[author.name, ""] for author in work.authors],
            "date": work.released.isoformat(),
            "language": "en",
            "url": None,  # the book has no published address, so Zotero takes the page's own
            "pdf": None,
            "tags": list(work.keywords),
        }
        assert not [name for name in said(page) if name.startswith(("og:", "twitter:"))]
    assert len(titles) == len(pages(ROOT))


@pytest.mark.parametrize("name", ["first", "second"])
def test_a_published_page_gives_its_address_everywhere(published: Book, name: str) -> None:
    page = published.html / "chapters" / f"{name}.html"
    address = f"{BASE}chapters/{name}.html"
    found, tags = item(page), said(page)
    assert found["type"] == "bookSection"
    assert found["url"] == address
    assert found["pdf"] == f"{BASE}report.pdf"
    assert (published.html / "report.pdf").is_file()
    assert [e.get("href") for e in head(page) if e.get("rel") == "canonical"] == [address]
    # What the Open Graph protocol requires of every page, except a picture.
    assert tags["og:url"] == [address]
    assert tags["og:title"] == [found["title"]]
    # From "website" Zotero would make a web page, whatever else the head says.
    assert tags["og:type"] == ["article"]
    assert tags["og:site_name"] == [found["book"]]
    assert len(tags["og:description"][0]) > 50
    assert published.page(name).count(address) >= 4
