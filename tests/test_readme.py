"""README, changelog and the picture of the data flow agree with the ledger, the register and the code."""

from __future__ import annotations

import csv
import re
import textwrap
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from scripts import report
from scripts.__main__ import main
from scripts.report import Finding
from tests.chapters.notebooks import NAMES, ROOT, fixed_text
from tests.reading.formats.shown import FILES


def _row(line: str) -> list[str]:
    return [part.strip() for part in line.strip().strip("|").split("|")]


def headlines() -> list[list[str]]:
    """The rows of the table of headline findings in README.md."""
    return [
        _row(line)
        for line in (ROOT / "README.md").read_text("utf-8").splitlines()
        if re.match(r"\| F\d", line)
    ]


def standing(finding: Finding) -> str:
    parts = []
    for siglum in finding.discrepancy.sources:
        verdicts = (r.standing.verdict for r in finding.discrepancy.readings if r.source == siglum)
        parts.append(f"{siglum} {', '.join(dict.fromkeys(verdicts))}")
    return "; ".join(parts)


def test_the_headline_findings_of_the_readme_are_those_of_the_ledger() -> None:
    found = report.read()
    rows = headlines()
    assert len(rows) >= 8
    for label, _, kind, relation, said in rows:
        finding = found.finding(label)
        discrepancy = finding.discrepancy
        assert [label, discrepancy.type, discrepancy.relation, standing(finding)] == [
            label,
            kind,
            relation,
            said,
        ]


def test_the_names_in_the_headlines_are_those_of_the_readings() -> None:
    found = report.read()
    for label, about, kind, *_ in headlines():
        if kind != "office-holder":
            continue
        for siglum, name in re.findall(r"([A-Z][\w -]+?) in ([A-Z])\b", about):
            reading = found.finding(label).discrepancy.reading(name)
            assert reading is not None
            assert siglum.rpartition(": ")[2] in reading.quote


def test_the_changelog_has_a_section_for_the_version_that_is_cited() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert f"## {cited['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_changelog_names_every_finding() -> None:
    """One by one, or by the first and the last of a range."""
    ranges = re.findall(r"\bF(\d+)(?: to F(\d+))?\b", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    told = {n for first, last in ranges for n in range(int(first), int(last or first) + 1)}
    with (ROOT / "seeds" / "register.csv").open(encoding="utf-8", newline="") as register:
        labels = {row["label"] for row in csv.DictReader(register) if row["label"].startswith("F")}
    assert labels <= {f"F{n}" for n in told}


def test_the_picture_of_the_data_flow_has_every_room_and_no_other() -> None:
    drawn = ElementTree.parse(ROOT / "chapters" / "data-flow.svg").getroot()
    lines = [text.text or "" for text in drawn.iterfind(".//{*}text[@class='room']")]
    rooms = {
        path.name if path.suffix else f"{path.name}/"
        for path in (ROOT / "scripts").iterdir()
        if path.name not in {"__init__.py", "__pycache__"} and (path.suffix == ".py" or any(path.glob("*.*")))
    }
    assert sorted(" ".join(lines).split()) == sorted(rooms)
    for page in (fixed_text("method"), (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        assert re.search(r"!\[[^\]]{80,}\]\((?:chapters/)?data-flow\.svg\)", page), "shown, and told in words"


def test_the_readme_has_a_line_for_every_chapter_and_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in NAMES:
        title = re.search(r"^# (.+)$", fixed_text(name), re.MULTILINE)
        assert title is not None
        assert f"- **{title[1]}**" in readme
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in re.findall(r"^    make ([a-z-]+)", readme, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)


def test_the_example_in_the_readme_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"^    \$ accounts (check \S+ \S+)\n((?:(?:    .*)?\n)+)", readme, re.MULTILINE)
    assert shown is not None
    command, block = shown[1].split(), textwrap.dedent(shown[2]).strip("\n")
    said = sorted(re.findall(r"^ +(\d)  [a-z ]{13}  (.*)$", block, re.MULTILINE))
    (tmp_path / command[1]).write_text("".join(f"{line}\n" for _, line in said), "utf-8")
    (tmp_path / command[2]).write_bytes((FILES / "release-printed-by-chromium.pdf").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "96")
    assert main(command) == 0
    assert capsys.readouterr().out.rstrip("\n") == block


def test_the_comparison_in_the_readme_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"^    \$ accounts (compare \S+ \S+)\n((?:(?:    .*)?\n)+)", readme, re.MULTILINE)
    assert shown is not None
    command, block = shown[1].split(), textwrap.dedent(shown[2]).strip("\n")
    for name, text in zip(command[1:], COMPARED, strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(command) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.rstrip() for line in printed] == block.splitlines()


# The two texts of the comparison in the readme.
COMPARED = (
    "Mayor Ana Duarte opened the new dam near Kanth on Monday. The works cost 19 million euros. Two workers "
    "were hurt when a crane fell, and the builder, Veltra, may close the site.\n",
    "The new dam near Kanth was opened on Monday by Mayor Luis Poe. The works cost 91 million euros. A pair "
    "of workers were injured when a crane fell, and Veltra, the builder, will close the site.\n",
)
