"""Touches the process: how it hears that it is to end, and which of several do.

Ctrl-C, `kill` and a terminal that closes all end a command in the same way: what it
has begun is put back, it says so, and its code is 128 and the number of the signal, as
a shell tells it. Where it began deaf to one of them (`nohup`), it stays so.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

_ENDS = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
]
_kept: list[list[int]] = []
"""What came in each of the blocks that are to be left before it is heard."""

_LOOK_EVERY = 0.5
"""Seconds in which a process sees that the one it works for is gone."""


class EndedError(KeyboardInterrupt):
    """The process got a signal that asks it to end; like Ctrl-C, no `Exception`."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


def listen() -> None:
    """From now on, a signal that would kill this process raises `EndedError` in it."""
    sys.unraisablehook = _once_more
    for number in _ENDS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)


def be_deaf() -> None:
    """No signal ends this process any more, as there is nothing left to end."""
    for number in _ENDS:
        signal.signal(number, signal.SIG_IGN)


def code_of(error: BaseException) -> int:
    """The exit code of a command that *error* ended; 0 unless a signal led to it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, EndedError):
            return cause.code
        if isinstance(cause, KeyboardInterrupt):
            return 128 + signal.SIGINT
        # Python 3.11 raises a RuntimeError where a class was being made; and what is
        # put back may be closed already, as the closing was interrupted.
        cause = cause.__cause__ or cause.__context__
    return 0


@contextmanager
def later() -> Iterator[None]:
    """A signal that comes in the block is heard after it. Processes that are started
    in it hear none before they are ready (`leave_to_first`)."""
    # Processes inherit what is blocked. Here that does not do: a thread of a library
    # may take a signal, of which this one then hears.
    _kept.append([])
    before = _block(_ENDS)
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if came := _kept.pop():
            raise EndedError(came[0])


def _block(numbers: Sequence[int]) -> set[int] | None:
    """The signals that were blocked before *numbers* were, too; None where a system
    blocks none."""
    if not hasattr(signal, "pthread_sigmask"):
        return None
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, numbers))


def leave_to_first(first: int) -> None:
    """This process works for another, the *first*: Ctrl-C, which all processes of a
    terminal get, is heard by that one, and this one ends with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _ENDS[1:]:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDS)
    threading.Thread(target=_end_with, args=(first,), daemon=True).start()


def _end(number: int, frame: FrameType | None) -> None:
    if not _kept:
        raise EndedError(number)
    _kept[-1].append(number)


def _once_more(what: sys.UnraisableHookArgs) -> None:
    """Where nothing can be raised, as while an object goes, the signal comes again."""
    if isinstance(what.exc_value, EndedError):
        number = what.exc_value.code - 128
        threading.Timer(0.01, os.kill, (os.getpid(), number)).start()
    else:
        sys.__unraisablehook__(what)


def _end_with(first: int) -> None:
    while os.getppid() == first:
        time.sleep(_LOOK_EVERY)
    os._exit(1)
