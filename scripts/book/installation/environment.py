"""The locked Python environment in `.venv`, and what Debian must add before it can be made.

Run by path with the system's own Python (`python3 scripts/book/installation/environment.py`), before anything
is installed: so this file imports the standard library only, and none of the project's own modules.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OLDEST, NEWEST = (3, 11), (3, 13)


class Missing(Exception):
    """Something this machine lacks; `str()` is one line that says what and how to install it."""


def apt_install(*packages: str) -> bool:
    """Install Debian packages if this user may; False where apt is absent, refused or failed."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    rights: list[str] = []
    if os.geteuid() != 0:
        rights = ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
        if shutil.which("sudo") is None or _run(["sudo", "-n", "true"]).returncode != 0:
            return False
    print(f"installing {' '.join(packages)} ...", flush=True)
    install = [*rights, apt, "install", "-qq", "-y", "--no-install-recommends", *packages]
    if _run(install).returncode == 0:
        return True
    return _run([*rights, apt, "update", "-qq"]).returncode == 0 and _run(install).returncode == 0


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run quietly, asking nothing of the user."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def fingerprint(root: Path) -> tuple[str, str]:
    """What the environment was made from and where, and what the project itself was installed from.

    When the first changes, the environment is made anew; when the second does, only the project is installed
    again. Of `pyproject.toml` only what an installation reads: a linter's settings are no reason to install.
    The version stands in `CITATION.cff`.
    """
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    record = (root / "CITATION.cff").read_text("utf-8").splitlines()
    own = [project["build-system"], project["project"], project["tool"]["setuptools"]]
    own.append([line for line in record if line.startswith("version:")])
    lock = (root / "requirements.txt").read_text("utf-8")
    packages = "\0".join((sys.version, os.path.realpath(sys.executable), str(root), lock))
    return hashlib.sha256(packages.encode()).hexdigest(), hashlib.sha256(repr(own).encode()).hexdigest()


def prepare(root: Path) -> None:
    """Make `.venv` from the lock, or reuse the one that stands.

    The stamp is taken away first and written last, so an interrupted install is never mistaken for a
    finished one. Raises `Missing`, in one line, for a wrong Python, no `venv`, or a failing install.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Missing(
            f"Python 3.11, 3.12 or 3.13 is needed, {sys.executable} is {sys.version.split()[0]}: "
            "name another one, as in `make book PYTHON=python3.12`"
        )
    environment, wanted = root / ".venv", fingerprint(root)
    if environment.is_symlink():  # to that of another tree, which would be cleared through it
        environment.unlink()
    stamp = environment / ".made-from"
    made = stamp.read_text("utf-8").split() if stamp.is_file() else []
    if made == [*wanted]:
        return
    stamp.unlink(missing_ok=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    if made[:1] != [wanted[0]]:
        print("setting up .venv (once, a minute or two) ...", flush=True)
        _make(environment)
        _install([*pip, "install", "--require-hashes", "-r", str(root / "requirements.txt")])
    _install([*pip, "install", "--no-deps", "--no-build-isolation", "-e", str(root)])
    stamp.write_text("\n".join(wanted), "utf-8")


def _make(environment: Path) -> None:
    """Create an empty virtual environment, with Debian's `venv` package where it stands apart."""
    if _run([sys.executable, "-c", "import ensurepip, venv"]).returncode != 0:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not apt_install(package):
            raise Missing(f"{sys.executable} has no venv module: on Debian, `apt-get install {package}`")
    made = _run([sys.executable, "-m", "venv", "--clear", str(environment)])
    if made.returncode != 0:
        raise Missing(f"cannot make {environment}: {_last_line(made)}")


def _install(command: list[str]) -> None:
    done = _run(command)
    if done.returncode != 0:
        raise Missing(f"cannot install {command[-1]}: {_last_line(done)}")


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[-1].strip() if lines else f"exit status {done.returncode}"


def main() -> int:
    """Prepare the environment, alone: a second run waits for the first."""
    import fcntl

    try:
        (ROOT / "_build").mkdir(exist_ok=True)
        with (ROOT / "_build" / ".environment.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            prepare(ROOT)
    except (Missing, OSError) as error:
        print(f"environment: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
