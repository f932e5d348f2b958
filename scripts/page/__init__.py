"""``python -m scripts open``: a page on this machine to paste texts into, and what a notebook shows.

request     what the page sends: texts and files, within limits   comparison  what a notebook shows
worker      the process that compares or checks                   verdicts    the page of `check`
workers     these processes: started, listened to, ended          form        the page itself
server      its addresses, and what each answers                  guard       whom the server answers
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from scripts.commands import texts
from scripts.ground.faults import Fault
from scripts.page.request import MOST_ACCOUNTS

EXAMPLES = """examples:
  .venv/bin/python -m scripts open
  .venv/bin/python -m scripts open first.html second.pdf
  .venv/bin/python -m scripts open --no-browser --port 8080

The page answers this machine alone, and only under the address that is printed, which is another each time.
Nothing leaves the machine, and nothing is kept of what is pasted: download what you want to keep.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``open`` to the command line."""
    parser = commands.add_parser(
        "open",
        help="open a page in the browser, to paste two texts into or to drop files on",
        description="Open a page in the browser: paste two texts, or drop files, and see what they agree on "
        "and where they differ; check statements against one of them. Ctrl+C ends it.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "accounts", nargs="*", metavar="ACCOUNT", type=Path, help=f"files to begin with: {texts.TAKEN}"
    )
    parser.add_argument("--port", metavar="N", type=int, default=0, help="a port (one that is free)")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    texts.add_record_option(parser)
    parser.add_argument("--whole-page", action="store_true", help="begin with whole pages chosen")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Serve the page until the user ends it. Raises Fault where it cannot be served."""
    if not 0 <= args.port <= 65535:
        args.parser.error("--port takes a number from 0 to 65535")
    return serve(args.accounts, args.reference, args.whole_page, args.port, not args.no_browser)


def run_compare(args: argparse.Namespace) -> int:
    """Be ``compare --open``: the same page, with its files in the boxes. Raises Fault as `run` does."""
    if args.only or args.cosmetic or args.as_of or args.save_text or args.format != "text":
        args.parser.error("--open takes no other option than --reference and --whole-page")
    return serve(args.accounts, args.reference, args.whole_page)


def serve(
    files: Sequence[Path],
    reference: Path | None = None,
    whole: bool = False,
    port: int = 0,
    browser: bool = True,
) -> int:
    """Serve the page with these files in its boxes. Raises Fault on a file or record that is not there."""
    from scripts.commands.compare import read_record
    from scripts.reading.sources import STANDARD_INPUT, file_bytes, unreadable

    if len(files) > MOST_ACCOUNTS:
        raise Fault("open", "files", f"are {len(files)}", f"give {MOST_ACCOUNTS} at the most")
    for file in files:
        if file == STANDARD_INPUT:
            raise Fault("open", "-", "cannot be taken in by a page", "give a file")
        try:
            file_bytes(file)
        except OSError as error:
            raise Fault(file, "whole file", unreadable(error), "check the path") from None
    if reference:
        read_record(reference)  # a fault of the record is told before the page opens
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        remedy = 'install this command with it: pip install "alliance-accounts[page]"'
        raise Fault("open", "this command", f"needs {error.name}", remedy) from None
    from scripts.page.server import Given, serve_page

    return serve_page(Given(tuple(files), reference, whole), port, browser)
