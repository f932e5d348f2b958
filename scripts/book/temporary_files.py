"""Temporary files of a build, in folders named by its process number, so that leftovers can be recognised.

They are in the system's temporary folder and not in the project, whose path may be too long for the sockets
of kernels.
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
    """An empty folder that is removed at the end. A later build removes what a killed build left."""
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-") as made:
        yield Path(made)


def sweep() -> None:
    """Remove the folders of builds that no longer run."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not runs(path.name.removeprefix(PREFIX).partition("-")[0]):
            shutil.rmtree(path, ignore_errors=True)


def runs(process: str) -> bool:
    """Whether a process with this number exists."""
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:  # another user's process
        pass
    return True
