"""`python -m scripts.book.installation.locking`: write every lock of the project, or none.

The main lock is made from `pyproject.toml`, with every extra and every group. The others, for packages that
are installed outside `.venv`, are made from the `.in` file of the same name; what `excluded.in` beside it
names is left out, with all that only it asks for.

Extras that packages ask of each other stay in the lock: pip before 24.1 accepts `coverage==7` as a pin of
`coverage[toml]` only until a newer coverage is released.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from uv import find_uv_bin

from scripts.book.installation.environment import ROOT, Missing, command
from scripts.book.installation.locks import LOCKS
from scripts.ground import atomic_files

_COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-strip-extras", "--no-header", "--no-emit-index-url",
)  # fmt: skip
_FETCHED_ALONE = "tests/book/checkers.txt"  # files in these are read, and none of them is run


def made(root: Path, upgrade: Sequence[str]) -> dict[str, bytes]:
    """Each lock as it should be now. Raises `Missing`, in one line, if one cannot be made.

    Locked versions stay as they are where possible, except for the packages named in `upgrade` (`all`: every
    one).
    """
    newer = ["--upgrade"] if "all" in upgrade else [f"--upgrade-package={name}" for name in upgrade]
    with tempfile.TemporaryDirectory() as folder:
        main = _compiled(root, "requirements.txt", newer, (root / LOCKS[0]).read_bytes(), Path(folder))
        # The others start from the versions of the main lock, so that they differ only where they must.
        old = {lock: b"" if "all" in upgrade else (root / lock).read_bytes() for lock in LOCKS[1:]}
        newer = [] if "all" in upgrade else newer
        aside = {lock: _compiled(root, lock, newer, main + old[lock], Path(folder)) for lock in old}
    return {LOCKS[0]: main, **aside}


def _compiled(root: Path, lock: str, newer: Sequence[str], known: bytes, folder: Path) -> bytes:
    """A lock made anew. Where several versions would do, the one in `known` is kept."""
    out = folder / lock
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(known)
    compile_ = [find_uv_bin(), *_COMPILE, *_asked(root, lock), *newer, "-o", str(out)]
    done = subprocess.run(compile_, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Missing(f"cannot make {lock}: {' '.join(done.stderr.split()) or 'uv says nothing'}")
    return out.read_bytes()


def _asked(root: Path, lock: str) -> list[str]:
    if lock != LOCKS[0]:
        excluded = Path(lock).with_name("excluded.in")
        return [
            str(Path(lock).with_suffix(".in")),
            *(["--no-deps"] if lock == _FETCHED_ALONE else []),
            *([f"--excludes={excluded}"] if (root / excluded).is_file() else []),
        ]
    groups = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return ["pyproject.toml", "--all-extras", *(f"--group={group}" for group in groups)]


def main() -> int:
    """Write the locks and return the exit status."""
    arguments = argparse.ArgumentParser(prog="make locks", description=__doc__)
    arguments.add_argument("--upgrade", nargs="*", default=[], metavar="PACKAGE", help="`all`, or names")
    upgrade = arguments.parse_args().upgrade
    return command("locks", lambda: _write(ROOT, upgrade))


def _write(root: Path, upgrade: Sequence[str]) -> None:
    locks = made(root, upgrade)
    for lock, text in locks.items():
        atomic_files.write(root / lock, text)
        print(f"written: {lock}")


if __name__ == "__main__":
    sys.exit(main())
