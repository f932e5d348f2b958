"""The bench of public sets: the engine's scores on labelled rows that others published.

    python -m scripts.bench.public_sets DIR [--write]

DIR holds `statements*.jsonl`, `lines*.jsonl`, `triples*.jsonl`, `passages*.jsonl` and `summaries*.jsonl`;
missing sets are named and left out. The formulas are those of the sets' own scorers. With `--write`, the
figures go to `chapters/data/public-bench.json` with the digest of each file, for the chapter on method.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from scripts.bench import result_files
from scripts.comparing.statements.sentence_ranking import Wording, ranking
from scripts.comparing.statements.statement_verdicts import SUPPORTED, VERDICTS, judge
from scripts.comparing.statements.summaries import check_summary
from scripts.ground import command_ending
from scripts.ground.faults import Fault

Row = Mapping[str, Any]
Figures = dict[str, float]
RESULT = result_files.FOLDER / "public-bench.json"
_SETS = {
    "statements": ("statement", "source", "verdict"),
    "lines": ("statement", "source", "verdict"),
    "triples": ("statement", "source", "verdict"),
    "passages": ("statement", "sentences", "supporting"),
    "summaries": ("summary", "source", "consistent"),
}


def read_rows(file: Path) -> list[Row]:
    """Read labelled rows. Raises Fault on an unreadable file, or a row that lacks what its set has."""
    wanted = next((columns for name, columns in _SETS.items() if file.name.startswith(name)), ())
    rows: list[Row] = []
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise Fault(
            file.name, "whole file", f"cannot be read ({error})", "give a file of JSON rows"
        ) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise Fault(
                file.name, f"line {number}", f"is not JSON ({error})", "give one object a line"
            ) from None
        missing = [c for c in ("id", *wanted) if not isinstance(row, dict) or c not in row]
        if missing:
            raise Fault(file.name, f"line {number}", f"lacks `{missing[0]}`", "give every row its columns")
        rows.append(row)
    return rows


def score_statements(rows: Sequence[Row], verdicts: Sequence[str]) -> Figures:
    """Return precision, recall and F1 of each verdict, accuracy, the mean of the three F1, and `reassured`.

    Reassured is the share of the rows not supported by their source that are called supported.
    """
    pairs = Counter((row["verdict"], verdict) for row, verdict in zip(rows, verdicts, strict=True))
    figures: Figures = {}
    scores = []
    for verdict in VERDICTS:
        hit = pairs[verdict, verdict]
        precision = _ratio(hit, sum(n for (_, said), n in pairs.items() if said == verdict))
        recall = _ratio(hit, sum(n for (true, _), n in pairs.items() if true == verdict))
        scores.append(_ratio(2 * precision * recall, precision + recall))
        for name, value in (("precision", precision), ("recall", recall), ("F1", scores[-1])):
            figures[f"{verdict} {name}"] = round(value, 3)
    figures["accuracy"] = round(_ratio(sum(pairs[v, v] for v in VERDICTS), len(rows)), 3)
    figures["macro-F1"] = round(sum(scores) / len(scores), 3)
    wrong = [(true, said) for (true, said) in pairs.elements() if true != SUPPORTED]
    figures["reassured"] = round(_ratio(sum(said == SUPPORTED for _, said in wrong), len(wrong)), 3)
    return figures


def statements(rows: Sequence[Row]) -> Figures:
    """Judge every statement."""
    return score_statements(rows, [judge(r["statement"], r["source"]).verdict for r in rows])


def passages(rows: Sequence[Row]) -> Figures:
    """Rank the sentences of every passage that supports its statement somewhere."""
    firsts: list[int | None] = []
    for row in rows:
        if row["supporting"]:
            ranked = ranking(Wording(row["statement"]), [Wording(s) for s in row["sentences"]])
            firsts.append(next((k for k, r in enumerate(ranked, 1) if r.place in row["supporting"]), None))
    return {
        "statements with evidence": len(firsts),
        "hit@1": round(_ratio(sum(f == 1 for f in firsts), len(firsts)), 3),
        "MRR": round(_ratio(sum(1 / f for f in firsts if f), len(firsts)), 3),
    }


def summaries(rows: Sequence[Row]) -> Figures:
    """Check every summary."""
    said = [check_summary(r["summary"], r["source"]).consistent for r in rows]
    rates = []
    for truth in (True, False):
        group = [s for r, s in zip(rows, said, strict=True) if r["consistent"] is truth]
        rates.append(_ratio(sum(s is truth for s in group), len(group)))
    return {
        "consistent kept": round(rates[0], 3),
        "inconsistent found": round(rates[1], 3),
        "balanced accuracy": round(sum(rates) / 2, 3),
    }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


_BENCHES: dict[str, Callable[[Sequence[Row]], Figures]] = {
    "statements": statements,
    "lines": statements,
    "triples": statements,
    "passages": passages,
    "summaries": summaries,
}


def run(folder: Path) -> dict[str, Any]:
    """Score every set in a folder: its files, their digests, the figures; and name the missing sets.

    Raises Fault on a folder that is not there or a row that cannot be read.
    """
    if not folder.is_dir():
        raise Fault(folder.name, "the whole folder", "is not there", "give the folder of the labelled sets")
    results: dict[str, Any] = {"engine": _engine(), "sets": {}, "absent": []}
    for name, bench in _BENCHES.items():
        files = sorted(folder.glob(f"{name}*.jsonl"))
        if not files:
            results["absent"].append(name)
        for file in files:
            rows = read_rows(file)
            results["sets"][file.name] = {
                "rows": len(rows),
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
                "figures": bench(rows),
            }
    return results


def _engine() -> str:
    try:
        return version("alliance-accounts")
    except PackageNotFoundError:
        return "not installed"


def table(results: Mapping[str, Any]) -> str:
    """Return the figures as text, a paragraph for each set; name the missing sets."""
    lines = []
    for name, one in results["sets"].items():
        lines.append(f"{name}: {one['rows']} rows")
        lines += [f"  {figure:36} {value:g}" for figure, value in one["figures"].items()]
    lines += [f"{name}: no file" for name in results["absent"]]
    return "\n".join(lines)


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; with --write, keep them."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.public_sets", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--write", action="store_true", help="keep the figures for the chapter on method")
    args = parser.parse_args(arguments)
    results = run(args.folder)
    print(table(results))
    if args.write:
        result_files.keep(results, RESULT)
    return 0


if __name__ == "__main__":
    command_ending.process(main)
