"""Touches the clock: shows in a terminal what is being done, in one line that is
rewritten while it goes on and gone when it is over."""

from __future__ import annotations

import mmap
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from generator.model.progress import Progress

PATIENCE = 1.0
"""Seconds before anything is shown: what is done sooner needs no word."""

PAUSE = 0.2
"""Seconds between two looks; more often nobody can read."""

RECENT = 25
"""Looks over which the rate is taken: five seconds."""

SURE = 10
"""Looks before a rate is told: the first things of a stage are often its slowest."""

_SLOTS = 64
"""Processes whose counts are seen."""


class ProgressLine(Progress):
    """Counts what is done, in this process and in those that a fork makes of it.

    The counts lie in memory that the processes share, each in a place of its own, with
    the number of the stage that it counts; so nobody waits for anybody.
    """

    def __init__(self) -> None:
        shared = mmap.mmap(-1, _SLOTS * 16)
        self._counts = memoryview(shared).cast("Q")
        self._slot = 0
        self._name = ""
        self._of = 0
        self._looks: deque[tuple[float, int]] = deque(maxlen=RECENT)

    def stage(self, name: str, of: int = 0) -> None:
        self._name, self._of = name, of
        self._looks.clear()
        self._looks.append((time.monotonic(), 0))
        self._counts[self._slot + 1] = 0
        self._counts[self._slot] += 1

    def made(self, kind: str, name: str = "") -> None:
        self._counts[self._slot + 1] += 1

    def forked(self, number: int) -> None:
        self._slot = 2 * (number % _SLOTS)
        self._counts[self._slot + 1] = 0
        self._counts[self._slot] = self._counts[0]

    def line(self, columns: int) -> str:
        """What is being done at this moment, in no more than *columns* letters."""
        now = time.monotonic()
        stage = self._counts[0]
        done = sum(
            self._counts[slot + 1]
            for slot in range(0, 2 * _SLOTS, 2)
            if self._counts[slot] == stage
        )
        begun, before = self._looks[0] if self._looks else (now, 0)
        self._looks.append((now, done))
        rate = (done - before) / (now - begun) if len(self._looks) > SURE else 0.0
        return line(self._name, done, self._of, rate, columns)


def line(name: str, done: int, of: int, rate: float, columns: int) -> str:
    """How far the stage *name* is, at so many things a second, with as much of it as
    *columns* letters hold: "pages 3,120 of 12,944, 2,400 a second, 4 s left"."""
    if not of:
        parts = [f"{name} {done:,}" if done else name]
    else:
        parts = [f"{name} {min(done, of):,} of {of:,}"]
        if rate > 0 and done < of:
            parts += [f"{_rounded(rate)} a second", f"{_left((of - done) / rate)} left"]
    if len(", ".join(parts)) > columns:
        del parts[1:2]  # how long it takes matters more than how fast it is
    if len(", ".join(parts)) > columns:
        del parts[1:]
    return ", ".join(parts)[:columns]


def _rounded(rate: float) -> str:
    """Two figures that count, so that the number does not flicker."""
    return f"{rate:.1f}" if rate < 10 else f"{int(float(f'{rate:.2g}')):,}"


def _left(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"


@contextmanager
def shown(patience: float = PATIENCE, pause: float = PAUSE) -> Iterator[ProgressLine]:
    """A line in the terminal of standard error, while the `with` block goes on.

    A timer interrupts the work to write it. A thread would be in the way of a fork.
    """
    listener = ProgressLine()
    if not hasattr(signal, "setitimer"):  # Windows has none: no line
        yield listener
        return
    terminal = sys.stderr.fileno()
    ours = os.getpid()
    written = ""

    def look(number: int, frame: FrameType | None) -> None:
        nonlocal written
        text = listener.line(_columns(terminal))
        if text != written and os.getpid() == ours:
            _write(terminal, f"\r{text}\033[K")
            written = text

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, patience, pause)
    try:
        yield listener
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if written and os.getpid() == ours:
            _write(terminal, "\r\033[K")


def _columns(terminal: int) -> int:
    """How many letters a line holds that a terminal does not break."""
    try:
        return (os.get_terminal_size(terminal).columns or 80) - 1
    except OSError:
        return 79


def _write(terminal: int, text: str) -> None:
    # Past Python's own buffer, which the interrupted work may be writing to.
    with suppress(OSError):  # a terminal that was closed
        os.write(terminal, text.encode())
