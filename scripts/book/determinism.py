"""Making builds deterministic: one date, locale, time zone, hash seed and import path on every machine.

Two builds of the same tree must agree byte for byte, and a chapter must find `scripts` whether or not the
project is installed. This module sets up both before anything is executed or drawn.
"""

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from scripts.ground.version import released

ROOT = Path(__file__).resolve().parents[2]


def settle(root: Path) -> None:
    """Set the environment that this process and every kernel it starts will see."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(tree_date(root)))
    os.environ.update(
        TZ="UTC",
        LC_ALL="C.UTF-8",
        LANGUAGE="C",
        PYTHONHASHSEED="0",
        PYTHONPATH=str(root),
        # A user's own IPython start-up files and kernels must not reach the book.
        IPYTHONDIR=str(root / "_build" / ".ipython"),
        JUPYTER_PREFER_ENV_PATH="1",
        # The debugger's start-up warning would otherwise be the first line of every kernel's errors.
        PYDEVD_DISABLE_FILE_VALIDATION="1",
    )
    time.tzset()
    spare_address_grammar()


def spare_address_grammar() -> None:
    """Import the library that reads notebooks without a grammar that no notebook needs.

    It imports jsonschema, which on import builds 38 parsers for internationalised addresses (format "iri",
    which no notebook schema uses). That takes a second, more than the pages of a small book. If the package
    with that grammar is missing, jsonschema skips the format.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def tree_date(root: Path) -> int:
    """Seconds since 1970 of the last commit; in a tree without its history, of the release.

    Raises Fault where `CITATION.cff` gives no day of it.
    """
    # `.git` must be this tree's own: a copy inside another repository would find that one's history.
    if (root / ".git").exists() and shutil.which("git"):
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "."]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        if asked.stdout.strip().isdigit():
            return int(asked.stdout)
    return int(datetime.combine(released(root), datetime.min.time(), UTC).timestamp())


def build_date() -> datetime:
    """The date of the tree, which the PDF's metadata give as its date."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
