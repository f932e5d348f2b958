"""What each proof and each kind of slot adds: the labelled lines judged without it, one at a time.

    python -m scripts.bench.left_out DIR [--write]

DIR holds `lines*.jsonl`, as for the bench of public sets. Rows whose verdict rests on what is left out are
judged anew. With `--write` the figures go to `chapters/data/left-out.json`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.bench import result_files
from scripts.bench.public_sets import Row, read_rows
from scripts.comparing.proofs.word_proofs import IDENTICAL
from scripts.comparing.statements.statement_verdicts import CONTRADICTED, SLOT, SUPPORTED, Verdict, judge
from scripts.ground import command_ending
from scripts.ground.faults import Fault

RESULT = result_files.FOLDER / "left-out.json"
_ASKED = (SUPPORTED, CONTRADICTED)


def measured(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return for each proof and kind of slot on how many rows it bears, and what its absence changes.

    `supported` and `contradicted` count the right verdicts that are lost without it, `wrong` the wrong ones
    that come (below zero: that go).
    """
    verdicts = [judge(row["statement"], row["source"]) for row in rows]
    bearing: dict[str, list[int]] = defaultdict(list)
    for number, verdict in enumerate(verdicts):
        for name in _bears(verdict):
            bearing[name].append(number)
    return [
        {"left out": name, "rows": len(numbers), **_lost(name, [rows[n] for n in numbers])}
        for name, numbers in sorted(bearing.items())
    ]


def _bears(verdict: Verdict) -> set[str]:
    """Return the proofs and the kind of slot that a verdict rests on."""
    proofs = {one.what for one in verdict.proofs} - {IDENTICAL.name}
    return proofs | ({f"{SLOT} {verdict.conflict.what}"} if verdict.conflict else set())


def _lost(name: str, rows: Sequence[Row]) -> dict[str, int]:
    lost = dict.fromkeys((*_ASKED, "wrong"), 0)
    for row in rows:
        with_it = judge(row["statement"], row["source"]).verdict
        without = judge(row["statement"], row["source"], frozenset({name})).verdict
        for said, sign in ((with_it, 1), (without, -1)):
            if said == row["verdict"] and said in _ASKED:
                lost[said] += sign
            elif said in _ASKED:
                lost["wrong"] -= sign
    return lost


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Return the figures as text, a line for each proof and kind of slot."""
    head = f"{'left out':24} {'rows':>5} {'supported':>10} {'contradicted':>13} {'wrong':>6}"
    return "\n".join([
        head,
        *(f"{one['left out']:24} {one['rows']:5} {-one['supported']:+10} {-one['contradicted']:+13} "
          f"{one['wrong']:+6}" for one in found),
    ])  # fmt: skip


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; with --write, keep them. Raises Fault where the folder has no lines."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.left_out", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--write", action="store_true", help="keep the figures for the chapter on method")
    args = parser.parse_args(arguments)
    files = sorted(args.folder.glob("lines*.jsonl"))
    if not files:
        raise Fault(args.folder.name, "lines*.jsonl", "there is none", "give the folder of the labelled sets")
    rows = [row for file in files for row in read_rows(file)]
    found = measured(rows)
    print(table(found))
    if args.write:
        result_files.keep({"rows": len(rows), "left_out": found}, RESULT)
    return 0


if __name__ == "__main__":
    command_ending.process(main)
