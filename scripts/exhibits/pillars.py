"""The pillars: what each is, and the words that speak for it."""

from __future__ import annotations

from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import noted
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell
from scripts.record.pillars import Cue
from scripts.report import Report


def pillars_table(report: Report, cues: bool = True) -> Exhibit:
    """Each pillar with its definition, its citations and, heaviest first, the words that speak for it."""
    columns = [Column("Pillar", 18, heads=True), Column("What it is", 42)]
    if cues:
        columns.append(Column("Words that speak for it, with their weight", 40))
    lines = []
    for pillar in report.pillars.pillars:
        what = cell(pillar.definition, noted(report, pillar.citations))
        own = [cue for cue in report.pillars.cues if cue.pillar == pillar.id]
        lines.append(Line((pillar.title, what, *([_cues(own)] if cues else []))))
    foot = "What speaks for none of them, for two alike or for all of them lies outside the pillars."
    return Grid("The pillars", columns, lines, foot, "pillars").exhibit()


def _cues(cues: list[Cue]) -> Cell:
    ordered = sorted(cues, key=lambda cue: -cue.weight)
    words = [f"{c.words} {c.weight}{' (in a heading)' if c.where == 'heading' else ''}" for c in ordered]
    return cell("; ".join(words))
