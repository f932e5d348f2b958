"""How commands end: stopped by a key, without a place to speak to, without what they need. One line each."""

from __future__ import annotations

import ast
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from surveyed import ACCOUNTS, RELEASE, write_accounts

from scripts import report
from scripts.ground import command_ending
from scripts.ground.faults import Fault
from scripts.reading.manifest import read_manifest

ROOT = report.ROOT
SEEDS = [str(source.file) for source in read_manifest(ROOT / "seeds" / "manifest.csv")[:2]]

# Runs a module as `python -m` does, and presses the key when a module is about to be imported.
PRESSED = """
import os, runpy, signal, sys
times, at, module, *arguments = sys.argv[1:]
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = [module, *arguments]

def watch(event, given):
    global times
    if event == "import" and given[0] == at:
        for _ in range(int(times)):
            os.kill(os.getpid(), signal.SIGINT)
        times = 0

sys.addaudithook(watch)
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""
COMMANDS = [
    ("scripts", "compare", *SEEDS),
    ("scripts", "check", *SEEDS),
    ("scripts", "survey", "{place}/release.txt", "{place}/accounts", "--out", "{place}/out"),
    ("scripts", "register"),
    ("scripts", "data", "--out", "{place}/data"),
    ("scripts", "brief", "F1", "--out", "{place}/briefs"),
    ("scripts", "bench"),
    ("scripts.book", "--html"),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_accounts(tmp_path / "accounts", ACCOUNTS)
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    return tmp_path


MOMENTS = [
    *((command, "argparse", 1) for command in COMMANDS),
    *((command, "csv", 2) for command in COMMANDS[:6]),  # and twice in haste
]


@pytest.mark.parametrize(("command", "at", "times"), MOMENTS, ids=str)
def test_a_key_stops_any_command_at_any_moment(
    command: tuple[str, ...], at: str, times: int, place: Path
) -> None:
    given = [part.format(place=place) for part in command]
    done = subprocess.run(
        [sys.executable, "-c", PRESSED, str(times), at, *given],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 130, done.stderr
    name = command[0].removeprefix("scripts").removeprefix(".")
    assert done.stderr == (f"{name}: stopped\n" if name else "stopped\n")
    assert not list(place.glob("**/.*")), "nothing half-written is left"


IMPATIENT = """
import os, signal, time
from scripts.ground import command_ending

def stubborn():
    for _ in range(2):
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(60)
        except KeyboardInterrupt:
            command_ending.PATIENCE = 0
            time.sleep(0.01)
    return 0

signal.signal(signal.SIGINT, signal.default_int_handler)
command_ending.process(stubborn)
"""


def test_who_presses_the_key_again_does_not_wait() -> None:
    done = subprocess.run([sys.executable, "-c", IMPATIENT], cwd=ROOT, timeout=30)
    assert done.returncode == 130


def test_a_key_pressed_where_nothing_can_be_raised_is_not_lost() -> None:
    code = (
        "import os, signal, time\nfrom scripts.ground import command_ending\n"
        "class Gone:\n    def __del__(self):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n        time.sleep(9)\n"
        "def run():\n    Gone()\n    time.sleep(9)\n    return 0\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\ncommand_ending.process(run)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (130, "stopped\n")


def shell(line: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `python` is this one."""
    return subprocess.run(
        ["bash", "-c", f'python() {{ "{sys.executable}" "$@"; }}; {line}', "bash", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


CLOSED = "cannot be read or written (Bad file descriptor); give it a terminal, a file or a pipe"
UNSPOKEN = [
    ('python -m scripts compare "$@" >&-', f"standard output: {CLOSED}"),
    (
        'python -m scripts compare "$@" > /dev/full',
        "standard output: cannot be read or written (No space left on device); make room there",
    ),
    ("python -m scripts --help >&-", f"standard output: {CLOSED}"),
    ("python -m scripts check --jsonl - <&-", f"input or output: {CLOSED}"),
]


@pytest.mark.parametrize(("line", "said"), UNSPOKEN)
def test_what_cannot_be_said_is_said_to_be(line: str, said: str) -> None:
    done = shell(line, *SEEDS)
    assert (done.returncode, done.stderr) == (1, f"{said}\n")


def test_a_full_disk_is_not_taken_for_a_fault_of_the_rows(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": 1, "statement": "It rains.", "source": "It rains."}\n', "utf-8")
    done = shell('python -m scripts check --jsonl "$1" > /dev/full', str(rows))
    assert done.returncode == 1
    assert done.stderr.startswith("standard output: ")
    done = shell('python -m scripts check --jsonl "$1" | true; echo "${PIPESTATUS[0]}"', str(rows))
    assert (done.stdout, done.stderr) == ("0\n", ""), "a reader that has seen enough is no error"


@pytest.mark.parametrize("module", ["scripts compare a.txt b.txt", "scripts --help", "scripts.book"])
def test_a_python_without_the_environment_is_told_in_one_line(module: str, tmp_path: Path) -> None:
    # In a copy without a built book: one that is up to date needs no packages.
    for each in ROOT.iterdir():
        if each.name not in ("scripts", "_build"):
            (tmp_path / each.name).symlink_to(each)
    copytree(ROOT / "scripts", tmp_path / "scripts", ignore=ignore_patterns("__pycache__"))
    done = shell(f'cd "$1" && PYTHONHASHSEED=0 python -S -m {module}', str(tmp_path))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert f" is not installed for {sys.executable}; run `make environment`, then .venv/bin/python" in line


def test_an_old_python_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_ending.sys, "version_info", (3, 8, 1, "final", 0))
    with pytest.raises(SystemExit) as stopped:
        command_ending.process(lambda: 0)
    monkeypatch.undo()
    assert stopped.value.code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(
        f"Python 3.11 or later is needed, {sys.executable} is 3.8.1; run `make environment`"
    )
    for name in ("__init__.py", "__main__.py", "ground/__init__.py", "ground/command_ending.py"):
        text = (ROOT / "scripts" / name).read_text("utf-8")
        ast.parse(text, feature_version=(3, 6))
        assert "from __future__" not in text, "what an old Python reads before it is told"


FAULTS = [
    (OSError(28, "No space left on device", "a", None, "b"), "b: cannot be read or written (No space left"),
    (PermissionError(13, "Permission denied", "a\nb"), "a b: cannot be read or written (Permission denied)"),
    (Fault("a", "row 2", "is wrong", "mend it"), "a: row 2: is wrong; mend it"),
]


@pytest.mark.parametrize(("error", "said"), FAULTS)
def test_a_users_error_is_a_line(error: Exception, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    @command_ending.command("name")
    def run() -> int:
        raise error

    assert run() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"name: {said}")


@pytest.mark.parametrize("error", [ValueError("x"), ModuleNotFoundError("x", name="scripts.x")])
def test_a_fault_of_this_program_is_raised(error: Exception) -> None:
    @command_ending.command()
    def run() -> int:
        raise error

    with pytest.raises(type(error)):
        run()


def test_a_key_that_the_caller_ignores_stays_ignored() -> None:
    """As for a command that a shell runs in the background."""
    code = (
        "import os\nfrom scripts.ground import command_ending\n"
        "command_ending.process(lambda: os.kill(os.getpid(), 2) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, timeout=30,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )  # fmt: skip
    assert done.returncode == 0
