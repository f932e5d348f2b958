"""Checking the sentences on what was agreed against the pillars of the report."""

from __future__ import annotations

from pathlib import Path

from scripts.ground.faults import Fault
from scripts.record import Briefing
from scripts.record.pillars import Pillars


def check_briefing(briefing: Briefing, folder: Path, pillars: Pillars) -> None:
    """Raise Fault if a sentence of ``agreements.csv`` in ``folder`` is put under a pillar that there is not.

    That a finding is in the ledger is checked where it is shown: `make register` reads these tables too.
    """
    known = {pillar.id for pillar in pillars.pillars}
    for agreement in briefing.agreements:
        if agreement.pillar and agreement.pillar not in known:
            problem = f"unknown pillar `{agreement.pillar}`"
            remedy = "correct `pillar`, or leave it empty for what lies outside all pillars"
            raise Fault(folder / "agreements.csv", agreement.id, problem, remedy)
