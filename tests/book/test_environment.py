"""What is installed: pinned, hashed, free of other people's `scripts`, and stamped when it is whole."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

from scripts.book.installation import environment
from tests.conftest import ROOT

LOCK = (ROOT / "requirements.txt").read_text("utf-8")


def test_every_locked_package_has_a_version_and_hashes() -> None:
    packages = [entry for entry in re.split(r"\n(?=\S)", LOCK) if not entry.startswith("#")]
    assert len(packages) > 100
    for entry in packages:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    direct = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for requirement in direct:
        name = re.split(r"[<>=]", requirement)[0]
        assert re.search(rf"^{re.escape(name)}==", LOCK, re.MULTILINE), name


def test_the_lock_names_no_place_of_one_machine() -> None:
    assert "://" not in LOCK
    assert "file:" not in LOCK


def test_no_installed_package_brings_a_scripts_of_its_own() -> None:
    for distribution in distributions():
        if distribution.metadata["Name"] == "alliance-accounts":
            continue
        tops = {Path(str(file)).parts[0] for file in distribution.files or []}
        assert not tops & {"scripts", "scripts.py"}, distribution.metadata["Name"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose installing is only noted down."""
    (tmp_path / "requirements.txt").write_text("", "utf-8")
    for name in ("pyproject.toml", "CITATION.cff"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    log = tmp_path / "log"

    def note(word: str) -> None:
        (tmp_path / ".venv").mkdir(exist_ok=True)
        log.write_text((log.read_text("utf-8") if log.exists() else "") + word, "utf-8")

    monkeypatch.setattr(environment, "_make", lambda folder: note("make "))
    monkeypatch.setattr(environment, "_install", lambda command: note("install "))
    return tmp_path


def test_a_second_run_reuses_the_environment(project: Path) -> None:
    environment.prepare(project)
    environment.prepare(project)
    assert (project / "log").read_text("utf-8") == "make install install "


def test_another_lock_makes_another_environment(project: Path) -> None:
    environment.prepare(project)
    (project / "requirements.txt").write_text("other==1", "utf-8")
    environment.prepare(project)
    assert (project / "log").read_text("utf-8").count("make") == 2


@pytest.mark.parametrize(
    ("file", "was", "becomes"),
    [
        ("CITATION.cff", r"(?m)^version: .*$", "version: 99.0.0"),
        ("pyproject.toml", '"typst', '"ty-pst'),
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
    assert (project / "log").read_text("utf-8") == "make install install install "


def test_the_environment_of_another_tree_is_left_alone(project: Path) -> None:
    other = project / "other" / ".venv"
    other.mkdir(parents=True)
    (other / "pyvenv.cfg").write_text("in use", "utf-8")
    (project / ".venv").symlink_to(other)
    environment.prepare(project)
    assert [path.name for path in other.iterdir()] == ["pyvenv.cfg"]
    assert not (project / ".venv").is_symlink()


def test_an_interrupted_install_leaves_no_stamp(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(command: list[str]) -> None:
        raise KeyboardInterrupt

    environment.prepare(project)
    (project / "requirements.txt").write_text("other==1", "utf-8")
    monkeypatch.setattr(environment, "_install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.prepare(project)
    assert not (project / ".venv" / ".made-from").exists()


def test_an_unsupported_python_is_one_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "OLDEST", (3, 99))
    with pytest.raises(environment.Missing, match=r"Python 3\.11, 3\.12 or 3\.13 is needed"):
        environment.prepare(project)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no program but those that a test puts into this folder."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


def program(folder: Path, name: str, script: str) -> Path:
    """A program that notes how it was called, and then does as `script` says."""
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


def test_a_python_without_venv_names_the_package(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(program(machine, "python3", "exit 1")))
    asked = rf"has no venv module: on Debian, `apt-get install python3\.{sys.version_info[1]}-venv`"
    with pytest.raises(environment.Missing, match=asked):
        environment._make(machine / "made")


def test_an_environment_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", "utf-8")
    with pytest.raises(environment.Missing, match=r"^cannot make .*/in the way/\.venv: .*Not a directory"):
        environment._make(tmp_path / "in the way" / ".venv")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo one; echo 'no such package' >&2; echo '  sorry ' >&2; exit 1", "sorry"),
        ("exit 3", "exit status 3"),
    ],
)
def test_packages_that_cannot_be_installed_are_one_line(machine: Path, script: str, said: str) -> None:
    pip = program(machine, "pip", script)
    with pytest.raises(environment.Missing, match=rf"^cannot install lock\.txt: {said}$"):
        environment._install([str(pip), "install", "lock.txt"])


def test_as_a_command_it_is_one_line_and_the_status_or_a_stamp(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "ROOT", project)
    assert environment.main() == 0
    assert (project / ".venv" / ".made-from").is_file()
    monkeypatch.setattr(environment, "OLDEST", (3, 99))
    assert environment.main() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("environment: Python 3.11, 3.12 or 3.13 is needed")
