"""Reading a file in a separate process, with limits on time and memory, no network and no other programs.

If a library loops, takes too much memory or crashes on a hostile file, that process ends, and the user gets
one line.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from scripts.reading.formats.document import Document, Page, Unreadable

SECONDS = 60  # of processor time
MEMORY = 2 << 30  # bytes
# How a process ends that has used up its time, where the system knows of such an end.
_STOPPED = tuple(-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name))
_WALL = 5 * SECONDS  # seconds; the machine may be busy
_ROOT = Path(__file__).resolve().parents[3]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module; "
    "sys.exit(import_module(sys.argv[2]).main(sys.argv[3:]))"
)
_HARMFUL = "open it in the program that it is for and save it anew, or give the text"


def read(kind: str, data: bytes, whole: bool) -> Document:
    """Return what a reader makes of a file. Raises Unreadable on what it refuses, and where it is stopped."""
    command = [
        sys.executable,
        "-c",
        _START,
        str(_ROOT),
        f"{__package__}.inside",
        kind,
        "whole" if whole else "main",
    ]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WALL, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"not read within {SECONDS} s", _HARMFUL) from None
    if done.returncode in _STOPPED:
        raise Unreadable(f"not read within {SECONDS} s", _HARMFUL)
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise Unreadable("its reader ended before it had read it", _HARMFUL) from None
    if "problem" in told:
        raise Unreadable(told["problem"], told["remedy"])
    return _document(told)


def _document(told: dict[str, Any]) -> Document:
    told["day"] = date.fromisoformat(told["day"]) if told["day"] else None
    told["pages"] = tuple(Page(**page) for page in told["pages"])
    return Document(**{**told, "left_out": tuple(told["left_out"]), "remarks": tuple(told["remarks"])})
