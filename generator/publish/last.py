"""Touches the disk: what was published last, and whether it stands as it was left.

It stands when every file and folder of it is the same to the system. No byte is read.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import time
from collections.abc import Collection, Iterable, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.publish.seen import Seen, Standing, all_seen, folders_seen, seen_folder

_TICK = 0.01
"""Seconds: the coarsest step of a clock that tells parts of seconds."""


@dataclass(frozen=True, slots=True)
class Spare:
    """A second folder for the files of a site: its folders, and how they were left.

    Its files are those of the site by other names, so they need not be looked at.
    """

    folders: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class LastPublished:
    """A site that stands exactly as it was published."""

    site: Standing
    spare: Spare | None

    @cached_property
    def mark(self) -> str:
        """A short text that no other state of the site has."""
        return digest([*self.site.files.values(), *self.site.folders.values()])

    @property
    def paths(self) -> Collection[str]:
        """Where its files are, our marker among them."""
        return self.site.files.keys()


def last_published(out: Path, spare: Path) -> LastPublished | None:
    """What was published in *out*, as *spare* notes it; None unless it stands so.

    Whatever is wrong with the note only costs the work again. A made-up one would have
    to know the numbers and times of the files on this disk.
    """
    try:
        note = json.loads(note_in(spare).read_bytes())
        if note["out"] != os.path.abspath(out):
            return None
        files = all_seen(str(out), note["files"])
        folders = folders_seen(str(out), note["folders"])
        said = note["spare"]
        kept = said and Spare(tuple(said["folders"]), said["digest"])
        last = LastPublished(Standing(files, folders), kept)
        return last if last.mark == note["mark"] else None
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None
    except RecursionError:  # brackets in brackets, by the thousand
        return None


def noted_paths(out: Path, spare: Path) -> Set[str] | None:
    """Where the files are that were published last in the folder that *out* is now,
    whatever became of it since; None where that is not noted."""
    try:
        note = json.loads(note_in(spare).read_bytes())
        files = note["files"]
        here = _told_of(out, seen_folder(str(out))[1], files)
        return frozenset(files) if note["told"] == here else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def keep(out: Path, spare: Path, last: LastPublished) -> None:
    """Notes in *spare* what stands in *out* now, if a change of it would be noticed."""
    files, folders = last.site.files, last.site.folders
    # A clock of whole seconds may stand still while a file is changed.
    if all(told[-1] % 1_000_000_000 == 0 for told in files.values()):
        return
    said = {
        "out": os.path.abspath(out),
        "told": _told_of(out, folders[""][1], list(files)),
        "files": list(files),
        "folders": list(folders),
        "mark": last.mark,
        "spare": last.spare
        and {"folders": last.spare.folders, "digest": last.spare.digest},
    }
    # Whoever changes a file from now on gives it another time than we did.
    time.sleep(_TICK)
    with suppress(OSError):  # a full disk, a folder only for reading: the site stands
        beside = note_in(spare).with_suffix(".new")
        beside.write_text(json.dumps(said), "utf-8")
        beside.replace(note_in(spare))


def _told_of(out: Path, number: int, files: list[str]) -> str:
    """A short text that no other folder has, and no other files."""
    told = "\0".join([os.path.abspath(out), str(number), *files])
    data = told.encode("utf-8", "surrogateescape")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def forget(spare: Path) -> None:
    """Nothing is noted in *spare* any more.

    Raises:
        OSError: The system refused.
    """
    note_in(spare).unlink(missing_ok=True)


def digest(told: Iterable[Seen]) -> str:
    """A short text that is another one for any other files."""
    # The second version of the format depends on the values alone.
    data = marshal.dumps(list(told), 2)
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def note_in(spare: Path) -> Path:
    """Where `keep` notes what stands."""
    return spare / "published.json"
