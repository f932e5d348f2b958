"""Putting the finished book in place in one step; and allowing one build at a time.

`_build/book` holds the links that readers follow, to the pages and the PDF. They lead through the link
`.current` to one release: a folder with everything that one build made. A build writes a new release beside
the old one and switches the link at the very end, so that readers always find one whole book, even when a
build is killed. Releases that are not linked are litter. (`book` is a folder and not a link, because
`jupyter-book clean` fails on a link.)
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BOOK = "book"
CURRENT = ".current"
HTML = "html"
PDF = "report.pdf"
# The printed page of each anchor.
PAGES = "pages.json"
MADE_FROM = ".made-from"


@contextmanager
def only_build(build: Path) -> Iterator[None]:
    """Lock the build folder. A second build says that it waits, and waits. A killed build frees the lock."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is running in this folder: waiting for it to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_current(build: Path, made_from: str, with_pdf: bool) -> bool:
    """Whether the book in place was made from exactly these inputs and has the parts asked for."""
    current = build / BOOK / CURRENT
    stamp = current / MADE_FROM
    if not stamp.is_file() or stamp.read_text("utf-8") != made_from:
        return False
    return (current / HTML / "index.html").is_file() and (not with_pdf or (current / PDF).is_file())


@contextmanager
def new_release(build: Path) -> Iterator[Path]:
    """An empty folder for a new release; removed at the end unless it was published.

    Leftovers of killed builds are removed as well.
    """
    releases = build / ".releases"
    releases.mkdir(exist_ok=True)
    _sweep(build)
    release = Path(tempfile.mkdtemp(prefix="", dir=releases))
    release.chmod(0o755)
    try:
        yield release
    finally:
        _sweep(build)


def publish(build: Path, release: Path, made_from: str) -> None:
    """Switch the link to `release` in one step."""
    (release / MADE_FROM).write_text(made_from, "utf-8")
    book = build / BOOK
    if book.is_symlink():  # earlier versions of this project had a link here
        book.unlink()
    book.mkdir(exist_ok=True)
    for name in (HTML, PDF):
        if (release / name).exists() and not (book / name).is_symlink():
            (book / name).symlink_to(Path(CURRENT) / name)
    turned = book / f"{CURRENT}.next"
    turned.unlink(missing_ok=True)
    turned.symlink_to(os.path.relpath(release, book))
    os.replace(turned, book / CURRENT)
    if not (release / PDF).exists():
        (book / PDF).unlink(missing_ok=True)


def _sweep(build: Path) -> None:
    linked = (build / BOOK / CURRENT).resolve()
    for release in (build / ".releases").iterdir():
        if release.resolve() != linked:
            shutil.rmtree(release, ignore_errors=True)
