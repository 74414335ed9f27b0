"""Touches the disk: what a folder holds, and how two of them differ."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

Tree = dict[str, tuple[bytes, int]]
"""What each file holds, and its time of change; of a folder, nothing; of a link, where
it leads."""


def tree(folder: Path, without: Sequence[str] = ()) -> Tree:
    found: Tree = {}
    skipped = {str(folder / name) for name in without}
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if f"{at}/{name}" not in skipped]
        for name in (*folders, *files):
            path = f"{at}/{name}"
            status = os.lstat(path)
            if stat.S_ISDIR(status.st_mode):
                found[os.path.relpath(path, folder) + "/"] = (b"", 0)
            elif path not in skipped:
                is_link = stat.S_ISLNK(status.st_mode)
                holds = os.fsencode(os.readlink(path)) if is_link else _bytes(path)
                found[os.path.relpath(path, folder)] = holds, status.st_mtime_ns
    return found


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def bytes_of(found: Tree) -> dict[str, bytes]:
    return {path: holds for path, (holds, _) in found.items()}


def differences(now: dict[str, bytes], cold: dict[str, bytes]) -> list[str]:
    """What a person would look at first; nothing when both are the same."""
    told = [f"{path}: only here" for path in sorted(now.keys() - cold.keys())]
    told += [f"{path}: missing" for path in sorted(cold.keys() - now.keys())]
    for path in sorted(now.keys() & cold.keys()):
        one, other = now[path], cold[path]
        if one != other:
            pairs = enumerate(zip(one, other, strict=False))
            near = (at for at, (a, b) in pairs if a != b)
            at = max(0, next(near, min(len(one), len(other))) - 60)
            shown = f"{one[at : at + 120]!r}\n  instead of {other[at : at + 120]!r}"
            told.append(f"{path}: {shown}")
    return told


def put_back(folder: Path, former: Tree, without: Sequence[str] = ()) -> None:
    """*folder* holds what it held, with the former times; but for *without*."""
    for path in tree(folder, without):
        if path not in former and not path.endswith("/"):
            (folder / path).unlink()
    for path, (holds, changed) in former.items():
        if not path.endswith("/"):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(holds)
            os.utime(place, ns=(changed, changed))
