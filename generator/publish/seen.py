"""Touches the disk: files and folders as the system sees them, without reading them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Set
from dataclasses import dataclass

Seen = tuple[int, ...]
"""Kind and rights, number, size in bytes, times of change of the content and of all.

The number and the time of all changes are all that matters of a folder: they change
whenever a file or folder comes into it, leaves it, or gets another name there.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a folder, by path. The folder itself has the path ""."""

    files: dict[str, Seen]
    folders: dict[str, Seen]


NOTHING = Standing({}, {})


def seen(path: str) -> Seen:
    """The file or link at *path*.

    Raises:
        OSError: There is none, or the system refused.
    """
    return _of(os.lstat(path))


def seen_open(descriptor: int) -> Seen:
    """The file that is open as *descriptor*. Raises: OSError, as `seen`."""
    return _of(os.fstat(descriptor))


def seen_folder(path: str) -> Seen:
    """The folder at *path*.

    Raises:
        OSError: There is none, not even behind a link, or the system refused.
    """
    return _of_folder(os.lstat(path))


def all_seen(folder: str, paths: Iterable[str]) -> dict[str, Seen]:
    """The files at *paths* in *folder*. Raises: OSError, as `seen`."""
    return {path: seen(f"{folder}/{path}") for path in paths}


def folders_seen(folder: str, paths: Iterable[str]) -> dict[str, Seen]:
    """The folders at *paths* in *folder*. Raises: OSError, as `seen_folder`."""
    return {path: seen_folder(f"{folder}/{path}") for path in paths}


def files_of(stands: Standing) -> Set[str]:
    """The ordinary files among what *stands*, which are all but links and devices."""
    kinds = {told[0] for told in stands.files.values()}
    if all(map(stat.S_ISREG, kinds)):
        return stands.files.keys()
    return {path for path, told in stands.files.items() if stat.S_ISREG(told[0])}


def content(told: Seen) -> Seen:
    """What of a file stays the same when it gets another name: size and time."""
    return told[2:4]


def standing(folder: str) -> Standing:
    """Everything in *folder*; links are not followed. Nothing when it is no folder.

    Raises:
        OSError: The system refused.
    """
    if not os.path.isdir(folder):
        return NOTHING
    files: dict[str, Seen] = {}
    folders = {"": seen_folder(folder)}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{folder}/{prefix}") as entries:
            for entry in entries:
                path = prefix + entry.name
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    folders[path] = _of_folder(status)
                    waiting.append(f"{path}/")
                else:
                    files[path] = _of(status)
    return Standing(files, folders)


def _of(status: os.stat_result) -> Seen:
    kind, number, size = status.st_mode, status.st_ino, status.st_size
    return kind, number, size, status.st_mtime_ns, status.st_ctime_ns


def _of_folder(status: os.stat_result) -> Seen:
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return status.st_mode, status.st_ino, status.st_ctime_ns
