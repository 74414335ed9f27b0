"""Touches the disk: what a run leaves when it is killed, and how the next one ends it.

While a file is exchanged, two files of ours may stand beside it, and their names tell
what becomes of them. What was being written is of no use. What was taken out of its
place is gone for good when it is what was to be replaced; anything else is a save that
was not seen, and goes back. Files that come all together, or not at all, are
listed before the first of them is written, and taken away again.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from generator.problems import FileAccessError

PREFIX = ".dateline-"
BEING_WRITTEN = f"{PREFIX}new-"
_EXCHANGED = re.compile(
    rf"{re.escape(PREFIX)}(?P<new>[0-9a-f]{{8}})-(?P<old>[0-9a-f]{{8}})-(?P<name>.+)",
    re.DOTALL,
)
_NOTHING = "0" * 8
"""The digest of a file that is not there."""

_LONGEST_NAME = 255
"""Bytes; ours are 28 longer than a file's own."""

_TOGETHER = ("content", "seeds")
"""Where files may lie that come all together."""

Exchange = Callable[[Path, Path], bool]
"""Two names change places in one step: True when that was done."""


def being_written(path: Path) -> tuple[int, Path]:
    """A new file beside *path*, open to be written."""
    descriptor, name = tempfile.mkstemp(prefix=_being_written(path), dir=path.parent)
    return descriptor, Path(name)


def aside(path: Path, new: bytes | None, old: bytes | None) -> Path:
    """The name beside *path* under which *old* stands when *new* is in its place; None
    is no file. Where that would be too long, another name, which is only cleared."""
    name = f"{PREFIX}{_digest(new)}-{_digest(old)}-{path.name}"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{_being_written(path)}{_digest(new)}-{_digest(old)}"
    return path.with_name(name)


def expect(files: Mapping[str, bytes]) -> bytes:
    """What stands at `expected_at` before *files* are written by their paths in a
    project, all or none."""
    told = {path: _whole_digest(data) for path, data in files.items()}
    return f"{json.dumps(told, indent=1, sort_keys=True)}\n".encode()


def expected_at(root: Path) -> Path:
    """Where it stands which files are being written all together."""
    return root / ".dateline" / "cache" / "unfinished.json"


def finish(root: Path, exchange: Exchange) -> None:
    """Ends what a run that was killed had begun in the project in *root*.

    To be called by the only run at work there. What the system refuses is left for
    another time.
    """
    _take_away(root)
    for part in ("content", "seeds", ".dateline"):
        for folder, inner, names in os.walk(root / part):
            inner[:] = [name for name in inner if f"{folder}/{name}" != _cache(root)]
            clear(Path(folder), names, exchange)
    clear(Path(_cache(root)), _names(Path(_cache(root))), exchange)


def finish_beside(path: Path, exchange: Exchange) -> None:
    """Ends what a run that was killed had begun with the file at *path* alone."""
    names = _names(path.parent)
    ours = (name for name in names if name.startswith(_being_written(path)))
    taken_out = (name for name in names if name.endswith(f"-{path.name}"))
    clear(path.parent, [*ours, *taken_out], exchange)


def clear(folder: Path, names: list[str], exchange: Exchange) -> None:
    """None of *names* in *folder* is a leftover any more."""
    for name in names:
        if not name.startswith(PREFIX):
            continue
        left = folder / name
        with suppress(OSError, FileAccessError):
            if told := _EXCHANGED.fullmatch(name):
                _give_back(left, folder / told["name"], told, exchange)
            elif name.startswith(BEING_WRITTEN):
                left.unlink()


def _give_back(left: Path, path: Path, told: re.Match[str], exchange: Exchange) -> None:
    """What is *left* goes back to *path* where it is a save that was not seen; beside
    it, where a later one is there."""
    if _digest_at(left) in told.group("new", "old"):
        left.unlink()
        return
    there = _digest_at(path)
    if there == _NOTHING:
        left.rename(path)
    elif there != told["new"]:
        left.rename(path.with_name(f"{path.name}.orig"))
    elif exchange(left, path) and _digest_at(left) == there:
        left.unlink()


def _take_away(root: Path) -> None:
    """Of files that were to come all together, those that came are gone again, unless
    somebody wrote into them. The list may come from anybody, so it is held to what an
    import may write."""
    expected = expected_at(root)
    try:
        told = json.loads(expected.read_bytes())
        for name, digest in told.items():
            path = (root / name).resolve()
            inside = any(path.is_relative_to((root / p).resolve()) for p in _TOGETHER)
            if inside and path.is_file() and _whole_digest(path.read_bytes()) == digest:
                path.unlink()
        expected.unlink()
    except (OSError, ValueError, RuntimeError, AttributeError, TypeError):
        return


def _being_written(path: Path) -> str:
    """How the names of files begin that are to become *path*."""
    return f"{BEING_WRITTEN}{_digest(os.fsencode(path.name))}-"


def _cache(root: Path) -> str:
    return os.fspath(root / ".dateline" / "cache")


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _digest(data: bytes | None) -> str:
    return _NOTHING if data is None else blake2b(data, digest_size=4).hexdigest()


def _whole_digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digest_at(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return _NOTHING
