"""Touches the disk: the few ways in which dateline may change a file that matters.

A file that a person may have open is exchanged and verified, never overwritten; two
folders change places in one step; one lock keeps two runs out of one project.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import sys
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from generator import leftovers
from generator.problems import ChangedOnDiskError, DatelineError, FileAccessError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
_CANNOT_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
_ONLY_FOR_READING = {errno.EACCES, errno.EPERM, errno.EROFS}
_LOCK_STEP = 0.05


class LockedError(DatelineError):
    """Another run of dateline has held the project's lock for too long."""

    def __init__(self, path: Path, holder: str) -> None:
        who = f" (process {holder})" if holder else ""
        super().__init__(
            f"Another dateline{who} is working in this project, so nothing was done. "
            "Run the command again when it has finished."
        )
        self.path = path


def exchange(a: Path, b: Path) -> bool:
    """True when *a* and *b* have changed places in one step.

    False means that this system or file system cannot do it; nothing has happened
    then. Both must exist, on one file system; either may be a file or a folder.

    Raises:
        FileAccessError: One of them is missing, or the system refused.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(a), os.fsencode(b)
    if sys.platform == "darwin":
        if not hasattr(libc, "renamex_np"):
            return False
        failed = libc.renamex_np(*names, _RENAME_SWAP)
    else:
        if not hasattr(libc, "renameat2"):
            return False
        failed = libc.renameat2(
            _AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE
        )
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise FileAccessError(b, OSError(code, os.strerror(code)))


def write_atomically(path: Path, data: bytes, expected: bytes | None) -> None:
    """*path* holds *data*, wholly and durably, in place of *expected*.

    *expected* is what was read from the file before; None means that it must not
    exist. The folder is made when it is missing. Whatever goes wrong, the file is
    the old one or the new one, and never older than a person's last save; after a kill
    that is so once the next run has begun (`leftovers`).

    Raises:
        ChangedOnDiskError: The file is no longer what was read; it was left alone.
        FileAccessError: The system refused.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _write_beside(path, data)
        try:
            if expected is None:
                _create(temporary, path, data)
            else:
                temporary = temporary.rename(leftovers.aside(path, data, expected))
                _replace(temporary, path, data, expected)
        except ChangedOnDiskError:  # what a person saved is in its place
            temporary.unlink()
            raise
        except BaseException:
            with suppress(OSError):  # what went wrong first is told
                _clear(temporary, (data, expected))
            raise
    except OSError as error:
        raise FileAccessError(path, error) from error
    try:
        temporary.unlink()
    except OSError as error:
        raise FileAccessError(temporary, error) from error
    with suppress(OSError):  # the file is there; to say that nothing changed was wrong
        sync_folder(path.parent)


def remove_atomically(path: Path, expected: bytes | None) -> None:
    """*path* is gone; before, it held *expected*, if there was anything.

    Raises:
        ChangedOnDiskError: The file is no longer what was read; it was left alone.
        FileAccessError: The system refused.
    """
    aside = leftovers.aside(path, None, expected)
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileAccessError(path, error) from error
    try:
        unchanged = aside.read_bytes() == expected
        if unchanged or path.exists():  # saved once more meanwhile: the last save
            aside.unlink()
        else:
            aside.rename(path)
    except OSError as error:
        with suppress(OSError):
            os.link(aside, path)  # never over a save that was made meanwhile
            aside.unlink()
        # Where it cannot be put back either, the next run ends its removal.
        raise FileAccessError(
            path if os.path.lexists(path) else aside, error
        ) from error
    if not unchanged:
        raise ChangedOnDiskError(path)
    with suppress(OSError):
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """The names in *folder* survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems have no such call
            raise
    finally:
        os.close(descriptor)


class ProjectLock:
    """Held in a `with` block by the one run that may change a project.

    The system frees the lock when its holder ends, however it ends; the file stays.
    Not reentrant. A run that finds the lock taken waits *patience* seconds, so that
    the preview's short builds and an extraction do not refuse each other. Where the
    file cannot be made, because the project is only for reading, an existing one is
    enough, or none. While a run is at work, and after one that was cut off, the file
    says which it was; the next one ends what that one had begun.

    Raises:
        LockedError: Another run still holds it then.
    """

    def __init__(self, path: Path, *, patience: float = 10.0) -> None:
        self.path = path
        self.patience = patience
        self._descriptor: int | None = None

    def __enter__(self) -> ProjectLock:
        try:
            descriptor, writable = self._open()
        except FileNotFoundError:
            return self
        except OSError as error:
            raise FileAccessError(self.path, error) from error
        self._descriptor = descriptor
        try:
            self._wait(descriptor)
            if os.read(descriptor, 1):
                leftovers.finish(self.path.parent.parent, exchange)
            if writable:
                self._says(f"{os.getpid()}\n")
        except BaseException as error:
            self.__exit__(type(error), error, None)
            if isinstance(error, OSError):
                raise FileAccessError(self.path, error) from error
            raise
        return self

    def _wait(self, descriptor: int) -> None:
        until = time.monotonic() + self.patience
        while not _lock(descriptor):
            if time.monotonic() >= until:
                holder = os.read(descriptor, 20).decode("ascii", "ignore").strip()
                raise LockedError(self.path, holder)
            time.sleep(_LOCK_STEP)

    def _says(self, text: str) -> None:
        assert self._descriptor is not None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, text.encode("ascii"), 0)

    def _open(self) -> tuple[int, bool]:
        """The file's descriptor, and whether it may be written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
            return os.open(self.path, flags), True
        except OSError as error:
            if error.errno not in _ONLY_FOR_READING:
                raise
        return os.open(self.path, os.O_RDONLY | os.O_CLOEXEC), False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._descriptor is not None:
            with suppress(OSError):
                if kind is None:
                    self._says("")
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write_beside(path: Path, data: bytes) -> Path:
    """A synced file with *data* in the folder of *path*, with its permissions."""
    descriptor, temporary = leftovers.being_written(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _permissions(path))
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):  # what went wrong first is told
            temporary.unlink()
        raise
    return temporary


def _clear(temporary: Path, known: Collection[bytes | None]) -> None:
    """The *temporary* file is gone, unless it may be a save that nobody has seen."""
    if temporary.read_bytes() in known:
        temporary.unlink()


def _permissions(path: Path) -> int:
    """Those of *path*, or those that a new file would get."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0o022)
        os.umask(mask)
        return 0o666 & ~mask


def _create(temporary: Path, path: Path, data: bytes) -> None:
    """Give *temporary* the name *path*, which must be free.

    A rename would replace a file that appeared a moment ago; a link refuses to.
    """
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise ChangedOnDiskError(path) from error
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        try:
            file = path.open("xb")
        except FileExistsError as taken:
            raise ChangedOnDiskError(path) from taken
        try:
            with file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)  # a half of it is worse than none
            raise


def _replace(temporary: Path, path: Path, data: bytes, expected: bytes) -> None:
    """Exchange, then look at what came out: only then is it certain what was there.

    When it is not *expected*, a person has saved meanwhile, and it goes back. What
    comes out then should be *data*; if not, that is a still later save, and so on
    until the last save is in its place.
    """
    try:
        if not exchange(temporary, path):
            _compare_and_replace(temporary, path, expected)
            return
        try:
            put, got = data, temporary.read_bytes()
        except OSError:  # whatever it is, it goes back
            exchange(temporary, path)
            raise
        if got == expected:
            return
        while True:
            if not exchange(temporary, path):
                raise ChangedOnDiskError(path)
            before, put, got = put, got, temporary.read_bytes()
            if got == before:
                raise ChangedOnDiskError(path)
    except FileAccessError as error:
        if path.exists():
            raise
        raise ChangedOnDiskError(path) from error  # deleted: leave it deleted


def _compare_and_replace(temporary: Path, path: Path, expected: bytes) -> None:
    """The best that a file system without exchange allows: a short unsafe moment."""
    try:
        unchanged = path.read_bytes() == expected
    except FileNotFoundError:
        unchanged = False
    if not unchanged:
        raise ChangedOnDiskError(path)
    os.replace(temporary, path)
