"""Applies the pure functions of the reading to many documents: with what an earlier run
remembers, by several processes, or on a cluster. The results are the same in each case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.model.each import Each, Found, Given, in_turn
from generator.work.cluster import on_cluster
from generator.work.last_time import LastTime
from generator.work.memory import Memory, remembering
from generator.work.processes import in_processes

__all__ = ["LastTime", "Tell", "Workers", "working"]

Tell = Callable[[int, int], None]
"""Hears how many of how many values are done."""


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
    tell: Tell | None = None,
) -> Iterator[Each]:
    """How functions are applied inside the `with` block; what it started ends with it.

    *memory* is the file of what earlier runs found; with *read_only* it stays as it is.

    Raises:
        WorkersError: The cluster cannot be reached, or a process was ended.
    """
    with ExitStack() as stack:
        each: Each = in_turn
        if workers.scheduler:
            each = stack.enter_context(on_cluster(workers.scheduler))
        elif workers.jobs != 1:
            each = stack.enter_context(in_processes(workers.jobs))
        if tell is not None:
            each = _telling(each, tell)
        if memory is not None:
            kept = stack.enter_context(Memory(memory, read_only=read_only))
            each = remembering(each, kept)
        yield each


def _telling(each: Each, tell: Tell) -> Each:
    def telling(
        function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        for done, found in enumerate(each(function, values), 1):
            tell(done, len(values))
            yield found

    return telling
