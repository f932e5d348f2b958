"""A survey on one machine: worker processes that each read the reference once and then take accounts.

Only a few accounts are in progress at any time. When a process dies (killed, or out of memory), the accounts
in progress are tried again one at a time, to find the one that kills its process. After a second death with
that account alone, it is given up and the reason noted.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_context, parent_process

from scripts.ground.faults import Fault
from scripts.survey.account_files import Text
from scripts.survey.comparing import Setup, judged, prepare
from scripts.survey.outcomes import Outcome

_EACH = 4  # accounts in progress for each process, so that none has to wait
_DEATHS = 2  # deaths of processes with a single account
_COLLECTING = (50_000, 10, 100)  # of an account hardly anything refers to itself
_ONE_THREAD = ("BLIS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_FRUITLESS = 10  # consecutive pools that died without a result
_DIED = "a worker process died of it (killed, or out of memory)"


def lines(given: Setup, texts: Iterable[Text], jobs: int) -> Iterator[bytes]:
    """Compare accounts in ``jobs`` processes; yield each line as it is done.

    Raises Fault if the processes die with every account.
    """
    crew = _Crew(given, jobs)
    try:
        yield from crew.lines(iter(texts))
    except BaseException:
        crew.stop()  # a stop does not wait for accounts in progress
        raise
    crew.dismiss()


class _Crew:
    def __init__(self, given: Setup, jobs: int) -> None:
        self._given, self._jobs = given, jobs
        self._under_way: dict[Future[bytes | None], Text] = {}
        self._suspects: deque[Text] = deque()  # in progress when a process died
        self._deaths: Counter[str] = Counter()
        self._alone = False  # whether a suspect is in progress
        self._fruitless = 0
        self._others = set(active_children())
        self._pool = self._hired()

    def _hired(self) -> ProcessPoolExecutor:
        # There is a process for each core; a library that adds up in threads of its own would have them wait
        # for each other. What the user has set stays.
        for name in _ONE_THREAD:
            os.environ.setdefault(name, "1")
        # Each worker is a new interpreter, so it inherits no thread, lock or open file.
        return ProcessPoolExecutor(
            self._jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._given,)
        )

    def dismiss(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def stop(self) -> None:
        with _unstopped():
            for child in set(active_children()) - self._others:
                child.terminate()
            self._pool.shutdown(wait=True, cancel_futures=True)

    def lines(self, texts: Iterator[Text]) -> Iterator[bytes]:
        while True:
            broken = self._fill(texts)
            if not self._under_way and not broken:
                return
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            if broken or any(isinstance(f.exception(), BrokenProcessPool) for f in done):
                yield from self._mended()
            else:
                for future in done:
                    self._fruitless = 0
                    yield self._line(future, self._under_way.pop(future))

    def _fill(self, texts: Iterator[Text]) -> bool:
        """Hand out accounts, suspects one at a time and before all others; say whether the pool is broken."""
        self._alone = self._alone and bool(self._under_way)
        while len(self._under_way) < (1 if self._alone or self._suspects else self._jobs * _EACH):
            self._alone = bool(self._suspects)
            text = self._suspects.popleft() if self._suspects else next(texts, None)
            if text is None:
                break
            try:
                with _unstopped():
                    self._under_way[self._pool.submit(judged, self._given.against, text)] = text
            except BrokenProcessPool:
                self._suspects.appendleft(text)
                return True
        return False

    def _line(self, future: Future[bytes | None], text: Text) -> bytes:
        found = future.result()
        if found is None:
            problem = "it could not be set up as this one was, as when code or data change meanwhile"
            raise Fault("survey", "a worker process", problem, "run the same command again")
        return found

    def _mended(self) -> Iterator[bytes]:
        """Replace a pool in which a process died; yield the lines that were done before."""
        lost, self._under_way = self._under_way, {}
        alone = len(lost) == 1
        wait(lost)  # each future ends, with its result or with the news that the pool is broken
        for future, text in lost.items():
            if not isinstance(future.exception(), BrokenProcessPool):
                self._fruitless = 0
                yield self._line(future, text)
                continue
            self._deaths[text.file] += alone
            if self._deaths[text.file] < _DEATHS:
                self._suspects.append(text)
            else:
                yield Outcome.refused(text, self._given.against, _DIED, again=True).line()
        self._fruitless += 1
        if self._fruitless > _FRUITLESS:
            raise Fault(
                "survey",
                "worker processes",
                "they die with every account",
                "free memory, or lower --jobs",
            )
        self.dismiss()
        self._pool = self._hired()


@contextmanager
def _unstopped() -> Iterator[None]:
    """Delay an interrupt, which could leave a pool half-started or reach a process before it is set up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(given: Setup) -> None:
    """Set up a process: it reads the reference, ignores interrupts, and ends when its parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, daemon=True).start()
    with suppress(Fault):  # reported with the first account that it gets
        _ = prepare(given).account.reading  # loads the parser
        gc.set_threshold(*_COLLECTING)


def _watch() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
