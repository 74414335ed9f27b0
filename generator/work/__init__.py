"""Applies the pure functions of the reading to many documents: with what an earlier run
remembers, by several processes, or on a cluster. The results are the same in each case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.model.each import Each, Found, Given, in_turn
from generator.model.progress import UNWATCHED, Progress
from generator.work.last_time import LastTime

__all__ = ["LastTime", "Workers", "working"]


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work. *jobs* is the number of processes; None lets the number of
    documents decide. *scheduler* is a Dask scheduler's address, or "local"."""

    jobs: int | None = None
    scheduler: str = ""


@contextmanager
def working(
    workers: Workers,
    memory: Path | None = None,
    *,
    read_only: bool = False,
    progress: Progress = UNWATCHED,
    rounds: Sequence[str] = (),
) -> Iterator[Each]:
    """How functions are applied inside the `with` block; what it started ends with it.

    *memory* is the file of what earlier runs found; with *read_only* it stays as it is.
    *progress* hears of each call as a stage, which *rounds* name in their order.

    Raises:
        WorkersError: The cluster cannot be reached, or a process was ended.
    """
    with ExitStack() as stack:
        each: Each = in_turn
        if workers.scheduler:
            from generator.work.cluster import on_cluster

            each = stack.enter_context(on_cluster(workers.scheduler))
        elif workers.jobs != 1:
            from generator.work.processes import in_processes

            each = stack.enter_context(in_processes(workers.jobs))
        if memory is not None:
            from generator.work.memory import Memory, remembering

            kept = stack.enter_context(Memory(memory, read_only=read_only))
            each = remembering(each, kept)
        yield _telling(each, progress, iter(rounds)) if rounds else each


BETWEEN = "all documents together"
"""The stage after each round."""


def _telling(each: Each, progress: Progress, rounds: Iterator[str]) -> Each:
    def telling(
        function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        progress.stage(next(rounds), len(values))
        for found in each(function, values):
            progress.made("")
            yield found
        progress.stage(BETWEEN)

    return telling
