"""The first page by itself, to hand on: as a PDF of a sheet and as plain text, both from the same nodes."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.book.determinism import build_date
from scripts.book.executing.chapters import pages as page_names
from scripts.book.paper.block_elements import blocks
from scripts.book.paper.joining_pages import join
from scripts.book.paper.plain_text import WIDTH, text
from scripts.book.paper.running_typst import print_tree
from scripts.report import citation_formats, citations

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER, PRINTED, PLAIN = "brief", "brief.pdf", "brief.txt"


def hand_out(app: Sphinx, failure: Exception | None) -> None:
    """Write both beside the pages, once these are complete; a book without exhibits has none."""
    root = Path(app.srcdir)
    if not failure and app.builder.format == "html" and (root / "scripts" / "exhibits").is_dir():
        write(root, Path(app.outdir))


def write(root: Path, html: Path) -> None:
    """Write the first page of ``html``: one sheet, or more where further accounts make it longer."""
    found = tree(root, html)
    printed = print_tree("sheet.typ", found, build_date())
    folder = html / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / PRINTED).write_bytes(printed.pdf)
    head, foot = (textwrap.wrap(found[part], WIDTH) for part in ("edition", "citation"))
    lines = [*head, "", *text(found["chapter"]), "", *foot]
    (folder / PLAIN).write_text("\n".join(lines) + "\n", "utf-8")


def tree(root: Path, html: Path) -> dict[str, Any]:
    """The sheet as data for its template."""
    work = citations.read_work(root)
    first = page_names(root)[0]
    (page,) = join(html, [first])
    cited = citations.of_book(work, f"{first}.html")
    return {
        "title": work.title,
        "author": work.publisher,
        "language": work.language,
        "description": f"Version {work.version}",
        "edition": f"{work.title} · version {work.version}",
        "chapter": blocks(page.article),
        "citation": f"Cite as: {citation_formats.formatted(cited)}",
    }
