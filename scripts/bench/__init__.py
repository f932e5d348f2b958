"""Benches: how well the rules do on texts written to test them; one file for each bench.

``python -m scripts bench`` runs them all; each also runs by itself (``python -m scripts.bench.pairs``).
"""

from __future__ import annotations

import argparse
from pathlib import Path


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``bench`` to the command line."""
    parser = commands.add_parser(
        "bench",
        help="measure the rules: known changes, pairs of accounts, public labelled sets",
        description="Print how many known changes and how many conflicts between accounts are found, and "
        "the figures on public labelled sets where a folder of them is given.",
    )
    parser.add_argument(
        "--data", metavar="DIR", type=Path, help="folder with the public sets, where there is one"
    )
    parser.add_argument("--write", action="store_true", help="keep the figures in the result files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run every bench. A bench without data says so."""
    from scripts.bench import mutations, pairs, public_sets

    keep = ["--write"] if args.write else []
    code = mutations.main(keep) or pairs.main(keep)
    if args.data is None:
        print("public sets: no folder given (make bench DATA=folder)")
        return code
    return code or public_sets.main([str(args.data), *keep])
