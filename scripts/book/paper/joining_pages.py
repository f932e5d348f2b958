"""The built HTML pages joined into one document to print: one set of ids, and every local link resolved.

It works on parsed trees throughout, so that text escaped in a page is also escaped in the joined document.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from scripts.book.paper.html_parsing import SVG, article
from scripts.ground.faults import Fault

# Elements for a screen only: code cells, buttons, link marks on headings, scripts.
SCREEN_TAGS = {"button", "script", "noscript", "template", f"{SVG}metadata", f"{SVG}script"}
SCREEN_CLASSES = {"cell_input", "headerlink", "screen-only", "toctree-wrapper", "above-input", "from-page"}

# Brackets and the like around works cited in a line, which footnotes do not need.
_BEFORE_NOTE = re.compile(r"\s*(?:Sources:\s*|\[)$")
_AFTER_NOTE = re.compile(r"^\s*[.\]]")


class Page:
    """One page's article, its name as Sphinx has it, and the anchors in it."""

    def __init__(self, name: str, article: Element) -> None:
        self.name = name
        self.article = article
        self.anchor = f"page-{name.rpartition('/')[2]}"
        self.renamed: dict[str, str] = {}

    @property
    def ids(self) -> list[str]:
        """The page's anchors. Those inside a drawing name its parts, and are the drawing's own."""
        return [element.attrib["id"] for element in _outside_drawings(self.article) if "id" in element.attrib]


def join(html: Path, names: list[str]) -> list[Page]:
    """The pages `names` under the folder `html`, ready to print.

    An id that two pages share gets its page's name in front; all others stay as they are, so that they work
    as named destinations in the PDF. Raises `Fault` for a link without a target.
    """
    pages = [Page(name, _article(html / f"{name}.html")) for name in names]
    counted = Counter(identity for page in pages for identity in page.ids)
    for page in pages:
        if twice := [identity for identity, count in Counter(page.ids).items() if count > 1]:
            raise Fault(f"{page.name}.html", f"#{twice[0]}", "two elements have this id", "rename one")
        page.renamed = {i: i if counted[i] == 1 else f"{page.anchor}--{i}" for i in page.ids}
    by_name = {page.name: page for page in pages}
    for page in pages:
        for element in list(_outside_drawings(page.article)):
            if "id" in element.attrib:
                element.attrib["id"] = page.renamed[element.attrib["id"]]
            if "href" in element.attrib:
                _resolve(element, page, by_name, html)
        for element in page.article.iter():
            if "src" in element.attrib:
                element.attrib["src"] = _file(html, page, element.attrib["src"]).as_uri()
        page.article.attrib["id"] = page.anchor
    _number_works(pages)
    for page in pages[1:]:  # the first chapter is a sheet of its own
        _set_notes(page)
    return pages


def _article(path: Path) -> Element:
    found = article(path)
    _strip(found)
    found.tag = "section"
    found.attrib = {"class": "page"}
    return found


def _strip(element: Element) -> None:
    """Remove elements for a screen only, but keep the text after them."""
    previous: Element | None = None
    for child in list(element):
        classes = set(child.attrib.get("class", "").split())
        # The tag of a comment is a function, not a name.
        if not isinstance(child.tag, str) or child.tag in SCREEN_TAGS or classes & SCREEN_CLASSES:
            if previous is None:
                element.text = (element.text or "") + (child.tail or "")
            else:
                previous.tail = (previous.tail or "") + (child.tail or "")
            element.remove(child)
        else:
            _strip(child)
            previous = child


def _outside_drawings(element: Element) -> Iterator[Element]:
    yield element
    for child in element:
        if child.tag != f"{SVG}svg":
            yield from _outside_drawings(child)


def _resolve(link: Element, page: Page, pages: dict[str, Page], html: Path) -> None:
    """Point a link at its target in the joined document, or leave it as text where print has none."""
    url = urlsplit(link.attrib["href"])
    if url.scheme or url.netloc:
        link.attrib["class"] = f"{link.attrib.get('class', '')} external".strip()
        return
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(url.path)))
    target = pages.get(name.removesuffix(".html")) if url.path else page
    if target is None:
        # A data file beside the pages is for download only, not for print.
        _file(html, page, url.path)
        del link.attrib["href"]
    elif not url.fragment:
        link.attrib["href"] = f"#{target.anchor}"
    elif unquote(url.fragment) in target.renamed:
        link.attrib["href"] = f"#{target.renamed[unquote(url.fragment)]}"
    else:
        raise Fault(f"{page.name}.html", link.attrib["href"], "leads to no such place", "mend the link")


def _file(html: Path, page: Page, reference: str) -> Path:
    """The local file that a page refers to. Raises `Fault` if there is none, or it lies outside the book."""
    path = (html / posixpath.dirname(page.name) / unquote(reference)).resolve()
    if urlsplit(reference).scheme or not path.is_relative_to(html.resolve()) or not path.is_file():
        raise Fault(f"{page.name}.html", reference[:80], "no such file in the book", "mend the reference")
    return path


def index(pages: list[Page]) -> list[tuple[str, list[tuple[str, str]]]]:
    """An index of findings and claims under titles: each label with its anchor.

    Citations give labels without pages; readers of the printed book need the page.
    """
    anchors = [identity for page in pages for identity in page.renamed.values()]
    groups = []
    for title, kind in (("Findings", "finding"), ("Claims", "claim")):
        labels = sorted((a for a in anchors if re.fullmatch(rf"{kind}-[a-z0-9-]*\d+", a)), key=_by_number)
        if labels:
            groups.append((title, [(anchor.removeprefix(f"{kind}-").upper(), anchor) for anchor in labels]))
    return groups


def _by_number(anchor: str) -> tuple[str, int]:
    """Sort key of anchors: the ninth before the tenth."""
    words = anchor.rstrip("0123456789")
    return words, int(anchor.removeprefix(words))


def _number_works(pages: list[Page]) -> None:
    """After names of works in running text, print their number in the list of citations."""
    rows = [row for page in pages for row in page.article.iter("tr")]
    works = {f"#{row.attrib['id']}": row for row in rows if row.attrib.get("id", "").startswith("cite-")}
    for page in pages:
        for paragraph in page.article.iter("p"):
            for cited in paragraph.iterfind(".//span[@class='citations']/a[@class='cite']"):
                if (row := works.get(cited.attrib.get("href", ""))) is not None:
                    last = cited[-1] if len(cited) else None
                    number = f" [{''.join(row[0].itertext()).strip()}]"
                    if last is None:
                        cited.text = (cited.text or "") + number
                    else:
                        last.tail = (last.tail or "") + number


def _set_notes(page: Page) -> None:
    """Turn the works cited in running text, in brackets or not, into footnotes."""
    for paragraph in page.article.iter("p"):
        for parent in paragraph.iter():
            for before, cited in zip([None, *parent], parent, strict=False):
                if cited.attrib.get("class") == "citations":
                    _set_note(parent, before, cited)


def _set_note(parent: Element, before: Element | None, cited: Element) -> None:
    cited.attrib["class"] = "note"
    said = (parent.text if before is None else before.tail) or ""
    left = _BEFORE_NOTE.sub("", said)
    if left == said:
        return
    if before is None:
        parent.text = left
    else:
        before.tail = left
    cited.tail = _AFTER_NOTE.sub("", cited.tail or "")
