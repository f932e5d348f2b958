"""`python -m scripts.book.release 0.2.0 [2026-11-22]`: give the report a new version and day.

Both stand in `CITATION.cff` alone; the pages, the PDF, the citations, the data and the packaging read them
there. The changelog must tell what is new first: its section "Unreleased" becomes that of the version.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from packaging.version import Version

from scripts.book import repository
from scripts.ground.faults import Fault
from scripts.ground.version import RECORD, ROOT, line, released, version

CHANGES, NEXT = "CHANGELOG.md", "Unreleased"
# Versions by semver.org of the kinds that Python's packaging orders in the same way.
_VERSION = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(alpha|beta|rc)\.(0|[1-9]\d*))?")


def release(root: Path, wanted: str, day: str = "") -> date:
    """Give the report the version ``wanted``, released on ``day`` (today); the day.

    Raises Fault, and writes nothing, for what is no version, goes down, or is not told of in the changelog.
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
    record = repository.recorded(record, repository.address(root))
    _replace({root / CHANGES: changes, root / RECORD: record})
    return on


def _day(written: str, last: date) -> date:
    today = max(date.today(), datetime.now(UTC).date())
    try:
        on = date.fromisoformat(written) if written else today
    except ValueError:
        raise Fault("release", "DATE", f"`{written}` is no date", "write it as 2026-11-22") from None
    if not last <= on <= today:
        problem = f"{on} is before the last release, {last}" if on < last else f"{on} is still to come"
        raise Fault("release", "DATE", problem, "give the day of the release")
    return on


def _told(changes: str, wanted: str, on: date) -> str:
    """The changelog with what was not released yet under its version, and room for what comes next."""
    head, mark, rest = changes.partition(f"## {NEXT}\n")
    if not mark or "\n## " in head:
        raise Fault(CHANGES, "sections", f"does not begin with `## {NEXT}`", "name under it what changed")
    if not re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0].strip():
        raise Fault(CHANGES, NEXT, "says nothing", "name what changed, findings by their labels")
    return f"{head}{mark}\n## {wanted} ({on})\n{rest}"


def _with(record: str, key: str, value: str) -> str:
    return line(key).sub(f"{key}: {value}", record)


def _replace(texts: dict[Path, str]) -> None:
    """Put the files in place, all of them or none: they are written beside first."""
    before = {path: path.read_bytes() for path in texts}
    halves = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in texts}
    try:
        for path, text in texts.items():
            halves[path].write_text(text, "utf-8")
        for path in texts:
            halves[path].replace(path)
    except OSError:
        for path, content in before.items():
            if path.read_bytes() != content:
                path.write_bytes(content)
        raise
    finally:
        for half in halves.values():
            half.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Release: 0, or 1 with one line that says why not."""
    wanted, day = (*(one.strip() for one in arguments), "", "")[:2]
    try:
        on = release(ROOT, wanted, day)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"release: cannot read or write {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"version {wanted}, {on}: commit {RECORD} and {CHANGES}, then `make book`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
