"""Starts processes: commands of dateline, each in a process that knows nothing of any
project, without the second that it takes to load everything.

A nursery loads the program once and makes one site, so that templates are compiled;
then it forks for every command that it is sent. `python fresh_process.py` is the
nursery; `Nursery` is how a test speaks to it.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

Constants = Mapping[str, int]
"""Values of constants of the program, by module and name ("generator.disk._TICK")."""
SMALL: Constants = {
    "generator.model.related.NEAR": 2,
    "generator.pages.contexts.WHOLE_LIST": 9,
    "generator.pages.contexts.WHOLE_YEAR": 3,
    "generator.pages.views.WHOLE_LIST": 9,
    "generator.pages.views.LONG_PAGE": 3,
    "generator.pages.density.LONG_PAGE": 3,
    "generator.pages.feed.ENTRIES_AT_MOST": 3,
    "generator.pages.band.MARKS_AT_MOST": 4,
    "generator.pages.search_page.LISTED": 3,
    "generator.pages.search_shards.SHARD": 200,
    "generator.pages.narrowing.WORTH_NARROWING": 2,
    "generator.pages.narrowing.TERMS_AT_MOST": 2,
}
"""Sizes from which on lists are shown otherwise, so that a small project has both."""
AT_ONCE: Constants = {"generator.built._TICK": 0, "generator.disk._TICK": 0}
"""What was saved a moment ago is believed to be seen; every build remembers then."""

CHANGES = frozenset(
    {
        *("open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename"),
        *("os.rmdir", "os.truncate", "os.utime", "shutil.rmtree", "os.fork"),
        *("ctypes.call_function",),
    }
)
"""What Python tells of (`sys.addaudithook`) when a file may change."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said on standard error; how often its first
    process changed a file, or was about to."""

    code: int
    said: str
    changes: int = field(default=0, compare=False)


class Nursery:
    """Runs commands of dateline, each in a new process; to be closed at the end."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def run(
        self,
        arguments: Sequence[object],
        constants: Constants | None = None,
        *,
        killed_after: float | None = None,
        killed_before: int | None = None,
    ) -> Ended:
        """How the command ended. It may be killed, for which there is no help: after so
        many seconds, or before it, or a process of its own, does the n-th thing that
        may change a file. A killed one ends with the code -9."""
        asked = {
            "arguments": list(map(str, arguments)),
            "constants": dict(constants or {}),
            "killed_after": killed_after,
            "killed_before": killed_before,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))


def with_constants(constants: Constants) -> dict[str, int]:
    """Sets *constants*; gives their former values."""
    before = {}
    for place, value in constants.items():
        module_name, _, name = place.rpartition(".")
        module = importlib.import_module(module_name)
        before[place] = getattr(module, name)
        setattr(module, name, value)
    return before


def _serve() -> None:
    from generator.cli import main
    from support import made_up

    answers, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with tempfile.TemporaryDirectory() as folder:
        made_up.lay_out(Path(folder), Random(0))
        main(["build", "--project", folder])
    for line in sys.stdin:
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as counted:
            code = _run(json.loads(line), said.fileno(), counted.fileno())
            said.seek(0)
            text = said.read().decode()
            changes = os.fstat(counted.fileno()).st_size
        answer = json.dumps({"code": code, "said": text, "changes": changes})
        os.write(answers, f"{answer}\n".encode())


def _run(asked: dict[str, Any], said: int, counted: int) -> int:
    child = os.fork()
    if not child:
        _command(asked, said, counted)
    if asked["killed_after"] is not None:
        time.sleep(asked["killed_after"])
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _command(asked: dict[str, Any], said: int, counted: int) -> None:
    """Does what is *asked*, and ends this process."""
    from generator.cli import main

    code = 70
    try:
        os.dup2(said, 2)
        with_constants(asked["constants"])
        _count_changes(asked["killed_before"], counted)
        code = main(asked["arguments"])
        sys.stderr.flush()
    finally:
        os._exit(code)


def _count_changes(last: int | None, counted: int) -> None:
    """Writes a byte to *counted* for each thing that may change a file, and dies before
    the *last*."""
    done = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal done
        if event in CHANGES and (event != "open" or arguments[2] & os.O_ACCMODE):
            done += 1
            os.write(counted, b".")
            if done == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    _serve()
