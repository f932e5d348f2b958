"""Counts as bars: claims by pillar, findings by type, readings by standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from scripts.comparing.discrepancies.discrepancy import MATERIALITIES
from scripts.exhibits.claims import WHO_AND_WHEN, coverage
from scripts.exhibits.facts import facts, wordings
from scripts.exhibits.figures.drawing import INK, ON_DARK, ON_LIGHT, SMALL, colour, figure, without_numbers
from scripts.exhibits.html import Exhibit, listed, visible
from scripts.record.pillars import OUTSIDE
from scripts.record.standings import REFUTED, STANDINGS
from scripts.report import Report
from scripts.report.detail_counts import NAMED, specificity

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SHADES = ("#3b4248", "#98a2ad", "#e3e7ea")


def coverage_figure(report: Report) -> Exhibit:
    """How many claims each account makes in each pillar; claims of who met and when are counted apart."""
    names, counts = coverage(report)
    totals = Counter(c.claim.source for c in report.claims)
    parts = [
        f"{counts[OUTSIDE, s]} of {s}'s {totals[s] - counts[WHO_AND_WHEN, s]} claims" for s in _sigla(report)
    ]
    title = f"Outside the pillars, who met and when set apart: {listed(parts)}"
    return by_account(report, "coverage", title, "claims", names, counts)


def standings_figure(report: Report) -> Exhibit:
    """What the record says of each account's readings: of who, when and where, and of the rest apart."""
    told = (("fact", "Who, when, where", facts(report)), ("wording", "Topics and wording", wordings(report)))
    counts = Counter((f"{kind} {f.verdict}", f.source) for kind, _, found in told for f in found)
    names = [
        (key, f"{label}: {verdict}")
        for kind, label, _ in told
        for verdict in STANDINGS
        if any(counts[key := f"{kind} {verdict}", s] for s in _sigla(report))
    ]
    totals = Counter(f.source for f in told[0][2])
    parts = [f"{counts[f'fact {REFUTED}', s]} of {s}'s {totals[s]}" for s in _sigla(report)]
    title = f"Of who, when and where the record refutes {listed(parts)}"
    return by_account(report, "standings", title, "what is said", names, counts)


def specificity_figure(report: Report) -> Exhibit:
    """How many checkable things each account names, by kind, per 100 words."""
    measured = [specificity(account, report.reference) for account in report.accounts]
    names = [(m.name, m.name.capitalize()) for m in measured[0].measures] if measured else []
    rates = {(m.name, s.source): m.rate for s in measured for m in s.measures}
    parts = [f"{rates[NAMED, s.source]:.1f} in {s.source}" for s in measured]
    title = f"Named bodies, programs and documents in 100 words: {listed(parts)}"
    return by_account(report, "specificity", title, "things named in 100 words", names, rates)


def types_figure(report: Report) -> Exhibit:
    """Findings by type and materiality."""
    counts = Counter((f.discrepancy.type, f.discrepancy.materiality) for f in report.findings)
    types = [t for t, _ in Counter(f.discrepancy.type for f in report.findings).most_common()]
    material = sum(1 for f in report.findings if f.discrepancy.materiality == MATERIALITIES[0])
    title = f"{material} of {len(report.findings)} findings are material"
    said = [f"{t}: {listed([f'{counts[t, m]} {m}' for m in MATERIALITIES if counts[t, m]])}" for t in types]
    rows = [{"type": t, **{m: str(counts[t, m]) for m in MATERIALITIES}} for t in types]

    def draw(axes: Axes) -> None:
        lefts = [0] * len(types)
        totals = [sum(counts[t, m] for m in MATERIALITIES) for t in types]
        for materiality, shade in zip(MATERIALITIES, _SHADES, strict=True):
            widths = [counts[t, materiality] for t in types]
            drawn = axes.barh(
                range(len(types)), widths, left=lefts, height=0.7, color=shade, edgecolor=INK, linewidth=0.6,
                label=materiality,
            )  # fmt: skip
            inside = ON_DARK if shade == _SHADES[0] else ON_LIGHT
            # Put the number inside the bar where the bar is wide enough.
            shown = [str(w) if w > max(totals) / 15 else "" for w in widths]
            axes.bar_label(drawn, shown, label_type="center", color=inside, fontsize=SMALL)
            lefts = [a + b for a, b in zip(lefts, widths, strict=True)]
        for at, total in enumerate(totals):
            axes.annotate(f"{total}", (total, at), xytext=(4, 0), textcoords="offset points", va="center")
        axes.set_yticks(range(len(types)), [visible(t.replace("-", " ")) for t in types])
        without_numbers(axes)
        axes.legend(loc="lower right", frameon=False)

    return figure(
        "types", title, f"Bars of findings by type. {'; '.join(said)}.", 0.6 + 0.28 * len(types), draw, rows
    )


def by_account(
    report: Report, name: str, title: str, what: str, names: Sequence[tuple[str, str]],
    counts: Mapping[tuple[str, str], float],
) -> Exhibit:  # fmt: skip
    """Bars grouped by `names`, one for each account, each with its siglum and its number."""
    sigla = _sigla(report)
    said = [
        f"{label}: {listed([f'{_number(counts[key, s])} in {s}' for s in sigla])}" for key, label in names
    ]
    rows = [{what: label, **{s: _number(counts[key, s]) for s in sigla}} for key, label in names]
    step = len(sigla) + 1.4  # a line for each account, one for the label, a gap

    def draw(axes: Axes) -> None:
        for number, siglum in enumerate(sigla):
            places = [at * step + number + 1.1 for at in range(len(names))]
            values = [counts[key, siglum] for key, _ in names]
            drawn = axes.barh(
                places, values, height=0.86, color=colour(sigla, siglum), edgecolor=INK, linewidth=0.6
            )
            axes.bar_label(drawn, [f"{siglum}  {_number(value)}" for value in values], padding=4)
        for at, (_, label) in enumerate(names):
            axes.annotate(
                visible(label),
                (0, at * step),
                xytext=(0, -4),
                textcoords="offset points",
                va="center",
                fontsize=SMALL,
            )
        axes.set_yticks([])
        without_numbers(axes)
        axes.spines["left"].set_visible(False)
        axes.set_ylim(len(names) * step - 0.6, -0.7)

    height = 0.2 + 0.24 * step * len(names)
    return figure(name, title, f"Bars of {what} by account. {'; '.join(said)}.", height, draw, rows)


def _number(value: float) -> str:
    """A count as it is, a rate to one place."""
    return str(value) if isinstance(value, int) else f"{value:.1f}"


def _sigla(report: Report) -> list[str]:
    return [source.siglum for source in report.sources]
