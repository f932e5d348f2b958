"""The figures of the book. matplotlib is imported only when one is drawn."""

from scripts.exhibits.figures.counts import (
    coverage_figure,
    specificity_figure,
    standings_figure,
    types_figure,
)
from scripts.exhibits.figures.ribbons import alignment_figure
from scripts.exhibits.figures.tenures import tenure_figure

__all__ = [
    "alignment_figure",
    "coverage_figure",
    "specificity_figure",
    "standings_figure",
    "tenure_figure",
    "types_figure",
]
