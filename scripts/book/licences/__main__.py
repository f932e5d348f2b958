"""`python -m scripts.book.licences`: write the licences of what is locked, or say what may not be used."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from scripts.book import licences
from scripts.ground.faults import Fault

ROOT = Path(__file__).resolve().parents[3]


def main() -> int:
    """Write the list and count it; bad news is one line and exit status 1."""
    try:
        found = licences.write(ROOT)
    except Fault as fault:
        print(f"licences: {fault}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"licences: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 1
    for licence, count in Counter(package.licence for package in found).most_common():
        print(f"{count:4}  {licence}")
    print(f"{len(found):4}  packages, all compatible: {licences.LISTED.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
