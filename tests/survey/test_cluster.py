"""A survey on a Dask cluster: a scheduler and two workers, each a process of its own, on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from surveyed import ROOT, command, lines, rows, survey, until

from scripts.__main__ import main

ACCOUNTS = 30


class Cluster:
    """A scheduler and workers as whoever runs a cluster starts them; all of them end with the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        port = self.address.rpartition(":")[2]
        self._all = [self._start("scheduler", "--port", port, "--host", "127.0.0.1", "--no-dashboard")]
        self.workers: list[subprocess.Popen[bytes]] = []

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments],
                cwd=self._folder, stdout=log, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip

    def work(self) -> None:
        """Start a worker."""
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        self.workers.append(self._start("worker", self.address, *options, "--death-timeout", "60"))
        self._all.append(self.workers[-1])

    def close(self) -> None:
        for process in reversed(self._all):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    try:
        yield made
    finally:
        made.close()


def test_a_worker_is_killed_and_all_is_found_that_is_found_locally(
    cluster: Cluster, many: Callable[[int], Path]
) -> None:
    cluster.work()
    cluster.work()
    place = many(ACCOUNTS)
    (place / "accounts" / "bad.txt").write_bytes(b"\xff\xff")
    local = survey(place, "--jobs", "2", out="local")
    run = subprocess.Popen(
        command(place, "--scheduler", cluster.address, out="cluster"), cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    until(lambda: len(lines(place, "cluster")) >= 3 or run.poll() is not None)
    assert run.poll() is None
    assert len(lines(place, "cluster")) < ACCOUNTS
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    out, err = run.communicate(timeout=180)
    assert run.returncode == 0, err
    assert out.replace("/cluster:", "/local:") == local
    ours, theirs = (place / name / "survey.csv" for name in ("cluster", "local"))
    assert ours.read_bytes() == theirs.read_bytes()
    assert [row["file"] for row in rows(place, "cluster") if row["problem"]] == ["bad.txt"]
    assert len(lines(place, "cluster")) == ACCOUNTS + 1


def test_a_worker_that_missed_the_reference_is_given_it(cluster: Cluster, place: Path) -> None:
    from distributed import Client

    from scripts.survey import cluster as dask
    from scripts.survey import comparing
    from scripts.survey.texts import Text

    cluster.work()
    given = comparing.setup(place / "release.txt", (place / "release.txt").read_bytes())
    with Client(cluster.address, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=60)
        text = Text("a.txt", (place / "accounts" / "a" / "copy.txt").read_bytes(), "0" * 64)
        team = dask._Team(client, given, cluster.address)
        found = list(team.lines(iter([text])))  # nobody has told the workers of this reference
    assert len(found) == 1
    assert b'"problem": ""' in found[0]


def told(capsys: pytest.CaptureFixture[str], place: Path, address: str) -> str:
    assert main(command(place, "--scheduler", address)[3:]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()[-1]


def test_a_cluster_that_is_not_there_is_a_fault(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from scripts.survey import cluster as dask

    monkeypatch.setattr(dask, "_PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    assert "no scheduler answers" in told(capsys, place, address)
    assert "no scheduler answers" in told(capsys, place, "nonsense://x")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "dask.distributed is not installed; install the extra" in told(capsys, place, address)


def test_a_cluster_without_workers_is_a_fault(
    cluster: Cluster, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from scripts.survey import cluster as dask

    monkeypatch.setattr(dask, "_JOINING", 1)
    assert "it has no worker" in told(capsys, place, cluster.address)
