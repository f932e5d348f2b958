"""What is installed: pinned, hashed, free of other people's `scripts`, and stamped when it is whole."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

from scripts.book import environment
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
        ("pyproject.toml", '"weasyprint', '"weasy-print'),
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
