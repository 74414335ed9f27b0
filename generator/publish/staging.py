"""Touches the disk: builds the new site out of sight; then it and the old one change
places.

What is put goes to a folder of its own, so that a run that ends anywhere before the
exchange leaves everything as it was. Unchanged files get a second name and no second
bytes. The site that was replaced is brought up to date and kept as a spare, where no
web server looks: next time it takes the new files and the place of the site, and only
what changed costs anything.

Files are not synced one by one: what a power cut left unwritten has another size or
time than was noted, and the next build writes it again.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import ChangedOnDiskError, FileAccessError
from generator.publish.assemble import Change, brought_up_to_date, completed
from generator.publish.guard import (
    MARKER,
    MARKER_TEXT,
    check_folder,
    check_none_of_others,
)
from generator.publish.last import (
    LastPublished,
    Spare,
    digest,
    forget,
    keep,
    noted_paths,
)
from generator.publish.paths import (
    UnsafePathError,
    check_path,
    check_paths,
    folders_of,
)
from generator.publish.seen import (
    Seen,
    Standing,
    all_seen,
    content,
    files_of,
    folders_seen,
    seen_folder,
    seen_open,
    standing,
)
from generator.publish.swap import beside, clear_leftovers, locked, put_in_place

_IN_THE_WAY = (NotADirectoryError, IsADirectoryError)
_TO_COMPARE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site are new or changed, the same, and gone. `mark` is
    that of the site as it stands now (`LastPublished.mark`), "" where it is not
    noted; `size` counts the bytes of all files."""

    written: int
    unchanged: int
    removed: int
    mark: str = field(default="", compare=False)
    size: int = field(default=0, compare=False)


@contextmanager
def staged(
    out: Path, spare: Path | None = None, last: LastPublished | None = None
) -> Iterator[Staging]:
    """A new site for *out*, which takes its place with `Staging.publish`, or never.

    *spare* is a folder for what makes the next publication quick; without it, or where
    it is of no use (another file system, another run at work in it), nothing is kept.
    *last* says that the old site stands as it was published; without it, all of it is
    looked at.

    Raises:
        OutputRefusedError, ForeignFolderError: See `check_folder`.
        FileAccessError: The system refused; the old site stands.
    """
    with _told(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(out)
        check_folder(out)
        place = beside(out)
    owner = os.getpid()
    with locked(place), locked(spare) as is_ours:
        notes = spare if is_ours else None
        previous = None
        if notes and _moved(place, notes / "new"):
            place, previous = notes / "new", notes / "previous"
        try:
            with _told(out):
                new = Staging(out, place, notes, previous, last)
            yield new
        finally:
            if os.getpid() == owner:  # and not a child that was to put some files
                shutil.rmtree(place, ignore_errors=True)


class Staging:
    """The files of a new site that differ from those of the old one.

    They are put in the folder *place*. *notes* is where it is noted what stands,
    *previous* where the old site is kept; None for what cannot be.
    """

    def __init__(
        self,
        out: Path,
        place: Path,
        notes: Path | None,
        previous: Path | None,
        last: LastPublished | None,
    ) -> None:
        self._out = out
        self._place = place
        self._notes = notes
        self._previous = previous
        self._last = last
        # Before anything is compared with it: what changes later is noticed then.
        self._old = last.site if last else standing(str(out))
        self._stood = bool(self._old.folders)

    def put(self, path: str, data: bytes) -> bool:
        """True when what stands at *path* is not *data*, which is written then.

        To be called once for a path, in any process that was forked from this one.
        Where no file can lie, none is written, and `publish` refuses the path.

        Raises:
            FileAccessError: The system refused.
        """
        with _told(self._out), suppress(UnsafePathError, *_IN_THE_WAY):
            check_path(path)
            if self._stood and _holds(f"{self._out}/{path}", data):
                return False
            _write(f"{self._place}/{path}", data)
        return True

    def standing(self, path: str) -> bytes | None:
        """The file at *path* exactly as it was published last; None where that is not
        known, or no longer so."""
        noted = self._last and self._last.site.files.get(path)
        if not noted:
            return None
        try:
            descriptor = os.open(f"{self._out}/{path}", _TO_COMPARE)
            with open(descriptor, "rb") as file:
                data = file.read()
                return data if seen_open(descriptor) == noted else None
        except OSError:
            return None

    def publish(self, paths: Collection[str]) -> Published:
        """The site consists of the files at *paths*: those that were put, and as they
        stand, those that were not. Nothing is touched when that changes nothing.

        Raises:
            UnsafePathError: No file can lie at one of the paths, or two collide.
            ValueError: A file was put at none of them.
            ForeignFilesError: Somebody put files of their own into the site.
            ChangedOnDiskError: Somebody else published there meanwhile.
            FileAccessError: The system refused, or a file is missing; the old site
                stands.
        """
        self.put(MARKER, MARKER_TEXT)
        with _told(self._out):
            change = self._change({MARKER, *paths})
            last = self._last
            if not change.is_none:
                last = self._replace(change)
            elif not last:
                last = LastPublished(change.old, None)
            if last and last is not self._last and self._notes:
                keep(self._out, self._notes, last)
        written = len(change.put.files.keys() - {MARKER})
        mark = last.mark if last else ""
        same, gone = len(paths) - written, len(change.gone)
        return Published(written, same, gone, mark, change.size)

    def _change(self, wanted: set[str]) -> Change:
        old, put = self._old, standing(str(self._place))
        if not self._is_same_folder():
            raise ChangedOnDiskError(self._out)
        if unasked := put.files.keys() - wanted:
            raise ValueError(f"put, but no part of the site: {sorted(unasked)}")
        if not wanted <= old.files.keys():
            check_paths(wanted, self._last.paths if self._last else ())
        if missing := wanted.difference(put.files, files_of(old)):
            raise OSError(0, "was not written", f"{self._out}/{min(missing)}")
        stray = not self._last and old.folders.keys() - {"", *folders_of(wanted)}
        gone = old.files.keys() - wanted
        if gone and not self._last and self._notes:
            ours = noted_paths(self._out, self._notes)
            others = set() if ours is None else gone.intersection(files_of(old)) - ours
            check_none_of_others(self._out, others)
        return Change(wanted, old, put, gone, bool(stray))

    def _replace(self, change: Change) -> LastPublished | None:
        """The new site gets the name of the old one, which may become the spare. None
        where it cannot be told how it stands."""
        out, place, previous = str(self._out), str(self._place), self._previous
        folders = self._kept_folders()
        if self._notes and previous:
            forget(self._notes)
        if previous and folders:
            new, no_bytes = previous, True
            folders = brought_up_to_date(change, str(new), folders, os.rename, place)
        else:
            new, no_bytes = self._place, completed(change, out, place)
        put_in_place(new, self._out)
        spare = None
        if previous and self._stood and no_bytes and not change.stray:
            spare = _kept(change, new, previous, out)
        if not spare:
            shutil.rmtree(new, ignore_errors=True)
        if not self._notes:
            return None
        # Only now, since to gain or lose a name is a change of a file, too.
        site = self._standing(change, folders if spare else None)
        return LastPublished(site, spare) if site else None

    def _is_same_folder(self) -> bool:
        """True when the site is still the one with which files were compared."""
        if not (self._stood and self._out.exists()):
            return not (self._stood or self._out.exists())
        # Its number; what came into it meanwhile is another matter.
        return seen_folder(str(self._out))[1] == self._old.folders[""][1]

    def _standing(
        self, change: Change, folders: dict[str, Seen] | None
    ) -> Standing | None:
        """What stands in the end, with the site's *folders* if they are known; None
        when somebody changed a file that was thought to be the same."""
        out, put, old = str(self._out), change.put, change.old
        root = {"": seen_folder(out)}
        if not self._stood:
            return Standing(put.files, {**put.folders, **root})
        if folders:
            files = change.files | all_seen(out, put.files)
            return Standing(files, {**folders, **root})
        same = change.wanted - put.files.keys()
        now = standing(out)
        changed = any(content(now.files[p]) != content(old.files[p]) for p in same)
        return None if changed else now

    def _kept_folders(self) -> dict[str, Seen] | None:
        """The folders of the spare, None unless they are as noted."""
        spare = self._last and self._last.spare
        if not spare or not self._previous:
            return None
        try:
            folders = folders_seen(str(self._previous), spare.folders)
        except OSError:
            return None
        return folders if digest(folders.values()) == spare.digest else None


def _kept(change: Change, old: Path, previous: Path, out: str) -> Spare | None:
    """The site at *old* as the spare, after the *change*; None when that is refused."""
    if old != previous and not _moved(old, previous):
        return None
    try:
        folders = brought_up_to_date(
            change, str(previous), change.old.folders, os.link, out
        )
    except OSError:  # the new site is published all the same
        return None
    return Spare(tuple(folders), digest(folders.values()))


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Says which file the system refused."""
    try:
        yield
    except OSError as error:
        raise FileAccessError(error.filename or out, error) from error


def _moved(folder: Path, to: Path) -> bool:
    """True when *folder* is now where something that nobody needs may have been."""
    shutil.rmtree(to, ignore_errors=True)
    try:
        folder.rename(to)
    except OSError:  # another file system
        return False
    return True


# Paths are texts and files are numbers here: for ten thousand files that is a second.


def _holds(path: str, data: bytes) -> bool:
    """True for an ordinary file with the bytes *data*."""
    try:
        descriptor = os.open(path, _TO_COMPARE)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        found = os.read(descriptor, len(data) + 1)
        while len(found) < len(data) and (more := os.read(descriptor, len(data))):
            found += more
        return found == data
    finally:
        os.close(descriptor)


def _write(path: str, data: bytes) -> None:
    try:
        descriptor = os.open(path, _TO_WRITE, 0o666)
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        descriptor = os.open(path, _TO_WRITE, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        # A file system that tells only now that the disk is full does so here.
        os.close(descriptor)


def _make_folder(path: str) -> None:
    """There is a folder at *path*, with those around it; others may make them, too."""
    try:
        os.mkdir(path)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
