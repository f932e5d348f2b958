"""Surveys and worker processes that are killed: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from surveyed import ROOT, alive, children, command, lines, survey, until

from scripts.__main__ import main
from scripts.ground.faults import Fault
from scripts.survey import processes
from scripts.survey.account_files import Text
from scripts.survey.comparing import Setup
from scripts.survey.outcomes import Outcome

ACCOUNTS = 40


def started(place: Path, out: str) -> subprocess.Popen[bytes]:
    """A survey that has done some of its accounts, paused there until it is resumed."""
    found = subprocess.Popen(
        command(place, "--jobs", "2", out=out), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        # In the background interrupts are ignored, and child processes inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), start_new_session=True,
    )  # fmt: skip
    until(lambda: len(lines(place, out)) >= 5 or found.poll() is not None)
    found.send_signal(signal.SIGSTOP)
    assert 5 <= len(lines(place, out)) < ACCOUNTS
    return found


def test_nothing_is_lost_when_workers_or_the_survey_are_killed(many: Callable[[int], Path]) -> None:
    place = many(ACCOUNTS)
    whole = survey(place, "--jobs", "2", out="whole")
    wanted = (place / "whole" / "survey.csv").read_bytes()
    # One worker is killed: the survey goes on, and ends as usual.
    run = started(place, "worker")
    os.kill(max(children(run.pid)), signal.SIGKILL)
    run.send_signal(signal.SIGCONT)
    assert (run.communicate(timeout=120)[1], run.returncode) == (b"", 0)
    assert (place / "worker" / "survey.csv").read_bytes() == wanted
    assert len(lines(place, "worker")) == ACCOUNTS
    # The survey itself is killed: its workers end with it, and the next run does only the rest.
    run = started(place, "survey")
    workers = children(run.pid)
    run.kill()
    run.communicate(timeout=30)
    kept = lines(place, "survey")
    until(lambda: not any(alive(worker) for worker in workers))
    (place / "survey" / "survey.jsonl").write_bytes(b"".join(kept) + kept[0][:100])  # torn in mid-line
    again = survey(place, "--jobs", "2", out="survey")
    assert again.replace("/survey:", "/whole:") == whole
    assert (place / "survey" / "survey.csv").read_bytes() == wanted
    assert lines(place, "survey")[: len(kept)] == kept
    assert len(lines(place, "survey")) == ACCOUNTS


def test_two_surveys_at_once_are_a_fault_and_an_interrupt_is_no_traceback(
    many: Callable[[int], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    place = many(ACCOUNTS)
    run = started(place, "out")
    assert main(command(place)[3:]) == 1
    assert "another survey is writing into it" in capsys.readouterr().err
    workers = children(run.pid)
    run.send_signal(signal.SIGCONT)
    for _ in range(2):  # in haste; a terminal sends it to all processes of the command
        os.killpg(run.pid, signal.SIGINT)
        time.sleep(0.1)
    assert run.communicate(timeout=60)[1] == b"stopped; the same command goes on from here\n"
    assert run.returncode == 130
    end = time.monotonic() + 20  # a process whose lines are counted writes that down before it ends
    while any(alive(worker) for worker in workers):
        assert time.monotonic() < end
        time.sleep(0.05)


# Worker processes that die of what they are given, without a process: each account has an answer of its own.


class Pool:
    """Stands in for the process pool: an account named `bad` kills it, and it answers no more."""

    made = 0
    most = 0

    def __init__(self, *_: object, **__: object) -> None:
        type(self).made += 1
        self._broken = False
        self._open: list[Future[bytes]] = []

    def submit(self, _: object, against: str, text: Text) -> Future[bytes]:
        if self._broken:
            raise BrokenProcessPool("dead before it was given this")
        future: Future[bytes] = Future()
        self._open.append(future)
        type(self).most = max(type(self).most, sum(not f.done() for f in self._open))
        if text.file.startswith("bad"):
            self._broken = True
            for one in self._open:
                if not one.done():
                    one.set_exception(BrokenProcessPool("died"))
        else:
            future.set_result(Outcome(text.file, "", against).line())
        return future

    def shutdown(self, **_: object) -> None:
        return None


GIVEN = Setup(Path("release.txt"), b"", None, "", "against")  # type: ignore[arg-type]


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> type[Pool]:
    monkeypatch.setattr(processes, "ProcessPoolExecutor", Pool)
    Pool.made = Pool.most = 0
    return Pool


def outcomes(names: list[str]) -> dict[str, str]:
    made = [Outcome.parsed(line) for line in processes.lines(GIVEN, (Text(n) for n in names), 2)]
    assert len(made) == len(names)
    return {one.file: one.problem for one in made if one}


def test_an_account_that_kills_its_process_is_given_up_and_no_other(pool: type[Pool]) -> None:
    good = [f"good-{n}" for n in range(40)]
    names = [*good[:10], "bad-1", *good[10:20], "bad-2", "bad-3", *good[20:]]
    found = outcomes(names)
    assert sorted(found) == sorted(names)
    assert {name for name, problem in found.items() if problem} == {"bad-1", "bad-2", "bad-3"}
    assert all("a worker process died of it" in found[f"bad-{n}"] for n in (1, 2, 3))


def test_what_was_under_way_beside_it_is_done_alone_afterwards(pool: type[Pool]) -> None:
    found = outcomes(["good-1", "bad-1", "good-2", "good-3"])
    assert [name for name, problem in found.items() if problem] == ["bad-1"]
    assert pool.made <= 4


def test_few_accounts_are_under_way_at_a_time(pool: type[Pool], monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    def texts():  # type: ignore[no-untyped-def]
        for number in range(1000):
            taken.append(number)
            yield Text(f"good-{number}")

    done = 0
    for _ in processes.lines(GIVEN, texts(), 2):
        done += 1
        assert len(taken) - done <= 8
    assert done == 1000


def test_processes_that_die_whatever_they_are_given_are_a_fault(pool: type[Pool]) -> None:
    with pytest.raises(Fault, match="die with every account"):
        outcomes([f"bad-{number}" for number in range(40)])


def test_a_process_with_another_setup_ends_the_survey(
    pool: type[Pool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def submit(self: Pool, _: object, against: str, text: Text) -> Future[None]:
        future: Future[None] = Future()
        future.set_result(None)
        return future

    monkeypatch.setattr(Pool, "submit", submit)
    with pytest.raises(Fault, match="could not be set up as this one was"):
        outcomes(["a", "b"])
