"""One build of the book, from its sources to the release that readers see."""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.book import fingerprints, progress, publishing
from scripts.ground import atomic_files
from scripts.ground.faults import Fault

# Sphinx and the kernels' client take seconds to import, so each is imported where it is needed:
# a build that has nothing to do imports neither.
if TYPE_CHECKING:
    from nbformat import NotebookNode

    from scripts.book.executing.execution import Executed


# How often a build starts again because its sources have changed.
TRIES = 3
_FULL = {errno.ENOSPC, errno.EDQUOT}


def build(root: Path, with_pdf: bool) -> int:
    """Build and publish the book, print where it is, return the exit status. Raises `Fault` and `OSError`."""
    folder = root / "_build"
    book = folder / publishing.BOOK
    with _telling_what_stays(folder), publishing.only_build(folder):
        made_from = fingerprints.of_book(root)
        if publishing.is_current(folder, made_from, with_pdf):
            print("nothing has changed since the last build")
        else:
            printed = (book / publishing.PDF).exists()
            _make_of_one_piece(root, folder, made_from, with_pdf)
            if printed and not (book / publishing.PDF).exists():
                print("the PDF of the pages before is gone: `make book` prints these")
    print(f"HTML  {book / publishing.HTML / 'index.html'}")
    if with_pdf:
        print(f"PDF   {book / publishing.PDF}")
    return 0


@contextmanager
def _telling_what_stays(folder: Path) -> Iterator[None]:
    """If a build is stopped, say what stays in place; if a disk is full, say which."""
    try:
        yield
    except KeyboardInterrupt:
        there = (folder / publishing.BOOK / publishing.CURRENT).exists()
        stays = "the book that was there stays" if there else "there is no book yet"
        raise KeyboardInterrupt(f"stopped; {stays}") from None
    except OSError as error:
        where = error.filename2 or error.filename  # for a copy, name the file it was written to
        if where is None and error.errno in _FULL:  # a build writes to two file systems; name the fuller one
            where = min(folder, Path(tempfile.gettempdir()), key=lambda place: shutil.disk_usage(place).free)
        elif where is None or (error.errno in _FULL and Path(where).is_relative_to(folder)):
            where = folder
        raise OSError(error.errno, error.strerror or str(error), str(where)) from error


def _make_of_one_piece(root: Path, folder: Path, made_from: str, with_pdf: bool) -> None:
    """Make a release and publish it; start again if its sources changed, since it could mix two states."""
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
    from scripts.book.html.building_pages import write_pages

    check_sources(root)
    execute(root)
    print("writing the pages ...", flush=True)
    html = release / publishing.HTML
    write_pages(root, html, with_pdf)
    if with_pdf:
        from scripts.book.html import citations_under_exhibits
        from scripts.book.paper.whole_pdf import print_book

        print("printing the PDF ...", flush=True)
        # The PDF lies among the pages, so that publishing their folder publishes it too.
        anchors = print_book(root, html, html / publishing.PDF)
        (release / publishing.PDF).symlink_to(Path(publishing.HTML) / publishing.PDF)
        numbered = json.dumps({"anchors": anchors}, indent=1, sort_keys=True)
        (release / publishing.PAGES).write_text(f"{numbered}\n", "utf-8")
        citations_under_exhibits.fill(root, html, anchors)
    if (root / "scripts" / "report" / "datapackage").is_dir():  # otherwise it is a book without accounts
        from scripts import report

        if told := report.read(root).without_label:
            print(told)


def check_sources(root: Path) -> None:
    """Read everything written by hand before anything slow, so that bad input is one `Fault` at once."""
    from scripts import report
    from scripts.report import citations

    citations.read_work(root)
    report.read(root)


def execute(root: Path) -> dict[str, NotebookNode]:
    """Execute the chapters, and print a line for each when it is done."""
    from scripts.book.executing import execution
    from scripts.book.executing.chapters import chapters

    def tell(executed: Executed, number: int, of: int) -> None:
        print(progress(executed.chapter.page, executed.seconds, number, of), flush=True)

    return execution.execute(root, chapters(root), tell)


def write_notebooks(root: Path) -> int:
    """Write the chapters with their outputs as notebooks, with nbconvert."""
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
            atomic_files.write(folder / f"{page.rpartition('/')[2]}.ipynb", text.encode())
        for path in set(folder.iterdir()) - written:  # leftovers of removed chapters or killed builds
            path.unlink()
    print(f"notebooks  {folder}")
    return 0
