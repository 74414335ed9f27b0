"""One extraction in a process of its own: prints as JSON where its time went.

    python bench/scale/stages.py PROJECT [JOBS]

`stages` holds for each stage the seconds on the clock and those of this process's CPU,
without those of another stage inside; `cpu` is that of all processes together; `peak`
the most memory that they held at once, in MB, looked at four times a second (on Linux).
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import Path
from types import ModuleType
from typing import Any

from generator import extract, extraction
from generator.config import read_project
from generator.work import Workers

CALLS = {
    "reading files": (
        extraction,
        "read_documents read_store with_excerpts",
    ),
    "one cast": (extract, "cast_from"),
    "stories": (extract, "stories_of"),
    "merging": (extract, "merged suggestions"),
    "ranking, wording": (extract, "scores event_of mention_of"),
    "revising": (extraction, "revise with_suggestions with_method"),
    "writing": (extraction, "keep_texts apply"),
    "checking": (extraction, "check_content possibly_one languages_not_read faults"),
}
ROUNDS = {
    "_read_one": "time expressions",
    "_names": "names",
    "_told": "mentions",
}
"""What is done for each document alone, by the function that does it."""

MEGABYTE = 1_000_000
OFTEN = 0.25


class Clock:
    """Seconds by stage, of which only the innermost one runs."""

    def __init__(self) -> None:
        self.wall: Counter[str] = Counter()
        self.cpu: Counter[str] = Counter()
        self._inside = ["the rest"]
        self._since = (time.perf_counter(), time.process_time())

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        self._turn()
        self._inside.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._inside.pop()

    def _turn(self) -> None:
        now = (time.perf_counter(), time.process_time())
        self.wall[self._inside[-1]] += now[0] - self._since[0]
        self.cpu[self._inside[-1]] += now[1] - self._since[1]
        self._since = now


def main() -> None:
    project, _ = read_project(Path(sys.argv[1]))
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else None
    clock = Clock()
    for stage, (module, names) in CALLS.items():
        for name in names.split():
            _time(clock, stage, module, name)
    _time_rounds(clock)
    over = threading.Event()
    peak = [0]
    threading.Thread(target=_watch, args=(over, peak), daemon=True).start()
    started = time.perf_counter()
    report = extraction.extract(project, workers=Workers(jobs))
    wall = time.perf_counter() - started
    over.set()
    found = {
        "wall": wall,
        "cpu": sum(
            used.ru_utime + used.ru_stime
            for used in map(
                resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
            )
        ),
        "peak": peak[0] / MEGABYTE,
        "written": len(report.written),
        "stages": {stage: (clock.wall[stage], clock.cpu[stage]) for stage in clock.cpu},
    }
    print(json.dumps(found))


def _time(clock: Clock, stage: str, module: ModuleType, name: str) -> None:
    """From now on *clock* runs for *stage* while the function is at work."""
    function: Callable[..., Any] = getattr(module, name)

    @wraps(function)
    def timed(*given: Any, **named: Any) -> Any:
        with clock.during(stage):
            return function(*given, **named)

    setattr(module, name, timed)


def _time_rounds(clock: Clock) -> None:
    working = extraction.working

    @contextmanager
    def timing(*given: Any, **named: Any) -> Iterator[Any]:
        with working(*given, **named) as each:

            def timed(function: Any, values: Sequence[Any], /) -> Iterator[Any]:
                rule = function.func if isinstance(function, partial) else function
                stage = ROUNDS.get(rule.__name__, rule.__name__)
                with clock.during(stage):
                    found = iter(each(function, values))
                while True:
                    with clock.during(stage):
                        one = next(found, clock)
                    if one is clock:
                        return
                    yield one

            yield timed

    extraction.working = timing


def _watch(over: threading.Event, peak: list[int]) -> None:
    page = os.sysconf("SC_PAGE_SIZE")
    while not over.wait(OFTEN):
        held = sum(map(_pages, (os.getpid(), *_children(os.getpid())))) * page
        peak[0] = max(peak[0], held)


def _pages(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0


def _children(process: int) -> Iterator[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return
    for child in map(int, listed.split()):
        yield child
        yield from _children(child)


if __name__ == "__main__":
    main()
