"""Starts processes: applies a function to many values on all cores of this machine."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from generator.model.each import Each, Found, Given, in_turn
from generator.work.cores import cores
from generator.work.faults import WorkerEndedError

WORTH_A_PROCESS = 100
"""Documents: fewer are read sooner than another process starts."""

CHUNK = 16
"""Documents that travel together: enough that the way costs little."""


@contextmanager
def in_processes(jobs: int | None) -> Iterator[Each]:
    """Applies functions in *jobs* processes; None: in as many as cores, if worth it.

    They are started when first needed, each from a fresh interpreter, so that it is
    the same on every system.
    """
    pools: list[ProcessPoolExecutor] = []
    count = jobs or cores()

    def each(
        function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        if count == 1 or (jobs is None and len(values) < WORTH_A_PROCESS):
            yield from in_turn(function, values)
            return
        if not pools:
            context = multiprocessing.get_context("spawn")
            pools.append(ProcessPoolExecutor(count, context, _leave_interrupts))
        try:
            yield from pools[0].map(function, values, chunksize=CHUNK)
        except BrokenProcessPool as error:
            raise WorkerEndedError from error

    try:
        yield each
    finally:
        for pool in pools:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C reaches all processes of a terminal; the first one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
