"""Reports to show: the real one, and the real one with a third account."""

from __future__ import annotations

import pytest
from accounts_to_show import THIRD, source
from first_two import first_two

from scripts import report


@pytest.fixture(scope="session")
def real() -> report.Report:
    """The report of the two accounts."""
    return first_two()


@pytest.fixture(scope="session")
def three(real: report.Report) -> report.Report:
    """The report with a third account of the same events, which has other people, dates and topics."""
    third = source("C", THIRD, events=("scm-56",), title="A third account", publisher="example.org")
    return report.compile_report([*real.sources, third], real.reference, real.pillars, real.register)
