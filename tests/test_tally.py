"""A test run says what it ran and what it did not, on one process or several; shared things are made once."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.tally import told

ROOT = Path(__file__).resolve().parents[1]
# Six tests in two files, and what both files share.
CONFTEST = """
import pytest
from tests.once import made_once
from tests.tally import *

@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    def make(place):
        with open("made", "a") as log:
            log.write("made ")
        if {fails}:
            raise ValueError("no wood")
        (place / "boat").write_text("afloat")
    return made_once(tmp_path_factory, "boats", make) / "boat"
"""
TESTS = """
import pytest

def test_one(shared): assert shared.read_text() == "afloat"
def test_two(): pass
@pytest.mark.skipif(True, reason="no wind")
def test_three(): pass
@pytest.mark.browser
def test_four(): pass
@pytest.mark.long("it rows around the island")
def test_five(): pass
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with these hooks and this project's settings of pytest."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST.format(fails=False), "utf-8")
    for name in ("test_a.py", "test_b.py"):
        (tmp_path / name).write_text(TESTS, "utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> list[str]:
    command = [
        sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", f"pythonpath={ROOT}",
        f"--basetemp={project / 'run'}", *arguments, ".",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    return [*done.stderr.splitlines(), *done.stdout.splitlines()]


@pytest.mark.parametrize("processes", ["0", "2"])
def test_a_run_ends_with_what_ran_and_what_did_not(project: Path, processes: str) -> None:
    assert run(project, "-n", processes, "--dist", "loadfile")[-1] == (
        "Ran 4 tests: 4 passed, 0 failed. Did not run: 2 skipped; 2 in a browser: make test-browser; "
        "2 long: make test-long."
    )
    assert (project / "made").read_text() == "made ", "by one process, for both"


def test_a_long_test_says_why_it_is_long(project: Path) -> None:
    (project / "test_b.py").write_text(TESTS.replace('"it rows around the island"', ""), "utf-8")
    assert any("test_five: marked long without a reason" in line for line in run(project))


def test_what_could_not_be_made_is_not_tried_again(project: Path) -> None:
    (project / "conftest.py").write_text(CONFTEST.format(fails=True), "utf-8")
    lines = run(project, "-n", "2", "--dist", "loadfile")
    assert lines[-1].startswith("Ran 4 tests: 2 passed, 2 failed.")
    assert (project / "made").read_text() == "made "
    assert any("boats could not be made, in another process: ValueError: no wood" in line for line in lines)


@pytest.mark.parametrize(
    ("ended", "left_out", "line"),
    [
        ({"passed": 1200}, {}, "Ran 1,200 tests: 1,200 passed, 0 failed. Did not run: none."),
        ({"failed": 1, "error": 2}, {}, "Ran 3 tests: 0 passed, 3 failed. Did not run: none."),
        ({"passed": 3}, {"": 9}, "Ran 3 tests: 3 passed, 0 failed. Did not run: 9 not asked for."),
    ],
)
def test_told(ended: dict[str, int], left_out: dict[str, int], line: str) -> None:
    assert told({"passed": 0, "failed": 0, "error": 0, "skipped": 0, **ended}, Counter(left_out)) == line
