"""Citations in the pages, under every finding, claim, table and figure; and as files to download.

While a chapter is executed it knows neither its own name nor any printed page, so an exhibit leaves an empty
place for its citation. The places are filled when the pages are written, and again once the book is printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from scripts.report.citations import Citable, Work

FOLDER = "cite"
# The text inside is escaped, so no words of an account can end the element.
_PLACE = re.compile(
    r'<details class="cite-this screen-only" data-cites="([^"]*)"(?: data-title="([^"]*)")?'
    r'(?: data-form="([^"]*)")?[^>]*>.*?</details>',
    re.DOTALL,
)


def fill_pages(app: Sphinx, failure: Exception | None) -> None:
    """Fill the places of the pages just written, without printed page numbers."""
    if not failure and app.builder.format == "html":
        fill(Path(app.srcdir), Path(app.outdir), {})


def printed(root: Path) -> dict[str, int]:
    """The printed page of each anchor of the book in ``_build``; none where the tree has changed since."""
    from scripts.book import determinism, fingerprints, publishing

    determinism.settle(root)
    build = root / "_build"
    if not publishing.is_current(build, fingerprints.of_book(root), with_pdf=True):
        return {}
    numbered = json.loads(
        (build / publishing.BOOK / publishing.CURRENT / publishing.PAGES).read_text("utf-8")
    )
    return {str(anchor): int(page) for anchor, page in numbered["anchors"].items()}


def fill(root: Path, html: Path, printed: Mapping[str, int]) -> None:
    """Fill the places in the pages under `html`; write each citation as files, and all into ``data/``.

    `printed` gives the printed page of each anchor. Raises `Fault` for a place whose subject does not exist.
    """
    if not (root / "scripts" / "exhibits").is_dir():
        return  # in a book without exhibits only pages can be cited
    from scripts import report
    from scripts.report import citations, datapackage

    found = report.read(root)
    work = citations.read_work(root, printed)
    known = {one.anchor: one for one in citations.everything(found, work, root) if one.anchor}
    exhibits = _exhibits(root, html, work)
    for page in citations.pages(root):
        _fill(html / f"{page}.html", page, known, exhibits)
    _write([*known.values(), *exhibits.values()], html / FOLDER)
    datapackage.write(found, html / datapackage.FOLDER, root, printed, tuple(exhibits.values()))


def _exhibits(root: Path, html: Path, work: Work) -> dict[str, Citable]:
    """The tables and figures of the book; one that is shown twice is cited at its first place."""
    from scripts.report import citations

    found: dict[str, Citable] = {}
    for page in citations.pages(root):
        for anchor, title in _titled(html / f"{page}.html"):
            found.setdefault(anchor, citations.of_exhibit(work, page, anchor, title))
    return found


def _titled(path: Path) -> Iterator[tuple[str, str]]:
    for place in _PLACE.finditer(path.read_text("utf-8")):
        if place[2] is not None:
            yield unescape(place[1]), unescape(place[2])


def _fill(path: Path, page: str, known: Mapping[str, Citable], exhibits: Mapping[str, Citable]) -> None:
    from scripts.exhibits.citation_box import WHOLE, in_full, in_short
    from scripts.ground.faults import Fault

    up = "../" * page.count("/")

    def filled(place: re.Match[str]) -> str:
        cited = {**known, **exhibits}.get(unescape(place[1]))
        if cited is None:
            raise Fault(f"{page}.html", place[1], "nothing to cite has this name", "cite what the report has")
        return str(in_full(cited) if place[3] == WHOLE else in_short(cited, f"{up}{FOLDER}"))

    text = path.read_text("utf-8")
    done = _PLACE.sub(filled, text)
    if done != text:
        path.write_text(done, "utf-8")


def _write(cited: list[Citable], folder: Path) -> None:
    from scripts.exhibits.citation_box import files_of
    from scripts.report import citation_formats

    folder.mkdir(exist_ok=True)
    for one in cited:
        for form, name in files_of(one).items():
            (folder / name).write_text(citation_formats.written(one, form), "utf-8", newline="")
