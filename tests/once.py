"""What is made once in a run of the tests, and shared by all of its processes.

A book takes seconds or half a minute to build, and each process has fixtures of its own. Here the process
that asks first makes it, in a folder of the whole run, and the others wait for it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder `name` of this run, filled by `make`, here or in another process.

    A failure is not retried. Raises RuntimeError with the reason in each process that asks.
    """
    own = factory.getbasetemp()
    # One process of several has its folder inside that of the run.
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    place, ended = run / name / "made", run / name / "ended"
    place.parent.mkdir(exist_ok=True)
    with (run / name / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ended.exists():
            place.mkdir()
            try:
                make(place)
            except BaseException as error:
                ended.write_text(f"{type(error).__name__}: {error}", "utf-8")
                raise
            ended.write_text("", "utf-8")
        if failed := ended.read_text("utf-8"):
            raise RuntimeError(f"{name} could not be made, in another process: {failed}")
    return place
