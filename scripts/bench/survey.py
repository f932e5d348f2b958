"""The survey bench: how fast republications of one release are compared, and in what memory.

The accounts are generated from one release (see `scripts.bench.republications`), some with a planted change
of a fact, so that the bench can also tell how many changed accounts rank above unchanged ones. The same ones
are compared on one process and on two by turns, so that what else the machine does weighs on both alike. Each
account is compared with the release alone, so more of them take longer in proportion: 400 are enough.

    python -m scripts.bench.survey               prints the figures for 400 accounts, in some two minutes
    python -m scripts.bench.survey --write       also writes the result file
    python -m scripts.bench.survey --accounts 10000 --rounds 1
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.bench.republications import LAYOUTS, Made, read_release, write_accounts
from scripts.ground import atomic_files, command_ending, machine
from scripts.survey import journal, ranking

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "chapters" / "data" / "survey.json"
ACCOUNTS, ROUNDS = 400, 2
_EARLY = 0.1  # memory is read at this share, and at the end


@dataclass(frozen=True)
class Run:
    """How one survey went: accounts, processes, seconds, and the memory of all its processes in bytes.

    `processor_seconds` is what all its processes worked, which another load on the machine hardly changes.
    """

    accounts: int
    processes: int
    seconds: float
    processor_seconds: float
    early_memory: int
    late_memory: int

    @property
    def rate(self) -> float:
        """Accounts per second, including the start of the processes and the writing of the ranking."""
        return self.accounts / self.seconds


class Watch:
    """The memory of a survey when a tenth of its accounts were done, and when nearly all were."""

    def __init__(self, process: int, results: Path, total: int) -> None:
        self._process, self._results, self._total = process, results, total
        self._place = self._done = 0
        self.early = self.late = 0

    def look(self) -> None:
        """Count the lines since the last look, and read the memory at the two moments that count."""
        if self._results.exists():
            with self._results.open("rb") as lines:
                lines.seek(self._place)
                new = lines.read()
            self._place += len(new)
            self._done += new.count(b"\n")
        # Not when all are done: drawing the figures takes memory of its own.
        if _EARLY * self._total <= self._done < self._total:
            now = memory(self._process)
            self.early = self.early or now
            self.late = now


def measured(folder: Path, accounts: Path, processes: int, number: int = 0) -> tuple[Run, Path]:
    """Run a survey of the accounts as a user does, and measure its time and memory; each has its number.

    Raises RuntimeError, with the survey's output, where it fails.
    """
    out = folder / f"found-{processes}-{number}"
    total = sum(1 for _ in accounts.rglob("*.txt"))
    command = [sys.executable, "-m", "scripts", "survey", str(folder / "release.txt"), str(accounts)]
    begun, worked = time.perf_counter(), _worked()
    # Write its output to a file: a full pipe would stop it.
    with (folder / "printed.txt").open("wb") as printed:
        survey = subprocess.Popen(
            [*command, "--out", str(out), "--jobs", str(processes)], stdout=printed, stderr=printed, cwd=ROOT
        )
        watch = Watch(survey.pid, out / journal.NAME, total)
        while survey.poll() is None:
            watch.look()
            time.sleep(0.25)
    seconds = time.perf_counter() - begun
    if survey.returncode:
        raise RuntimeError((folder / "printed.txt").read_text("utf-8"))
    worked = _worked() - worked
    return Run(total, processes, round(seconds, 1), round(worked, 1), watch.early, watch.late), out


def _worked() -> float:
    """Return the processor seconds of all processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(process: int) -> int:
    """Return the resident bytes of a process and its descendants; 0 where the system does not tell."""
    return sum(_resident(one) for one in (process, *_below(process)))


def _below(process: int) -> Iterator[int]:
    for task in Path("/proc", str(process), "task").glob("*/children"):
        for child in task.read_text().split():
            yield int(child)
            yield from _below(int(child))


def _resident(process: int) -> int:
    try:
        status = Path("/proc", str(process), "status").read_text()
    except OSError:
        return 0
    row = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(row.split()[1]) * 1024


@dataclass(frozen=True)
class Ranked:
    """How the generated accounts were ranked: those with planted changes against those without."""

    changed: int
    changed_in_conflict: int
    unchanged: int
    unchanged_in_conflict: int
    refused: int
    above: float  # how often a random changed account ranks above a random unchanged one


def ranked(out: Path, accounts: dict[str, Made]) -> Ranked:
    """Read the ranking of a survey, and compare it with the planted changes."""
    with (out / ranking.NAME).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["file"] in accounts]
    kept = [row for row in rows if not row["problem"]]
    counts = {True: [0, 0], False: [0, 0]}
    below = pairs = 0
    for row in reversed(kept):
        changed = bool(accounts[row["file"]].changed)
        counts[changed][0] += 1
        counts[changed][1] += row["material_conflicts"] != "0"
        if changed:
            below += counts[False][0]
    pairs = counts[True][0] * counts[False][0]
    return Ranked(
        counts[True][0], counts[True][1], counts[False][0], counts[False][1], len(rows) - len(kept),
        round(below / pairs, 3) if pairs else 0.0,
    )  # fmt: skip


def middle(runs: Sequence[Run]) -> Run:
    """Return of several runs of one kind the medians of their figures."""
    first = runs[0]
    return Run(
        first.accounts, first.processes,
        round(statistics.median(r.seconds for r in runs), 1),
        round(statistics.median(r.processor_seconds for r in runs), 1),
        int(statistics.median(r.early_memory for r in runs)),
        int(statistics.median(r.late_memory for r in runs)),
    )  # fmt: skip


def gain(rounds: Sequence[tuple[Run, Run]]) -> float:
    """Return how many times as fast two processes are as one: the median of the rounds."""
    return round(statistics.median(two.rate / one.rate for one, two in rounds), 2)


def table(runs: Sequence[Run], twice: float, found: Ranked) -> str:
    """Return the figures as lines."""
    lines = [
        f"{r.accounts} accounts on {r.processes} process{'es' if r.processes > 1 else ''}: "
        f"{r.seconds:.1f} s, {r.rate:.1f} a second; {r.processor_seconds:.1f} s of processor time, "
        f"{1000 * r.processor_seconds / r.accounts:.0f} ms an account; "
        f"memory {r.early_memory / 1e6:.0f} MB at a tenth, {r.late_memory / 1e6:.0f} MB at the end"
        for r in runs
    ]
    lines += [
        f"two processes are {twice:.2f} times as fast as one",
        f"{found.changed_in_conflict} of {found.changed} accounts with a planted change have a material "
        f"conflict, {found.unchanged_in_conflict} of {found.unchanged} without; {found.refused} not compared",
        f"a changed account is ranked above an unchanged one in {found.above:.1%} of all such pairs",
    ]
    return "\n".join(lines)


def as_json(runs: Sequence[Run], twice: float, found: Ranked, accounts: dict[str, Made]) -> str:
    """Return the result file: the machine, the accounts, the runs, and the ranking."""
    sizes = sorted(len(a.text) for a in accounts.values())
    described = {
        "accounts": len(sizes), "layouts": len(LAYOUTS), "shortest": sizes[0],
        "median": sizes[len(sizes) // 2], "longest": sizes[-1],
        "median_words": int(statistics.median(len(a.text.split()) for a in accounts.values())),
        "changed": sum(bool(a.changed) for a in accounts.values()),
    }  # fmt: skip
    rows = [{**asdict(r), "rate": round(r.rate, 1)} for r in runs]
    found_so = {"runs": rows, "gain": twice, "ranked": asdict(found)}
    told = {"machine": machine.described(), "made": described, **found_so}
    return json.dumps(told, indent=1) + "\n"


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench on one process and on two by turns, and print its figures; with --write keep them."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench.survey", description="Run the survey bench."
    )
    parser.add_argument("--accounts", type=int, default=ACCOUNTS, help=f"how many accounts ({ACCOUNTS})")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often they are compared ({ROUNDS})")
    parser.add_argument("--write", action="store_true", help="write the result file")
    options = parser.parse_args(arguments)
    if min(options.accounts, options.rounds) < 1:
        parser.error("--accounts and --rounds take numbers from 1 on")
    release = read_release()
    with tempfile.TemporaryDirectory() as place:
        folder, rounds = Path(place), []
        accounts = write_accounts(release, folder, options.accounts)
        for number in range(options.rounds):
            one, _ = measured(folder, folder / "accounts", 1, number)
            two, out = measured(folder, folder / "accounts", 2, number)
            rounds.append((one, two))
        found = ranked(out, accounts)
    runs, twice = [middle(several) for several in zip(*rounds, strict=True)], gain(rounds)
    print(table(runs, twice, found))
    if options.write:
        atomic_files.write(RESULT, as_json(runs, twice, found, accounts).encode())
    return 0


if __name__ == "__main__":
    command_ending.process(main)
