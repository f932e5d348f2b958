"""``python -m scripts.bench.peers``: ask the engine and its peers the same rows; print and keep figures."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.bench import result_files
from scripts.bench.peers.programs import ACCOUNTS, Engine, Peer, programs
from scripts.bench.peers.sets import Figures, Labelled, labelled
from scripts.ground import command_ending
from scripts.ground.faults import Fault

RESULT = result_files.FOLDER / "peers.json"


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the result file."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.peers", description=__doc__)
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with the labelled sets")
    args = parser.parse_args(arguments)
    if args.data is None:
        raise Fault("bench-peers", "labelled sets", "no folder given", "make bench-peers DATA=folder")
    results = measured(list(labelled(args.data)), programs())
    result_files.keep(results, RESULT)
    return 0


def measured(sets: Sequence[Labelled], asked: Sequence[Engine | Peer]) -> dict[str, Any]:
    """Ask every program all rows that are its kind of question.

    A peer that cannot be installed or fails on a set is left out whole, with the reason.
    """
    told: list[dict[str, Any]] = []
    for program in asked:
        figures: dict[str, Figures] = {}
        try:
            for one in sets:
                if one.kind in program.kinds:
                    figures[one.name] = one.figures(program.answers(one.kind, one.asked()))
                    print(line(program.title, one.name, figures[one.name]), flush=True)
        except Fault as fault:
            if isinstance(program, Engine):
                raise
            print(f"{program.title}: left out: {fault.problem}", flush=True)
            told.append({"title": program.title, "left_out": fault.problem})
            continue
        told.append({"title": program.title, "version": program.version, "figures": figures})
    files = {
        one.name: {"rows": len(one.rows), "sha256": one.sha256, "accounts": one.kind == ACCOUNTS}
        for one in sets
    }
    return {"date": datetime.now(UTC).date().isoformat(), "sets": files, "programs": told}


def line(title: str, name: str, figures: Mapping[str, float | list[int]]) -> str:
    """Return the figures of one program on one set as a line."""
    shown = [
        f"{figure} {value[0]} of {value[1]}" if isinstance(value, list) else f"{figure} {value:.3f}"
        for figure, value in figures.items()
    ]
    return f"{title}, {name}: {'; '.join(shown)}"


if __name__ == "__main__":
    command_ending.process(main)
