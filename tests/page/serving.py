"""The page as a user starts it: a server in a process of its own, and requests that a browser would send."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.conftest import ROOT

ONE = (
    "Mayor Ana Duarte opened the new dam near Kanth on Monday. The works cost 19 million euros. Two workers "
    "were hurt when a crane fell, and the builder, Veltra, may close the site.\n"
)
TWO = (
    "The new dam near Kanth was opened on Monday by Mayor Luis Poe. The works cost 91 million euros. A pair "
    "of workers were injured when a crane fell, and Veltra, the builder, will close the site.\n"
)


@dataclass(frozen=True)
class Served:
    """A running server: its process, and the address that it has printed."""

    process: subprocess.Popen[str]
    address: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    def ask(
        self, path: str, method: str = "GET", body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, str], str]:
        """The answer to a request: its status, its headers, its text."""
        connection = http.client.HTTPConnection(self.host, timeout=120)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read().decode()
        finally:
            connection.close()

    def work(
        self, task: str, texts: Sequence[tuple[str, str, bytes]], **more: object
    ) -> list[dict[str, object]]:
        """What the page is told, line by line, of a task on texts: letter, name, bytes of each."""
        status, _, text = self.ask(f"{self.path}work", "POST", body(task, texts, **more), self.own)
        assert status == 200, text
        return [json.loads(line) for line in text.splitlines()]

    @property
    def own(self) -> dict[str, str]:
        """The headers by which a browser says that the page itself asks."""
        return {"Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"}

    def workers(self) -> list[int]:
        """The processes that the server has started."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(word) for word in children.read_text("ascii").split()]

    def kill_workers(self) -> None:
        for worker in self.workers():
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)


def body(task: str, texts: Sequence[tuple[str, str, bytes]], **more: object) -> bytes:
    """A request as the page sends it."""
    rows = [{"siglum": siglum, "name": name, "size": len(data)} for siglum, name, data in texts]
    head = json.dumps({"task": task, "whole": False, "texts": rows, **more}).encode()
    return b"\n".join([head, b"".join(data for _, _, data in texts)])


def both() -> list[tuple[str, str, bytes]]:
    """Two short accounts."""
    return [("A", "one.txt", ONE.encode()), ("B", "two.txt", TWO.encode())]


@contextmanager
def serving(
    *arguments: str,
    command: Sequence[str] = (sys.executable, "-m", "scripts"),
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> Iterator[Served]:
    """Start the server, and end it as a user does."""
    process = subprocess.Popen(
        [*command, "open", "--no-browser", *arguments],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Open http://127.0.0.1:"), process.communicate(timeout=30)
        yield Served(process, line.split()[1])
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, "stopped\n"), errors
