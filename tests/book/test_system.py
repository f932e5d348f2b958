"""What a machine lacks for the browser tests: found out, and said in one line."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.book.installation import system
from tests.conftest import ROOT


def asked(programs: Path) -> subprocess.CompletedProcess[str]:
    """Ask for what is needed, on a machine with no programs but these."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.book.installation.system"],
        cwd=ROOT,
        env={"PATH": str(programs), "HOME": str(programs)},
        capture_output=True,
        text=True,
    )


def test_without_a_browser_its_packages_are_named(tmp_path: Path) -> None:
    done = asked(tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "system: no browser tests: on Debian, apt-get install chromium chromium-driver default-jre-headless\n"
    )


@pytest.fixture
def checkers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Checkers to be fetched from a folder; the programs of the browser tests are there."""
    for name in system.BROWSER_ON_DEBIAN:
        (tmp_path / name).write_text("#!/bin/sh\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system, "CHECKERS", tmp_path / "made")
    monkeypatch.setattr(system, "CHECKERS_LOCK", tmp_path / "checkers.txt")
    wheel = tmp_path / "tidy-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("tidy/tidy.jar", "a checker")
        packed.writestr("tidy-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tidy\nVersion: 1\n")
        packed.writestr("tidy-1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        packed.writestr("tidy-1.dist-info/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = f"--no-index\n--find-links {tmp_path}\ntidy==1 --hash=sha256:{digest}\n"
    (tmp_path / "checkers.txt").write_text(lock, "utf-8")
    return tmp_path


def test_the_checkers_are_fetched_once(checkers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    system.need_for_browser()
    assert (checkers / "made" / "tidy" / "tidy.jar").read_text("utf-8") == "a checker"
    assert capsys.readouterr().out == "fetching the checkers (once, 30 MB) ...\n"
    system.need_for_browser()
    assert capsys.readouterr().out == ""


def test_a_checker_that_is_not_the_locked_one_is_refused(
    checkers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = checkers / "checkers.txt"
    lock.write_text(lock.read_text("utf-8").replace("sha256:", "sha256:0")[:-2] + "\n", "utf-8")
    assert system.main() == 1
    assert not (checkers / "made" / ".made-from").exists()
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        "system: cannot install checkers.txt, for the browser tests: the index has another file than the one "
        f"that is locked, which is refused; all that pip said: {checkers}/checkers.log"
    )
