"""Touches the disk: reads files, and for the preview only those that were saved."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar, cast

from generator.problems import DatelineError, FileAccessError

Made = TypeVar("Made")

_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system that is in use (FAT)."""


class Saved:
    """What the file at `path` held when it was looked at; each look is one object.

    Where its digest was known without reading it, it is read when somebody asks.
    """

    __slots__ = ("_data", "_digest", "path")

    def __init__(self, path: str, data: bytes | None, digest: str = "") -> None:
        self.path = path
        self._data = data
        self._digest = digest

    @property
    def data(self) -> bytes:
        """The bytes.

        Raises:
            FileAccessError: The system refused, this late.
        """
        if self._data is not None:
            return self._data
        try:
            return _bytes(self.path)
        except OSError as error:
            raise FileAccessError(self.path, error) from error

    @property
    def digest(self) -> str:
        """What is equal for equal bytes only."""
        if not self._digest:
            self._digest = blake2b(self.data, digest_size=16).hexdigest()
        return self._digest


def records_in(folder: Path) -> list[Path]:
    """The JSON files that are in *folder*, by name.

    Raises:
        FileAccessError: The system refused: what is not seen would count as not there.
    """
    names = (entry.name for entry in in_folder(folder))
    return [folder / n for n in names if n.endswith(".json") and n[0] != "."]


def below(folder: Path) -> list[Path]:
    """All that is in *folder* and in those inside, sorted; no link is followed.

    Raises:
        FileAccessError: The system refused.
    """
    found: list[Path] = []
    for entry in in_folder(folder):
        path = folder / entry.name
        found += [path, *(below(path) if entry.is_dir(follow_symlinks=False) else ())]
    return sorted(found)


def in_folder(folder: Path) -> list[os.DirEntry[str]]:
    """What is in *folder*, by name; nothing where there is no such folder.

    Raises:
        FileAccessError: The system refused.
    """
    if not folder.is_dir():
        return []
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise FileAccessError(folder, error) from error


class LinkedOutError(DatelineError):
    """A folder of the project is a link to one that is no part of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is a link to a folder outside the project, which is not "
            "followed. Put the folder itself there."
        )


def check_inside(folder: Path, *roots: Path) -> None:
    """Returns when *folder* is no link, or one into one of *roots*.

    Raises:
        LinkedOutError: It would bring into the project what nobody put there.
    """
    if folder.is_symlink():
        target = folder.resolve()
        if not any(target.is_relative_to(root.resolve()) for root in roots):
            raise LinkedOutError(folder)


class GaveWayError(Exception):
    """Something more urgent came up while everything was looked at."""


def never() -> bool:
    """False: nothing is more urgent."""
    return False


class Files:
    """Reads files from the disk, and makes of them what is asked for, each time."""

    def read(self, path: Path) -> bytes:
        """What the file at *path* holds.

        Raises:
            OSError: The system refused.
        """
        return path.read_bytes()

    def read_if_there(self, path: Path) -> bytes | None:
        """What the file at *path* holds; None when there is none.

        Raises:
            FileAccessError: The system refused.
        """
        try:
            return self.read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise FileAccessError(path, error) from error

    def read_all(self, paths: Sequence[str]) -> list[Saved]:
        """What the files at *paths* hold.

        Raises:
            OSError: The system refused.
        """
        return [self.look(path) for path in paths]

    def look(self, path: str) -> Saved:
        """What the file at *path* holds.

        Raises:
            OSError: The system refused.
        """
        return Saved(path, _bytes(path))

    def seen(self, path: Path, make: Callable[[bytes], Made]) -> Made:
        """What *make* makes of what the file at *path* holds, which is too much to be
        remembered itself.

        Raises:
            OSError: The system refused.
        """
        return make(path.read_bytes())

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What *make* makes, which may depend on any file that `read_all` was not asked
        for, and on which files there are; *key* names it among all that is made."""
        return make()


Sight = tuple[int, int, int, int, str]
"""How the system sees a file: its times of change, of the content and of all, its size
and number; and the digest of what it held."""


class KnownFiles(Files):
    """Reads a file only when somebody asks for what is in it, if the system sees it as
    it did at a time before, of which *known* tells by path."""

    def __init__(self, known: Mapping[str, Sight]) -> None:
        self._known = known
        self._begun = time.time_ns()
        self._sights: dict[str, Sight] = {}

    def sights(self) -> dict[str, Sight]:
        """How files were seen; not those that were saved so short a time before that
        another save might leave no trace."""
        return self._sights

    def look(self, path: str) -> Saved:
        status = os.stat(path)
        times = status.st_mtime_ns, status.st_ctime_ns
        seen = (*times, status.st_size, status.st_ino)
        known = self._known.get(path)
        if known is not None and known[:4] == seen:
            saved = Saved(path, None, known[4])
        else:
            saved = Saved(path, _bytes(path))
        if max(times) < self._begun - _TICK:
            self._sights[path] = (*seen, saved.digest)
        return saved


class RememberedFiles(Files):
    """Reads a file again only when it has changed, and makes nothing of it twice.

    Whoever knows which files were saved says so (`saved`), and nothing else is looked
    at. A file that was saved a moment ago is not trusted to be the same by its time and
    size: two saves may fall into one tick of the file system's clock.
    """

    def __init__(self) -> None:
        self._states: dict[str, tuple[int, ...]] = {}
        self._read: dict[str, Saved] = {}
        self._all: set[str] = set()
        self._seen: dict[str, object] = {}
        self._kept: dict[Hashable, object] = {}
        self._before = self._kept, self._all  # as the last reading found them
        self._waiting: set[str] | None = None
        self._gives_way: Callable[[], bool] = never

    def saved(
        self,
        paths: Collection[str] | None,
        new: Collection[str] = (),
        gives_way: Callable[[], bool] = never,
    ) -> None:
        """Only the files at *paths* have changed since the last reading; None when
        nobody knows what has. *new* are those of them that were not there before.

        Where one of them came, went, or is no file of `read_all`, nothing that was
        found before is trusted.

        As soon as *gives_way* is true, the reading that follows is given up with a
        `GaveWayError`; what was found before it is still known.
        """
        self._gives_way = gives_way
        self._before = self._kept, self._all
        if paths is None or not all(self._is_followed(path, new) for path in paths):
            self._waiting = None
            self._kept = {}
        else:
            self._waiting = {path for path in paths if path in self._all}

    def _is_followed(self, path: str, new: Collection[str]) -> bool:
        """True for a file of `read_all` that is still one, and for one that came and
        went before anybody saw it, as editors have them beside what they save."""
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return path in new and path not in self._all
        except OSError:  # what the system refuses may be there all the same
            return False
        return path in self._all and stat.S_ISREG(mode)

    def read(self, path: Path) -> bytes:
        return self.look(os.fspath(path)).data

    def read_all(self, paths: Sequence[str]) -> list[Saved]:
        if self._waiting is None:
            found = [self.look(path) for path in paths]
            self._all = set(paths)
            return found
        for path in self._waiting:
            self.look(path)
        return list(map(self._read.__getitem__, paths))

    def look(self, path: str) -> Saved:
        state = self._state(path)
        known = self._read.get(path)
        if known is not None and self._states[path] == state:
            return known
        data = _bytes(path)
        if known is None or known.data != data:
            known = self._read[path] = Saved(path, data)
        self._states[path] = _trusted(state)
        return known

    def seen(self, path: Path, make: Callable[[bytes], Made]) -> Made:
        name = os.fspath(path)
        state = self._state(name)
        if name not in self._seen or self._states[name] != state:
            self._seen[name] = make(_bytes(name))
            self._states[name] = _trusted(state)
        return cast(Made, self._seen[name])

    def _state(self, path: str) -> tuple[int, ...]:
        """What the system says of the file, its time of change first."""
        if self._gives_way():
            self._kept, self._all = self._before
            raise GaveWayError
        status = os.stat(path)
        return status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        if key not in self._kept:
            self._kept[key] = make()
        return cast(Made, self._kept[key])


def _trusted(state: tuple[int, ...]) -> tuple[int, ...]:
    """*state* where the file was saved long enough ago to be known by it, else none."""
    return state if time.time_ns() - state[0] > _TICK else ()


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        error.filename = path  # which is not told of a file that was open already
        raise
