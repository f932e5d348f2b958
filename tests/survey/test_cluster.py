"""A survey on a Dask cluster: a scheduler and two workers, each a process of its own, on this machine."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import distributed
import pytest
from distributed import KilledWorker, WorkerPlugin
from surveyed import ROOT, command, lines, rows, survey, until

from scripts.__main__ import main
from scripts.ground.faults import Fault
from scripts.survey import cluster as dask
from scripts.survey import comparing
from scripts.survey.account_files import Text
from scripts.survey.outcomes import Outcome

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
            process.terminate()
        for process in self._all:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
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


def test_a_worker_that_missed_the_reference_is_given_it(
    cluster: Cluster, place: Path, given: comparing.Setup
) -> None:
    cluster.work()
    with distributed.Client(cluster.address, set_as_default=False) as client:
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
    monkeypatch.setattr(dask, "_JOINING", 1)
    assert "it has no worker" in told(capsys, place, cluster.address)


# What the cluster answers, without a cluster.


class Client:
    """Stands in for the client of a cluster whose workers answer as they are told to."""

    def __init__(self, answer: Exception | None = None) -> None:
        self.answer = answer

    def wait_for_workers(self, number: int, timeout: float) -> None:
        return None

    def register_plugin(self, plugin: WorkerPlugin, name: str) -> None:
        if self.answer:
            raise self.answer
        plugin.setup(None)


@pytest.fixture
def given(place: Path) -> comparing.Setup:
    return comparing.setup(place / "release.txt", (place / "release.txt").read_bytes())


def test_workers_read_the_reference_as_they_are_set_up(
    given: comparing.Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "_ready", {})
    dask._set_up(Client(), given, "tcp://x")  # type: ignore[arg-type]
    assert list(comparing._ready) == [given.against]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (ModuleNotFoundError("scripts"), "its workers cannot be set up (ModuleNotFoundError: scripts)"),
        (Fault("survey", "a worker", "it has other rules", "install"), "it has other rules"),
    ],
)
def test_workers_that_cannot_be_set_up_are_a_fault(
    given: comparing.Setup, answer: Exception, problem: str
) -> None:
    with pytest.raises(Fault, match=re.escape(problem)):
        dask._set_up(Client(answer), given, "tcp://x")  # type: ignore[arg-type]


class Answer:
    """Stands in for a future that has failed."""

    def __init__(self, status: str, error: Exception | None = None) -> None:
        self.status, self._error = status, error

    def exception(self) -> Exception | None:
        return self._error


def test_an_account_that_kills_its_workers_is_given_up_and_a_lost_cluster_is_a_fault(
    given: comparing.Setup,
) -> None:
    team = object.__new__(dask._Team)
    team._given, team._address = given, "tcp://x"
    killed = KilledWorker("task", None, 3)  # type: ignore[arg-type]
    line = team._failed(Answer("error", killed), Text("a.txt"))  # type: ignore[arg-type]
    outcome = Outcome.parsed(line)
    assert outcome is not None
    assert (outcome.problem, outcome.again) == (dask._DIED, True)
    for lost in (Answer("cancelled"), Answer("error", ValueError("bad bytes"))):
        with pytest.raises(Fault, match=r"the work was lost .*run the same command again"):
            team._failed(lost, Text("a.txt"))  # type: ignore[arg-type]
