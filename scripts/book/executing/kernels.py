"""Kernels forked from one process, the nursery, which has already done the imports and read the report.

Every chapter begins with the same imports and the same report, which take a kernel more than a second. The
nursery does that once and runs no chapter itself, so all chapters start alike and see nothing of each other.
It ends with its kernels when its standard input closes: however a build ends, no process is left.

Ordinary kernels are used where processes cannot be forked and watched (not Linux), or where the nursery fails
or prints anything, since that output would belong into a chapter.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import select
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from threading import Lock
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

LAUNCHER = "ipykernel_launcher"
# Variables that an IPython kernel sets at its start and matplotlib reads when it is imported.
BACKEND = "module://matplotlib_inline.backend_inline"


class Kernel:
    """A process forked by the nursery, for a kernel manager (`subprocess` can only handle own children)."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        """Raises `OSError` where this system cannot watch a process."""
        self.pid = pid
        self._watched = os.pidfd_open(pid)

    def poll(self, milliseconds: int | None = 0) -> int | None:
        """None while it runs."""
        ended = select.poll()
        ended.register(self._watched, select.POLLIN)
        return 0 if ended.poll(milliseconds) else None

    def wait(self) -> int | None:
        """Wait until it has ended, and release it."""
        ended = self.poll(None)
        os.close(self._watched)
        return ended

    def send_signal(self, number: int) -> None:
        """Send it a signal, but never to another process that has taken over its number."""
        signal.pidfd_send_signal(self._watched, number)


class Nursery:
    """The process that kernels are forked from. It starts with the first kernel and must be closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def bear(self, command: list[str], folder: str, said: str) -> Kernel | None:
        """Fork a kernel as `command` would start it in `folder`, its output in `said`; None on failure."""
        if not hasattr(os, "pidfd_open") or command[:3] != [sys.executable, "-m", LAUNCHER]:
            return None
        asked = json.dumps([command[3:], folder, said]).encode()
        with self._turn:
            process = self._process = self._process or self._begun()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(asked + b"\n")
                return Kernel(int(process.stdout.readline()))
            except (OSError, ValueError):  # the nursery has ended, or never was ready
                return None

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "scripts.book.executing.kernels"],
            cwd=self._folder,
            env=dict(os.environ),  # the environment of an ordinary kernel, without what libraries have added
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # an interrupt from the keyboard reaches only the build
        )

    def close(self) -> None:
        """End the nursery and all of its kernels that are still running."""
        if self._process:
            with self._process:
                pass


class Forked(LocalProvisioner):
    """A kernel provisioner: it forks the kernel from the nursery, or else starts it in the ordinary way."""

    def __init__(self, nursery: Nursery, **traits: Any) -> None:
        super().__init__(**traits)
        self._nursery = nursery

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel. The connection file exists already."""
        born = self._nursery.bear(cmd, kwargs["cwd"], kwargs["stderr"].name)
        if born is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = born  # type: ignore[assignment]  # as much of one as is asked for
        self.pid = self.pgid = born.pid
        self.cwd = kwargs["cwd"]
        return self.connection_info


def _prepare() -> None:
    """Import what all chapters import, and read the report that they share."""
    import ipykernel.kernelapp  # noqa: F401
    import matplotlib.backends.backend_svg  # noqa: F401

    from scripts import report

    found = report.read()
    try:
        from scripts import exhibits  # noqa: F401
    except ImportError:  # a book without accounts
        return
    assert found.findings
    assert found.claims
    assert found.alignments


def main() -> None:
    """In the nursery: prepare, then fork a kernel for each line of standard input."""
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # a kernel ends with the nursery
    os.environ.setdefault("MPLBACKEND", BACKEND)
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        _prepare()
    if said.getvalue():
        return
    gc.freeze()  # keep shared memory pages shared
    born = []
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(*json.loads(line))
            return
        born.append(child)
        print(child, flush=True)
    for child in born:  # only now reaped, so no other process can have its number
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _become(arguments: list[str], folder: str, said: str) -> None:
    """Turn this process into the kernel of `python -m ipykernel_launcher`, in a session of its own."""
    os.setsid()
    for path, flags, streams in ((os.devnull, os.O_RDONLY, (0,)), (said, os.O_WRONLY | os.O_APPEND, (1, 2))):
        opened = os.open(path, flags)
        for stream in streams:
            os.dup2(opened, stream)
        os.close(opened)
    os.chdir(folder)
    sys.path[0] = folder
    sys.argv[1:] = arguments
    runpy.run_module(LAUNCHER, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
