"""The command line as a whole: which commands there are, and what a wrong one is answered."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from scripts import report
from scripts.__main__ import _COMMANDS, main


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["--no-such-option"]])
def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: .venv/bin/python -m scripts" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(f"    {name} " in out for name in _COMMANDS)


@pytest.mark.parametrize("command", _COMMANDS)
def test_each_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts"], cwd=report.ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_a_terminal_cannot_show_is_written_as_its_code_point() -> None:
    accounts = [str(source) for source in sorted((report.ROOT / "seeds" / "documents").glob("*.txt"))]
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "compare", *accounts],
        cwd=report.ROOT, capture_output=True, timeout=60, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201c" in done.stdout
