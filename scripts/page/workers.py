"""The processes that work for the page: one for each request, which can be ended at any time.

One waits in reserve, so that nobody waits for a process to load the language. As many work at once as there
are cores; who comes then waits for a turn, and is told.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path

from scripts.ground.machine import cores
from scripts.page.worker import SIZE

_ROOT = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module; "
    "sys.exit(import_module(sys.argv[2]).main(*sys.argv[3:]))"
)
MOST_WAITING = 16
_DIED = "the work ended before it was done ({how}): try it again, or with shorter texts"
_FULL = "too many comparisons wait already: try again when some of them are done"

_CLOSING = 1.0  # seconds until a pipe to a process that has ended is closed


class Workers:
    """The processes of one server; ``reference`` is a folder with a cited record, or None."""

    def __init__(self, reference: Path | None = None) -> None:
        self._reference = str(reference.resolve()) if reference else ""
        self._turns = asyncio.Semaphore(cores())
        self._waiting = 0
        self._reserve: asyncio.subprocess.Process | None = None
        self._all: set[asyncio.subprocess.Process] = set()

    async def keep_one_in_reserve(self) -> None:
        """Start the process that waits for the next request."""
        if self._reserve is None or self._reserve.returncode is not None:
            self._reserve = await self._started()

    async def answers(self, body: bytes) -> AsyncGenerator[bytes, None]:
        """Yield what a process says of a request, each message as JSON: steps, then one answer or problem.

        The process is ended when this generator is closed.
        """
        if self._waiting >= MOST_WAITING:
            yield _problem(_FULL)
            return
        if self._turns.locked():
            yield json.dumps({"step": "waiting for other comparisons to be done"}).encode()
        self._waiting += 1
        try:
            await self._turns.acquire()
        finally:
            self._waiting -= 1
        worker = None
        try:
            yield json.dumps({"step": "starting"}).encode()
            worker = await self._taken()
            async for message in self._said(worker, body):
                yield message
        finally:
            self._turns.release()
            if worker is not None:
                await self._end(worker)

    async def _said(self, worker: asyncio.subprocess.Process, body: bytes) -> AsyncGenerator[bytes, None]:
        assert worker.stdin is not None
        assert worker.stdout is not None
        with suppress(ConnectionError):
            worker.stdin.write(SIZE.pack(len(body)))
            worker.stdin.write(body)
            await worker.stdin.drain()
        while True:
            try:
                size = await worker.stdout.readexactly(SIZE.size)
                message = await worker.stdout.readexactly(SIZE.unpack(size)[0])
            except (asyncio.IncompleteReadError, ConnectionError):
                yield _problem(_DIED.format(how=_ending(await worker.wait())))
                return
            yield message
            if not message.startswith(b'{"step"'):
                return

    async def _taken(self) -> asyncio.subprocess.Process:
        """Return the process in reserve, or a new one where there is none."""
        worker, self._reserve = self._reserve, None
        return worker if worker is not None and worker.returncode is None else await self._started()

    async def _started(self) -> asyncio.subprocess.Process:
        given = (str(_ROOT), f"{__package__}.worker", self._reference)
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _START, *given,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # a key that ends the server is not meant for it; its readers end with it
        )  # fmt: skip
        self._all.add(worker)
        return worker

    async def _end(self, worker: asyncio.subprocess.Process) -> None:
        """End a process and those that it has started, and wait until it has ended."""
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(worker.pid, signal.SIGKILL)
            else:
                worker.kill()
        await worker.wait()
        if worker.stdin is not None:  # what it had not read is lost; unasked, that would be told at the end
            worker.stdin.close()
            with suppress(ConnectionError, asyncio.TimeoutError):
                await asyncio.wait_for(worker.stdin.wait_closed(), _CLOSING)
        self._all.discard(worker)

    async def end_all(self) -> None:
        """End every process of this server."""
        await asyncio.gather(*map(self._end, tuple(self._all)))


def _problem(line: str) -> bytes:
    return json.dumps({"problem": line}).encode()


def _ending(code: int) -> str:
    """Say how a process ended: by which signal, or with which status."""
    if code >= 0:
        return f"status {code}"
    with suppress(ValueError):
        return f"killed by {signal.Signals(-code).name}, as for want of memory"
    return f"killed by signal {-code}"
