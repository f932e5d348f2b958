"""One piece of work in a process of its own, which prints in JSON what it took.

python -m scripts.bench.speed.single_runs align COUNT | passages FILE... | check FILE COUNT
python -m scripts.bench.speed.single_runs chapters | print HTML PDF
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any


def align(count: str) -> dict[str, float]:
    """Align `count` random claims with as many others, and count the counterparts that were found."""
    from scripts.bench.speed import random_claims
    from scripts.comparing.pairing.alignments import CLOSE, RELATED, SAME, alignments

    made = random_claims.accounts(int(count))
    began = time.perf_counter()
    found = alignments(made.left, made.right)
    seconds = time.perf_counter() - began
    told = {(id(a.left), id(a.right)) for a in found if a.level in {SAME, CLOSE, RELATED}}
    met = sum((id(made.left[i]), id(made.right[j])) in told for i, j in made.meant)
    return {"seconds": seconds, "met": met / len(made.meant), "alignments": len(found)}


def passages(*files: str) -> dict[str, float]:
    """Divide accounts into passages."""
    from scripts.reading.passages import passages as divided
    from scripts.reading.sources import read_account

    sources = [read_account(Path(file), "A") for file in files]
    divided(sources[0])  # read once before, so that only the reading of new accounts is timed
    began = time.perf_counter()
    count = sum(len(divided(source)) for source in sources)
    return {"seconds": time.perf_counter() - began, "count": count}


def check(file: str, count: str) -> dict[str, float]:
    """Judge statements against their sources."""
    from scripts.bench.public_sets import read_rows
    from scripts.comparing.statements.statement_verdicts import judge

    rows = read_rows(Path(file))[: int(count)]
    judge(rows[0]["statement"], rows[0]["source"])
    began = time.perf_counter()
    for row in rows:
        judge(row["statement"], row["source"])
    return {"seconds": time.perf_counter() - began, "count": len(rows)}


def chapters() -> dict[str, float]:
    """Run the code of all chapters once, one after the other in this process."""
    from IPython.core.interactiveshell import InteractiveShell

    from scripts.book import determinism
    from scripts.book.executing.chapters import chapters as all_chapters

    root = Path.cwd()
    determinism.settle(root)
    shell: Any = InteractiveShell.instance()
    os.chdir(root / "chapters")
    ran = 0
    for chapter in all_chapters(root):
        shell.reset()
        for cell in chapter.notebook().cells:
            if cell.cell_type == "code":
                with redirect_stdout(StringIO()):
                    shell.run_cell(cell.source).raise_error()
                ran += 1
    return {"cells": ran}


def print_pdf(html: str, pdf: str) -> dict[str, float]:
    """Print pages that are already built."""
    from scripts.book import determinism
    from scripts.book.paper import whole_pdf

    determinism.settle(Path.cwd())
    return {"anchors": len(whole_pdf.print_book(Path.cwd(), Path(html), Path(pdf)))}


_WORK: dict[str, Callable[..., dict[str, float]]] = {
    "align": align, "passages": passages, "check": check, "chapters": chapters, "print": print_pdf,
}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Do the work that was asked for, and print what it took."""
    name, *rest = arguments
    told = _WORK[name](*rest)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
