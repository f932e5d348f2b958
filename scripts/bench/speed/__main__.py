"""``python -m scripts.bench.speed``: print each figure as it comes, and save them for the method chapter."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.bench import result_files
from scripts.bench.speed import books, engine
from scripts.bench.speed.timing import Row
from scripts.ground import command_ending, machine

RESULT = result_files.FOLDER / "speed.json"
# The packages that the figures depend on, besides the measured code.
PACKAGES = ("jupyter-book", "numpy", "scipy", "sphinx", "typst")
PARTS = ("engine", "growth", "book")


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the result file if every part was measured."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each, of which the median counts")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with the public sets")
    parser.add_argument("--only", choices=PARTS, help="one part, printed and not kept")
    args = parser.parse_args(arguments)
    began = time.monotonic()
    told = machine.described(*PACKAGES)
    print(", ".join(f"{key} {value}" for key, value in told.items()), flush=True)
    results: dict[str, object] = {"machine": told}
    measured: list[Row] = []
    for one in _rows(args.rounds, args.data, args.only, results):
        measured.append(one)
        print(line(one), flush=True)
    print(f"measured in {(time.monotonic() - began) / 60:.1f} minutes")
    if not args.only:
        results["measured"] = measured
        result_files.keep(results, RESULT)
    return 0


def _rows(rounds: int, data: Path | None, only: str | None, results: dict[str, object]) -> Iterator[Row]:
    if only in {None, "book"}:
        yield from books.measure(rounds)
    if only in {None, "engine"}:
        yield from engine.comparison(rounds)
        yield from engine.passages(rounds)
        if data is None:
            print("statements checked: no folder given (make bench-speed DATA=folder)")
        else:
            yield from engine.statements(rounds, data)
    if only in {None, "growth"}:
        table, results["growth"] = engine.growth(rounds)
        yield from table


def line(one: Row) -> str:
    """Return a row as text: the work, the median, what it is compared with, the goal."""
    parts = [f"{one['what']:<54} {float(one['median']):>10,.2f} {one['unit']:<12}"]
    if "reference" in one:
        ratio = float(one["median"]) / float(one["reference"])
        parts.append(f"{one['against']} {float(one['reference']):,.2f}: {ratio:.2f} times")
    if "goal" in one:
        parts.append(f"(goal: {one['goal']})")
    return " ".join(parts)


if __name__ == "__main__":
    command_ending.process(main)
