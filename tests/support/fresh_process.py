"""Starts processes: commands of dateline, each in a process that knows nothing of any
project, without the second that it takes to load everything.

A nursery loads the program once and makes one site, so that templates are compiled;
then it forks for every command that it is sent. `python fresh_process.py` is the
nursery; `Nursery` is how a test speaks to it. With the library of `faults`, an
operation of a command on files may fail.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import io
import json
import mmap
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Any

Constants = Mapping[str, int]
"""Values of constants of the program, by module and name ("generator.disk._TICK")."""
SMALL: Constants = {
    "generator.model.related.NEAR": 2,
    "generator.pages.contexts.WHOLE_LIST": 9,
    "generator.pages.contexts.WHOLE_YEAR": 3,
    "generator.pages.catalogue.WHOLE_LIST": 9,
    "generator.pages.catalogue.LONG_PAGE": 3,
    "generator.pages.density.LONG_PAGE": 3,
    "generator.pages.feed_entries.ENTRIES_AT_MOST": 3,
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
    process changed a file, or was about to; what it printed. Of a fault, `failed` names
    the operation and the file, and `operations` counts those that it could have met."""

    code: int
    said: str
    changes: int = field(default=0, compare=False)
    printed: str = field(default="", compare=False)
    failed: str = field(default="", compare=False)
    operations: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """The n-th (`number`) operation of some `kinds` on what is below a folder does not
    happen; nor does any later one, where it is `lasting`. What happens instead is said
    in numbers of `faults.c`; with an error, it has this `code`."""

    below: str
    number: int
    how: int
    kinds: int
    code: int = 0
    lasting: bool = False


PAGE = """<!doctype html><html lang="en"><head><title>The lock</title>
<meta property="article:published_time" content="2021-07-03"></head><body><article>
<h1>The lock</h1><p>The lock at Example Harbour was closed on Friday, 2 July 2021,
because its gates leaked. It opened again on the next day.</p></article></body></html>
"""
"""A page in which an article is found; with this, too, a nursery begins."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What is odd about the machine: what is printed goes to `prints_to`, a file, or to
    a "pipe" of which nobody reads; no file may have more bytes than `largest`; its
    clock stands still at `clock` (seconds since 1970)."""

    prints_to: str = ""
    largest: int = 0
    clock: int | None = None

    def begin(self) -> None:
        """From now on, this process runs there."""
        if self.prints_to == "pipe":
            reading, writing = os.pipe()
            os.close(reading)
            os.dup2(writing, 1)
        elif self.prints_to:
            os.dup2(os.open(self.prints_to, os.O_WRONLY), 1)
        if self.largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest, self.largest))
        if self.clock is not None:
            now = self.clock
            time.time, time.time_ns = lambda: float(now), lambda: now * 1_000_000_000


USUAL = Machine()


class Nursery:
    """Runs commands of dateline, each in a new process; to be closed at the end."""

    def __init__(self, faults: Path | None = None) -> None:
        self.faults = faults
        preloaded = {"LD_PRELOAD": str(faults)} if faults else {}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **preloaded},
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
        typed: str = "",
        fault: Fault | None = None,
        machine: Machine = USUAL,
    ) -> Ended:
        """How the command ended, to which *typed* was typed. It may be killed, for
        which there is no help: after so many seconds, or before it, or a process of its
        own, does the n-th thing that may change a file. A killed one ends with the code
        -9."""
        asked = {
            "arguments": list(map(str, arguments)),
            "constants": dict(constants or {}),
            "killed_after": killed_after,
            "killed_before": killed_before,
            "typed": typed,
            "fault": fault and asdict(fault),
            "machine": asdict(machine),
        }
        return self._asked(asked)

    def rehearse(self, arguments: Sequence[object], typed: str = "") -> None:
        """Does a command in the nursery itself, so that what it loads is there when
        others do the same: to be called before them, with another project."""
        self._asked({"arguments": list(map(str, arguments)), "rehearsed": typed})

    def call(self, function: str, *arguments: object) -> Any:
        """What a function ("module:name") gives in a new process, told in JSON."""
        ended = self._asked({"call": function, "arguments": arguments})
        assert ended.code == 0, ended
        return json.loads(ended.printed)

    def _asked(self, asked: Mapping[str, object]) -> Ended:
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
    import generator.__main__  # noqa: F401  # which every copy needs
    from generator.cli import main
    from support import made_up

    _remember_places()
    answers, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with tempfile.TemporaryDirectory() as folder:
        made_up.lay_out(Path(folder), Random(0))
        Path(folder, "seeds/page.html").write_text(PAGE)
        for command in (["extract"], ["build"], ["review", "--format", "text"]):
            main([*command, "--project", folder])
    asking, sys.stdin = sys.stdin, io.StringIO()
    for line in asking:
        asked = json.loads(line)
        if "rehearsed" in asked:
            sys.stdin = io.StringIO(asked["rehearsed"])
            answer: dict[str, object] = {"code": main(asked["arguments"]), "said": ""}
        else:
            answer = _answer(asked)
        os.write(answers, f"{json.dumps(answer)}\n".encode())


def _remember_places() -> None:
    """To look a place up takes longer than all else in a small project."""
    from generator.extract import placing

    look, known = placing._cities, {}

    def cities(labels: set[str]) -> object:
        asked = frozenset(labels)
        if asked not in known:
            known[asked] = look(labels)
        return known[asked]

    placing._cities = cities


def _answer(asked: dict[str, Any]) -> dict[str, object]:
    # What is there is used by all copies; to look through it would make it their own.
    gc.freeze()
    with ExitStack() as stack:
        told = {
            name: stack.enter_context(tempfile.TemporaryFile())
            for name in ("typed", "printed", "said", "changes", "failed")
        }
        return _run(asked, told)


Told = Mapping[str, IO[bytes]]
"""Files in which a process leaves what it has to tell, and finds what was typed."""


def _run(asked: dict[str, Any], told: Told) -> dict[str, object]:
    told["typed"].write(asked.get("typed", "").encode())
    told["typed"].seek(0)
    counter = mmap.mmap(-1, 4)
    child = os.fork()
    if not child and "call" in asked:
        _call(asked, told)
    if not child:
        _command(asked, told, counter)
    if asked.get("killed_after") is not None:
        time.sleep(asked["killed_after"])
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    texts = {}
    for name in ("printed", "said", "failed"):
        told[name].seek(0)
        texts[name] = told[name].read().decode()
    changes = os.fstat(told["changes"].fileno()).st_size
    operations = int.from_bytes(counter[:4], sys.byteorder)
    return {"code": code, "changes": changes, "operations": operations, **texts}


def _call(asked: dict[str, Any], told: Told) -> None:
    """Calls the function that is *asked* for, and ends this process."""
    code = 70
    os.dup2(told["said"].fileno(), 2)
    try:
        module, _, name = asked["call"].partition(":")
        found = getattr(importlib.import_module(module), name)(*asked["arguments"])
        os.write(told["printed"].fileno(), json.dumps(found).encode())
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


def _command(asked: dict[str, Any], told: Told, counter: mmap.mmap) -> None:
    """Does what is *asked*, and ends this process."""
    from generator.__main__ import run

    code = 70
    try:
        for number, name in enumerate(("typed", "printed", "said")):
            os.dup2(told[name].fileno(), number)
        sys.stdin = os.fdopen(0, encoding="utf-8")
        with_constants(asked["constants"])
        Machine(**asked["machine"]).begin()
        if asked["fault"]:
            begin_faults(Fault(**asked["fault"]), told["failed"].fileno(), counter)
        else:
            _count_changes(asked["killed_before"], told["changes"].fileno())
        code = run(asked["arguments"])
        sys.stderr.flush()
    finally:
        os._exit(code)


def begin_faults(fault: Fault, told: int, counter: mmap.mmap) -> None:
    """From now on, in this process. The library was loaded before everything else
    (`Nursery`)."""
    count = (ctypes.c_int * 1).from_buffer(counter)
    begin = ctypes.CDLL(None).faults_begin
    below = os.fsencode(fault.below)
    numbers = fault.number, fault.how, fault.code, fault.kinds, fault.lasting
    if begin(below, *numbers, told, count):
        raise ValueError(fault)


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
