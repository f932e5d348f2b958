"""A survey on a Dask cluster: the same accounts, compared by the same function, on many machines.

Workers need this project in the same version, and no shared disk: they are sent the bytes of each account.
The reference is sent once to each worker, also to workers that join later. When a worker dies, the scheduler
gives its accounts to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from scripts.ground.faults import Fault
from scripts.survey.account_files import Text
from scripts.survey.comparing import Setup, judged, prepare
from scripts.survey.outcomes import Outcome

if TYPE_CHECKING:
    from distributed import Client, Future

_EACH = 4  # accounts in progress for each thread of the cluster
_PATIENCE = 30  # seconds to reach the scheduler
_JOINING = 30  # seconds for a first worker to join
_DIED = "workers of the cluster died of it (killed, or out of memory)"


def lines(given: Setup, texts: Iterable[Text], address: str) -> Iterator[bytes]:
    """Compare accounts on the cluster at ``address`` (of its scheduler); yield each line as it is done.

    Raises Fault where dask.distributed is not installed, no scheduler answers, no worker joins, the workers
    have another version of this project, or the cluster is lost on the way.
    """
    client = _client(address)
    try:
        _set_up(client, given, address)
        yield from _Team(client, given, address).lines(iter(texts))
    finally:
        client.close(timeout=2)


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise Fault(
            "--scheduler", address, "dask.distributed is not installed",
            "install the extra: pip install 'alliance-accounts[cluster]'",
        ) from None  # fmt: skip
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:  # a timeout is an OSError, a malformed address a ValueError
        problem = f"no scheduler answers ({type(error).__name__})"
        raise Fault("--scheduler", address, problem, "start one: dask scheduler") from None


def _set_up(client: Client, given: Setup, address: str) -> None:
    """Give the reference to every worker, those that join later too."""
    from distributed import WorkerPlugin

    class Reader(WorkerPlugin):
        def setup(self, worker: object) -> None:
            prepare(given)

    try:
        client.wait_for_workers(1, timeout=_JOINING)
    except TimeoutError:
        raise Fault("--scheduler", address, "it has no worker", "start some: dask worker") from None
    try:
        client.register_plugin(Reader(), name=f"survey-{given.against}")
    except Fault:
        raise
    except Exception as error:  # the worker reports what it lacks
        problem = f"its workers cannot be set up ({type(error).__name__}: {error})"
        raise Fault("--scheduler", address, problem, "install this project on every worker") from None


def taught(given: Setup, text: Text) -> bytes | None:
    """Compare an account on a worker that joined too late to receive the reference."""
    prepare(given)
    return judged(given.against, text)


class _Team:
    def __init__(self, client: Client, given: Setup, address: str) -> None:
        from distributed import as_completed

        self._client, self._given, self._address = client, given, address
        self._under_way: dict[Future[bytes | None], Text] = {}
        self._done = as_completed(loop=client.loop, with_results=True, raise_errors=False)

    def lines(self, texts: Iterator[Text]) -> Iterator[bytes]:
        while self._fill(texts):
            future, result = next(self._done)
            text = self._under_way.pop(future)
            if isinstance(result, bytes):
                yield result
            elif result is None:
                self._submit(text, taught, self._given, text)
            else:
                yield self._failed(future, text)

    def _fill(self, texts: Iterator[Text]) -> bool:
        """Hand out accounts to as many threads as the cluster now has; say whether any is in progress."""
        most = _EACH * max(1, sum(self._client.nthreads().values()))
        while len(self._under_way) < most and (text := next(texts, None)) is not None:
            self._submit(text, judged, self._given.against, text)
        return bool(self._under_way)

    def _submit(self, text: Text, *call: Any) -> None:
        future: Future[bytes | None] = self._client.submit(*call, pure=False)
        self._under_way[future] = text
        self._done.add(future)

    def _failed(self, future: Future[bytes | None], text: Text) -> bytes:
        """Return the line of an account that killed its workers; raises Fault where the cluster is lost."""
        from distributed import KilledWorker

        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return Outcome.refused(text, self._given.against, _DIED, again=True).line()
        problem = f"the work was lost ({error or future.status})"
        raise Fault("--scheduler", self._address, problem, "run the same command again: it goes on from here")
