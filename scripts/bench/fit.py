"""Fit the weights of the verdicts: `python -m scripts.bench.fit DIR`.

Reads `statements-dev.jsonl` in DIR (rows of statement, source and verdict), fits a softmax regression over
the named quantities, and writes `scripts/comparing/verdicts/weights.json`. Prints the scores of a
cross-validation in five folds, in which statements about one change of one page share a fold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scripts.bench.public_sets import Row, read_rows, score_statements
from scripts.comparing.verdicts.judging import compare
from scripts.comparing.verdicts.model import VERDICTS, WEIGHTS_FILE
from scripts.comparing.verdicts.sentences import Sentence
from scripts.ground import atomic, ending

Matrix = NDArray[np.float64]
_RIDGE = 3.0
_STEPS = 25
_FOLDS = 5
# Macro-F1 counts all verdicts alike although they are not equally common: give the rarest more weight.
_COUNT = {"supported": 1.0, "contradicted": 1.0, "not-enough-information": 1.5}


def fit(quantities: Matrix, wanted: NDArray[np.int64], counts: Matrix, ridge: float = _RIDGE) -> Matrix:
    """Return the weights by Newton's method: a row for each quantity, the last row the intercepts.

    The penalty applies to quantities scaled to one spread, so that no quantity gains by its unit.
    """
    spread = quantities.std(axis=0)
    spread = np.where(spread > 1e-9, spread, 1.0)  # a quantity that is everywhere the same tells nothing
    scaled = np.hstack([quantities / spread, np.ones((len(quantities), 1))])
    width, verdicts = scaled.shape[1], len(VERDICTS)
    weights = np.zeros((width, verdicts))
    targets = np.eye(verdicts)[wanted]
    penalty = np.full(width, ridge)
    penalty[-1] = 1e-6
    for _ in range(_STEPS):
        shares = _shares(scaled @ weights)
        slope = scaled.T @ ((shares - targets) * counts[:, None]) + penalty[:, None] * weights
        curve = np.zeros((width * verdicts, width * verdicts))
        for a in range(verdicts):
            for b in range(verdicts):
                both = counts * shares[:, a] * ((a == b) - shares[:, b])
                block = scaled.T @ (scaled * both[:, None]) + (a == b) * np.diag(penalty)
                curve[a * width : (a + 1) * width, b * width : (b + 1) * width] = block
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope.T.reshape(-1))
        weights = weights - step.reshape(verdicts, width).T
    found: Matrix = weights / np.append(spread, 1.0)[:, None]
    return found


def _shares(sums: Matrix) -> Matrix:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: Matrix = powers / powers.sum(axis=1, keepdims=True)
    return shares


def said(quantities: Matrix, weights: Matrix) -> list[str]:
    """Return the verdicts that the weights give."""
    sums = np.hstack([quantities, np.ones((len(quantities), 1))]) @ weights
    return [VERDICTS[k] for k in sums.argmax(axis=1)]


def folds(rows: Sequence[Row]) -> NDArray[np.int64]:
    """Return each row's fold; rows whose ids differ only after the underscore share one."""
    return np.array([zlib.crc32(str(row["id"]).split("_")[0].encode()) % _FOLDS for row in rows])


@ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print the figures, write the file."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.fit", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    args = parser.parse_args(arguments)
    file = args.folder / "statements-dev.jsonl"
    rows = read_rows(file)
    taken = [compare(Sentence(0, r["statement"]), Sentence(0, r["source"])).quantities for r in rows]
    names = list(taken[0])
    quantities = np.array([[q[n] for n in names] for q in taken])
    wanted = np.array([VERDICTS.index(r["verdict"]) for r in rows])
    counts = np.array([_COUNT[r["verdict"]] for r in rows])
    fold, guesses = folds(rows), [""] * len(rows)
    for one in range(_FOLDS):
        weights = fit(quantities[fold != one], wanted[fold != one], counts[fold != one])
        for place, verdict in zip(
            np.flatnonzero(fold == one), said(quantities[fold == one], weights), strict=True
        ):
            guesses[place] = verdict
    weights = fit(quantities, wanted, counts)
    within = score_statements(rows, said(quantities, weights))
    across = score_statements(rows, guesses)
    print(f"on the rows it was fitted to: {within}\nin five folds:                {across}")
    if not args.dry_run:
        _write(file, names, weights, {"folds": across, "fitted": within})
    return 0


def _write(file: Path, names: Sequence[str], weights: Matrix, figures: dict[str, dict[str, float]]) -> None:
    rounded = np.round(weights - weights.mean(axis=1, keepdims=True), 4)
    table = {name: row.tolist() for name, row in zip(names, rounded[:-1], strict=True)}
    kept = {
        "made by": "python -m scripts.bench.fit",
        "from": {
            "rows": "VitaminC real, development part",
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        },
        "figures": figures,
        "verdicts": list(VERDICTS),
        "start": rounded[-1].tolist(),
        "weights": table,
    }
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    # One quantity a line, so that a diff shows what a new fit changed.
    lines = [f"  {json.dumps(n)}: {json.dumps(r)}" for n, r in table.items()]
    head = text[: text.index('"weights"')]
    atomic.write(WEIGHTS_FILE, (head + '"weights": {\n' + ",\n".join(lines) + "\n }\n}\n").encode())


if __name__ == "__main__":
    ending.process(main)
