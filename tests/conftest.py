"""What several test modules share: a small book of two chapters, and a way to build it as a user does."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.book.determinism import spare_address_grammar
from scripts.ground.garbage_collection import without_garbage_collection
from scripts.ground.machine import cores
from tests.once import made_once
from tests.tally import (
    pytest_deselected,
    pytest_itemcollected,
    pytest_sessionfinish,
    pytest_testnodedown,
)

spare_address_grammar()
import nbformat  # noqa: E402

# A `make` that a test calls must not join the `make` that runs the tests.
for _name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
    os.environ.pop(_name, None)

__all__ = ["pytest_deselected", "pytest_itemcollected", "pytest_sessionfinish", "pytest_testnodedown"]

ROOT = Path(__file__).resolve().parents[1]

# The report of the small book: one seed, which is valid unless it says otherwise.
REPORT = """
from pathlib import Path
from scripts.ground.faults import Fault

def read(root=Path("..")):
    seed = (root / "seeds" / "account.txt").read_text("utf-8")
    if "bad" in seed:
        raise Fault("seeds/account.txt", "line 1", "says that it is bad", "say otherwise")
    return seed
"""
RECORD = 'from pathlib import Path\nwith Path("../ran.log").open("a") as log: log.write("{name}\\n")'
SHOW = (
    "from IPython.display import HTML\nfrom scripts import report\n"
    'HTML("<p class=\\"judgment\\">" + report.read(Path("..")) + "</p>")'
)


@dataclass(frozen=True)
class Book:
    """A book in a folder of its own, small enough to build in seconds."""

    root: Path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "scripts.book", *arguments]

    def build(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            self.command(*arguments), cwd=self.root, capture_output=True, text=True, timeout=300, **options
        )

    @property
    def html(self) -> Path:
        return self.root / "_build" / "book" / "html"

    @property
    def pdf(self) -> Path:
        return self.root / "_build" / "book" / "report.pdf"

    def page(self, name: str) -> str:
        return (self.html / "chapters" / f"{name}.html").read_text("utf-8")

    def ran(self) -> list[str]:
        """Which chapters have been executed since the last call."""
        log = self.root / "ran.log"
        names = log.read_text("utf-8").split() if log.exists() else []
        log.unlink(missing_ok=True)
        return sorted(names)

    def chapter(self, name: str, *cells: tuple[str, str]) -> None:
        """Write a chapter of ("text" or "code", source) cells."""
        made = nbformat.v4.new_notebook()
        made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        for number, (kind, source) in enumerate(cells):
            new = nbformat.v4.new_markdown_cell if kind == "text" else nbformat.v4.new_code_cell
            cell = new(source)
            cell["id"] = f"{name}-{number}"
            made.cells.append(cell)
        path = self.root / "chapters" / f"{name}.ipynb"
        nbformat.write(made, path)

    def write(self, edition: str) -> None:
        """Write both chapters; each names the edition in its text, and its code does not change with it."""
        self.chapter(
            "first",
            ("text", f"(first)=\n# The first chapter\n\nThis is edition {edition}, 김용현."),
            ("code", RECORD.format(name="first")),
            ("code", SHOW),
            ("text", "## A section of it\n\nSee [the second](second.ipynb)."),
        )
        self.chapter(
            "second",
            ("text", f"(second)=\n# The second chapter\n\nThis is edition {edition}."),
            ("code", RECORD.format(name="second")),
        )


def copy_machinery(into: Path) -> None:
    """Copy the Sphinx extension of the real book and its settings, without the real pipeline."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "scripts" / "book", into / "scripts" / "book", ignore=ignore)
    shutil.copytree(ROOT / "scripts" / "ground", into / "scripts" / "ground", ignore=ignore)
    (into / "scripts" / "report").mkdir()
    for name in ("citations.py", "citation_formats.py"):
        shutil.copy(ROOT / "scripts" / "report" / name, into / "scripts" / "report")
    (into / "scripts" / "__init__.py").write_text('"""A small book."""\n', "utf-8")
    (into / "scripts" / "report" / "__init__.py").write_text(REPORT, "utf-8")
    for name in ("_config.yml", "pyproject.toml", "requirements.txt", "CITATION.cff", "Makefile"):
        shutil.copy(ROOT / name, into)


@pytest.fixture(scope="session")
def built_book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book, built once in HTML and PDF. Do not change it: use `book` for that."""
    return Book(made_once(tmp_path_factory, "small-book", _build_small) / "book")


def _build_small(place: Path) -> None:
    root = place / "book"
    (root / "chapters").mkdir(parents=True)
    (root / "seeds").mkdir()
    copy_machinery(root)
    (root / "seeds" / "account.txt").write_text("A quiet account.", "utf-8")
    (root / "chapters" / "references.bib").write_text("", "utf-8")
    (root / "chapters" / "scripts").symlink_to("../scripts")
    toc = "format: jb-book\nroot: chapters/first\nchapters:\n  - file: chapters/second\n"
    (root / "_toc.yml").write_text(toc, "utf-8")
    # Stray files of a working tree are not part of the book.
    for stray in (".pytest_cache/README.md", ".venv/lib/notes.md", "notes.md", "seeds/note.md"):
        (root / stray).parent.mkdir(parents=True, exist_ok=True)
        (root / stray).write_text("# A stray page\n\n{ref}`nowhere`\n", "utf-8")
    made = Book(root)
    made.write("one")
    done = made.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert made.ran() == ["first", "second"]


@pytest.fixture
def book(built_book: Book, tmp_path: Path) -> Book:
    """A copy of the small book, already built, to change and build again."""
    root = tmp_path / "book"
    shutil.copytree(built_book.root, root, symlinks=True)
    return Book(root)


def copy_tree(tree: Path, into: Path) -> Book:
    """A copy of a project as it stands, without its history and without built files."""
    made = (".git", ".venv", "_build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
    shutil.copytree(tree, into, symlinks=True, ignore=shutil.ignore_patterns(*made))
    return Book(into)


@pytest.fixture(scope="session")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real book, built in HTML and PDF from a copy of the tree, with nothing kept from before."""
    return Book(made_once(tmp_path_factory, "whole-book", _build_whole) / "book")


def _build_whole(place: Path) -> None:
    done = copy_tree(ROOT, place / "book").build()
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session", autouse=True)
def _plain_environment() -> None:
    """Builds under test set up their own environment, whatever that of the test run is."""
    # Python keeps compiled modules beside their sources, as it does for most users: a test starts many.
    for name in ("PYTHONPATH", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)


def pytest_xdist_auto_num_workers() -> int:
    """How many processes `-n auto` means: one for each core that this process may use."""
    return cores()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files in an order in which several processes, each taking the next, end at the same time.

    The real book is begun at once, by one of its files; the others come when it is there. Meanwhile, and
    next, come those that take long: where small books are built, and where a test is marked so.
    """
    used = {item.path: set[str]() for item in items}
    for item in items:
        used[item.path].update(getattr(item, "fixturenames", ()), (m.name for m in item.iter_markers()))
    first = next((item.path for item in items if "whole_book" in used[item.path]), None)

    def turn(item: pytest.Item) -> int:
        if "whole_book" in used[item.path]:
            return 0 if item.path == first else 2
        return 1 if used[item.path] & {"built_book", "early"} else 3

    items.sort(key=turn)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect the tests without collecting garbage.

    What is there afterwards stays to the end: thousands of tests, all modules. Looking through it for garbage
    again and again would take a tenth of the time.
    """
    with without_garbage_collection():
        yield
    gc.freeze()
