"""Shared by the tests of the survey: a release, accounts of it, and a survey run as a user runs it."""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from scripts.__main__ import main

ROOT = Path(__file__).resolve().parents[1]

RELEASE = (
    "Lima, 3 May 2021 - Health Minister Ana Duarte opened the Lima Port Forum on 3 May 2021. "
    "The harbour has 12 cranes. The port was built in 1950. The council approved the plan.\n"
)
CONFLICTS_TWICE = RELEASE.replace("12 cranes", "14 cranes").replace("approved the plan", "rejected the plan")
CONFLICTS_ONCE = RELEASE.replace("12 cranes", "14 cranes")
SHORTER = RELEASE.replace(" The port was built in 1950.", "")
OTHER_EVENT = (
    "Oslo, 9 March 1998 - The Nordic Chess Cup was won by Ivar Holm on 9 March 1998. He beat nine of his "
    "rivals, and it was the first of the titles that he had in mind for the year.\n"
)

ACCOUNTS: dict[str, bytes] = {
    "a/copy.txt": RELEASE.encode(),
    "a/shorter.txt": SHORTER.encode(),
    "b/once.txt": CONFLICTS_ONCE.encode(),
    "b/twice.txt": CONFLICTS_TWICE.encode(),
    "c/empty.txt": b"",
    "c/latin.txt": "Der Hafen ist für alle geöffnet.".encode("latin-1"),
    "c/german.txt": "Der Hafen ist für alle Schiffe wieder geöffnet, sagte der Minister.".encode(),
    "c/other.txt": OTHER_EVENT.encode(),
    "notes.md": b"no account",
}
COMPARED = ("b/twice.txt", "b/once.txt", "a/shorter.txt", "a/copy.txt")
REFUSED = ("c/empty.txt", "c/german.txt", "c/latin.txt", "c/other.txt")


def write_accounts(folder: Path, accounts: dict[str, bytes]) -> None:
    for name, data in accounts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def command(place: Path, *arguments: str, out: str = "out") -> list[str]:
    """The command of a survey of a folder with a release and accounts."""
    where = [str(place / "release.txt"), str(place / "accounts"), "--out", str(place / out)]
    return [sys.executable, "-m", "scripts", "survey", *where, *arguments]


def survey(place: Path, *arguments: str, out: str = "out") -> str:
    """Run a survey to its end in this process (except its workers), and return its output."""
    with redirect_stdout(io.StringIO()) as printed:
        assert main(command(place, *arguments, out=out)[3:]) == 0
    return printed.getvalue()


def rows(place: Path, out: str = "out") -> list[dict[str, str]]:
    """The rows of the ranking."""
    with (place / out / "survey.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    try:
        tasks = [task / "children" for task in Path("/proc", str(process), "task").iterdir()]
        return [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended but was not waited for does not."""
    try:
        return Path("/proc", str(process), "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def lines(place: Path, out: str = "out") -> list[bytes]:
    """The complete lines of the result file so far."""
    path = place / out / "survey.jsonl"
    return (
        [line for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
        if path.exists()
        else []
    )


def until(happened: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something has happened; fail if it never does."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
