"""The conditions that differ between two builds of the book, although not a byte of it may differ.

They are the day and the clock, the folder and its file system, language, time zone, hash order, number of
cores, the user's own settings, and whether there is a network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A file beside the tree of a build, which notes attempts to reach another machine.
NETWORK = "network.log"
# File dates in the distant past and in the future, as a copy or a wrong clock leaves them.
LONG_AGO, TO_COME = 1_000_000_000, 2_000_000_000


@dataclass(frozen=True)
class Isolation:
    """How this machine can cut a build off the network: a command put in front of it, or nothing."""

    offline: tuple[str, ...]
    lacking: tuple[str, ...]


@cache
def isolation() -> Isolation:
    """Find out whether this machine can give a build an empty network of its own."""
    parted = (("unshare", "--net"), ("unshare", "--net", "--map-root-user"))
    offline = next((command for command in parted if _permitted(command)), ())
    lacking = (
        () if offline else ("the network is there: this user may not leave it, Python alone is kept off",)
    )
    return Isolation(offline, lacking)


def _permitted(command: tuple[str, ...]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


# The conditions that differ, in words for readers.
VARIED = (
    "folder", "file system", "dates of files", "clock", "time zone", "language", "order of hashes",
    "number of cores", "rights of new files", "user's settings", "network",
)  # fmt: skip


@dataclass(frozen=True)
class Conditions:
    """Where and how one of the builds runs."""

    name: str
    folder: str
    zone: str
    locale: str
    seed: str
    cores: int  # 0: all cores
    mask: int
    days: int  # how many days the clock is off
    strange: bool  # whether the build has no network, odd user settings, and odd file dates

    def told(self) -> str:
        """All conditions in one line."""
        return ", ".join(
            [
                f"in .../{self.folder}",
                f"TZ={self.zone}",
                f"LC_ALL={self.locale}",
                f"PYTHONHASHSEED={self.seed}",
                f"{self.cores or os.cpu_count()} cores",
                f"umask {self.mask:03o}",
                f"clock {self.days:+d} days" if self.days else "clock as it is",
                "no network" if self.strange else "network as it is",
                "settings and dates of files that nobody would expect" if self.strange else "no settings",
            ]
        )

    def prefix(self) -> list[str]:
        """The command that runs the build's command."""
        return [*isolation().offline] if self.strange else []

    def environment(self, root: Path, home: Path) -> dict[str, str]:
        """The environment variables of the build, besides its search path."""
        named = {
            "HOME": str(home),
            "TZ": self.zone,
            "LC_ALL": self.locale,
            "LANGUAGE": self.locale.partition("_")[0],
            "PYTHONHASHSEED": self.seed,
        }
        another = {
            "PYTHONPATH": str(root),
            "CLOCK_OFF_BY_DAYS": str(self.days),
            "NOTE_NETWORK_IN": str(root.parent / NETWORK),
        }
        strange = {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "xterm-256color", "USER": "somebody"}
        return {**named, **({**another, **strange} if self.strange else {})}

    def enter(self) -> None:
        """Set up the new process before it becomes the build."""
        os.umask(self.mask)
        if self.cores and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: self.cores])

    def furnish(self, root: Path, home: Path) -> None:
        """Create the user's home, and set the dates of the project's files."""
        home.mkdir()
        if not self.strange:
            return
        shutil.copy(Path(__file__).with_name("clock_and_network.py"), root / "sitecustomize.py")
        for file, text in (
            (".config/matplotlib/matplotlibrc", "font.size: 30\naxes.facecolor: red\n"),
            (".ipython/profile_default/startup/00.py", "print('started by a user')\n"),
            (".jupyter/jupyter_config.json", '{"NbConvertApp": {"export_format": "script"}}\n'),
            (".gitconfig", "[log]\n\tdate = relative\n\tshowSignature = true\n[color]\n\tui = always\n"),
        ):
            (home / file).parent.mkdir(parents=True, exist_ok=True)
            (home / file).write_text(text, "utf-8")
        for number, path in enumerate(sorted(p for p in root.rglob("*") if ".git" not in p.parts)):
            stamp = (LONG_AGO, TO_COME)[number % 2]
            os.utime(path, (stamp, stamp), follow_symlinks=False)


HERE = Conditions("first", "one/book", "UTC", "C", "1", 0, 0o022, 0, strange=False)
THERE = Conditions(
    "second", "another place/책 of a longer name/book",
    "Asia/Seoul", "ko_KR.UTF-8", "4242", 1, 0o077, 400, strange=True,
)  # fmt: skip
