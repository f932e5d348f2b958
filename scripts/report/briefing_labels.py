"""Checking the tables of the first page against the pillars and the labels of the report."""

from __future__ import annotations

from pathlib import Path

from scripts.ground.faults import Fault
from scripts.record import Briefing
from scripts.record.pillars import Pillars
from scripts.report.labels import Register


def check_briefing(briefing: Briefing, folder: Path, pillars: Pillars, register: Register) -> None:
    """Raise Fault if a table in ``folder`` names a pillar or a label that there is not."""
    known = {pillar.id for pillar in pillars.pillars}
    for agreement in briefing.agreements:
        if agreement.pillar and agreement.pillar not in known:
            problem = f"unknown pillar `{agreement.pillar}`"
            remedy = "correct `pillar`, or leave it empty for what lies outside all pillars"
            raise Fault(folder / "agreements.csv", agreement.id, problem, remedy)
    labels = {entry.label for entry in register.entries}
    for replacement in briefing.replacements:
        if labels and replacement.finding not in labels:  # a register that is still empty knows none
            problem = "no such finding in the register"
            remedy = "correct `finding`, or run `make register`"
            raise Fault(folder / "say_instead.csv", replacement.finding, problem, remedy)
