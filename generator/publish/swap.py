"""Touches the disk: puts a whole folder in the place of another, in one step, and
clears away what runs that were killed left beside it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.files import exchange, sync_folder


def beside(out: Path) -> Path:
    """A new empty folder beside *out*, which `clear_leftovers` would take away."""
    new = Path(tempfile.mkdtemp(prefix=f".{out.name}.dateline-", dir=out.parent))
    new.chmod(0o755)
    return new


def clear_leftovers(out: Path) -> None:
    """Clears what dead runs left, and puts back a site that one had moved aside.

    A folder whose lock can be had belongs to nobody who lives. After two renames cut
    in the middle, the old site is the one with the marker that lacks its name.
    """
    aside = _aside(out)
    if aside.is_dir() and not out.exists():
        aside.rename(out)
    for left in sorted(out.parent.glob(f".{_escaped(out.name)}.dateline-*")):
        if left.is_symlink() or not left.is_dir():
            continue
        descriptor = os.open(left, os.O_RDONLY)
        try:
            if _try_lock(descriptor):
                shutil.rmtree(left)
        finally:
            os.close(descriptor)


def put_in_place(new: Path, out: Path) -> None:
    """*new* gets the name *out*; what was there gets the name *new*, or none.

    Where the system cannot do that in one step, there is a moment without *out*.
    """
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        aside = _aside(out)
        out.rename(aside)
        try:
            new.rename(out)
        except OSError:
            aside.rename(out)
            raise
        try:
            aside.rename(new)
        except OSError:  # the new site has its name all the same
            shutil.rmtree(aside, ignore_errors=True)
    sync_folder(out.parent)


@contextmanager
def locked(folder: Path | None) -> Iterator[bool]:
    """True when *folder*, which is made if it is missing, is ours alone in the block.

    Processes that are forked in the block hold it as well, until they end.
    """
    descriptor = _opened(folder)
    if descriptor is None:
        yield False
        return
    try:
        yield _try_lock(descriptor)
    finally:
        with suppress(OSError):  # nothing was written through it
            os.close(descriptor)


def _opened(folder: Path | None) -> int | None:
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held by another run, or a file system without locks
        return False
    return True


def _aside(out: Path) -> Path:
    return out.parent / f".{out.name}.dateline-old"


def _escaped(name: str) -> str:
    """*name* as a glob pattern that means only itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
