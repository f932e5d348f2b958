"""From named quantities to a verdict: three weighted sums, the weights in one committed file.

A softmax regression: each verdict adds up its weight for every quantity, and the largest sum wins. The file
is made by `python -m scripts.bench.fit`; nothing is fitted here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.ground.faults import Fault

SUPPORTED, CONTRADICTED, NOT_ENOUGH = "supported", "contradicted", "not-enough-information"
VERDICTS = (SUPPORTED, CONTRADICTED, NOT_ENOUGH)
WEIGHTS_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Model:
    """The weights of every quantity, for each verdict in the order of `VERDICTS`, and their starts."""

    weights: Mapping[str, tuple[float, ...]]
    start: tuple[float, ...]

    def sums(self, quantities: Mapping[str, float]) -> tuple[float, ...]:
        """Return the sum of each verdict."""
        totals = list(self.start)
        for name, value in quantities.items():
            if value:
                for place, weight in enumerate(self.weights[name]):
                    totals[place] += weight * value
        return tuple(totals)

    def chances(self, quantities: Mapping[str, float]) -> tuple[float, ...]:
        """Return what the sums come to as shares of one."""
        sums = self.sums(quantities)
        powers = [math.exp(s - max(sums)) for s in sums]
        return tuple(p / sum(powers) for p in powers)

    def reasons(self, quantities: Mapping[str, float], verdict: str) -> list[tuple[str, float]]:
        """Return what each quantity gives to a verdict over the mean of the others, the weightiest first."""
        place = VERDICTS.index(verdict)
        found = []
        for name, value in quantities.items():
            ours = self.weights[name][place]
            others = [w for k, w in enumerate(self.weights[name]) if k != place]
            found.append((name, value * (ours - sum(others) / len(others))))
        return sorted((r for r in found if r[1]), key=lambda r: (-abs(r[1]), r[0]))


@cache
def fitted(file: Path = WEIGHTS_FILE) -> Model:
    """Return the committed model. Raises Fault where its file cannot be read."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        weights = {name: tuple(map(float, row)) for name, row in read["weights"].items()}
        return Model(weights, tuple(map(float, read["start"])))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Fault(
            file.name,
            "the whole file",
            f"cannot be read as weights ({error})",
            "run python -m scripts.bench.fit",
        ) from error
