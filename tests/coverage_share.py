"""Print how much of scripts/ the tests have reached, with branches: files below the threshold, and the total.

Run by ``make coverage`` after the tests; fails if the total is below ASKED.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from coverage import Coverage

ASKED = 95.0


def main() -> int:
    """Print the files below the threshold and the total. Exit status 1 if the total is below it."""
    measured = Coverage()
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        measured.json_report(outfile=str(report))
        found = json.loads(report.read_text("utf-8"))
    shares = {name: told["summary"]["percent_covered"] for name, told in found["files"].items()}
    for name, share in sorted(shares.items(), key=lambda item: item[1]):
        if share < ASKED:
            lines = found["files"][name]["missing_lines"]
            print(f"{share:5.1f}%  {name}: {len(lines)} lines, from {lines[0] if lines else 'branches only'}")
    total = float(found["totals"]["percent_covered"])
    print(f"{total:5.1f}%  of {len(shares)} files reached, lines and branches; {ASKED:g}% is asked for")
    return 0 if total >= ASKED else 1


if __name__ == "__main__":
    sys.exit(main())
