"""The files of the data package, written once for all tests of them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from scripts import report
from scripts.report import Report, datapackage


@cache
def found() -> Report:
    """Read the report once."""
    return report.read()


@cache
def files() -> dict[str, bytes]:
    """Make the package once: every file by its name."""
    return datapackage.files(found())


def json_of(name: str) -> Any:
    """Read one of its files as JSON."""
    return json.loads(files()[name])
