"""A pytest plugin that tries every mutant of a tree on the collected tests that reach it.

The tests are collected once and run once as they are; that run tells which of them call which function.
Then each mutant has a forked process of its own, in which it is switched on and the tests of its function run
until one fails. So nothing is imported or collected twice, and a mutant costs little more than its tests.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation import trampoline

KILLED, SURVIVED, TIMEOUT, UNTESTED = "killed", "survived", "timeout", "untested"
# A test may take ten times its time without a mutant, and a few seconds for reading from disk.
_SECONDS, _TIMES = 3.0, 10.0
_BYTES = 4 << 30
# These modules do not depend on any rule that has mutants; nor does any reading on a rule of comparing.
_NO_RULES = (
    "scripts.english",
    "scripts.reading.furniture",
    "scripts.record.lookups",
    "scripts.record.phrase_search",
    "scripts.reading.words",
)
_READING = "scripts.reading"


def _keep_all() -> None:
    """Let caches grow: every mutant asks for the same sentences, more of them than the program keeps."""
    bounded = functools.lru_cache

    def unbounded(maxsize: object = None, typed: bool = False) -> Any:
        return bounded(None, typed)(maxsize) if callable(maxsize) else bounded(None, typed)

    functools.lru_cache = unbounded  # type: ignore[assignment]


_keep_all()  # before any module of the rules is imported


class Trials:
    """What the tests reach, and the outcome of each mutant."""

    def __init__(self, names: list[str], written: Path, jobs: int) -> None:
        self.names = names
        self.written = written
        self.jobs = jobs
        self.outcomes: dict[str, str] = {}
        self.killers: dict[str, str] = {}
        self.durations: dict[str, float] = {}
        self.reaching: defaultdict[str, list[pytest.Item]] = defaultdict(list)
        self.kills: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.running: dict[int, tuple[str, list[pytest.Item], int]] = {}

    def survey(self, items: Iterable[pytest.Item]) -> None:
        """Run every test on the unchanged code. Raises UsageError if one fails."""
        hits: set[str] = set()
        trampoline.record_trampoline_hit = lambda name, caller=None: hits.add(name)
        trampoline.set_mutant_under_test("stats")
        for item in items:
            hits.clear()
            begun = time.process_time()
            reports = runtestprotocol(item, log=False, nextitem=None)
            self.durations[item.nodeid] = time.process_time() - begun
            for report in reports:
                if report.failed:
                    raise pytest.UsageError(f"{item.nodeid} fails without a mutant:\n{report.longreprtext}")
            for name in hits:
                self.reaching[name].append(item)

    def run(self) -> None:
        """Try all mutants, several at once, and write the outcomes."""
        for count, name in enumerate(self.names):
            function = trampoline.mangled_name_from_mutant_name(name)
            tests = self._ordered(function)
            if not tests:
                self.outcomes[name] = UNTESTED
                continue
            while len(self.running) >= self.jobs:
                self._collect()
            self._fork(name, tests)
            if count % 100 == 0:
                print(f"{count}/{len(self.names)} {Counter(self.outcomes.values())}", file=sys.__stderr__)
        while self.running:
            self._collect()
        self.written.write_text(
            json.dumps({"outcomes": self.outcomes, "killers": self.killers}, indent=1), "utf-8"
        )

    def _ordered(self, function: str) -> list[pytest.Item]:
        """The tests that reach a function, ordered: earlier killers, its own file's tests, fast ones."""
        module = function.rsplit(".", 2)[-2]
        kills = self.kills[function]
        return sorted(
            self.reaching[function],
            key=lambda i: (-kills[i.nodeid], module not in i.path.stem, self.durations[i.nodeid], i.nodeid),
        )

    def _fork(self, name: str, tests: list[pytest.Item]) -> None:
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(read)
            _trial(name, [(t, self.durations[t.nodeid]) for t in tests], write)
        os.close(write)
        self.running[pid] = (name, tests, read)

    def _collect(self) -> None:
        pid, status = os.wait()
        name, tests, read = self.running.pop(pid)
        with os.fdopen(read, "rb") as pipe:
            failed = pipe.read().decode()
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
            self.outcomes[name] = TIMEOUT
        elif os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
            self.outcomes[name] = SURVIVED
        else:
            self.outcomes[name] = KILLED
            if failed:
                killer = tests[int(failed)].nodeid
                self.killers[name] = killer
                self.kills[trampoline.mangled_name_from_mutant_name(name)][killer] += 1


def _trial(name: str, tests: list[tuple[pytest.Item, float]], told: int) -> None:
    """Run the tests of one mutant in this process, then end it."""
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        trampoline.set_mutant_under_test(name)
        _forget(name)
        gc.disable()
        for number, (item, seconds) in enumerate(tests):
            signal.setitimer(signal.ITIMER_PROF, _SECONDS + _TIMES * seconds)
            if not _passes(item):
                os.write(told, str(number).encode())
                os._exit(1)
        os._exit(0)
    finally:
        os._exit(2)


def _passes(item: pytest.Item) -> bool:
    """Run a test for its outcome only: reporting each failure would take longer than most tests."""
    state = item.session._setupstate
    item._initrequest()  # type: ignore[attr-defined]
    try:
        state.setup(item)
        item.runtest()
    except pytest.skip.Exception:
        return True
    except BaseException:  # an exit or an interrupt that a mutant causes is a failure like any other
        return False
    finally:
        state.teardown_exact(None)
    return True


def _forget(mutant: str) -> None:
    """Empty caches that the changed rule may have filled before the change was active."""
    kept = _NO_RULES if mutant.startswith(_READING) else (*_NO_RULES, _READING)
    for name, module in list(sys.modules.items()):
        if name.startswith("scripts."):
            for value in list(vars(module).values()):
                home = str(getattr(value, "__module__", ""))
                if hasattr(value, "cache_clear") and not home.startswith(kept):
                    value.cache_clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options that the driver passes (see __main__.py)."""
    parser.addoption("--mutants", type=Path, required=True)
    parser.addoption("--outcomes", type=Path, required=True)
    parser.addoption("--jobs", type=int, default=1)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants instead of only running the tests."""
    option = session.config.option
    names = json.loads(option.mutants.read_text("utf-8"))
    trials = Trials(names, option.outcomes, option.jobs)
    trials.survey(session.items)
    gc.freeze()  # memory pages that a mutant's process does not touch are not copied
    trials.run()
    return True
