"""What a machine lacks for the PDF or the browser tests: found out, and said in one line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.book.installation import system
from scripts.book.installation.environment import Missing
from tests.conftest import ROOT

NO_FONTS = '<?xml version="1.0"?>\n<fontconfig><dir>/no/such/folder</dir></fontconfig>\n'


def asked(what: str, programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Ask for what is needed, on a machine with no programs but these."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.book.installation.system", what],
        cwd=ROOT,
        env={"PATH": str(programs), "HOME": str(programs), **variables},
        capture_output=True,
        text=True,
    )


def test_without_a_hangul_font_no_pdf_is_promised(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(NO_FONTS, "utf-8")
    done = asked("pdf", tmp_path, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("system: no PDF: this machine lacks a font with Hangul; Debian: apt-get install ")
    assert "fonts-nanum" in line


def test_without_pango_no_pdf_is_promised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose WeasyPrint does not find it."""
    lacking = tmp_path / "python"
    lacking.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    lacking.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(lacking))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Missing, match="this machine lacks the library Pango"):
        system.need_for_pdf()


def test_a_machine_that_can_print_is_told_so(tmp_path: Path) -> None:
    done = asked("pdf", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_fonts_are_looked_for_again_after_an_installation(tmp_path: Path) -> None:
    """One process, before and after: fontconfig remembers what it saw at first."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(NO_FONTS, "utf-8")
    code = (
        "import os, pathlib\nfrom scripts.book.installation import system\nbefore = system._has_hangul()\n"
        "os.environ.pop('FONTCONFIG_FILE')\nsystem._forget_fonts()\nprint(before, system._has_hangul())"
    )
    variables = {**os.environ, "FONTCONFIG_FILE": str(settings), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True)
    assert done.stdout == "False True\n", done.stderr


def test_without_a_browser_its_packages_are_named(tmp_path: Path) -> None:
    done = asked("browser", tmp_path)
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
    checkers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = checkers / "checkers.txt"
    lock.write_text(lock.read_text("utf-8").replace("sha256:", "sha256:0")[:-2] + "\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["system", "browser"])
    assert system.main() == 1
    assert not (checkers / "made" / ".made-from").exists()
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("system: no browser tests: cannot fetch checkers.txt: ")
