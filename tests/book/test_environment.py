"""The environment: no other package has a `scripts`, and it is stamped once it is complete."""

from __future__ import annotations

import ast
import fcntl
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path

import pytest

from scripts.book.installation import environment
from tests.conftest import ROOT


def test_no_installed_package_brings_a_scripts_of_its_own() -> None:
    for distribution in distributions():
        if distribution.metadata["Name"] == "alliance-accounts":
            continue
        tops = {Path(str(file)).parts[0] for file in distribution.files or []}
        assert not tops & {"scripts", "scripts.py"}, distribution.metadata["Name"]


ALL = ["venv", "packages", "check", "project"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose installation is only noted."""
    (tmp_path / "requirements.txt").write_text("", "utf-8")
    for name in ("pyproject.toml", "CITATION.cff"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())

    def note(word: str) -> None:
        (tmp_path / ".venv").mkdir(exist_ok=True)
        with (tmp_path / "log").open("a") as log:
            log.write(f"{word}\n")

    def install(what: str, command: list[str], log: Path) -> None:
        note("project" if "-e" in command else "check" if command[-1] == "check" else "packages")

    monkeypatch.setattr(environment, "_make", lambda folder: note("venv"))
    monkeypatch.setattr(environment, "install", install)
    return tmp_path


def noted(project: Path) -> list[str]:
    """What was done since the last call."""
    log = project / "log"
    words = log.read_text("utf-8").split() if log.exists() else []
    log.unlink(missing_ok=True)
    return words


def test_a_second_run_reuses_the_environment(project: Path) -> None:
    environment.prepare(project)
    assert noted(project) == ALL
    environment.prepare(project)
    assert noted(project) == []


def test_another_lock_makes_another_environment_and_says_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare(project)
    python = sys.version.split()[0]
    assert capsys.readouterr().out == f"setting up .venv with Python {python} (a minute or two) ...\n"
    (project / "requirements.txt").write_text("other==1", "utf-8")
    environment.prepare(project)
    assert noted(project) == ALL * 2
    assert f"anew with Python {python}, for requirements.txt has changed" in capsys.readouterr().out


@pytest.mark.parametrize("key", ["version", "version_info"])  # in the form that venv and other programs write
def test_another_python_makes_another_environment_and_says_so(
    project: Path, key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare(project)
    (project / ".venv" / "pyvenv.cfg").write_text(f"home = /usr/bin\n{key} = 3.11.99\n", "utf-8")
    monkeypatch.setattr(environment, "fingerprint", lambda root: ("of another Python", "of the same project"))
    environment.prepare(project)
    assert noted(project) == ALL * 2
    assert f"with Python {sys.version.split()[0]} in place of 3.11.99" in capsys.readouterr().out


def test_where_no_python_is_named_that_of_the_environment_is_kept(tmp_path: Path) -> None:
    """So that `make html` after `make book PYTHON=python3.12` does not set everything up again."""
    shutil.copy(ROOT / "Makefile", tmp_path)

    def chosen(*given: str) -> str:
        asked = ["make", "-n", "environment", *given]
        told = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        return told.splitlines()[-1].split()[0]

    assert chosen() == "python3"
    assert chosen("PYTHON=python3.12") == "python3.12"
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    assert chosen() == ".venv/bin/python"
    assert chosen("PYTHON=python3.12") == "python3.12"
    # but not that of an environment whose Python no longer exists
    (tmp_path / ".venv" / "bin" / "python").unlink()
    (tmp_path / ".venv" / "bin" / "python").symlink_to("/no/such/python")
    assert chosen() == "python3"


@pytest.mark.parametrize(
    ("file", "was", "becomes"),
    [
        ("CITATION.cff", r"(?m)^version: .*$", "version: 99.0.0"),
        ("pyproject.toml", '"numpy', '"numpies'),
    ],
)
def test_another_version_or_metadata_installs_the_project_alone(
    project: Path, file: str, was: str, becomes: str
) -> None:
    environment.prepare(project)
    text = (project / file).read_text("utf-8")
    changed = re.sub(was, becomes, text)
    assert changed != text
    (project / file).write_text(changed, "utf-8")
    environment.prepare(project)
    assert noted(project) == [*ALL, "project"]


def test_the_environment_of_another_tree_is_left_alone(project: Path) -> None:
    other = project / "other" / ".venv"
    other.mkdir(parents=True)
    (other / "pyvenv.cfg").write_text("in use", "utf-8")
    (project / ".venv").symlink_to(other)
    environment.prepare(project)
    assert [path.name for path in other.iterdir()] == ["pyvenv.cfg"]
    assert not (project / ".venv").is_symlink()


def test_an_interrupted_install_leaves_no_stamp(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(what: str, command: list[str], log: Path) -> None:
        raise KeyboardInterrupt

    environment.prepare(project)
    (project / "requirements.txt").write_text("other==1", "utf-8")
    monkeypatch.setattr(environment, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.prepare(project)
    assert not (project / ".venv" / ".made-from").exists()


@pytest.mark.parametrize("version", ["3.6.15", "3.8.18", "3.10.13", "3.14.0"])
def test_an_unsupported_python_is_one_line(version: str) -> None:
    """Printed before any syntax that it cannot parse, down to Python 3.6."""
    file = ROOT / "scripts" / "book" / "installation" / "environment.py"
    ast.parse(file.read_text("utf-8"), feature_version=(3, 6))
    as_if = (
        f"import sys, runpy; sys.version_info = ({version.replace('.', ', ')}, 'final', 0); "
        f"runpy.run_path({str(file)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", as_if], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == (
        f"environment: Python 3.11, 3.12 or 3.13 is needed, {sys.executable} is {version}: "
        "name another one, as in `make book PYTHON=python3.12`\n"
    )


def test_a_python_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    asked = ["make", "book", "PYTHON=python9"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True)
    line, makes_own = done.stderr.splitlines()
    assert line == "environment: no python9 here: name a Python, as in make book PYTHON=python3.12"
    assert makes_own.startswith("make: ***")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any program except those that a test puts into this folder."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


def program(folder: Path, name: str, script: str) -> Path:
    """A program that notes how it was called, then does what `script` says."""
    path = folder / name
    path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder}/log"\n{script}\n', "utf-8")
    path.chmod(0o755)
    return path


def calls(folder: Path) -> list[str]:
    log = folder / "log"
    return log.read_text("utf-8").splitlines() if log.exists() else []


INSTALL = "apt-get install -qq -y --no-install-recommends one two"


def test_debians_packages_are_installed_at_once_where_they_are_known(machine: Path) -> None:
    program(machine, "apt-get", "exit 0")
    assert environment.apt_install("one", "two") == (os.geteuid() == 0)
    assert calls(machine) == [INSTALL] * (os.geteuid() == 0)


def test_where_they_are_not_known_the_lists_are_fetched_first(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(
        machine,
        "apt-get",
        f'case "$*" in update*) : > "{machine}/lists";; *) test -f "{machine}/lists";; esac',
    )
    assert environment.apt_install("one", "two")
    assert calls(machine) == [INSTALL, "apt-get update -qq", INSTALL]


def test_what_cannot_be_installed_is_told(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not environment.apt_install("one"), "no apt-get"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(machine, "apt-get", "exit 1")
    assert not environment.apt_install("one")


def test_who_may_not_install_is_asked_for_no_password(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(machine, "apt-get", "exit 0")
    assert not environment.apt_install("one"), "no sudo"
    program(machine, "sudo", "exit 1")
    assert not environment.apt_install("one"), "sudo would ask"
    assert calls(machine) == ["sudo -n true"]
    program(machine, "sudo", 'test "$*" = "-n true" && exit 0; shift 3; exec "$@"')
    assert environment.apt_install("one", "two")
    assert calls(machine)[-1] == INSTALL


def test_a_python_without_venv_names_the_package(
    machine: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(program(machine, "python3", "exit 1")))
    asked = rf"has no venv module: on Debian, `apt-get install python3\.{sys.version_info[1]}-venv`"
    with pytest.raises(environment.Missing, match=asked):
        environment.prepare(project)
    assert noted(project) == []


def test_an_environment_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", "utf-8")
    with pytest.raises(environment.Missing, match=r"^cannot make .*/in the way/\.venv: .*Not a directory"):
        environment._make(tmp_path / "in the way" / ".venv")


NO_NETWORK = "no package index was reached: see to the network of this machine, or to its proxy (HTTPS_PROXY)"
NOT_THERE = "bleach 6.4.0 requires tinycss2, which is not installed"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        # the wording of pip 23.0 and 26.3
        (
            "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError("
            "'<pip._vendor.urllib3.connection.HTTPSConnection object>: Failed to establish a new connection: "
            "[Errno -3] Temporary failure in name resolution')': /simple/six/\n"
            "ERROR: Could not find a version that satisfies the requirement six==1.17.0 "
            "(from versions: none)\nERROR: No matching distribution found for six==1.17.0",
            NO_NETWORK,
        ),
        ("ERROR: Could not install packages: ReadTimeoutError('Read timed out.')", NO_NETWORK),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "the disk is full: make room, and run it again",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n    six==1.17.0:\n"
            "        Expected sha256 00\n             Got        11",
            "the index has another file than the one that is locked, which is refused",
        ),
        (
            "ERROR: Could not find a version that satisfies the requirement spacy==3.8.18 "
            "(from versions: 2.0.0)\nERROR: No matching distribution found for spacy==3.8.18",
            "the index has no such package for this Python on this machine",
        ),
        ("one\nERROR: something of its own\n  more of it", "ERROR: something of its own"),
        ("bleach 6.4.0 requires tinycss2, which is not installed.", NOT_THERE),
        ("", "exit status 3"),
    ],
)  # fmt: skip
def test_packages_that_cannot_be_installed_are_one_line_and_all_that_pip_said_is_kept(
    machine: Path, said: str, why: str
) -> None:
    (machine / "words").write_text(said, "utf-8")
    pip = program(machine, "pip", f"/bin/cat '{machine}/words'; exit 3")
    log = machine / "_build" / "environment.log"
    with pytest.raises(environment.Missing) as caught:
        environment.install("lock.txt", [str(pip), "install", "lock.txt"], log)
    assert str(caught.value) == f"cannot install lock.txt: {why}; all that pip said: {log}"
    assert log.read_text("utf-8") == f"$ {pip} install lock.txt\n{said}\n"


def test_as_a_command_it_is_one_line_and_the_status(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def lacking() -> None:
        raise environment.Missing("no venv")

    def in_the_way() -> None:
        (tmp_path / "_build").write_text("", "utf-8")
        environment.alone(tmp_path)

    assert environment.command("environment", lambda: None) == 0
    assert environment.command("environment", lacking) == 1
    assert environment.command("environment", in_the_way) == 1
    assert capsys.readouterr().err == (
        f"environment: no venv\nenvironment: cannot write or read {tmp_path}/_build: File exists\n"
    )


def test_a_second_process_waits_for_the_first_and_says_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "_build").mkdir()
    with (project / "_build" / ".environment.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        waiting = threading.Thread(target=environment.alone, args=(project,))
        waiting.start()
        waiting.join(1)
        assert waiting.is_alive()
    waiting.join(30)
    assert noted(project) == ALL
    assert capsys.readouterr().out.startswith("another process sets up .venv; waiting for it ...\n")


def running_in(folder: Path) -> list[str]:
    """The commands of all processes that name a folder."""
    commands = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(folder) in command:
                commands.append(command)
    return commands


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="lists processes as Linux shows them")
@pytest.mark.parametrize(
    ("sent", "to_all", "status"),
    [
        (signal.SIGINT, True, 130),  # Ctrl-C: the terminal signals make and everything that it runs
        (signal.SIGTERM, False, 143),  # only make, which passes it on
        (signal.SIGHUP, True, 129),  # the terminal was closed
    ],
)
def test_stopped_while_pip_runs_it_leaves_no_pip_running(
    tmp_path: Path, sent: signal.Signals, to_all: bool, status: int
) -> None:
    """With an index that accepts connections and never answers, so that pip is stopped at work."""
    for name in ("Makefile", "pyproject.toml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path)
    file = Path("scripts", "book", "installation", "environment.py")
    (tmp_path / file).parent.mkdir(parents=True)
    shutil.copy(ROOT / file, tmp_path / file)
    with socket.create_server(("127.0.0.1", 0)) as index:
        address = f"http://127.0.0.1:{index.getsockname()[1]}/simple"
        lock = f"--index-url {address}\nnever-there==1 --hash=sha256:{'0' * 64}\n"
        (tmp_path / "requirements.txt").write_text(lock, "utf-8")
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        quiet = {**plain, "PIP_CONFIG_FILE": os.devnull, "NO_PROXY": "*", "PYTHON": sys.executable}
        make = subprocess.Popen(
            ["make", "environment"], cwd=tmp_path, env=quiet, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            # Tests in the background ignore some signals, and so do the processes that they start.
            preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),
        )  # fmt: skip
        index.settimeout(120)
        call, _ = index.accept()
        assert any("pip" in command for command in running_in(tmp_path))
        os.killpg(make.pid, sent) if to_all else make.send_signal(sent)
        _, said = make.communicate(timeout=60)
        call.close()
    assert not running_in(tmp_path)
    lines = [line for line in said.splitlines() if not line.startswith("make")]
    assert lines == ["environment: stopped; the next run begins again"]
    assert make.returncode in (-sent, 2)
    assert f"Error {status}" in said or make.returncode == -sent
    assert not (tmp_path / ".venv" / ".made-from").exists()
