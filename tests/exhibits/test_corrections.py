"""The list of corrections is read from the changelog; an entry that cannot be read stops the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import exhibits, report
from scripts.exhibits.corrections import corrections
from scripts.ground.faults import Fault

HEAD = "# Changelog\n\n## 0.3.0 (2031-05-01)\n\n### Corrections\n\n"


def written(folder: Path, text: str) -> Path:
    for name in ("CITATION.cff", "_config.yml", "pyproject.toml"):
        shutil.copy(report.ROOT / name, folder)
    (folder / "CHANGELOG.md").write_text(text, "utf-8")
    return folder


def test_each_correction_has_its_day_version_and_place(tmp_path: Path) -> None:
    text = f"{HEAD}- 2031-04-02, F1: the day was\n  wrong; it is the 3rd (a page).\n\n### Other\n\n- more\n"
    (found,) = corrections(written(tmp_path, text))
    assert (found.version, found.day, found.where) == ("0.3.0 (2031-05-01)", "2031-04-02", "F1")
    assert found.said == "the day was wrong; it is the 3rd (a page)."
    shown = exhibits.corrections_table(report.read(), tmp_path)
    assert "finding-f1" in shown.markup
    assert shown.rows[0]["Where"] == "F1"


def test_without_corrections_the_page_says_so(tmp_path: Path) -> None:
    folder = written(tmp_path, "# Changelog\n\n## Unreleased\n\n- F1\n")
    assert "No correction has been made" in exhibits.corrections_table(report.read(), folder).plain


def test_a_correction_without_its_day_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        corrections(written(tmp_path, f"{HEAD}- F1 was wrong\n"))
    assert str(caught.value) == (
        "CHANGELOG.md: 0.3.0 (2031-05-01): a correction reads `F1 was wrong`; "
        "write `- YYYY-MM-DD, F12: what was wrong, what it is now, the source`"
    )


def test_where_a_correction_goes_follows_the_address(tmp_path: Path) -> None:
    folder = written(tmp_path, HEAD)
    assert "no public address yet" in exhibits.correction_address(report.read(), folder).plain
    settings = folder / "_config.yml"
    text = settings.read_text("utf-8").replace('\n  url: ""', '\n  url: "https://github.com/owner/name"')
    settings.write_text(text, "utf-8")
    assert "https://github.com/owner/name" in exhibits.correction_address(report.read(), folder).markup


def test_an_archived_copy_is_named_once_there_is_one(tmp_path: Path) -> None:
    folder = written(tmp_path, HEAD)
    assert "Archived" not in exhibits.makers_line(report.read(), folder).plain
    with (folder / "CITATION.cff").open("a") as record:
        record.write("doi: 10.5281/zenodo.1234567\n")
    assert (
        'href="https://doi.org/10.5281/zenodo.1234567"' in exhibits.makers_line(report.read(), folder).markup
    )
