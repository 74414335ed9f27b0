"""What happens when the n-th operation on files does not."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.problems import FileAccessError

OPERATIONS = {
    *("open", "os.chmod", "os.link", "os.listdir", "os.mkdir", "os.remove"),
    *("os.rename", "os.rmdir", "os.scandir", "ctypes.dlsym", "ctypes.call_function"),
    "fcntl.flock",
}
DONE, TOLD, FAULT, KILLED = 0, 1, 3, 9


def done_until(
    operation: int, action: Callable[[], object], folder: Path, *, kill: bool
) -> int:
    """How *action* ends in a process whose n-th file operation does not happen.

    The process is killed there, or is told that the disk is full, in *folder*. `DONE`
    when there are not so many operations, `FAULT` when it did not say what was wrong.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event not in OPERATIONS:
            return
        count += 1
        if count == operation:
            if kill:
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    sys.addaudithook(watch)
    try:
        action()
        os._exit(TOLD if count >= operation and not kill else DONE)
    except FileAccessError:
        os._exit(TOLD)
    finally:
        os._exit(FAULT)
