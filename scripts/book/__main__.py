"""`python -m scripts.book`: the whole book. `--html`: its pages alone. `--notebooks`: executed chapters."""

import sys

from scripts.ground import command_ending


@command_ending.command("book")
def main() -> int:
    """Read the arguments and build. An error is one line and exit status 1."""
    import argparse
    import os

    from scripts.book import determinism

    parser = argparse.ArgumentParser(prog="python -m scripts.book", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--html", action="store_true", help="the pages, without the PDF")
    what.add_argument("--notebooks", action="store_true", help="the chapters as executed notebooks")
    wanted = parser.parse_args()
    determinism.settle(determinism.ROOT)
    if sys.flags.hash_randomization:
        # The order of sets is fixed when Python starts, so Python has to start again.
        os.execv(sys.executable, [sys.executable, "-m", "scripts.book", *sys.argv[1:]])
    from scripts.book import building

    if wanted.notebooks:
        return building.write_notebooks(determinism.ROOT)
    return building.build(determinism.ROOT, with_pdf=not wanted.html)


if __name__ == "__main__":
    command_ending.process(main)
