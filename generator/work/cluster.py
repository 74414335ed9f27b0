"""Touches the network: applies a function to many values on the workers of a Dask
cluster (https://distributed.dask.org), or on workers that it starts on this machine.

A worker that is lost costs its chunk again, on another one.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any

from generator.model.each import Each, Found, Given
from generator.work.faults import NoClusterError, OtherVersionError, WorkerEndedError
from generator.work.memory import rules

LOCAL = "local"
CHUNK = 50
"""Documents that travel together."""

AHEAD = 4
"""Chunks for each worker that wait there: more would fill the scheduler's memory."""

PATIENCE = 10
"""Seconds until a scheduler that does not answer counts as none."""


@contextmanager
def on_cluster(address: str) -> Iterator[Each]:
    """Applies functions on the cluster at *address* ("tcp://host:8786", or "local").

    Raises:
        NoClusterError: Dask is not installed, or nothing answers.
        OtherVersionError: A worker has another version of dateline.
    """
    try:
        # Imported here, and untyped: most installations have no Dask.
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise NoClusterError(
            "Dask is not installed, so there is no cluster. "
            "Install it with: pip install 'dateline[cluster]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.ERROR)
    with ExitStack() as stack:
        if address == LOCAL:
            started = distributed.LocalCluster(
                threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
            )
            stack.enter_context(started)
            place = started.scheduler_address
        else:
            place = address
        try:
            client = distributed.Client(place, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise NoClusterError(
                f"No Dask scheduler answers at {address}. Start one with "
                "`dask scheduler` and workers with `dask worker`, or write --scheduler "
                "local."
            ) from error
        stack.enter_context(client)
        _compare_versions(client)
        yield lambda function, values: _each(client, function, values)


def _compare_versions(client: Any) -> None:
    """Workers of another version would give other results."""
    theirs = client.run(rules, on_error="return")
    others = sorted(w for w, version in theirs.items() if version != rules())
    if others:
        raise OtherVersionError(others)


def _each(
    client: Any, function: Callable[[Given], Found], values: Sequence[Given]
) -> Iterable[Found]:
    killed: type[Exception] = import_module("distributed").KilledWorker
    waiting: deque[Any] = deque()
    ahead = AHEAD * max(1, len(client.scheduler_info()["workers"]))
    try:
        for at in range(0, len(values), CHUNK):
            if len(waiting) >= ahead:
                yield from waiting.popleft().result()
            some = list(values[at : at + CHUNK])
            waiting.append(client.submit(_of_chunk, function, some, pure=False))
        while waiting:
            yield from waiting.popleft().result()
    except killed as error:
        raise WorkerEndedError from error
    finally:
        for future in waiting:
            future.cancel()


def _of_chunk(
    function: Callable[[Given], Found], values: Sequence[Given]
) -> list[Found]:
    return [function(value) for value in values]
