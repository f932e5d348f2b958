"""``python -m scripts register``: give new claims and findings their printed numbers, once and for good."""

from __future__ import annotations

import argparse

from scripts import report
from scripts.ground.version import version
from scripts.report.labels import missing, write_register


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``register`` to the command line."""
    parser = commands.add_parser(
        "register",
        help="write the labels of new claims and findings into seeds/register.csv",
        description="Add what is new to seeds/register.csv. Labels given before stay and are never reused.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Give new claims and findings of this tree's report their labels in the register."""
    found = report.read(report.ROOT)
    new = missing(found.register, found.entries(version(report.ROOT)))
    if new:
        write_register(report.ROOT / "seeds" / "register.csv", found.register.extended(new))
    if new and not found.register.entries:
        print("The register was empty: labels begin anew, and any given before now name other findings.")
    labels = "label" if len(new) == 1 else "labels"
    print(f"{len(new)} new {labels}; the register holds {len(found.register.entries) + len(new)}.")
    if gone := found.unexplained:
        print(f"No longer in the ledger: {', '.join(gone)}. Say why in `withdrawn`, and in the changelog.")
    return 0
