"""Touches the disk: faults of the disk and the system, and the library that makes them.

`faults.c` stands between a process and the C library; it is compiled once for a run.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from support.fresh_process import Fault

SOURCE = Path(__file__).with_name("faults.c")
READS, OPENS, WRITES, CLOSES, CHANGES, PARTS, REMOVES = 1, 2, 4, 8, 16, 32, 64
FAIL, CUT, KILL, TEAR, INTERRUPT = 0, 1, 2, 3, 4
"""As in `faults.c`: kinds of operations, and what happens instead of one."""

ANY = READS | OPENS | WRITES | CLOSES | CHANGES | REMOVES
ALTERS = WRITES | CHANGES | REMOVES


@dataclass(frozen=True, slots=True)
class Kind:
    """What goes wrong, with which operations."""

    how: int
    kinds: int
    code: int = 0
    lasting: bool = False

    def at(self, number: int, below: Path) -> Fault:
        """Of the operations on what is *below* a folder, the n-th."""
        told = self.how, self.kinds, self.code, self.lasting
        return Fault(str(below), number, *told)

    @property
    def kills(self) -> bool:
        return self.how in (KILL, TEAR)


_failing = partial(Kind, FAIL)
KINDS: Mapping[str, Kind] = {
    "input/output error": _failing(ANY, errno.EIO),
    "disk full": _failing(WRITES | CHANGES, errno.ENOSPC, lasting=True),
    "no access": _failing(READS | OPENS | CHANGES | REMOVES, errno.EACCES),
    "no access any more": _failing(
        OPENS | CHANGES | REMOVES, errno.EACCES, lasting=True
    ),
    "only for reading": _failing(ALTERS, errno.EROFS, lasting=True),
    "too many open files": _failing(OPENS, errno.EMFILE, lasting=True),
    "error at close": _failing(CLOSES, errno.ENOSPC),
    "half": Kind(CUT, PARTS),
    "killed": Kind(KILL, ALTERS),
    "killed at the half": Kind(TEAR, PARTS),
    "interrupted": Kind(INTERRUPT, ANY, signal.SIGINT),
    "told to end": Kind(INTERRUPT, ALTERS, signal.SIGTERM),
}


def compiled(folder: Path) -> Path | None:
    """The library, made in *folder*; None where that cannot be done."""
    compiler = shutil.which("cc")
    if not sys.platform.startswith("linux") or not compiler:
        return None
    library = folder / "faults.so"
    told = ["-shared", "-fPIC", "-O1", "-o", os.fspath(library), os.fspath(SOURCE)]
    subprocess.run([compiler, *told, "-ldl"], check=True)
    return library
