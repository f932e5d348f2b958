"""One build of the book from its sources to the published release."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

from scripts.book import fingerprints, progress, publishing


def build(root: Path, with_pdf: bool) -> int:
    """Build, publish, and say where the book is; the exit status. Raises `Fault` and `OSError`."""
    folder = root / "_build"
    with publishing.only_build(folder):
        made_from = fingerprints.of_book(root)
        if publishing.is_current(folder, made_from, with_pdf):
            print("nothing has changed since the last build")
        else:
            release = _make(root, folder)
            publishing.publish(folder, release, made_from)
    print(f"HTML  {folder / publishing.LINK / 'html' / 'index.html'}")
    return 0


def _make(root: Path, folder: Path) -> Path:
    """A new release, whole but not yet published."""
    # Sphinx and the kernels' client take a second to import: a build that has nothing to do is spared it.
    from scripts.book.pages import write_pages

    check_sources(root)
    execute(root)
    release = publishing.new_release(folder)
    write_pages(root, release / "html")
    return release


def check_sources(root: Path) -> None:
    """Read the accounts and the record once, before anything slow: bad input is one `Fault`, at once."""
    if importlib.util.find_spec("scripts.report"):
        importlib.import_module("scripts.report").read(root)


def execute(root: Path) -> None:
    """Execute the chapters, saying each as it is done."""
    from scripts.book import execution
    from scripts.book.chapters import chapters

    def tell(executed: execution.Executed, number: int, of: int) -> None:
        print(progress(executed.chapter.page, executed.seconds, number, of), flush=True)

    execution.execute(root, chapters(root), tell)


def write_notebooks(root: Path) -> int:
    """Write the chapters with their outputs by nbconvert, for readers of notebooks."""
    print("not yet", file=sys.stderr)
    return 1
