"""Make the locked Python environment in `.venv`, and install what Debian needs for it.

It is run by path with the system's own Python (`python3 scripts/book/installation/environment.py`) before
anything is installed. So it imports only the standard library, and no other module of the project.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OLDEST, NEWEST = (3, 11), (3, 13)

if __name__ == "__main__" and not OLDEST <= sys.version_info[:2] <= NEWEST:
    # This file keeps to the syntax of Python 3.6, so that an old Python can parse it and print this message.
    sys.exit(
        "environment: Python 3.11, 3.12 or 3.13 is needed, {} is {}: "
        "name another one, as in `make book PYTHON=python3.12`".format(
            sys.executable, ".".join(map(str, sys.version_info[:3]))
        )
    )

# What pip prints when it fails, and what to do about it. The first match counts.
_CAUSES = (
    (r"No space left on device|Disk quota exceeded", "the disk is full: make room, and run it again"),
    (
        r"NewConnectionError|NameResolutionError|ProxyError|SSLError|ConnectTimeout|ReadTimeout|timed out"
        r"|Connection (refused|reset|aborted)|Network is unreachable|Temporary failure in name resolution",
        "no package index was reached: see to the network of this machine, or to its proxy (HTTPS_PROXY)",
    ),
    (r"DO NOT MATCH THE HASHES", "the index has another file than the one that is locked, which is refused"),
    (r"No matching distribution found", "the index has no such package for this Python on this machine"),
)


class Missing(Exception):
    """Something this machine lacks. `str()` is one line: what it is and how to install it."""


def apt_install(*packages: str) -> bool:
    """Install Debian packages. Returns False if apt is absent, fails, or this user may not use it."""
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
    if _run(install, kill=False).returncode == 0:
        return True
    updated = _run([*rights, apt, "update", "-qq"], kill=False).returncode == 0
    return updated and _run(install, kill=False).returncode == 0


def _run(command: list[str], kill: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command without output or questions; stop it when this process is stopped.

    With `kill` false it is asked to end and waited for, because a killed apt leaves packages half unpacked.
    """
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with subprocess.Popen(
        command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", process_group=0,
    ) as running:  # fmt: skip
        try:
            said, _ = running.communicate()
        except BaseException:
            # An interrupted pip cleans up after itself.
            for ask in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)[: 3 if kill else 1]:
                _ask(running, ask)
            running.communicate()
            raise
    return subprocess.CompletedProcess(command, running.returncode, said)


def _ask(running: subprocess.Popen[str], to_end: signal.Signals) -> None:
    """Ask a command, and all processes that it started, to end, and wait a while."""
    try:
        os.killpg(running.pid, to_end)
        running.wait(3)
    except (ProcessLookupError, PermissionError):
        pass  # it has ended, or runs as another user through sudo
    except subprocess.TimeoutExpired:
        pass


def install(what: str, command: list[str], log: Path) -> None:
    """Install with pip and keep its output in a file. Raises `Missing`: what failed, why, what to do."""
    done = _run(command)
    log.parent.mkdir(exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"$ {' '.join(command)}\n{done.stdout}\n")
    if done.returncode != 0:
        why = next((remedy for words, remedy in _CAUSES if re.search(words, done.stdout)), _last_line(done))
        raise Missing(f"cannot install {what}: {why}; all that pip said: {log}")


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stdout.strip().splitlines() or [f"exit status {done.returncode}"]
    return next((line for line in reversed(lines) if line.startswith("ERROR")), lines[-1]).strip().rstrip(".")


def fingerprint(root: Path) -> tuple[str, str]:
    """Two digests: of what the environment is made from, and of what the project is installed from.

    When the first changes, the environment is made anew; when the second changes, only the project is
    installed again. From `pyproject.toml` only what an installation reads counts, not the settings of a
    linter. The version is read from `CITATION.cff`.
    """
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    record = (root / "CITATION.cff").read_text("utf-8").splitlines()
    own = [project["build-system"], project["project"], project["tool"]["setuptools"]]
    own.append([line for line in record if line.startswith("version:")])
    if len(own[-1]) != 1:
        problem = "stands more than once" if own[-1] else "is missing"
        raise Missing(f"CITATION.cff: version: {problem}; write `version:` on a line of its own, once")
    lock = (root / "requirements.txt").read_text("utf-8")
    packages = "\0".join((sys.version, _python(), str(root), lock))
    return hashlib.sha256(packages.encode()).hexdigest(), hashlib.sha256(repr(own).encode()).hexdigest()


def prepare(root: Path) -> None:
    """Make `.venv` from the lock, or keep the existing one if it is up to date.

    The stamp is removed first and written last, so an interrupted installation never passes for a finished
    one. Raises `Missing`, in one line, if the `venv` module is missing or an installation fails.
    """
    environment, wanted = root / ".venv", fingerprint(root)
    if environment.is_symlink():  # a link to another tree's environment, which would be cleared through it
        environment.unlink()
    stamp = environment / ".made-from"
    made = stamp.read_text("utf-8").split() if stamp.is_file() else []
    if made == [*wanted]:
        return
    stamp.unlink(missing_ok=True)
    log = root / "_build" / "environment.log"
    log.unlink(missing_ok=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    if made[:1] != [wanted[0]]:
        _need_venv()
        print(f"setting up .venv {_why(environment, made)} (a minute or two) ...", flush=True)
        _make(environment)
        # The lock is complete, so pip need not resolve dependencies; `pip check` below verifies them.
        lock = ["--no-deps", "--require-hashes", "-r", str(root / "requirements.txt")]
        install("requirements.txt", [*pip, "install", *lock], log)
        install("requirements.txt, which does not hold together (make locks)", [*pip, "check"], log)
    install("the project", [*pip, "install", "--no-deps", "--no-build-isolation", "-e", str(root)], log)
    stamp.write_text("\n".join(wanted), "utf-8")


def _python() -> str:
    """The Python to make the environment with. It cannot be the one in `.venv`, which is cleared."""
    return os.path.realpath(sys.executable)


def _why(environment: Path, made: list[str]) -> str:
    """Which Python it is made with and, if an environment exists, why it is made anew."""
    settings, python = environment / "pyvenv.cfg", sys.version.split()[0]
    text = settings.read_text("utf-8") if settings.is_file() else ""
    before = re.search(r"^version\w*\s*=\s*(\d+\.\d+\.\d+)", text, re.MULTILINE)
    if before and before[1] != python:
        return f"with Python {python} in place of {before[1]}"
    return f"anew with Python {python}, for requirements.txt has changed" if made else f"with Python {python}"


def _need_venv() -> None:
    """Raise `Missing` if no environment can be made. On Debian `venv` is a package of its own."""
    if _run([_python(), "-c", "import ensurepip, venv"]).returncode != 0:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not apt_install(package):
            raise Missing(f"{_python()} has no venv module: on Debian, `apt-get install {package}`")


def _make(environment: Path) -> None:
    made = _run([_python(), "-m", "venv", "--clear", str(environment)])
    if made.returncode != 0:
        raise Missing(f"cannot make {environment}: {_last_line(made)}")


def alone(root: Path) -> None:
    """Prepare the environment, one process at a time: a second one waits for the first."""
    import fcntl

    (root / "_build").mkdir(exist_ok=True)
    with (root / "_build" / ".environment.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another process sets up .venv; waiting for it ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        prepare(root)


_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _stop(number: int, _: object) -> None:
    for each in _SIGNALS:  # a second stop must not interrupt the cleaning up after the first
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt(number)


def command(name: str, work: Callable[[], object]) -> int:
    """Run a command and return its exit status. An error or a stop is one line on standard error."""
    before = {each: signal.getsignal(each) for each in _SIGNALS}
    for each in before:
        if before[each] != signal.SIG_IGN:
            signal.signal(each, _stop)
    try:
        work()
    except KeyboardInterrupt as stopped:
        print(f"{name}: stopped; the next run begins again", file=sys.stderr)
        return 128 + int(stopped.args[0])
    except Missing as missing:
        print(f"{name}: {missing}", file=sys.stderr)
        return 1
    except OSError as error:
        problem = f"cannot write or read {error.filename or ROOT}: {error.strerror or error}"
        print(f"{name}: {problem}", file=sys.stderr)
        return 1
    finally:
        for each in before:
            signal.signal(each, before[each])
    return 0


if __name__ == "__main__":
    sys.exit(command("environment", lambda: alone(ROOT)))
