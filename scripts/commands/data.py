"""``python -m scripts data``: the report as tables, a Data Package and linked data."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``data`` to the command line."""
    parser = commands.add_parser(
        "data",
        help="write claims, findings, alignments, sources and the record as CSV, JSON and JSON-LD",
        description="Write the report in this tree as a Data Package: tables as CSV and JSON with a data "
        "dictionary, ClaimReview and Web Annotations as JSON-LD, citations as BibTeX, RIS and CSL-JSON.",
        epilog="example:\n  .venv/bin/python -m scripts data --out data",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write into")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the data of this tree's report, all files or none. Raises Fault or OSError."""
    from scripts import report
    from scripts.book.html import citations_under_exhibits
    from scripts.report import datapackage

    found = report.read()
    written = datapackage.write(found, args.out, printed=citations_under_exhibits.printed(report.ROOT))
    if told := found.without_label:
        print(told)
    print(f"{len(written)} files in {args.out}; begin with README.md")
    return 0
