"""The report of the two accounts of the expected ledger, whatever accounts were added since."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from scripts import report
from scripts.report import Report


@cache
def first_two() -> Report:
    found = report.read()
    return replace(found, singles=found.singles[:2])
