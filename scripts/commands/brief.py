"""``python -m scripts brief``: one page on some findings or on a pillar, to print or to paste."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.report.briefs import Brief

EXAMPLES = """examples:
  .venv/bin/python -m scripts brief F1
  .venv/bin/python -m scripts brief F1 F5 F12 --out briefs
  .venv/bin/python -m scripts brief extended-deterrence
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``brief`` to the command line."""
    parser = commands.add_parser(
        "brief",
        help="write one page (PDF and Markdown) on some findings, or on a pillar",
        description="Write what a briefing needs of some findings or a pillar, as a PDF of one page "
        "and as Markdown: the finding, each account's words, their standing, how to cite it.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "wanted", nargs="*", metavar="FINDING|PILLAR", help="labels of findings, or one pillar"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="the folder to write into (_build/briefs)")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Write the brief. Raises Fault for a label or pillar that the report does not have."""
    from scripts import report
    from scripts.book.html import citations_under_exhibits
    from scripts.ground import atomic_files
    from scripts.report import briefs

    if not args.wanted:
        args.parser.error('name findings, or one pillar (with make: make brief FINDING="F1 F2")')
    pages = citations_under_exhibits.printed(report.ROOT)
    found = briefs.brief(report.read(), args.wanted, report.ROOT, pages)
    folder = args.out or report.ROOT / "_build" / "briefs"
    pasted, printed = (folder / f"brief-{found.name}{end}" for end in (".md", ".pdf"))
    folder.mkdir(parents=True, exist_ok=True)
    atomic_files.write(pasted, briefs.markdown(found).encode())
    print(f"Markdown  {pasted}")
    if not pages:
        print("Pages     not given: `make book` prints the report, whose pages are then known")
    _print(found, printed)
    return 0


def _print(found: Brief, into: Path) -> None:
    from scripts.book.paper.brief import print_brief
    from scripts.ground import atomic_files

    atomic_files.make(into, lambda half: print_brief(found, half))
    print(f"PDF       {into}")
