"""Environments of other programs: made once from a lock of their own, apart from `.venv`."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

from scripts.ground.faults import Fault


def python_of(folder: Path, lock: Path) -> Path:
    """Return the Python of an environment, which is made anew when its lock has changed.

    Raises Fault where the locked packages cannot be installed.
    """
    program, stamp = folder / "bin" / "python", folder / ".made-from"
    wanted = lock.read_text("utf-8")
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        print(f"installing what {lock.parent.name}/{lock.name} names (once) ...", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        options = ["--no-deps", "--require-hashes", "-r"]
        install: list[str | Path] = [program, "-m", "pip", "-q", "install", *options, lock]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no word"])[-1]
            raise Fault(lock.name, "installation", last, "see that packages can be fetched")
        stamp.write_text(wanted, "utf-8")
    return program
