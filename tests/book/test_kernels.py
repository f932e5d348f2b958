"""Kernels forked from the nursery look like ordinary kernels to a chapter."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import nbformat
import pytest

from scripts.book.executing import execution, kernels
from scripts.book.executing.chapters import Chapter
from scripts.book.executing.kernels import Nursery
from scripts.ground.faults import Fault
from tests.conftest import ROOT, Book

# What a chapter can see of its environment, without what may differ (process numbers).
SEEN = """
import json, os, sys, signal
import matplotlib
own = {"JPY_PARENT_PID"}
json.dumps({
    "argv": [os.path.basename(sys.argv[0]), sys.argv[1], sys.argv[3:]],
    "path": sys.path, "folder": os.getcwd(), "module": __name__, "main": sys.modules["__main__"].__name__,
    "flags": repr(sys.flags), "hooks": [sys.excepthook.__name__, sys.displayhook.__class__.__name__],
    **{k: v for k, v in os.environ.items() if k not in own},
    "backend": matplotlib.rcParams["backend"], "names": sorted(n for n in dir() if n != "own"),
    "alone": os.getsid(0) == os.getpid(), "standard": [sys.stdin is None, type(sys.stdout).__name__],
    "signals": [str(signal.getsignal(s)) for s in (signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE)],
    "mask": (os.umask(0o22), os.umask(0o22)), "priority": os.getpriority(os.PRIO_PROCESS, 0),
})
"""


@pytest.fixture(autouse=True)
def _this_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a build does: make this project importable whether or not it is installed."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def chapter(folder: Path, *cells: str) -> Chapter:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "one.ipynb"
    nbformat.write(made, path)
    return Chapter("chapters/one", path)


def executed(of: Chapter, nursery: Nursery) -> list[list[dict[str, Any]]]:
    notebook = of.notebook()
    execution._run(of, notebook, nursery)
    return [cell.outputs for cell in notebook.cells]


class Ordinary(Nursery):
    """A nursery that has no kernel to give."""

    def bear(self, command: list[str], folder: str, said: str) -> None:
        return None


def test_a_forked_kernel_shows_a_chapter_what_an_ordinary_one_does(tmp_path: Path) -> None:
    one = chapter(tmp_path, SEEN, "import os; os.getppid()", "print(input.__name__); 1 + 1")
    with closing(Nursery(tmp_path)) as nursery:
        forked = executed(one, nursery)
        assert nursery._process is not None
        assert forked[1][0]["data"]["text/plain"] == str(nursery._process.pid), "it was forked"
    ordinary = executed(one, Ordinary(tmp_path))
    seen = [json.loads(eval(outputs[0][0]["data"]["text/plain"])) for outputs in (forked, ordinary)]
    assert seen[0] == seen[1]
    assert forked[2] == ordinary[2]


def test_one_kernel_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    first = "import os, sys, json\nos.environ['LEFT'] = 'x'; json.left = sys.left = left = 1; os.chdir('/')"
    second = (
        "import os, json\nprint('LEFT' in os.environ, hasattr(json, 'left'), 'left' in dir(), os.getcwd())"
    )
    with closing(Nursery(tmp_path)) as nursery:
        executed(chapter(tmp_path, first), nursery)
        found = executed(chapter(tmp_path, second), nursery)
    assert found[0][0]["text"] == f"False False False {tmp_path}\n"


SPEAKING = ["raise SystemExit(3)", "print('a word')", "import warnings; warnings.warn('old')"]


@pytest.mark.parametrize("fault", SPEAKING)
def test_a_nursery_that_fails_or_speaks_bears_none(
    fault: str, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its output belongs in a chapter, and an ordinary kernel puts it there."""
    (book.root / "scripts" / "report" / "__init__.py").write_text(fault, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(book.root))
    command = [sys.executable, "-m", kernels.LAUNCHER, "-f", "nowhere"]
    with closing(Nursery(book.root / "chapters")) as nursery:
        assert nursery.bear(command, str(book.root), "nowhere") is None
        assert nursery.bear(command, str(book.root), "nowhere") is None, "and goes on bearing none"


def test_other_kernels_than_this_pythons_are_ordinary(tmp_path: Path) -> None:
    with closing(Nursery(tmp_path)) as nursery:
        assert nursery.bear(["/usr/bin/other", "-m", kernels.LAUNCHER], str(tmp_path), "nowhere") is None
        assert nursery._process is None


def test_a_kernel_that_ends_is_told_apart_from_one_that_runs(tmp_path: Path) -> None:
    with closing(Nursery(tmp_path)) as nursery, pytest.raises(Fault, match=r"kernel: .*died"):
        executed(chapter(tmp_path, "import os; os._exit(1)"), nursery)
