"""Building the HTML pages with Jupyter Book, with warnings as errors."""

from __future__ import annotations

import io
import shutil
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from sphinx.util.console import nocolor

from scripts.ground.faults import Fault
from scripts.ground.garbage_collection import without_garbage_collection


def write_pages(root: Path, into: Path, with_pdf: bool = False) -> None:
    """Build the pages of the book in `root` into the folder `into`.

    Only executed chapters are reused from earlier builds, so that a page never depends on which builds came
    before. With `with_pdf` the pages link to the PDF. Raises `Fault` with the complaint of Sphinx.
    """
    from jupyter_book.sphinx import build_sphinx

    nocolor()
    complaints = io.StringIO()
    with (
        tempfile.TemporaryDirectory(dir=into.parent) as doctrees,
        redirect_stderr(complaints),
        redirect_stdout(io.StringIO()),
        without_garbage_collection(),
    ):
        outcome = build_sphinx(
            root,
            into,
            path_config=root / "_config.yml",
            noconfig=True,
            confoverrides={
                "external_toc_path": "_toc.yml",
                "latex_individualpages": False,
                "with_pdf": with_pdf,
            },
            doctreedir=doctrees,
            freshenv=True,
            warningiserror=True,
            keep_going=True,
            quiet=True,
        )
    # Remove what Sphinx keeps for a next build, which never comes: a digest of the path, second copies.
    (into / ".buildinfo").unlink(missing_ok=True)
    shutil.rmtree(into.parent / "jupyter_execute", ignore_errors=True)
    if isinstance(outcome, KeyboardInterrupt | OSError):
        raise outcome
    if isinstance(outcome, Exception):
        raise Fault("the book", "pages", f"{type(outcome).__name__}: {outcome}", "mend the page")
    if outcome:
        lines = [line.replace(f"{root}/", "") for line in complaints.getvalue().splitlines() if line.strip()]
        raise Fault("the book", "pages", " | ".join(lines), "a warning stops the build: mend the page")
