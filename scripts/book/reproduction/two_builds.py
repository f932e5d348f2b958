"""`python -m scripts.book.reproduction.two_builds`: make the book twice, unlike; compare every byte.

Both builds start from this tree alone: its last commit, or its files if it has no history. Identical files
are listed in `_build/digests.txt`, in the form of `sha256sum -c`. Each file that differs is named with its
first different byte, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from scripts.book import determinism
from scripts.book.reproduction import byte_comparison
from scripts.book.reproduction.conditions import HERE, NETWORK, THERE, VARIED, Conditions, isolation
from scripts.ground import atomic_files, command_ending
from scripts.ground.faults import Fault

LISTED = "digests.txt"
KEPT = "differing"
# Made by building or testing; not part of the project.
MADE = (".git", ".venv", "_build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")


def lay_out(tree: Path, into: Path) -> None:
    """Copy the project into the empty folder `into`: its last commit, or its files without a history."""
    if (tree / ".git").exists():
        _run(["git", "clone", "--quiet", "--no-hardlinks", str(tree), str(into)], tree, {})
    else:
        shutil.copytree(tree, into, symlinks=True, ignore=shutil.ignore_patterns(*MADE))


def make(root: Path, conditions: Conditions, python: str = sys.executable) -> None:
    """Make all outputs in `root`: the book, its data, a brief. Raises `Fault` where that fails."""
    home = root.parent / "home"
    conditions.furnish(root, home)
    environment = conditions.environment(root, home)
    for step in [["scripts.book"], *more_steps(root)]:
        _run([*conditions.prefix(), python, "-m", *step], root, environment, conditions.enter)


def more_steps(root: Path) -> list[list[str]]:
    """Outputs besides the book, if there are accounts: the data, and a brief on the first pillar."""
    if not (root / "scripts" / "report" / "datapackage").is_dir():
        return []
    pillar = (root / "seeds" / "pillars.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    return [["scripts", "data", "--out", "_build/data"], ["scripts", "brief", pillar]]


def _run(
    command: list[str], root: Path, environment: dict[str, str], enter: Callable[[], None] | None = None
) -> None:
    done = subprocess.run(
        command,
        cwd=root,
        env={"PATH": os.environ["PATH"], **environment},
        preexec_fn=enter,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).strip().splitlines() or [f"exit status {done.returncode}"]
        raise Fault(str(root), " ".join(command), lines[-1], "mend what that says, then compare again")


def _own_python(root: Path) -> str:
    """The Python of an environment of this build's own, installed from the lock."""
    plain = sys._base_executable  # type: ignore[attr-defined]
    _run(
        [plain, "scripts/book/installation/environment.py"], root, dict(os.environ)
    )  # these include pip's own settings
    return str(root / ".venv" / "bin" / "python")


def reproduce(tree: Path, own_environments: bool = False, record: Path | None = None) -> int:
    """Build twice, compare, and print the result; the exit status. Raises `Fault` where a build fails.

    `record` is the file that the book's own table of this is made from.
    """
    both = (HERE, THERE)
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory(dir=_elsewhere()) as there:
        made = [Path(folder) / kind.folder for kind, folder in zip(both, (here, there), strict=True)]
        for root in made:
            root.parent.mkdir(parents=True)
        # Copy both before building, one from the other, so that no edit can come between them.
        lay_out(tree, made[0])
        lay_out(made[0], made[1])
        for kind, root in zip(both, made, strict=True):
            print(f"{kind.name}: {kind.told()} ...", flush=True)
            make(root, kind, _own_python(root) if own_environments else sys.executable)
            asked = root.parent / NETWORK
            if asked.is_file():
                raise Fault(
                    str(root), "network", asked.read_text("utf-8").splitlines()[0], "keep to this machine"
                )
        first, second = (byte_comparison.files(root / "_build") for root in made)
        differing = byte_comparison.differences(first, second)
        leaking = byte_comparison.leaks(first, [*map(str, made), str(tree), sys.prefix])
        digests = byte_comparison.digests(first)
        kept = tree / "_build" / KEPT
        shutil.rmtree(kept, ignore_errors=True)
        for name in differing:
            _keep(kept, name, first, second)
    if record:
        counted = {
            "varied": VARIED,
            "files": len(digests),
            "identical": len(digests.keys() - differing.keys()),
        }
        text = json.dumps({**counted, "differing": sorted(differing)}, indent=1)
        atomic_files.write(record, f"{text}\n".encode())
    for name, problem in {**leaking, **differing}.items():
        print(f"reproducing: {name}: {problem}", file=sys.stderr)
    if differing:
        print(f"reproducing: {len(differing)} files differ; both kinds are in {kept}", file=sys.stderr)
    if differing or leaking:
        return 1
    _tell(digests, tree / "_build" / LISTED)
    return 0


def _keep(folder: Path, name: str, *made: dict[str, Path]) -> None:
    """Keep both versions of a file that differs, to be looked at."""
    for conditions, files in zip((HERE, THERE), made, strict=True):
        if name in files:
            into = folder / conditions.name / name
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(files[name], into)


def _elsewhere() -> str | None:
    """A folder on another file system, if there is one, because that lists files in another order."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return str(memory) if roomy else None


def _tell(digests: dict[str, str], into: Path) -> None:
    into.parent.mkdir(exist_ok=True)
    atomic_files.write(into, byte_comparison.listed(digests).encode())
    print(f"the same, byte for byte: {len(digests)} files")
    for name, digest, count in byte_comparison.summary(digests):
        print(f"{digest}  {name}{f' ({count} files)' if count > 1 else ''}")
    print(f"{into}: each of them; `cd _build && sha256sum -c --ignore-missing {LISTED}` compares this tree's")


@command_ending.command("reproducing")
def main() -> int:
    """Read the arguments and compare. An error is one line and exit status 1."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.book.reproduction.two_builds", description=__doc__
    )
    parser.add_argument(
        "--own-environments", action="store_true", help="install the locked packages anew for each build"
    )
    parser.add_argument("--record", metavar="FILE", type=Path, help="write what came of it, as JSON, too")
    wanted = parser.parse_args()
    uncommitted = _uncommitted(determinism.ROOT)
    if uncommitted:
        print(f"not compared: {uncommitted} files changed since the last commit", flush=True)
    for lack in isolation().lacking:
        print(lack, flush=True)
    return reproduce(determinism.ROOT, wanted.own_environments, wanted.record)


def _uncommitted(tree: Path) -> int:
    if not (tree / ".git").exists():
        return 0
    asked = ["git", "-C", str(tree), "status", "--porcelain"]
    return len(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines())


if __name__ == "__main__":
    command_ending.process(main)
