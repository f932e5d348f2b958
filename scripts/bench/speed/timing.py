"""Timing processes from start to end, with their memory; and medians of several runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from scripts.ground.faults import Fault

# Variables that would lead to other code or dates, or make each process compile all modules again.
_FOREIGN = frozenset({"PYTHONPATH", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"})

Row = dict[str, str | float | int]


@dataclass(frozen=True)
class Run:
    """What one process took: seconds, peak memory in MB; and its output."""

    seconds: float
    memory: float
    output: str

    @property
    def told(self) -> Mapping[str, Any]:
        """The last line of its output, read as JSON."""
        found: Mapping[str, Any] = json.loads(self.output.splitlines()[-1])
        return found


def run(command: Sequence[str | Path], folder: Path, **more: str) -> Run:
    """Run a command in a folder. Raises Fault, with its last line, where it fails."""
    surroundings = {k: v for k, v in os.environ.items() if k not in _FOREIGN}
    with subprocess.Popen(
        list(map(str, command)), cwd=folder, env={**surroundings, **more}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        began = time.perf_counter()
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = (output.strip().splitlines() or ["no word"])[-1]
        raise Fault("bench-speed", " ".join(map(str, command))[-80:], f"failed: {last}", "run it by itself")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(seconds, usage.ru_maxrss / unit, output)


def python(*arguments: str | Path) -> list[str | Path]:
    """Return the command that runs this Python."""
    return [sys.executable, *arguments]


def row(
    what: str, values: Sequence[float], unit: str, against: str = "", reference: float = 0, goal: str = ""
) -> Row:
    """Return one row of the results: the median of ``values``, and what it is compared with."""
    found: Row = {"what": what, "median": round(median(values), 3), "unit": unit, "runs": len(values)}
    if against:
        found["against"] = against
    if reference:
        found["reference"] = round(reference, 3)
    if goal:
        found["goal"] = goal
    return found
