"""`python -m scripts.book.release 0.2.0 [2026-11-22]`: give the report a new version and day.

Only `CITATION.cff` has both; the pages, the PDF, the citations, the data and the packaging read them there.
The changelog must describe the version first: its section "Unreleased" becomes that of the version.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from packaging.version import Version

from scripts.book import repository_address
from scripts.ground import atomic_files, command_ending
from scripts.ground.faults import Fault
from scripts.ground.version import RECORD, ROOT, line, released, version

CHANGES, NEXT = "CHANGELOG.md", "Unreleased"
# Versions by semver.org of the kinds that Python's packaging orders in the same way.
_VERSION = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(alpha|beta|rc)\.(0|[1-9]\d*))?")


def release(root: Path, wanted: str, day: str = "") -> date:
    """Give the report the version ``wanted``, released on ``day`` (default: today); return the day.

    Raises Fault, and writes nothing, if it is not a version, goes down, or is not described in the changelog.
    """
    before = version(root)
    if not _VERSION.fullmatch(wanted):
        problem = f"`{wanted}` is no version by semver.org" if wanted else "is missing"
        raise Fault("release", "VERSION", problem, "write it as 0.2.0 or 0.2.0-rc.1")
    if Version(wanted) <= Version(before):
        raise Fault("release", "VERSION", f"{wanted} is not above {before}", "a version is given once: go up")
    on = _day(day, released(root))
    changes = _told((root / CHANGES).read_text("utf-8"), wanted, on)
    record = _with(_with((root / RECORD).read_text("utf-8"), "version", wanted), "date-released", f'"{on}"')
    record = repository_address.recorded(record, repository_address.address(root))
    atomic_files.write_together({root / CHANGES: changes.encode(), root / RECORD: record.encode()})
    return on


def _day(written: str, last: date) -> date:
    today = max(date.today(), datetime.now(UTC).date())
    try:
        on = date.fromisoformat(written) if written else today
    except ValueError:
        raise Fault("release", "DATE", f"`{written}` is not a date", "write it as 2026-11-22") from None
    if not last <= on <= today:
        problem = f"{on} is before the last release, {last}" if on < last else f"{on} is still to come"
        raise Fault("release", "DATE", problem, "give the day of the release")
    return on


def _told(changes: str, wanted: str, on: date) -> str:
    """The changelog with the unreleased section under its version, and an empty one for what comes next."""
    head, mark, rest = changes.partition(f"## {NEXT}\n")
    if not mark or "\n## " in head:
        raise Fault(CHANGES, "sections", f"does not begin with `## {NEXT}`", "name under it what changed")
    if not re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0].strip():
        raise Fault(CHANGES, NEXT, "says nothing", "name what changed, findings by their labels")
    return f"{head}{mark}\n## {wanted} ({on})\n{rest}"


def _with(record: str, key: str, value: str) -> str:
    return line(key).sub(f"{key}: {value}", record)


@command_ending.command("release")
def main(arguments: list[str] | None = None) -> int:
    """Release. Exit status 1, with one line that says why, if nothing was written."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted, day = (*(one.strip() for one in given), "", "")[:2]
    on = release(ROOT, wanted, day)
    print(f"version {wanted}, {on}: commit {RECORD} and {CHANGES}, then `make book`")
    return 0


if __name__ == "__main__":
    command_ending.process(main)
