"""A new version: given in one place, refused if it is invalid, and shown everywhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdf
import pytest
import yaml

from scripts import report
from scripts.book import release as releasing
from scripts.book.release import release
from scripts.ground.faults import Fault
from scripts.ground.version import released, version
from scripts.report import citation_formats, citations, datapackage
from tests.conftest import ROOT, Book

CHANGES = """# Changelog

What changed.

## Unreleased

- F1 is judged otherwise.

## 1.2.0 (2026-03-01)

The first.
"""
KEPT = ("_config.yml", "pyproject.toml", "_toc.yml", "CITATION.cff", "CHANGELOG.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's own files that a release reads, at version 1.2.0 of 1 March 2026."""
    for name in KEPT:
        shutil.copy(ROOT / name, tmp_path)
    record = re.sub(r"(?m)^version: .*$", 'version: "1.2.0"', (ROOT / "CITATION.cff").read_text("utf-8"))
    record = re.sub(r"(?m)^date-released: .*$", "date-released: 2026-03-01  # a Sunday", record)
    (tmp_path / "CITATION.cff").write_text(record, "utf-8")
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, "utf-8")
    return tmp_path


def test_the_version_stands_in_one_file_alone() -> None:
    """No other file of the project has it; whatever shows it reads it there."""
    said = re.compile(rf"(?<![\d.]){re.escape(version(ROOT))}(?![\d.])")
    files = [
        ROOT / name for name in ("pyproject.toml", "_config.yml", "README.md", "Makefile", "CONTRIBUTING.md")
    ]
    files += (ROOT / "scripts").rglob("*.py")
    stated = [
        f.name for f in files if re.search(rf"version[^\n]{{0,20}}{said.pattern}", f.read_text("utf-8"))
    ]
    assert stated == []
    assert len(re.findall(r"(?m)^version:", (ROOT / "CITATION.cff").read_text("utf-8"))) == 1


def test_packaging_takes_the_version_from_the_record(project: Path) -> None:
    (project / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "__init__.py", project / "scripts")
    shutil.copytree(ROOT / "scripts" / "ground", project / "scripts" / "ground")
    release(project, "2.0.0-rc.1", "2026-03-02")
    asked = "from setuptools.build_meta import prepare_metadata_for_build_wheel as p; print(p('out'))"
    (project / "out").mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-I", "-c", asked], cwd=project, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    metadata = next((project / "out").glob("*.dist-info/METADATA")).read_text("utf-8")
    assert "\nVersion: 2.0.0rc1\n" in metadata


# wanted version, day, what the fault says
REFUSED = [
    ("", "", "VERSION: is missing"),
    ("2", "", "`2` is no version"),
    ("v2.0.0", "", "`v2.0.0` is no version"),
    ("2.0", "", "`2.0` is no version"),
    ("02.0.0", "", "is no version"),
    ("2.0.0-final", "", "is no version"),
    ("2.0.0\nversion: 3.0.0", "", "is no version"),
    ("1.2.0", "", "1.2.0 is not above 1.2.0"),
    ("1.1.9", "", "1.1.9 is not above 1.2.0"),
    ("1.2.0-rc.1", "", "1.2.0-rc.1 is not above 1.2.0"),
    ("0.99.99", "", "is not above"),
    ("1.3.0", "May", "DATE: `May` is not a date"),
    ("1.3.0", "2026-02-30", "DATE: `2026-02-30` is not a date"),
    ("1.3.0", "2026-02-28", "DATE: 2026-02-28 is before the last release, 2026-03-01"),
    ("1.3.0", "2999-01-01", "DATE: 2999-01-01 is still to come"),
]


@pytest.mark.parametrize(("wanted", "day", "says"), REFUSED)
def test_what_is_refused_is_one_line_and_writes_nothing(
    project: Path,
    wanted: str,
    day: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = {path: path.read_bytes() for path in project.iterdir()}
    monkeypatch.setattr(releasing, "ROOT", project)
    assert releasing.main([wanted, day]) == 1
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert {path: path.read_bytes() for path in project.iterdir()} == before


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ("# Changelog\n", "does not begin with `## Unreleased`"),
        ("# Changelog\n\n## 1.2.0\n\nx\n\n## Unreleased\n\n- x\n", "does not begin with `## Unreleased`"),
        ("# Changelog\n\n## Unreleased\n\n## 1.2.0\n\nx\n", "Unreleased: says nothing"),
        ("# Changelog\n\n## Unreleased\n", "Unreleased: says nothing"),
    ],
)
def test_a_release_that_the_changelog_does_not_tell_of_is_refused(
    project: Path, changes: str, says: str
) -> None:
    (project / "CHANGELOG.md").write_text(changes, "utf-8")
    with pytest.raises(Fault, match=re.escape(says)):
        release(project, "1.3.0")
    assert version(project) == "1.2.0"


def test_both_files_are_written_or_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in project.iterdir()}
    replace, turned = Path.replace, []

    def once(half: Path, path: Path) -> Path:
        turned.append(path.name)
        if len(turned) == 2:
            raise OSError(28, "No space left on device", str(path))
        return replace(half, path)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(OSError, match="No space"):
        release(project, "1.3.0")
    assert len(turned) == 2
    assert {path.name: path.read_bytes() for path in project.iterdir()} == before


def test_the_record_and_the_changelog_tell_of_a_release(project: Path) -> None:
    before = yaml.safe_load((project / "CITATION.cff").read_text("utf-8"))
    assert release(project, "1.3.0", "2026-04-05") == date(2026, 4, 5)
    after = yaml.safe_load((project / "CITATION.cff").read_text("utf-8"))
    assert after == {**before, "version": "1.3.0", "date-released": "2026-04-05"}
    changes = (project / "CHANGELOG.md").read_text("utf-8")
    assert changes == CHANGES.replace("## Unreleased\n", "## Unreleased\n\n## 1.3.0 (2026-04-05)\n")
    with pytest.raises(Fault, match="Unreleased: says nothing"):
        release(project, "1.4.0")


def test_the_records_repository_is_that_of_the_settings(project: Path) -> None:
    settings = project / "_config.yml"
    text = settings.read_text("utf-8")
    for number, url in ((3, "https://github.com/quay/tides"), (4, "https://gitlab.com/quay/tides"), (5, "")):
        settings.write_text(text.replace('\n  url: ""', f'\n  url: "{url}"'), "utf-8")
        (project / "CHANGELOG.md").write_text(CHANGES, "utf-8")
        release(project, f"1.{number}.0", "2026-04-05")
        record = yaml.safe_load((project / "CITATION.cff").read_text("utf-8"))
        assert record.get("repository-code", "") == url


def test_all_that_shows_the_version_shows_the_new_one(book: Book) -> None:
    """Released in a copy: the name of the book on every page, its citation, the title page, the data."""
    (book.root / "CHANGELOG.md").write_text(CHANGES, "utf-8")
    old, day = version(book.root), released(book.root)
    command = [sys.executable, "-m", "scripts.book.release", "77.1.0", f"{day}"]
    done = subprocess.run(command, cwd=book.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    built = book.build()
    assert built.returncode == 0, built.stderr
    page = book.page("first")
    assert "(version 77.1.0)" in page
    assert old not in re.sub(r"\?v=\w+|<style.*?</style>", "", page)
    front = pypdf.PdfReader(book.pdf).pages[0].extract_text()
    assert f"Version 77.1.0 · {citation_formats.day(day)}" in front
    work = citations.read_work(book.root)
    cited = citations.of_book(work)
    for form in citation_formats.FORMS:
        assert "77.1.0" in citation_formats.written(cited, form)
    # The data are those of the real chapters.
    (book.root / "chapters").rename(book.root / "small")
    (book.root / "chapters").symlink_to(ROOT / "chapters")
    shutil.copy(ROOT / "_toc.yml", book.root)
    datapackage.write(report.read(), book.root / "data", book.root)
    made = json.loads((book.root / "data" / "datapackage.json").read_text("utf-8"))
    assert made["version"] == "77.1.0"
    assert made["created"].startswith(f"{day}")
