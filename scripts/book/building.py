"""One build of the book, from its sources to the release that readers see."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.book import fingerprints, progress, publishing
from scripts.book.installation import system
from scripts.book.installation.environment import Missing
from scripts.ground import atomic
from scripts.ground.faults import Fault

# Sphinx, WeasyPrint and the kernels' client take seconds to import: each is imported where it is needed,
# so that a build that has nothing to do is spared them all.
if TYPE_CHECKING:
    from nbformat import NotebookNode

    from scripts.book.executing.execution import Executed


# How often a build starts again because its sources were changed meanwhile.
TRIES = 3


def build(root: Path, with_pdf: bool) -> int:
    """Build and publish the book, and say where it is; the exit status. Raises `Fault` and `OSError`.

    Where the PDF is asked for and cannot be printed on this machine, the pages are published without it,
    one line says what is missing, and the status is 1.
    """
    folder = root / "_build"
    book = folder / publishing.BOOK
    lacking = ""
    with publishing.only_build(folder):
        made_from = fingerprints.of_book(root)
        if publishing.is_current(folder, made_from, with_pdf):
            print("nothing has changed since the last build")
        else:
            lacking = _what_pdf_lacks() if with_pdf else ""
            _make_of_one_piece(root, folder, made_from, with_pdf and not lacking)
    print(f"HTML  {book / publishing.HTML / 'index.html'}")
    if with_pdf and not lacking:
        print(f"PDF   {book / publishing.PDF}")
    if lacking:
        sys.stdout.flush()
        print(lacking, file=sys.stderr)
    return 1 if lacking else 0


def _what_pdf_lacks() -> str:
    try:
        system.need_for_pdf()
    except Missing as missing:
        return str(missing)
    return ""


def _make_of_one_piece(root: Path, folder: Path, made_from: str, with_pdf: bool) -> None:
    """Make a release and publish it; try again if its sources changed meanwhile: it could mix two states."""
    for _ in range(TRIES):
        with publishing.new_release(folder) as release:
            _make(root, release, with_pdf)
            before, made_from = made_from, fingerprints.of_book(root)
            if before == made_from:
                publishing.publish(folder, release, made_from)
                return
        print("what the book is made from has changed meanwhile: building again", flush=True)
    problem = f"changed {TRIES} times while the book was being built"
    raise Fault("the book", "sources", problem, "build when nobody writes to them")


def _make(root: Path, release: Path, with_pdf: bool) -> None:
    """Fill a release: check the sources, execute the chapters, write the pages, print them."""
    from scripts.book.html.pages import write_pages

    check_sources(root)
    execute(root)
    print("writing the pages ...", flush=True)
    html = release / publishing.HTML
    write_pages(root, html, with_pdf)
    if with_pdf:
        from scripts.book.html import citations_in_pages
        from scripts.book.paper.printing import print_book

        print("printing the PDF ...", flush=True)
        # Among the pages, so that whoever publishes their folder publishes it too.
        anchors = print_book(root, html, html / publishing.PDF)
        (release / publishing.PDF).symlink_to(Path(publishing.HTML) / publishing.PDF)
        numbered = json.dumps({"anchors": anchors}, indent=1, sort_keys=True)
        (release / publishing.PAGES).write_text(f"{numbered}\n", "utf-8")
        citations_in_pages.fill(root, html, anchors)


def check_sources(root: Path) -> None:
    """Read the accounts and the record once, before anything slow: bad input is one `Fault`, at once."""
    from scripts import report

    report.read(root)


def execute(root: Path) -> dict[str, NotebookNode]:
    """Execute the chapters, saying each as it is done."""
    from scripts.book.executing import execution
    from scripts.book.executing.chapters import chapters

    def tell(executed: Executed, number: int, of: int) -> None:
        print(progress(executed.chapter.page, executed.seconds, number, of), flush=True)

    return execution.execute(root, chapters(root), tell)


def write_notebooks(root: Path) -> int:
    """Write the chapters with their outputs by nbconvert, for those who want them in Jupyter's own form."""
    from nbconvert import NotebookExporter

    folder = root / "_build" / "notebooks"
    with publishing.only_build(root / "_build"):
        check_sources(root)
        notebooks = execute(root)
        folder.mkdir(exist_ok=True)
        written = set()
        for page, notebook in sorted(notebooks.items()):
            text, _ = NotebookExporter().from_notebook_node(notebook)
            written.add(folder / f"{page.rpartition('/')[2]}.ipynb")
            atomic.write(folder / f"{page.rpartition('/')[2]}.ipynb", text.encode())
        for path in set(folder.iterdir()) - written:  # of chapters that are no more, or of killed builds
            path.unlink()
    print(f"notebooks  {folder}")
    return 0
