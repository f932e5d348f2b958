"""The command line as a whole: which commands there are, and what a wrong one is answered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import report
from scripts.__main__ import _COMMANDS, main
from scripts.ground import calling
from scripts.ground.version import version

OF_TEXTS = ("compare", "check", "survey", "open")


@pytest.mark.parametrize("arguments", [["no-such-command"], ["--no-such-option"], ["--completion", "none"]])
def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: .venv/bin/python -m scripts" in capsys.readouterr().err


def test_without_arguments_it_says_in_a_few_lines_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + len(OF_TEXTS)
    assert all(len(line) <= 120 for line in lines)
    assert all(any(f"{calling.IN_CHECKOUT} {name} " in line for line in lines) for name in OF_TEXTS)


def test_its_version_is_that_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"accounts {version()}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_a_shell_completes_commands_and_options(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert main(["--completion", shell]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("accounts", *OF_TEXTS, "whole-page"))
    assert "scripts" not in said.replace("python -m scripts", "")


def test_bash_takes_the_completion(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--completion", "bash"]) == 0
    file = tmp_path / "completion"
    file.write_text(capsys.readouterr().out, "utf-8")
    words = "COMP_WORDS=(accounts c); COMP_CWORD=1; _shtab_accounts accounts c accounts"
    asked = f". {file}; {words}; echo ${{COMPREPLY[@]}}"
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=60)
    assert set(done.stdout.split()) == {"compare", "check"}, done.stderr


def test_called_by_its_name_its_examples_have_that_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["/usr/bin/accounts"])
    for name in OF_TEXTS:
        with pytest.raises(SystemExit):
            main([name, "--help"])
        said = capsys.readouterr().out
        assert f"  accounts {name} " in said.partition("examples:")[2]
        assert "python -m" not in said


@pytest.mark.parametrize("name", sorted(set(_COMMANDS) - set(OF_TEXTS)))
def test_away_from_the_report_its_commands_say_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scripts.ground.version.ROOT", tmp_path)
    assert main([name]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{name}: this command: works on the report's own folder")


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
    assert (done.returncode, done.stderr) == (0, "")
    assert "compare" in done.stdout


def test_what_a_terminal_cannot_show_is_written_as_its_code_point() -> None:
    accounts = [str(source) for source in sorted((report.ROOT / "seeds" / "documents").glob("*.txt"))]
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "compare", *accounts],
        cwd=report.ROOT, capture_output=True, timeout=60, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201c" in done.stdout
