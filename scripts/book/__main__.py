"""`python -m scripts.book`: the whole book. `--html`: its pages alone. `--notebooks`: executed chapters."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from scripts.book import determinism
from scripts.ground.faults import Fault


def main() -> int:
    """Read the arguments, build, and turn whatever goes wrong into one line and exit status 1."""
    parser = argparse.ArgumentParser(prog="python -m scripts.book", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--html", action="store_true", help="the pages, without the PDF")
    what.add_argument("--notebooks", action="store_true", help="the chapters as executed notebooks")
    wanted = parser.parse_args()
    try:
        return _run(wanted)
    except Fault as fault:
        print(f"book: {fault}", file=sys.stderr)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("scripts"):
            raise  # a fault of this project, not of what is installed
        print(f"book: {error.name} is not installed; run `make environment`", file=sys.stderr)
    except OSError as error:
        where = error.filename or Path.cwd()
        print(f"book: cannot write or read {where}: {error.strerror or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("book: stopped; the book that was there stays", file=sys.stderr)
    return 1


def _run(wanted: argparse.Namespace) -> int:
    determinism.settle(determinism.ROOT)
    if sys.flags.hash_randomization:
        # The order of a set is settled when Python starts, so it must start again.
        os.execv(sys.executable, [sys.executable, "-m", "scripts.book", *sys.argv[1:]])
    from scripts.book import building

    if wanted.notebooks:
        return building.write_notebooks(determinism.ROOT)
    return building.build(determinism.ROOT, with_pdf=not wanted.html)


if __name__ == "__main__":
    sys.exit(main())
