"""The figures of a survey: accounts by number of material discrepancies, and the accounts with most."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.exhibits.figures.drawing import INK, SOURCE_COLOURS, figure, without_numbers
from scripts.exhibits.html import Exhibit, listed, visible
from scripts.ground import atomic_files
from scripts.survey.outcomes import Outcome
from scripts.survey.ranking import Ranking

_SHADES = (SOURCE_COLOURS[4], "#98a2ad", "#e3e7ea")
_WHAT = ("with a material conflict", "without")
_KINDS = ("conflicts", "differs", "other")
_LINE = 54  # characters of a title's line
_BARS = 12  # above this, one bar for all
_TOP = 10
_NAME = 34
_SVG = re.compile(r"<svg\b.*</svg>", re.DOTALL)


@dataclass(frozen=True)
class _Bars:
    """Bars of several kinds each: what a line is, its name, and how many of each kind it has."""

    head: str
    names: Sequence[str]
    kinds: Sequence[str]
    counts: Sequence[Sequence[int]]

    @property
    def rows(self) -> list[dict[str, str]]:
        """The data of the figure."""
        return [
            {self.head: name, **{kind: str(n) for kind, n in zip(self.kinds, row, strict=True)}}
            for name, row in zip(self.names, self.counts, strict=True)
        ]

    def draw(self, axes: Any, title: str) -> None:
        """Draw a bar on each line, with the total at its end."""
        totals = [sum(row) for row in self.counts]
        lefts = [0] * len(self.names)
        for part, shade, values in zip(self.kinds, _SHADES, zip(*self.counts, strict=True), strict=False):
            axes.barh(
                range(len(self.names)),
                values,
                left=lefts,
                height=0.7,
                color=shade,
                edgecolor=INK,
                linewidth=0.6,
                label=part,
            )
            lefts = [a + b for a, b in zip(lefts, values, strict=True)]
        for at, total in enumerate(totals):
            axes.annotate(f"{total}", (total, at), xytext=(4, 0), textcoords="offset points", va="center")
        axes.set_yticks(range(len(self.names)), self.names)
        without_numbers(axes)
        # Keep the width of the figure however long the names beside the axes are.
        around = axes.get_figure()
        around.suptitle("\n".join(textwrap.wrap(title, _LINE)), x=0.01, ha="left", fontsize=10.5)
        around.legend(loc="outside lower left", ncols=len(self.kinds), frameon=False, fontsize=8.5)


def write(found: Ranking, folder: Path) -> tuple[Path, ...]:
    """Draw the figures into ``folder``, each in one step; none where no account was compared."""
    made = (
        {"survey-distribution.svg": distribution(found), "survey-top.svg": top(found)} if found.ranked else {}
    )
    paths = []
    for name, exhibit in made.items():
        drawn = _SVG.search(exhibit.markup)
        if drawn is None:
            raise ValueError(f"{name}: nothing was drawn")
        atomic_files.write(folder / name, f"{drawn[0]}\n".encode())
        paths.append(folder / name)
    return tuple(paths)


def distribution(found: Ranking) -> Exhibit:
    """How many accounts have how many material discrepancies, those with a conflict counted separately."""
    counts = [_numbers(found, number) for number in range(_BARS + 1)]
    while len(counts) > 1 and not any(counts[-1]):
        counts.pop()
    names = [f"{n} or more" if n == _BARS else str(n) for n in range(len(counts))]
    of = f"{found.in_conflict} of {len(found.ranked)}" if found.in_conflict else "None"
    title = f"{of} accounts conflict with the reference in a material point"
    said = [
        f"{name}: {listed([f'{n} {what}' for n, what in zip(row, _WHAT, strict=True) if n])}"
        for name, row in zip(names, counts, strict=True)
        if any(row)
    ]
    alt = f"Bars of accounts by their number of material discrepancies. {'; '.join(said)}."
    bars = _Bars("material discrepancies", names, _WHAT, counts)

    def draw(axes: Any) -> None:
        bars.draw(axes, title)
        axes.set_ylabel(bars.head)

    return figure("survey-distribution", title, alt, 1.1 + 0.26 * len(names), draw, bars.rows)


def _numbers(found: Ranking, number: int) -> tuple[int, int]:
    """Count the accounts of one bar: those with a material conflict, and the others."""
    of = {c: n for c, n in found.counts.items() if c[1] == number or (number == _BARS and c[1] > number)}
    in_conflict = sum(n for (conflicts, _), n in of.items() if conflicts)
    return in_conflict, sum(of.values()) - in_conflict


def top(found: Ranking) -> Exhibit:
    """The foremost accounts, with their material discrepancies."""
    shown = [outcome for _, outcome in found.outcomes(_TOP)]
    names = [_name(outcome) for outcome in shown]
    counts = [(o.conflicts, o.differs, o.other) for o in shown]
    first = shown[0]
    most = f"{first.conflicts or 'no'} material {'conflict' if first.conflicts < 2 else 'conflicts'}"
    title = f"{names[0]} is ranked first, with {most}"
    said = [
        f"{n}: {a} in conflict, {b} different, {c} other" for n, (a, b, c) in zip(names, counts, strict=True)
    ]
    alt = f"Bars of the material discrepancies of the first {len(shown)} accounts. {'; '.join(said)}."
    bars = _Bars("account", names, _KINDS, counts)
    return figure(
        "survey-top", title, alt, 1.0 + 0.26 * len(names), lambda axes: bars.draw(axes, title), bars.rows
    )


def _name(outcome: Outcome) -> str:
    """The end of a path, because that tells sites apart."""
    name = visible(outcome.file)
    return name if len(name) <= _NAME else f"…{name[1 - _NAME :]}"
