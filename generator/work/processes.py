"""Starts processes: applies a function to many values on all cores of this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from multiprocessing import active_children, get_context, resource_tracker

from generator.model.each import Each, Found, Given, in_turn
from generator.signals import later, leave_to_first
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
    stack = ExitStack()

    def each(
        function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        if count == 1 or (jobs is None and len(values) < WORTH_A_PROCESS):
            yield from in_turn(function, values)
            return
        if not pools:
            pools.append(stack.enter_context(pool_of(count)))
        try:
            with later():
                found = pools[0].map(function, values, chunksize=CHUNK)
            yield from found
        except BrokenProcessPool as error:
            raise WorkerEndedError from error

    with stack:
        yield each


@contextmanager
def pool_of(count: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes, which end with the block, and with this one. They are started
    when something is asked of them, which is to be done where signals are heard
    `later`."""
    if os.name == "posix":
        # It would be started with them, and would let the signals through again.
        with later():
            resource_tracker.ensure_running()
    context = get_context("spawn")
    pool = ProcessPoolExecutor(count, context, leave_to_first, (os.getpid(),))
    try:
        yield pool
    except BaseException:
        for child in active_children():  # nobody waits for what they are doing
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
