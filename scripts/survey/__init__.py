"""``python -m scripts survey``: compare every account of a folder with one reference, and rank them.

account_files  the files of the folder              comparing  one account against the reference
journal        the result file, line by line        processes  on the cores of this machine
outcomes       one line of it                       cluster    on a Dask cluster
rules_digest   are old lines still valid?           ranking    the accounts in order, as table and CSV
                                                    figures    the same as figures
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.ground.faults import Fault
from scripts.survey import account_files

if TYPE_CHECKING:
    from scripts.survey.account_files import Text
    from scripts.survey.comparing import Setup
    from scripts.survey.journal import Journal

OUT = Path("_build") / "survey"
EXAMPLES = """examples:
  .venv/bin/python -m scripts survey release.txt accounts
  .venv/bin/python -m scripts survey release.txt accounts --out found --jobs 4 --top 50
  .venv/bin/python -m scripts survey release.txt accounts --scheduler tcp://10.0.0.1:8786

A survey that was stopped goes on where it was: run the same command again. An account, a reference or rules
that changed are compared anew. What a material discrepancy is, `compare` shows for each pair of files.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``survey`` to the command line."""
    parser = commands.add_parser(
        "survey",
        help="compare every account of a folder with one reference, and rank them",
        description="Compare every *.txt of a folder (and of the folders in it) with a reference account, "
        "and rank them by their material discrepancies.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("reference", metavar="REFERENCE.txt", type=Path)
    parser.add_argument("accounts", metavar="ACCOUNTS_DIR", type=Path)
    parser.add_argument("--out", metavar="DIR", type=Path, default=OUT, help=f"where results go ({OUT})")
    parser.add_argument("--jobs", metavar="N", type=int, default=0, help="processes (one for each core)")
    parser.add_argument("--scheduler", metavar="ADDRESS", default="", help="a Dask cluster to work on")
    parser.add_argument("--top", metavar="N", type=int, default=20, help="accounts in the table (20)")
    parser.add_argument("--record", metavar="DIR", type=Path, help="a cited record to check readings against")
    parser.add_argument(
        "--largest", metavar="BYTES", type=int, default=account_files.LARGEST,
        help=f"leave out files that are larger ({account_files.LARGEST})",
    )  # fmt: skip
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Survey the folder; raises Fault on a reference or folder that cannot be used."""
    # Import now what is needed at the end: the survey may take hours, and the code may change.
    from scripts.survey import figures, ranking  # noqa: F401
    from scripts.survey.journal import Journal

    if min(args.jobs, args.top, args.largest) < 0:
        args.parser.error("--jobs, --top and --largest take numbers from 0 on")
    if not args.accounts.is_dir():
        raise Fault(args.accounts, "whole folder", "no such folder", "give a folder of *.txt files")
    given = _setup(args)
    with Journal(args.out) as journal:
        try:
            keys = _surveyed(args, given, journal)
        except KeyboardInterrupt:
            raise KeyboardInterrupt("stopped; the same command goes on from here") from None
        _show(args, given, journal, keys)
    return 0


def _setup(args: argparse.Namespace) -> Setup:
    """Read and try the reference and the record, so that a fault in them is reported at once."""
    from scripts.survey import comparing

    read = account_files.read(args.reference.parent, account_files.Text(args.reference.name), sys.maxsize)
    if read.problem:
        raise Fault(args.reference, "whole file", read.problem, "check the path")
    given = comparing.setup(args.reference, read.data, args.record)
    comparing.prepare(given)
    return given


def _surveyed(args: argparse.Namespace, given: Setup, journal: Journal) -> set[int]:
    """Compare the accounts that are not done yet; return the keys of all accounts in the folder."""
    from tqdm import tqdm

    total = sum(1 for _ in account_files.files(args.accounts, args.reference))
    if not total:
        raise Fault(
            args.accounts, "whole folder", f"no *{account_files.ENDING} in it", "give a folder of accounts"
        )
    keys: set[int] = set()
    # Show a progress bar on a terminal, but not in a log.
    with tqdm(total=total, unit=" accounts", disable=None, smoothing=0.05) as bar:
        waiting = _waiting(args, given, journal, keys, bar.update)
        for line in _runner(args)(given, waiting):
            journal.add(line)
            bar.update()
    return keys


def _runner(args: argparse.Namespace) -> Callable[[Setup, Iterator[Text]], Iterator[bytes]]:
    if args.scheduler:
        from scripts.survey import cluster

        return lambda given, waiting: cluster.lines(given, waiting, args.scheduler)
    from scripts.ground import machine
    from scripts.survey import processes

    return lambda given, waiting: processes.lines(given, waiting, args.jobs or machine.cores())


def _waiting(
    args: argparse.Namespace, given: Setup, journal: Journal, keys: set[int], done: Callable[[], object]
) -> Iterator[Text]:
    """Yield the accounts to compare, each read when it is asked for; note each account's key."""
    from scripts.survey.outcomes import Outcome, key

    for file in account_files.files(args.accounts, args.reference):
        text = account_files.read(args.accounts, file, args.largest)
        refused = Outcome.refused(text, given.against, text.problem)
        this = refused.key if text.problem else key(text.file, text.sha256, given.against)
        keys.add(this)
        if this not in journal:
            if not text.problem:
                yield text
                continue
            journal.add(refused.line())
        done()


def _show(args: argparse.Namespace, given: Setup, journal: Journal, keys: set[int]) -> None:
    """Write the ranking and the figures, and print the table."""
    from scripts.survey import comparing, figures, ranking
    from scripts.survey.journal import unwritable

    found = ranking.ranking(journal, keys)
    try:
        written = [journal.path, ranking.write(found, args.out), *figures.write(found, args.out)]
    except OSError as error:
        raise unwritable(args.out, error) from None
    sys.stdout.write(ranking.table(found, args.top))
    own = sum(d.materiality == "material" for d in comparing.own_findings(comparing.prepare(given)))
    if own:
        print(f"within the reference itself: {own} material discrepancies, counted for no account")
    if journal.damaged:
        print(f"{journal.damaged} damaged lines of {journal.path.name} were skipped, their accounts redone")
    print(f"in {args.out}: {', '.join(path.name for path in written)}")
