"""Starts processes: a command as people start it, in a session of its own, so that it
is known which processes it leaves behind. Linux only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20.0
_HEARD = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


_BEGUN = """
import os, sys
from generator.__main__ import run
os.write(1, b".")
{}
sys.exit(run())
"""


@dataclass(frozen=True, slots=True)
class Stopped:
    """How a command ended, what it said on standard error, and which of its processes
    lived on for longer than it takes to notice."""

    code: int
    said: str
    orphans: tuple[str, ...]


def hear_everything() -> None:
    """For a new process: tests in the background inherit deafness to some signals."""
    for number in _HEARD:
        signal.signal(number, signal.SIG_DFL)


def stopped(
    arguments: Sequence[object],
    number: signal.Signals,
    when: Callable[[int], object],
    *,
    all_processes: bool = False,
    preface: str = "",
) -> Stopped:
    """How `dateline` ends that gets the signal *number* as soon as *when*, called with
    its process, returns; with *all_processes*, as from a terminal. *preface* is done
    first in its process, which is Python."""
    command = [sys.executable, "-c", _BEGUN.format(preface)]
    process = subprocess.Popen(
        [*command, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        start_new_session=True,
        preexec_fn=hear_everything,
        text=True,
    )
    session = process.pid
    try:
        assert process.stdout is not None
        process.stdout.read(1)  # what comes while Python itself begins is not ours
        when(session)
        if process.poll() is None:
            (os.killpg if all_processes else os.kill)(session, number)
        process.wait(PATIENCE)
        until = time.monotonic() + 3
        while (left := living(session)) and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        for pid in living(session):
            os.kill(pid, signal.SIGKILL)
    said = process.communicate()[1]
    return Stopped(process.returncode, said, tuple(left.values()))


def living(session: int) -> dict[int, str]:
    """The processes of a *session*, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rpartition(") ")[2].split()
            told = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, UnicodeDecodeError):
            continue
        if int(status[3]) == session and status[0] != "Z":
            found[int(folder.name)] = told
    return found


def after(seconds: float) -> Callable[[int], object]:
    return lambda session: time.sleep(seconds)


def with_copies(session: int) -> None:
    """Until the first process has others that work for it."""
    until = time.monotonic() + PATIENCE
    while len(living(session)) < 2 and time.monotonic() < until:
        time.sleep(0.005)
