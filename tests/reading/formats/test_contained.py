"""A reader in a process of its own: what it may not do, and what becomes of it when it does it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scripts.reading.formats import contained, inside
from scripts.reading.formats.document import Unreadable
from tests.conftest import ROOT
from tests.reading.formats.shown import FILES

BOUND = "from scripts.reading.formats import inside; inside._bound()\n"


def tried(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BOUND + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.fork()",
    ],
)
def test_a_reader_connects_to_nothing_and_starts_nothing(program: str) -> None:
    done = tried(program)
    assert done.returncode == 1
    assert "is refused to a reader" in done.stderr


def test_a_reader_has_so_much_memory() -> None:
    assert tried(f"bytearray({contained.MEMORY})").stderr.splitlines()[-1] == "MemoryError"
    assert tried("bytearray(1 << 20)").returncode == 0


def test_a_reader_that_ends_is_one_clear_line() -> None:
    with pytest.raises(Unreadable, match="its reader ended before it had read it"):
        contained.read("no such reader", b"", False)


def test_a_reader_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained, "_START", "while True: pass")
    monkeypatch.setattr(contained, "_WALL", 0.5)
    with pytest.raises(Unreadable, match="not read within"):
        contained.read("pdf", b"", False)


def test_a_reader_that_uses_up_its_time_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass"
    monkeypatch.setattr(contained, "_START", limit)
    with pytest.raises(Unreadable, match="not read within"):
        contained.read("pdf", b"", False)


@pytest.mark.parametrize("error", [MemoryError, RecursionError, KeyError, AssertionError])
def test_whatever_a_library_raises_is_one_clear_line(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def raised(*given: object) -> None:
        raise error("x\ny")

    monkeypatch.setattr("scripts.reading.formats.web.read", raised)
    with pytest.raises(Unreadable) as refused:
        inside.read("web", b"", False)
    assert "\n" not in refused.value.problem


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(Unreadable, match="its reader lacks mammoth"):
        inside.read("word", (FILES / "notice-by-pandoc.docx").read_bytes(), False)


def test_what_it_prints_is_no_answer() -> None:
    """The answer is what the reader found, whatever its library writes to standard output."""
    found = contained.read("web", b"<html><body><p>It rained all day in Porthaven.</p></body></html>", False)
    assert found.text == "It rained all day in Porthaven.\n"
