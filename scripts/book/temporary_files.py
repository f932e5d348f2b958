"""Temporary files of a build: in folders that bear its number, so that those of killed builds can be told.

They stand in the system's own place for such and not in the project, whose path may be too long for the
sockets through which kernels are spoken to.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "alliance-accounts-"


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder, gone in the end; a killed build's is swept away by a later one."""
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-") as made:
        yield Path(made)


def sweep() -> None:
    """Clear away the folders of builds that are no more."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not runs(path.name.removeprefix(PREFIX).partition("-")[0]):
            shutil.rmtree(path, ignore_errors=True)


def runs(process: str) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:  # somebody else's
        pass
    return True
