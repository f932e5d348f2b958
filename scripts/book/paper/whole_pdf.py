"""The PDF: the joined pages, with a cover, contents and an index, set by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import yaml

from scripts.book.determinism import build_date
from scripts.book.executing.chapters import pages as page_names
from scripts.book.paper.block_elements import blocks
from scripts.book.paper.inline_elements import classes
from scripts.book.paper.joining_pages import index, join
from scripts.book.paper.running_typst import Printed, print_tree
from scripts.ground.garbage_collection import without_garbage_collection
from scripts.ground.version import released, version
from scripts.report.citation_formats import day


def print_book(root: Path, html: Path, pdf: Path) -> dict[str, int]:
    """Print the pages in the folder `html` to the file `pdf`, the same bytes at every call.

    Returns the printed page of each anchor, which readers on paper need to find a label.

    Raises `Fault` where a page refers to a missing file or anchor, and with Typst's complaints.
    """
    with without_garbage_collection():
        printed = typeset(root, html)
        pdf.write_bytes(printed.pdf)
    return printed.pages


def typeset(root: Path, html: Path) -> Printed:
    """The typeset pages, not yet written to a file."""
    return print_tree("book.typ", tree(root, html), build_date())


def tree(root: Path, html: Path) -> dict[str, Any]:
    """The whole contents of the printed book as data for its template."""
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    pages = join(html, page_names(root))
    return {
        "title": settings["title"],
        "author": settings["author"],
        "language": settings["sphinx"]["config"]["language"],
        "description": f"Version {version(root)}",
        "edition": f"Version {version(root)} · {day(released(root))}",
        "takeaway": takeaway(pages[0].article),
        "chapters": [blocks(_around(page.article)) for page in pages],
        "index": [
            {"title": title, "entries": [{"label": label, "to": anchor} for label, anchor in entries]}
            for title, entries in index(pages)
        ],
    }


def takeaway(article: Element) -> list[str]:
    """The first judgment of a page, without what it rests on, and the paragraph before it, for the cover.

    Empty where the page has no judgment.
    """
    before: list[str] = []
    for paragraph in article.iter("p"):
        if "screen-only" in classes(paragraph):
            continue
        resting = [one for one in paragraph.iter() if "rests-on" in classes(one)]
        aside = "".join(text for one in resting for text in one.itertext())
        said = " ".join("".join(paragraph.itertext()).replace(aside, "").split())
        if "judgment" in classes(paragraph):
            return [*before[-1:], said]
        before.append(said)
    return []


def _around(article: Element) -> Element:
    """An element whose inside is the article with its own anchor."""
    outer = Element("main")
    outer.append(article)
    return outer
