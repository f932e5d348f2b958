"""What an input must not do: read or start anything outside its own folder, or take too long."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
# The program and its environment: modules and data files are read when first needed.
_OWN = tuple(
    os.path.realpath(path)
    for path in (
        ROOT / "scripts",
        ROOT / "seeds",
        sysconfig.get_paths()["stdlib"],
        sys.prefix,
        sys.base_prefix,
    )
)
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "ctypes.",
    "urllib.",
)
_BASE_SECONDS, _SECONDS_A_CHARACTER = 10, 0.0005

_allowed: tuple[str, ...] | None = None
_crossed: list[str] = []


class Crossed(AssertionError):
    """Something was opened or started that the input must not open or start."""


class Slow(AssertionError):
    """Reading took far more processor time than the input's size can explain."""


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _allowed is None:
        return
    if event.startswith(_FORBIDDEN):
        _crossed.append(f"{event} {arguments!r}")
    elif event == "open" and isinstance(arguments[0], str | bytes):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if not any(path == root or path.startswith(root + os.sep) for root in (*_OWN, *_allowed)):
            _crossed.append(path)


sys.addaudithook(_hook)


@contextmanager
def inside(*folders: Path) -> Iterator[None]:
    """Allow the program to open only files of ``folders`` and its own. Raises Crossed."""
    global _allowed
    _crossed.clear()
    _allowed = tuple(os.path.realpath(folder) for folder in folders)
    try:
        yield
    finally:
        _allowed = None
    if _crossed:
        raise Crossed(f"went outside: {_crossed[0]}")


_started, _seconds = 0.0, float("inf")


def _stop(number: int, frame: FrameType | None) -> None:
    if time.process_time() - _started > _seconds:
        raise Slow("more processor time than its size explains")


@contextmanager
def bounded(characters: int) -> Iterator[None]:
    """Stop work that takes far more processor time than ``characters`` explain, whatever the machine's load.

    It is a last resort for work that never ends; growth is tested by counting steps. Raises Slow.
    """
    global _started, _seconds
    if (
        signal.getsignal(signal.SIGVTALRM) is not _stop
    ):  # set once, because setting it for each input takes long
        signal.signal(signal.SIGVTALRM, _stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, 1, 1)
        atexit.register(signal.setitimer, signal.ITIMER_VIRTUAL, 0)
    _started, _seconds = time.process_time(), _BASE_SECONDS + _SECONDS_A_CHARACTER * characters
    try:
        yield
    finally:
        _seconds = float("inf")
