"""The claims of two accounts, with a ribbon between those that match, coloured by the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from textwrap import fill
from typing import TYPE_CHECKING

from scripts.comparing.discrepancies.discrepancy import AGREES, CONFLICTS, DIFFERS
from scripts.exhibits.figures.drawing import INK, SMALL, SOFT, colour, figure
from scripts.exhibits.html import Exhibit, joined, listed, slug, visible
from scripts.ground.faults import Fault
from scripts.report import LabelledClaim, Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OPEN = "left open"
# From dark to light, so that they also differ in grey; undetermined has a dashed edge and no fill.
_LOOKS = {CONFLICTS: "#8c1d18", DIFFERS: "#e3a13a", AGREES: "#bfe3cb", OPEN: "none"}
_WORDS = {
    CONFLICTS: "conflict", DIFFERS: "differ in a detail", AGREES: "agree",
    OPEN: "no detail of theirs was compared, or it was left open",
}  # fmt: skip
# Horizontal places: of the brackets, where the bars of each side begin and end, how far an open end reaches.
_EDGE, _LEFT, _RIGHT, _BAR, _STUB = 0.24, 0.36, 0.64, 0.014, 0.035
_ROW, _GAP, _THICK = 0.225, 0.75, 0.74
_NAME = 12  # at most this many letters of a pillar's name in a line


@dataclass(frozen=True)
class Ribbon:
    """Two claims that speak of the same thing, and the relation that comparing them gave."""

    left: LabelledClaim
    right: LabelledClaim
    yields: str


def alignment_figure(report: Report, left: str = "", right: str = "") -> Exhibit:
    """The matching claims of two accounts; of every two accounts where none are named.

    Raises Fault for an account that the report does not have, or for one account given twice.
    """
    sigla = [source.siglum for source in report.sources]
    if left or right:
        for siglum in (left, right):
            if siglum not in sigla or left == right:
                raise Fault("figure", siglum, "no two accounts of the report", f"name two of {listed(sigla)}")
        return _pair(report, left, right)
    if len(sigla) < 2:
        told = "There is only one account, so there are no claims to match"
        return figure("alignment", told, f"{told}.", 0.5, lambda axes: axes.set_axis_off())
    shown = [_pair(report, one, two) for one, two in combinations(sigla, 2)]
    rows = tuple(row for each in shown for row in each.rows)
    return Exhibit(joined((s.markup for s in shown), " "), "\n\n".join(s.plain for s in shown), rows)


def _pair(report: Report, one: str, two: str) -> Exhibit:
    sides = tuple([c for c in report.claims if c.claim.source == siglum] for siglum in (one, two))
    found = _ribbons(report, one, two)
    alone = [_alone(side, found) for side in sides]
    parts = [f"{len(a)} of {s}'s {len(c)} claims" for a, s, c in zip(alone, (one, two), sides, strict=True)]
    title = f"{listed(parts)} have no counterpart in the other account"
    height = 1.0 + _ROW * max(_places(side)[-1] + 1 for side in sides)
    return figure(
        slug("alignment", one, two), title, _alt(report, found, alone), height,
        lambda axes: _draw(axes, report, sides, found), _rows(report, found, alone),
    )  # fmt: skip


def _ribbons(report: Report, one: str, two: str) -> list[Ribbon]:
    ribbons = []
    for aligned in report.alignments:
        pair = {c.claim.source: c for c in (report.claim(aligned.left), report.claim(aligned.right))}
        if set(pair) == {one, two}:
            ribbons.append(Ribbon(pair[one], pair[two], _yields(report, pair[one], pair[two])))
    return ribbons


def _yields(report: Report, left: LabelledClaim, right: LabelledClaim) -> str:
    """The most serious relation among the findings on either claim."""
    relations = set()
    for finding in report.findings:
        claims = {id(r.claim) for r in finding.discrepancy.readings}
        if {id(left.claim), id(right.claim)} <= claims:
            relations.add(finding.discrepancy.relation)
    return next((relation for relation in _LOOKS if relation in relations), OPEN)


def _alone(side: Sequence[LabelledClaim], found: Sequence[Ribbon]) -> list[LabelledClaim]:
    met = {c.label for ribbon in found for c in (ribbon.left, ribbon.right)}
    return [claim for claim in side if claim.label not in met]


def _rows(
    report: Report, found: Sequence[Ribbon], alone: Sequence[Sequence[LabelledClaim]]
) -> list[dict[str, str]]:
    """A row for each pair, then one for each claim that has no counterpart."""
    pairs: list[tuple[LabelledClaim | None, LabelledClaim | None, str]] = [
        (r.left, r.right, r.yields) for r in found
    ]
    pairs += [(c, None, "no counterpart") for c in alone[0]] + [(None, c, "no counterpart") for c in alone[1]]
    return [
        {
            "left": left.label if left else "", "right": right.label if right else "", "yields": yields,
            "left pillar": report.pillars.title(left.assignment.pillar) if left else "",
            "right pillar": report.pillars.title(right.assignment.pillar) if right else "",
        }
        for left, right, yields in pairs
    ]  # fmt: skip


def _alt(report: Report, found: Sequence[Ribbon], alone: Sequence[Sequence[LabelledClaim]]) -> str:
    groups = []
    for kind, words in _WORDS.items():
        pairs = [f"{r.left.label} and {r.right.label}" for r in found if r.yields == kind]
        if pairs:
            groups.append(f"{len(pairs)} {words}: {', '.join(pairs)}")
    ends = [c.label for side in alone for c in side]
    told = f"Without a counterpart, ending open: {', '.join(ends)}." if ends else "No claim ends open."
    return (
        "Two columns of claims, each account in its own order and grouped by pillar, with ribbons between "
        f"claims that speak of the same thing. Of {len(found)} pairs, {'; '.join(groups)}. {told}"
    )


def _places(side: Sequence[LabelledClaim]) -> list[float]:
    """The vertical place of each claim, with a gap wherever the pillar changes."""
    places: list[float] = []
    for number, claim in enumerate(side):
        turns = number and claim.assignment.pillar != side[number - 1].assignment.pillar
        places.append(places[-1] + 1 + (_GAP if turns else 0) if places else 0.0)
    return places


def _draw(
    axes: Axes, report: Report, sides: Sequence[Sequence[LabelledClaim]], found: Sequence[Ribbon]
) -> None:
    deepest = max(_places(side)[-1] for side in sides)
    at: dict[str, float] = {}
    for side in sides:
        places = _places(side)
        # Spread the shorter column to the height of the longer one.
        stretch = deepest / places[-1] if places[-1] else 1.0
        at |= {c.label: y * stretch for c, y in zip(side, places, strict=True)}
    sigla = [source.siglum for source in report.sources]
    for side, edge, towards in zip(sides, (_LEFT, _RIGHT), (1, -1), strict=True):
        fills = [colour(sigla, c.claim.source) for c in side]
        axes.barh(
            [at[c.label] for c in side], towards * -_BAR, left=edge, height=_THICK, color=fills,
            edgecolor=INK, linewidth=0.5,
        )  # fmt: skip
        for claim in side:
            axes.text(
                edge - towards * (_BAR + 0.008), at[claim.label], visible(claim.label), fontsize=SMALL,
                ha="right" if towards > 0 else "left", va="center_baseline",
            )  # fmt: skip
        for claim in _alone(side, found):
            _open_end(axes, edge, towards, at[claim.label])
        _pillars(axes, report, side, at, towards)
    _bands(axes, found, at)
    _legend(axes, found)
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(deepest + 0.7, -0.7)


def _open_end(axes: Axes, edge: float, towards: int, at: float) -> None:
    """The stub of a claim without a counterpart: two short lines."""
    for y in (at - _THICK / 2, at + _THICK / 2):
        axes.plot([edge, edge + towards * _STUB], [y, y], color=SOFT, linewidth=0.7, linestyle=(0, (2, 1.5)))


def _pillars(
    axes: Axes, report: Report, side: Sequence[LabelledClaim], at: dict[str, float], towards: int
) -> None:
    """A bracket with the pillar's name beside each run of claims of one pillar."""
    edge = _EDGE if towards > 0 else 1 - _EDGE
    runs: list[list[LabelledClaim]] = []
    for claim in side:
        if runs and runs[-1][-1].assignment.pillar == claim.assignment.pillar:
            runs[-1].append(claim)
        else:
            runs.append([claim])
    for run in runs:
        top, foot = at[run[0].label] - _THICK / 2, at[run[-1].label] + _THICK / 2
        axes.plot([edge, edge], [top, foot], color=SOFT, linewidth=1)
        name = fill(visible(report.pillars.title(run[0].assignment.pillar)), _NAME)
        axes.text(
            edge - towards * 0.012, (top + foot) / 2, name, fontsize=SMALL, linespacing=1.05, va="center",
            ha="right" if towards > 0 else "left",
        )  # fmt: skip


def _bands(axes: Axes, found: Sequence[Ribbon], at: dict[str, float]) -> None:
    """The ribbons, the most serious drawn last, on top."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    order = list(_LOOKS)
    middle = (_LEFT + _RIGHT) / 2
    for ribbon in sorted(found, key=lambda r: -order.index(r.yields)):
        (a, b), (c, d) = (
            _share(ribbon.left, ribbon.right, found, at), _share(ribbon.right, ribbon.left, found, at),
        )  # fmt: skip
        corners = [
            (_LEFT, a), (middle, a), (middle, c), (_RIGHT, c), (_RIGHT, d), (middle, d), (middle, b),
            (_LEFT, b), (_LEFT, a),
        ]  # fmt: skip
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        left_open = ribbon.yields == OPEN
        axes.add_patch(
            PathPatch(
                Path(corners, codes), facecolor=_LOOKS[ribbon.yields], edgecolor=SOFT if left_open else INK,
                linewidth=0.7 if left_open else 0.5, linestyle=(0, (3, 2)) if left_open else "solid",
            )
        )  # fmt: skip


def _share(
    claim: LabelledClaim, other: LabelledClaim, found: Sequence[Ribbon], at: dict[str, float]
) -> tuple[float, float]:
    """The part of a claim's bar where the ribbon to `other` starts, so that its ribbons do not cross."""
    partners = [
        r.right if r.left.label == claim.label else r.left
        for r in found
        if claim.label in (r.left.label, r.right.label)
    ]
    partners.sort(key=lambda p: at[p.label])
    number = [p.label for p in partners].index(other.label)
    part = _THICK / len(partners)
    top = at[claim.label] - _THICK / 2 + number * part
    return top, top + part


def _legend(axes: Axes, found: Sequence[Ribbon]) -> None:
    from matplotlib.patches import Patch

    keys = []
    for kind, look in _LOOKS.items():
        count = sum(r.yields == kind for r in found)
        if count:
            left_open = kind == OPEN
            words = "nothing compared, or left open" if left_open else _WORDS[kind]
            keys.append(
                Patch(
                    facecolor=look, edgecolor=SOFT if left_open else INK, linewidth=0.7,
                    linestyle=(0, (3, 2)) if left_open else "solid", label=f"{words} ({count})",
                )
            )  # fmt: skip
    axes.legend(
        handles=keys, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=1, frameon=False, fontsize=SMALL,
        handlelength=1.6, columnspacing=1.2,
    )  # fmt: skip
