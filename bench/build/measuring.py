"""What a command takes: CPU of all its processes, time on the clock, memory.

CPU is user and system time, as the system adds it up when the processes are over.
Memory is that of the peak: the sum over the command and all processes below it of their
proportional set size (a page that two processes share counts half for each). It is
looked at fifty times a second, in a run of its own, since looking costs time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took: seconds of CPU, and on the clock."""

    cpu: float
    wall: float


def timed(command: Sequence[str], root: Path) -> Run:
    """Runs *command* in the folder *root*.

    Raises:
        SystemExit: It failed.
    """
    begun = time.perf_counter()
    process = _started(command, root)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    _stop_if_failed(command, status, said)
    return Run(usage.ru_utime + usage.ru_stime, wall)


def peak_memory(command: Sequence[str], root: Path) -> float:
    """MB that *command* and all processes below it take together at their peak; where
    the system does not tell (it must be Linux), those of the largest process."""
    process = _started(command, root, heard=False)
    peak = 0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        peak = max(peak, sum(map(_proportional, _tree(process.pid))))
        time.sleep(_PAUSE)
    _stop_if_failed(command, status, b"")
    unit = 1 if sys.platform == "darwin" else 1024
    return (peak or usage.ru_maxrss * unit) / 1e6


def _started(
    command: Sequence[str], root: Path, *, heard: bool = True
) -> subprocess.Popen[bytes]:
    # A worktree's own program, whatever is installed.
    return subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if heard else None,
    )


def _stop_if_failed(command: Sequence[str], status: int, said: bytes) -> None:
    if status:
        raise SystemExit(f"{' '.join(command)}\n{said.decode(errors='replace')}")


def _tree(pid: int) -> Iterator[int]:
    """The numbers of a process and of all below it."""
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(path).split():
            yield from _tree(int(child))


def _proportional(pid: int) -> int:
    """Bytes of a process, as much of what it shares as is its part."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return 1024 * int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it is over
        return ""
