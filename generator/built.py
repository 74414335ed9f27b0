"""Touches the disk: what the last build read and made, and whether that still holds.

Files are known by how the system sees them: by number, size and times of change. Where
that differs, or could not tell two saves apart, their bytes decide, so that a project
that was copied or checked out anew is known again. Nothing that makes a site is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.config import Project
from generator.leftovers import BEING_WRITTEN
from generator.problems import Origin, Problem, Severity
from generator.settings import SETTINGS_FILE

_TICK, _COARSE_TICK = 20_000_000, 2_000_000_000
"""Nanoseconds: two saves within one tick of a file system's clock may leave the same
times, so a file as young as that is known by its bytes alone. Clocks that count no
parts of a millisecond may be as coarse as two seconds (FAT)."""

_PACKAGE = Path(__file__).parent
_VERSIONS = (".dist-info", ".egg-info")
"""What an installer leaves beside a library; some systems still write the second."""

_OURS = ("cache", "lock")
"""What is in `.dateline/` and no part of the project."""

_State = list[int]
"""How the system sees a file: kind and rights, number, size, times of change of the
content and of all; empty where that is not to be relied on."""

_Known = dict[str, list[Any]]
"""Files by path: their states, and the digests of their bytes."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote. `out` is None when problems kept it from publishing.

    `made_of` is all that the site was made of: to let go of it takes a while.
    """

    out: Path | None
    written: int
    unchanged: int
    removed: int
    problems: list[Problem] = field(default_factory=list)
    made_of: tuple[object, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Record:
    """What a build leaves for the next one: which program it was, what it depended on
    besides files, which files it read, as what the site that it published is known, the
    digest of its notes, and what it warned of."""

    libraries: list[str] = field(default_factory=list)
    program: _Known = field(default_factory=dict)
    told: str = ""
    inputs: _Known = field(default_factory=dict)
    site: str = ""
    notes: str = ""
    problems: list[dict[str, Any]] = field(default_factory=list)

    @staticmethod
    def read(place: Path) -> _Record:
        """The record at *place*; an empty one where none is that is whole."""
        try:
            found = _Record(**json.loads(_whole(place)[1]))
            for path, (state, told) in (*found.program.items(), *found.inputs.items()):
                path + told, [*state]
            list(map(_problem, found.problems))
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return _Record()
        return found

    def write(self, place: Path) -> None:
        told = {name: getattr(self, name) for name in self.__slots__}
        _replace(place, json.dumps(told).encode())


class LastBuild:
    """What is remembered of the last build of *project* into *out*.

    To be made before the build reads anything, so that an edit while it runs is seen
    by the next. *told* is what the site depends on besides files. Whatever is wrong
    with the record, or cannot be looked at, only costs the work again.
    """

    def __init__(self, project: Project, out: Path, told: str = "") -> None:
        # What publishes loads more than a command line that is only read should.
        from generator.publish import last_published, note_in

        self._project = project
        self._out = out
        self._told = told
        # Before they are read: what another build writes meanwhile is another state.
        records = (project.built, note_in(project.spare))
        self._records = {path: _state_at(path) for path in records}
        self.published = last_published(out, project.spare)
        self._last = _Record.read(project.built)
        self._now = _Record()
        with suppress(OSError, _OddFileError):  # the build will tell of it
            self._now = _Record(
                _libraries(),
                _known(_PACKAGE.parent, _program(), self._last.program),
                f"{os.path.relpath(out, project.root)} {told}",
                _known(project.root, _inputs(project.root), self._last.inputs),
            )

    def latest(self) -> LastBuild:
        """This, or what is remembered now, where another build came in between."""
        if all(_state_at(path) == state for path, state in self._records.items()):
            return self
        return LastBuild(self._project, self._out, self._told)

    def report(self) -> BuildReport | None:
        """What a build would say now; None when it would have something to do."""
        last, now = self._last, self._now
        if not (
            self.published
            and self._is_known
            and last.told == now.told
            and _digests(last.inputs) == _digests(now.inputs)
        ):
            return None
        now = replace(now, site=last.site, notes=last.notes, problems=last.problems)
        if now != last:
            with suppress(OSError):
                now.write(self._project.built)  # next time the states will do
        problems = [_problem(problem) for problem in last.problems]
        return BuildReport(self._out, 0, len(self.published.paths) - 1, 0, problems)

    @cached_property
    def notes(self) -> bytes:
        """What the last build noted of the site that stands (`keep`); nothing where it
        was another program."""
        told, data = _whole(self._project.built_notes)
        return data if self._is_known and told == self._last.notes else b""

    def keep(self, report: BuildReport, site: str, notes: bytes) -> None:
        """Remembers what a build published, as what that *site* is known, and what the
        next build is to know of it."""
        if not (self._now.inputs and site):
            return
        try:
            record = replace(
                self._now,
                inputs=_unless_changed(self._project.root, self._now.inputs),
                site=site,
                notes=_replace(self._project.built_notes, notes),
                problems=[asdict(problem) for problem in report.problems],
            )
            record.write(self._project.built)
        except (OSError, _OddFileError):
            pass  # a full disk, a folder that may only be read: the next build works

    @cached_property
    def _is_known(self) -> bool:
        """Whether the site that stands is the one that was noted, by this program."""
        last, now = self._last, self._now
        return (
            self.published is not None
            and last.site == self.published.mark
            and bool(now.program)
            and last.libraries == now.libraries
            and _digests(last.program) == _digests(now.program)
        )


def digest(data: bytes) -> str:
    """A text that tells *data* from all others (16 bytes of BLAKE2b)."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class _OddFileError(Exception):
    """A link, behind which a file may change while it stays as it is; or no file."""


def _program() -> list[Path]:
    """Where this program is."""
    shipped = _PACKAGE.parent  # in a wheel they are inside the package
    return [_PACKAGE, shipped / "templates", shipped / "static"]


def _libraries() -> list[str]:
    """What a site depends on besides the files of a project and of this package:
    Python, and the libraries with their versions, as their installer named them."""
    names = (name for place in sys.path for name in _names(place))
    return [sys.version, *sorted(n for n in names if n.endswith(_VERSIONS))]


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _inputs(root: Path) -> list[Path]:
    """What a build reads of the project in *root*: files, and folders with everything
    in them."""
    names = (SETTINGS_FILE, "content", "seeds", "templates", "static")
    ours = root / ".dateline"
    kept = (p for p in ours.iterdir() if p.name not in _OURS) if ours.is_dir() else ()
    return [*(root / name for name in names), *kept]


def _known(base: Path, paths: Iterable[Path], last: _Known) -> _Known:
    """Every file at and below *paths*, by its path in *base*: as it was known *last*
    where the system sees it as it did then, else by its bytes.

    Raises:
        OSError: The system refused.
        _OddFileError: Not all of them are files.
    """
    now = time.time_ns()
    found: _Known = {}
    start = len(os.path.abspath(base)) + 1
    for path, status in _seen(paths):
        state = _state(status)
        known = last.get(path[start:])
        if known is None or known[0] != state:
            known = [state if _is_old(status, now) else [], _digest_of(path)]
        found[path[start:]] = known
    return found


def _unless_changed(base: Path, files: _Known) -> _Known:
    """*files* by their path in *base*, without what is known of those that are no
    longer what they were."""
    start = f"{base}{os.sep}"  # a path of pathlib takes four times as long as the look
    return {
        path: known
        if not known[0] or known[0] == _state(os.lstat(start + path))
        else [[], ""]
        for path, known in files.items()
    }


def _seen(paths: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    """Every file at and below *paths*, and how the system sees it."""
    waiting: list[str] = []
    for path in map(os.path.abspath, paths):
        with suppress(FileNotFoundError):
            status = os.lstat(path)
            if stat.S_ISDIR(status.st_mode):
                waiting.append(path)
            else:
                yield path, _plain(status)
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry.path, _plain(entry.stat(follow_symlinks=False))
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)


def _plain(status: os.stat_result) -> os.stat_result:
    if not stat.S_ISREG(status.st_mode):
        raise _OddFileError
    return status


def _state(status: os.stat_result) -> _State:
    kind, number, size = status.st_mode, status.st_ino, status.st_size
    return [kind, number, size, status.st_mtime_ns, status.st_ctime_ns]


def _state_at(path: Path) -> _State:
    """That of the file at *path*; empty where there is none."""
    try:
        return _state(os.lstat(path))
    except OSError:
        return []


def _is_old(status: os.stat_result, now: int) -> bool:
    """Whether another save would leave other times."""
    youngest = max(status.st_mtime_ns, status.st_ctime_ns)
    tick = _TICK if youngest % 1_000_000 else _COARSE_TICK
    return youngest < now - tick


def _digests(files: _Known) -> dict[str, str]:
    return {path: data for path, (_, data) in files.items()}


def _digest_of(path: str) -> str:
    with open(path, "rb") as file:
        return digest(file.read())


def _whole(place: Path) -> tuple[str, bytes]:
    """What `_replace` left at *place*, its digest first; nothing where that cannot be
    read, or where a part of it is missing or wrong."""
    try:
        first, _, data = place.read_bytes().partition(b"\n")
    except OSError:
        return "", b""
    told = digest(data)
    return (told, data) if first == told.encode() else ("", b"")


def _replace(place: Path, data: bytes) -> str:
    """The file at *place* holds *data*, in one step; gives the digest of these."""
    told = digest(data)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{BEING_WRITTEN}{place.name}.{os.getpid()}")
    try:
        beside.write_bytes(told.encode() + b"\n" + data)
        beside.replace(place)
    except BaseException:
        with suppress(OSError):  # else the next run does it
            beside.unlink()
        raise
    return told


def _problem(said: Mapping[str, Any]) -> Problem:
    origin, severity = Origin(**said["origin"]), Severity(said["severity"])
    return Problem(**{**said, "origin": origin, "severity": severity})
