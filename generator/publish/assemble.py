"""Touches the disk: makes a folder hold the new site, of what was put and what stands.

Either the folder of what was put is completed, or one that holds the old site is
brought up to date.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from generator.publish.paths import folders_of
from generator.publish.seen import Seen, Standing, seen_folder


@dataclass(frozen=True)
class Change:
    """From what stands (`old`) and what was put to the files that are `wanted`.

    At the paths that are `gone`, nothing stands any more. `stray` is True when there
    are folders in the old site that no file needs.
    """

    wanted: Set[str]
    old: Standing
    put: Standing
    gone: Set[str]
    stray: bool

    @property
    def size(self) -> int:
        """The bytes of all files that are wanted."""
        return sum(told[2] for told in self.files.values())

    @cached_property
    def files(self) -> dict[str, Seen]:
        """What stands in the end, as it was seen before it got its place."""
        # For ten thousand events, to go through all that stay took four times as long.
        files = self.old.files | self.put.files
        for path in self.gone:
            del files[path]
        return files

    @property
    def is_none(self) -> bool:
        return not (self.put.files or self.gone or self.stray)


def completed(change: Change, out: str, new: str) -> bool:
    """True when the folder *new*, where all was put, has the rest of the site at *out*
    as well, and that took no bytes.

    Raises:
        OSError: The system refused.
    """
    same = sorted(change.wanted - change.put.files.keys())
    _make_folders(new, same)
    copied = [p for p in same if not _linked(f"{out}/{p}", f"{new}/{p}")]
    return not copied


def brought_up_to_date(
    change: Change,
    before: str,
    folders: Mapping[str, Seen],
    take: Callable[[str, str], None],
    source: str,
) -> dict[str, Seen]:
    """The folders in *before* once the old site there, of the *folders*, is the new.

    *take* gets what was put from its path in *source* to its path here.

    Raises:
        OSError: The system refused.
    """
    gone, put = sorted(change.gone), sorted(change.put.files)
    for path in (*gone, *put):
        _remove(f"{before}/{path}")
    for folder in reversed(folders_of(gone)):
        _remove_if_empty(f"{before}/{folder}")
    _make_folders(before, put)
    for path in put:
        take(f"{source}/{path}", f"{before}/{path}")
    now = dict(folders)
    for folder in ("", *folders_of((*gone, *put))):
        try:
            now[folder] = seen_folder(f"{before}/{folder}")
        except (FileNotFoundError, NotADirectoryError):
            now.pop(folder, None)
    return now


def _make_folders(root: str, paths: Iterable[str]) -> None:
    for folder in folders_of(paths):
        with suppress(FileExistsError):
            os.mkdir(f"{root}/{folder}")


def _linked(old: str, new: str) -> bool:
    """True when *new* is *old* by another name, False when it had to be a copy with
    its time of change."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copy2(old, new)
        return False
    return True


def _remove(path: str) -> None:
    """There is no file at *path*; of a folder, each file is removed by itself.

    What comes to *path* does not replace it: ext4 writes a file to the disk at once
    when it takes the place of another.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        if os.path.islink(path) or not os.path.isdir(path):
            os.unlink(path)


def _remove_if_empty(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError as error:
        known = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR}
        if error.errno not in known:
            raise
