"""The report's version and release day, read from ``CITATION.cff``, the only file that has them.

The packaging asks for the version before anything is installed, so both lines are read without a YAML
library, and `Fault` is imported only when something is wrong.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECORD = "CITATION.cff"


def version(root: Path = ROOT) -> str:
    """The version, as `pyproject.toml` uses it. Raises Fault unless the file has exactly one such line."""
    return _said(root, "version")


def released(root: Path = ROOT) -> date:
    """The day that version was released. Raises Fault if the file does not have it."""
    said = _said(root, "date-released")
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise _fault("date-released", f"is `{said}`, not a date", "write it as YYYY-MM-DD") from None


def line(key: str) -> re.Pattern[str]:
    """A pattern for the line that gives ``key``, quoted or not. Its group ``value`` is the value."""
    return re.compile(
        rf"^{key}:[ \t]*(?P<mark>[\"']?)(?P<value>[^\"'\s#]+)(?P=mark)[ \t]*(?:#.*)?$", re.MULTILINE
    )


def _said(root: Path, key: str) -> str:
    try:
        found = list(line(key).finditer((root / RECORD).read_text("utf-8")))
    except FileNotFoundError:
        raise _fault("whole file", "no such file", "put it back") from None
    if len(found) != 1:
        problem = "is missing" if not found else f"stands {len(found)} times"
        raise _fault(key, problem, f"write `{key}:` on a line of its own, once")
    return found[0]["value"]


def _fault(place: str, problem: str, remedy: str) -> Exception:
    from scripts.ground.faults import Fault

    return Fault(RECORD, place, problem, remedy)
