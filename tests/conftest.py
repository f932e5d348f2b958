"""What several test modules share: a small book of two chapters, and a way to build it as a user does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]

# The report of the small book: one seed, which is good unless it says that it is not.
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
        """Which chapters have been executed since this was last asked."""
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
    """The Sphinx side of the real book and its settings, without the real pipeline."""
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
    """The small book, built once in HTML and PDF. Not to be changed: take `book` for that."""
    root = tmp_path_factory.mktemp("small") / "book"
    (root / "chapters").mkdir(parents=True)
    (root / "seeds").mkdir()
    copy_machinery(root)
    (root / "seeds" / "account.txt").write_text("A quiet account.", "utf-8")
    (root / "chapters" / "references.bib").write_text("", "utf-8")
    (root / "chapters" / "scripts").symlink_to("../scripts")
    toc = "format: jb-book\nroot: chapters/first\nchapters:\n  - file: chapters/second\n"
    (root / "_toc.yml").write_text(toc, "utf-8")
    # What lies about in a working tree is no part of the book.
    for stray in (".pytest_cache/README.md", ".venv/lib/notes.md", "notes.md", "seeds/note.md"):
        (root / stray).parent.mkdir(parents=True, exist_ok=True)
        (root / stray).write_text("# A stray page\n\n{ref}`nowhere`\n", "utf-8")
    made = Book(root)
    made.write("one")
    done = made.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert made.ran() == ["first", "second"]
    return made


@pytest.fixture
def book(built_book: Book, tmp_path: Path) -> Book:
    """A copy of the small book, already built, to change and build again."""
    root = tmp_path / "book"
    shutil.copytree(built_book.root, root, symlinks=True)
    return Book(root)


def copy_tree(tree: Path, into: Path) -> Book:
    """A copy of a project as it stands, without its history and without anything that was made from it."""
    made = (".git", ".venv", "_build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
    shutil.copytree(tree, into, symlinks=True, ignore=shutil.ignore_patterns(*made))
    return Book(into)


@pytest.fixture(scope="session")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real book, built in HTML and PDF from a copy of the tree, with nothing kept from before."""
    book = copy_tree(ROOT, tmp_path_factory.mktemp("whole") / "book")
    done = book.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return book


@pytest.fixture(scope="session", autouse=True)
def _plain_environment() -> None:
    """Builds under test settle their own surroundings, whatever those of the test run are."""
    for name in ("PYTHONPATH", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)


# What is made once for many tests, the longest first; a run on several processes makes each in one of them.
_MADE_ONCE = ("whole_book", "built_book")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together, on one process, the tests that share what is long in the making, and those of a file."""
    for item in items:
        used = getattr(item, "fixturenames", ())
        made = next((name for name in _MADE_ONCE if name in used), None)
        item.add_marker(pytest.mark.xdist_group(made or item.path.as_posix().replace("@", "")))
    rank = {name: at for at, name in enumerate(_MADE_ONCE)}
    items.sort(key=lambda item: rank.get(next(item.iter_markers("xdist_group")).args[0], len(rank)))
