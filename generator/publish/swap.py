"""Builds the new site in a folder beside the old one; then both change places.

Whenever the run is killed, readers have the whole old site or the whole new one.
Files are not synced one by one: after a power cut the next build compares every byte
and writes again what is not right.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.files import exchange, sync_folder
from generator.problems import DatelineError, FileAccessError
from generator.publish.guard import MARKER, MARKER_TEXT, check_folder


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site are new or changed, the same, and gone."""

    written: int
    unchanged: int
    removed: int


class UnsafePathError(DatelineError):
    """A page's address would lie outside the site, or on another page."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"The site has a file “{path}”, which {reason}. Nothing was published. "
            "Rename what the file is named for."
        )


def publish(files: Mapping[str, bytes], out: Path) -> Published:
    """*out* holds *files* and nothing else, in one step.

    A file whose bytes are the same keeps its time of change; when all are the same,
    nothing is touched. Folders that a dead run left behind are cleared away.

    Raises:
        UnsafePathError: A path leaves the folder, or two paths collide.
        OutputRefusedError, ForeignFolderError: See `check_folder`.
        FileAccessError: The system refused; the old site stands.
    """
    _check_paths(files)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _recover(out)
        check_folder(out)
        wanted = {MARKER: MARKER_TEXT, **files}
        old = _listed(out)
        same = {
            path
            for path, data in wanted.items()
            if path in old and _holds(f"{out}/{path}", data, old[path])
        }
        removed = len(old.keys() - wanted.keys())
        if removed or len(same) < len(wanted):
            _replace(out, wanted, same)
    except OSError as error:
        raise FileAccessError(error.filename or out, error) from error
    unchanged = len(same - {MARKER})
    return Published(len(files) - unchanged, unchanged, removed)


def _replace(out: Path, wanted: Mapping[str, bytes], same: set[str]) -> None:
    with _staging(out) as new:
        for folder in _folders(wanted):
            os.mkdir(f"{new}/{folder}")
        for path, data in wanted.items():
            if path in same:
                _keep(f"{out}/{path}", f"{new}/{path}")
            else:
                _write(f"{new}/{path}", data)
        _verify(new, wanted)
        _put_in_place(new, out)


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A new folder beside *out*, locked while this run lives, gone afterwards."""
    new = Path(tempfile.mkdtemp(prefix=f".{out.name}.dateline-", dir=out.parent))
    new.chmod(0o755)
    descriptor = os.open(new, os.O_RDONLY)
    try:
        _try_lock(descriptor)
        yield new
    finally:
        os.close(descriptor)
        shutil.rmtree(new, ignore_errors=True)


def _recover(out: Path) -> None:
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


def _put_in_place(new: Path, out: Path) -> None:
    """*new* gets the name *out*; what was there gets the name *new*, or none."""
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
        shutil.rmtree(aside, ignore_errors=True)
    sync_folder(out.parent)


def _aside(out: Path) -> Path:
    return out.parent / f".{out.name}.dateline-old"


def _escaped(name: str) -> str:
    """*name* as a glob pattern that means only itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held by another run, or a file system without locks
        return False
    return True


def _listed(folder: Path) -> dict[str, int]:
    """Path -> size of everything in *folder* that is not a folder.

    What is not an ordinary file has the size -1, so that it is never taken for one
    of ours; links are not followed.
    """
    found: dict[str, int] = {}
    waiting = [(folder, "")] if folder.is_dir() else []
    while waiting:
        at, prefix = waiting.pop()
        with os.scandir(at) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((at / entry.name, f"{path}/"))
                    continue
                status = entry.stat(follow_symlinks=False)
                found[path] = status.st_size if stat.S_ISREG(status.st_mode) else -1
    return found


def _folders(paths: Iterable[str]) -> list[str]:
    """Every folder that one of *paths* lies in, each after those around it."""
    found = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return sorted(found)


# Paths are joined as texts here: for ten thousand files that is a second.


def _holds(path: str, data: bytes, size: int) -> bool:
    if size != len(data):
        return False
    with open(path, "rb") as file:
        return file.read() == data


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _keep(old: str, new: str) -> None:
    """*new* is *old* by another name, or a copy with its time of change."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copy2(old, new)


def _verify(new: Path, wanted: Mapping[str, bytes]) -> None:
    """Raises OSError unless *new* holds every file of *wanted* in full.

    A full disk may show only here: not every file system reports it while writing.
    """
    sizes = _listed(new)
    for path, data in wanted.items():
        if sizes.get(path) != len(data):
            raise OSError(0, "was not written in full", str(new / path))


def _check_paths(files: Mapping[str, bytes]) -> None:
    folders: dict[str, str] = {}
    names: dict[str, str] = {}
    for path in files:
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts) or "\\" in path:
            raise UnsafePathError(path, "would be written outside the site's folder")
        if "\0" in path or any(len(os.fsencode(part)) > 255 for part in parts):
            raise UnsafePathError(path, "has a name that no file can have")
        same = names.setdefault(path.casefold(), path)
        if same != path:
            raise UnsafePathError(path, f"differs from “{same}” only in capitals")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            folders[folder.casefold()] = path
    for name in names.keys() & folders.keys():
        raise UnsafePathError(names[name], f"is also a folder: {folders[name]}")
