"""Building the book: from nothing, with nothing changed, with one chapter changed; and the lower bound.

The lower bound (floor) is the least that the same pages cost: plain Sphinx on chapters that already have
their outputs, one process that runs the code of all chapters, and the printing alone.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from scripts.bench.speed.timing import Row, Run, python, row, run
from scripts.ground.faults import Fault

ROOT = Path(__file__).resolve().parents[3]
_DERIVED = (".git", ".venv", "_build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info", "tests")
_CHAPTER = "glossary"  # the chapter that is changed


def measure(rounds: int) -> Iterator[Row]:
    """Build the book `rounds` times in a copy of the tree, and yield the time of each kind of build."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as made:
        tree, plain = Path(made) / "book", Path(made) / "plain"
        shutil.copytree(ROOT, tree, symlinks=True, ignore=shutil.ignore_patterns(*_DERIVED))
        for number in range(rounds):
            shutil.rmtree(tree / "_build", ignore_errors=True)
            for kind, seconds in _round(tree, plain, number):
                took[kind].append(seconds)
                print(f"  {number + 1}/{rounds} {kind}: {seconds:.1f} s", flush=True)
    parts = ("Sphinx alone", "the chapters' code alone", "printing alone")
    floor = sum(median(took[part]) for part in parts)
    cold = median(took["cold"])
    yield row(
        "Cold build, HTML and PDF", took["cold"], "s",
        "the floor: Sphinx, the code and the printing, each alone", floor, "at most 1.25 times, and 15 s",
    )  # fmt: skip
    goals = {"printing alone": "at most 3 s"}
    for part in parts:
        yield row(f"Of the floor: {part}", took[part], "s", goal=goals.get(part, ""))
    yield row("Nothing changed", took["nothing"], "s", "a cold build", cold, "under 2 s, or a tenth")
    yield row("One chapter's text changed, HTML: none executed", took["text"], "s", "a cold build", cold)
    yield row("One chapter's code changed, HTML: it alone executed", took["code"], "s", "a cold build", cold)


def _round(tree: Path, plain: Path, number: int) -> Iterator[tuple[str, float]]:
    """Yield the time of each kind of build, in an order in which each finds what it starts from."""
    build = python("-m", "scripts.book")
    yield "cold", run(build, tree).seconds
    nothing = run(build, tree)
    if "nothing has changed" not in nothing.output:
        raise Fault("bench-speed", "second build", "found a change where there was none", "look at why")
    yield "nothing", nothing.seconds
    pages = (tree / "_build" / "book" / "html").resolve()
    printed = python("-m", "scripts.bench.speed.single_runs", "print", pages, tree / "_build" / "alone.pdf")
    yield "printing alone", run(printed, tree, PYTHONHASHSEED="0").seconds
    if number == 0:
        _make_plain(tree, plain)
    shutil.rmtree(plain / "_build", ignore_errors=True)
    sphinx = python("-m", "sphinx", "-q", "-b", "html", plain, plain / "_build")
    yield "Sphinx alone", run(sphinx, plain).seconds
    yield (
        "the chapters' code alone",
        run(python("-m", "scripts.bench.speed.single_runs", "chapters"), tree).seconds,
    )
    for kind, executed in (("text", 0), ("code", 1)):
        _edit(tree / "chapters" / f"{_CHAPTER}.ipynb", kind, number)
        done = run([*build, "--html"], tree)
        if _executed(done) != executed:
            raise Fault("bench-speed", kind, f"{_executed(done)} chapters were executed", "look at why")
        yield kind, done.seconds


def _executed(done: Run) -> int:
    """Return how many chapters a build executed, as its output says."""
    return len(re.findall(r"^\[\d+/\d+\] \S+ +[\d.]+ s$", done.output, re.MULTILINE))


def _edit(path: Path, kind: str, number: int) -> None:
    """Add a remark to the first cell of a kind."""
    notebook = json.loads(path.read_text("utf-8"))
    wanted = "markdown" if kind == "text" else "code"
    # The first cell of text is the title.
    cell = [c for c in notebook["cells"] if c["cell_type"] == wanted][0 if kind == "code" else -1]
    remark = f"\n# {number}" if kind == "code" else f"\n\nEdition {number}."
    source = cell["source"]
    cell["source"] = [*source, remark] if isinstance(source, list) else source + remark
    path.write_text(json.dumps(notebook), "utf-8")


def _make_plain(tree: Path, plain: Path) -> None:
    """Make a copy for plain Sphinx: chapters with their outputs, and none of this project's extension."""
    run(python("-m", "scripts.book", "--notebooks"), tree)
    shutil.copytree(tree, plain, symlinks=True, ignore=shutil.ignore_patterns("_build"))
    for notebook in (tree / "_build" / "notebooks").glob("*.ipynb"):
        shutil.copy(notebook, plain / "chapters")
    config = plain / "_config.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    dropped = ("local_extensions:", "scripts.book:", "html_css_files:")
    config.write_text("".join(one for one in lines if not one.strip().startswith(dropped)), "utf-8")
    write_settings = "from jupyter_book.cli.main import main; main()"
    run(python("-c", write_settings, "config", "sphinx", "."), plain)
    # Plain Sphinx fails on settings of services that a book without a public repository lacks.
    with (plain / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nhtml_theme_options["launch_buttons"] = {}\n')
