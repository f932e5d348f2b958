"""Who made the report, where corrections go, and which were made, as record and changelog have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scripts import report as whole
from scripts.exhibits.html import Exhibit, listed, tag
from scripts.exhibits.judgments import authored
from scripts.exhibits.tables import Column, Grid, Line
from scripts.ground.faults import Fault
from scripts.report import Report, citation_formats, citations

CHANGES, TITLE = "CHANGELOG.md", "### Corrections"
_VERSION = re.compile(r"^## (?P<version>.+)$", re.MULTILINE)
_ENTRY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d), (?P<where>[^:]+): (?P<said>.+)", re.DOTALL)


@dataclass(frozen=True)
class Correction:
    """A mistake that was corrected: since which version, on which day, where, and what was wrong."""

    version: str
    day: str
    where: str
    said: str


def corrections(root: Path = whole.ROOT) -> tuple[Correction, ...]:
    """The corrections in the changelog, newest version first.

    Raises Fault on an entry that does not begin with a day and what it concerns.
    """
    path = root / CHANGES
    parts = _VERSION.split(path.read_text("utf-8"))
    found = []
    for version, text in zip(parts[1::2], parts[2::2], strict=True):
        section = text.partition(f"{TITLE}\n")[2].partition("\n##")[0]
        for item in re.split(r"^- ", section, flags=re.MULTILINE)[1:]:
            entry = _ENTRY.fullmatch(" ".join(item.split()))
            if entry is None:
                problem = f"a correction reads `{' '.join(item.split())[:60]}`"
                remedy = "write `- YYYY-MM-DD, F12: what was wrong, what it is now, the source`"
                raise Fault(CHANGES, version, problem, remedy)
            found.append(Correction(version, entry["day"], entry["where"], entry["said"]))
    return tuple(found)


def corrections_table(report: Report, root: Path = whole.ROOT) -> Exhibit:
    """Every correction made: day, version, what it concerns, what was wrong; or that there is none."""
    columns = [
        Column("Day", 14, heads=True), Column("Version", 14), Column("Where", 16),
        Column("What was wrong, and is now", 56),
    ]  # fmt: skip
    lines = [
        Line((one.day, one.version, authored(report, one.where), authored(report, one.said)))
        for one in corrections(root)
    ]
    if not lines:
        said = "No correction has been made to a released version."
        return Exhibit(tag("p", said), said)
    return Grid("Corrections", columns, lines, name="corrections").exhibit()


def makers_line(_report: Report, root: Path = whole.ROOT) -> Exhibit:
    """Who made the report, its version and day, its archived copy where there is one."""
    work = citations.read_work(root)
    makers = listed([author.name for author in work.authors])
    said = (
        f"{makers} made this report and keeps its record. This is version {work.version} of "
        f"{citation_formats.day(work.released)}."
    )
    if not work.doi:
        return Exhibit(tag("p", said), said)
    address = f"https://doi.org/{work.doi}"
    markup = tag("p", said, " Archived copy: ", tag("a", f"doi:{work.doi}", href=address), ".")
    return Exhibit(markup, f"{said} Archived copy: doi:{work.doi}.")


def correction_address(_report: Report, root: Path = whole.ROOT) -> Exhibit:
    """Where to send a correction: the repository's issues, or, until there is an address, the publisher."""
    work = citations.read_work(root)
    if not work.repository:
        said = (
            "The report has no public address yet: send a correction to whoever gave you this copy, who has "
            "the project it was made from."
        )
        return Exhibit(tag("p", said), said)
    link = tag("a", work.repository, href=work.repository, class_="external")
    return Exhibit(tag("p", "Open an issue at ", link, "."), f"Open an issue at {work.repository}.")
