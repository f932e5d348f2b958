"""The PDF: the joined pages, a title page and contents, printed by WeasyPrint with `print.css`."""

from __future__ import annotations

import importlib.util
import logging
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import yaml
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from scripts.book import SYNOPSIS_STYLE, temporary_files
from scripts.book.determinism import build_date
from scripts.book.executing.chapters import pages as page_names
from scripts.book.garbage_collection import without_garbage_collection
from scripts.book.paper.joining import index, join, serialise
from scripts.ground.faults import Fault
from scripts.ground.version import released, version
from scripts.report.citation_formats import day

HERE = Path(__file__).parent
EXHIBITS_STYLE = HERE.parent / "html" / "static" / "exhibits.css"
LETTERS = [
    ("Regular", 400, "normal"),
    ("It", 400, "italic"),
    ("Semibold", 600, "normal"),
    ("SemiboldIt", 600, "italic"),
    ("Bold", 700, "normal"),
    ("BoldIt", 700, "italic"),
]
# Family, the locked package that holds it, the file in that package, weight, slant. DejaVu is what
# matplotlib measures the words of a figure with.
FACES = [
    *[
        ("Book Serif", "font_source_serif_pro", f"files/SourceSerifPro-{name}.ttf", weight, slant)
        for name, weight, slant in LETTERS
    ],
    *[
        ("Book Sans", "font_source_sans_pro", f"files/SourceSansPro-{name}.ttf", weight, slant)
        for name, weight, slant in LETTERS
    ],
    ("DejaVu Sans", "matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf", 400, "normal"),
    ("DejaVu Sans", "matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf", 700, "normal"),
    ("DejaVu Sans Mono", "matplotlib", "mpl-data/fonts/ttf/DejaVuSansMono.ttf", 400, "normal"),
]


def print_book(root: Path, html: Path, pdf: Path) -> dict[str, int]:
    """Print the pages in the folder `html` to the file `pdf`, the same bytes at every call.

    The page that each anchor is printed on: what is cited by its label is found by its page on paper.

    Raises `Fault` where a page refers to what is not there, or WeasyPrint could not load something.
    """
    complaints = _Complaints()
    log = logging.getLogger("weasyprint")
    log.addHandler(complaints)
    try:
        with temporary_files.around(), without_garbage_collection():
            document = typeset(root, html)
            document.write_pdf(pdf, pdf_variant="pdf/ua-1", pdf_identifier=True)
    finally:
        log.removeHandler(complaints)
    if complaints.heard:
        raise Fault("the PDF", "printing", " | ".join(complaints.heard), "mend the page or print.css")
    # What runs over several pages is found where it begins.
    last_first = reversed(list(enumerate(document.pages, 1)))
    return {anchor: number for number, page in last_first for anchor in page.anchors}


def typeset(root: Path, html: Path) -> Document:
    """The pages laid out on paper, not yet written."""
    fonts = FontConfiguration()
    local = URLFetcher(allowed_protocols=["file", "data"])
    rules = faces() + "".join(style.read_text("utf-8") for style in _styles(root))
    style = CSS(string=rules, font_config=fonts, url_fetcher=local)
    text = f"<!DOCTYPE html>{serialise(_document(root, html))}"
    document = HTML(string=text, base_url=html.as_uri(), url_fetcher=local)
    return document.render(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")


def _styles(root: Path) -> list[Path]:
    """The exhibits' look, what they bring themselves, and the page of paper, which has the last word."""
    brought = [root / SYNOPSIS_STYLE] if (root / SYNOPSIS_STYLE).is_file() else []
    return [EXHIBITS_STYLE, *brought, HERE / "print.css"]


class _Complaints(logging.Handler):
    """What WeasyPrint would only log: a picture it could not load, a link without a target."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def faces() -> str:
    """The typefaces, from the locked packages that hold them, so that no machine's own are taken."""
    rules = []
    for family, package, file, weight, slant in FACES:
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            raise Fault("requirements.txt", package, "is not installed", "run make environment")
        url = (Path(found.origin).parent / file).as_uri()
        face = f'font-family: "{family}"; font-weight: {weight}; font-style: {slant}; src: url("{url}")'
        rules.append(f"@font-face {{ {face} }}\n")
    return "".join(rules)


def _document(root: Path, html: Path) -> Element:
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    title, author, given = settings["title"], settings["author"], version(root)
    document = Element("html", {"lang": settings["sphinx"]["config"]["language"]})
    head = SubElement(document, "head")
    SubElement(head, "title").text = title
    stamp = build_date().strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, content in (
        ("author", author),
        ("generator", f"alliance-accounts {given}"),
        ("dcterms.created", stamp),
        ("dcterms.modified", stamp),
    ):
        SubElement(head, "meta", {"name": name, "content": content})
    body = SubElement(document, "body")
    front = SubElement(body, "section", {"class": "title-page"})
    SubElement(front, "p", {"class": "book-title"}).text = title
    SubElement(front, "p", {"class": "book-author"}).text = author
    SubElement(front, "p", {"class": "book-version"}).text = f"Version {given} · {day(released(root))}"
    pages, contents = join(html, page_names(root))
    body.append(contents)
    body.extend(page.article for page in pages)
    if labels := index(pages):
        body.append(labels)
    return document
